"""English words for the sums that prove why demands clash."""

from placet.words.say import Words

WORDS: dict[str, Words] = {
    "certificate.heading": "How to check it by hand",
    "certificate.cut": "Count the seats of {posts}: {seats}. Count the people who are left for them: "
    "{people}. One person fills one seat, so the seats cannot all be filled.",
    "certificate.left": "left for {post}: {names}",
    "certificate.nobody-left": "nobody is left for {post}",
    "certificate.sum": "Write these lines one under the other, each as many times as it says, and add them up:",
    "certificate.post.at_least": {
        "one": "once: {name} has at least {bound} filled",
        "other": "{count} times: {name} has at least {bound} filled",
    },
    "certificate.post.at_most": {
        "one": "once, taken away: {name} has at most {bound} filled",
        "other": "{count} times, taken away: {name} has at most {bound} filled",
    },
    "certificate.person.at_most": {
        "one": "once, taken away: {name} holds at most one post",
        "other": "{count} times, taken away: {name} holds at most one post",
    },
    "certificate.term.at_least": {
        "one": "once: one option is chosen for {name}",
        "other": "{count} times: one option is chosen for {name}",
    },
    "certificate.term.at_most": {
        "one": "once, taken away: no more than one option is chosen for {name}",
        "other": "{count} times, taken away: no more than one option is chosen for {name}",
    },
    "certificate.line.at_least": {
        "one": "once: {name} (as a line: at least {bound})",
        "other": "{count} times: {name} (as a line: at least {bound})",
    },
    "certificate.line.at_most": {
        "one": "once, taken away: {name} (as a line: at most {bound})",
        "other": "{count} times, taken away: {name} (as a line: at most {bound})",
    },
    "certificate.share": {
        "one": "once: {name} (as a line: each of those counts {theirs}, everybody else {others}, together at least 0)",
        "other": "{count} times: {name} (as a line: each of those counts {theirs}, everybody else {others}, together "
        "at least 0)",
    },
    "certificate.assumed.at_least": {
        "one": "once: case {name}, at least {bound}",
        "other": "{count} times: case {name}, at least {bound}",
    },
    "certificate.assumed.at_most": {
        "one": "once, taken away: case {name}, at most {bound}",
        "other": "{count} times, taken away: case {name}, at most {bound}",
    },
    "certificate.refused": "nobody counts whom this refuses: {name}",
    "certificate.total": "The lines need {needed}. Whoever is still allowed can give {possible} at most, which is "
    "less. So they cannot all hold.",
    "certificate.alone": "This cannot be met by any settlement at all: {name}",
    "certificate.cases": "There are two cases.",
    "certificate.case.at_most": "Case {depth}: at most {bound} of these: {pairs}.",
    "certificate.case.at_least": "Case {depth}: at least {bound} of these: {pairs}.",
    "certificate.pair": "{who} as {where}",
    "certificate.none": "This rests on an either-or or on too many cases to be written down here. It was "
    "checked in whole numbers all the same.",
}
