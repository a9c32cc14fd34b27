"""English words for the answers of voting rules: who wins, and what decided."""

from placet.words.say import Words

WORDS: dict[str, Words] = {
    "voting.wins": {
        "one": "{names} wins by {rule}.",
        "other": "{names} are level by {rule}.",
    },
    "voting.set": {
        "one": "{names} alone passes {rule}.",
        "other": "{names} pass {rule}.",
    },
    "voting.impasse": "Nobody passes {rule}: it is an impasse.",
    "voting.lottery": "A lot decides between them: {chances}.",
    "voting.chance": "{name} with probability {odds}",
    "voting.blocked": "{name} is blocked: voters with {share} of the power all prefer {prefer}",
    "voting.blocked-by-all": "{name} is blocked: all voters prefer {prefer}",
    "voting.round": "round {number}: {names} out",
    "voting.first": {
        "one": "{name} is then first for one of {voters} voters",
        "other": "{name} is then first for {count} of {voters} voters",
    },
    "voting.depth": {
        "one": "one voter comes to it within the first {depth} places",
        "other": "{count} voters come to it within the first {depth} places",
    },
    "voting.depth.first": {"one": "one voter has it first", "other": "{count} voters have it first"},
    "voting.quota": {"one": "one voter is needed", "other": "{count} voters are needed"},
    "voting.last-places": {"one": "{name}: one last place", "other": "{name}: {count} last places"},
    "voting.approvals": {"one": "{name}: one approval, {vetoes}", "other": "{name}: {count} approvals, {vetoes}"},
    "voting.vetoes": {"one": "one veto", "other": "{count} vetoes"},
    "voting.more": {"one": "and one more line, which --json shows", "other": "and {count} more, which --json shows"},
    "voting.list": "Voting rules",
    "voting.listed": "{name}: {entries}",
    "voting.needs.ranks": "Needs rankings; ties and gaps are allowed.",
    "voting.needs.truncated": "Needs rankings without ties; names may be left out.",
    "voting.needs.strict": "Needs rankings of all names without ties.",
    "voting.needs.marks": "Needs approvals and vetoes.",
    # The rules' names within a sentence.
    "voting.rule.proportional-veto-core": "the proportional veto core",
    "voting.rule.veto-core": "the veto core",
    "voting.rule.plurality-veto-core": "the plurality veto core",
    "voting.rule.plurality-veto": "plurality veto",
    "voting.rule.simultaneous-veto": "simultaneous veto",
    "voting.rule.veto-by-consumption": "veto by consumption",
    "voting.rule.anti-plurality": "anti-plurality",
    "voting.rule.coombs": "Coombs’ rule",
    "voting.rule.fallback": "fallback bargaining",
    "voting.rule.q-approval-fallback": "q-approval fallback bargaining",
    "voting.rule.majoritarian-compromise": "the majoritarian compromise",
    "voting.rule.bucklin": "Bucklin’s rule",
    "voting.rule.approval-with-blocking-minority": "approval with a blocking minority",
    "voting.rule.net-approval": "net approval",
}
