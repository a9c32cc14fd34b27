"""English words for committees: who is elected, who is level, and what decided."""

from placet.words.say import Words

WORDS: dict[str, Words] = {
    "committees.elected": {
        "one": "{names} is elected by {rule}.",
        "other": "{names} are elected by {rule}.",
    },
    "committees.level": {"one": "One committee is best by {rule}.", "other": "{count} committees are level by {rule}:"},
    "committees.none": "Nobody can be elected by {rule}: no committee keeps all rules and demands.",
    "committees.nobody-sits": "A committee without members is best by {rule}.",
    "committees.empty": "nobody",
    "committees.one": "{names}",
    "committees.more": {
        "one": "and one more committee, which --json shows",
        "other": "and {count} more committees, which --json shows",
    },
    "committees.more-rounds": {
        "one": "and one more round, which --json shows",
        "other": "and {count} more rounds, which --json shows",
    },
    "committees.others": "others may be just as good: --all lists them",
    "committees.incomplete": "and there may be more: --limit says how many are listed",
    "committees.total-distance": {
        "one": "committee and ballots differ in one name, all voters together",
        "other": "committee and ballots differ in {count} names, all voters together",
    },
    "committees.largest-distance": {
        "one": "no ballot differs from it in more than one name",
        "other": "no ballot differs from it in more than {count} names",
    },
    "committees.largest-weighted-distance": "names in which a ballot differs, times its voters: {count} at most",
    "committees.score": "the score is {score}: a voter counts 1 for the first member approved, 1/2 for the second, "
    "and so on",
    "committees.represented": {
        "one": "one of {voters} voters approves at least one member",
        "other": "{count} of {voters} voters approve at least one member",
    },
    "committees.round.price": "round {number}: {name}, at no more than {amount} from each voter",
    "committees.round.load": "round {number}: {name}, at a load of {amount} for each of its voters",
    "committees.round.left": "round {number}: {name}; no voter approves anybody who is left",
    "committees.round.level": "{how}; level with {others}",
    "committees.about": "about {number}",
    "committees.beside": "for {post} then, for example: {names}",
    "committees.term": "with {term}: {option}",
    "committees.list": "Committee rules",
    "committees.needs.size": "Needs approvals, and --size or the post of a case.",
    "committees.needs.any": "Needs approvals; --size may be left out.",
    # The rules' names within a sentence.
    "committees.rule.minisum": "minisum",
    "committees.rule.minimax": "minimax",
    "committees.rule.pav": "proportional approval voting",
    "committees.rule.chamberlin-courant": "Chamberlin and Courant’s rule",
    "committees.rule.equal-shares": "the method of equal shares",
    "committees.rule.sequential-phragmen": "sequential Phragmén",
}
