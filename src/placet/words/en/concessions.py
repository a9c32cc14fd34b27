"""English words for what is asked of each side, for offers, and for changing the rules of the body."""

from placet.words.say import Words

WORDS: dict[str, Words] = {
    # The fairest way out, limits, and the frontier.
    "burden.fairest": "The fairest way out",
    "burden.largest": {
        "one": "{sides} would give up most here, at a cost of {most}. In any other way out{within} some side would "
        "give up as much or more.",
        "other": "{sides} would give up most here, each at a cost of {most}. In any other way out{within} some side "
        "would give up as much or more.",
    },
    "burden.within-limits": " within these limits",
    "burden.fairest-unproven": "The search was stopped. This is the fairest that had been met; there may be a "
    "fairer one:",
    "burden.fairest-unknown": "The search was stopped before any had been met.",
    "burden.as-fair": "This one shares out the same costs, and is as fair:",
    "burden.cheapest": "There is one that costs less in all, {cost}, but it asks {most} of {sides}:",
    "burden.fairest-is": "The fairest is number {number}: it asks at most {most} of any side, where the cheapest asks "
    "{first} of one.",
    "burden.frontier": "How what is given up can be shared out",
    "burden.frontier-means": "In each of these, no side could be asked for less unless another is asked for more.",
    "burden.frontier-complete": "These are all.",
    "burden.frontier-open": {
        "one": "There may be more. What is missing asks no more of the sides than this:",
        "other": "There may be more. What is missing asks no more of the sides than one of these:",
    },
    "burden.corner": "{shares}",
    "burden.more-corners": {
        "one": "One more of these is left out; --json has all.",
        "other": "{count} more of these are left out; --json has all.",
    },
    "burden.none-within": "No way out asks so little of the sides at once: {shares}.",
    "burden.least": "Every way out asks at least {least} of {side}, such as this one:",
    "burden.least-within": "There is one that asks no more than {least} of {side}, but more of others:",
    "burden.least-nothing": "There is one that asks nothing of {side}, but more of others:",
    # Offers.
    "offers.already": "What is asked here no longer stands, and counts as lifted:",
    "offers.least": "If each side moves only once it has what it asks for",
    "offers.least-nothing": "Nothing is lifted.",
    "offers.lifted": "This is lifted:",
    "offers.opens": "All sides could then accept {settlements}.",
    "offers.still-missing": "That is not enough. The cheapest that would have to be given up besides:",
    "offers.still-nobody": "So there is still no settlement. The cheapest way out:",
    "offers.still-impossible": "That is not enough, and no demand that could be given up would make it so.",
    "offers.greatest": "If the sides move together",
    "offers.greatest-same": "Nothing more is lifted.",
    "offers.circle": {
        "one": "Part of what {sides} would lift waits for another part, so it would all have to be lifted at once:",
        "other": "{sides} wait for each other, and would have to lift this at the same time:",
    },
    "offers.all-circles": "With all of these moves:",
    "offers.void": "Offers whose condition nobody offers to meet",
    "offers.offer": {"one": "{side} would lift this:", "other": "{side} would lift these {count} demands:"},
    "offers.offer-if": {"one": "if this is lifted:", "other": "if these {count} are lifted:"},
    # Changing the post instead of the person.
    "post.heading": "If the rules of the body could be changed",
    "post.who-may": "No side can give these up; only whoever sets the rules can change them. Every demand "
    "would be kept.",
    "post.nothing-to-change": "No rule has to be changed: there is a settlement that all sides can accept.",
    "post.clash": "No change of the rules would help, for these demands cannot all be met whatever the rules are:",
    "post.too-few": "No change of the rules would help: there are fewer people than seats.",
    "post.change": {"one": "This rule{opens}:", "other": "These {count} rules together{opens}:"},
    "post.moved": "the rule that {rule} would become: {becomes}",
    "post.dropped": "the rule that {rule} would have to go",
    "post.eligibility": {
        "one": "as {post}, now for {who} only, somebody else would have to be allowed, such as {names}",
        "other": "as {post}, now for {who} only, {count} others would have to be allowed, such as {names}",
    },
    "post.more": "There are more such changes than were looked for; a larger --limit shows them.",
    # While the search goes on.
    "burden.found": "Found: {count}; corners still open: {open}. Ctrl-C stops and shows what is known.",
}
