"""English words for a count: how it was made, between which numbers it lies, and settlements drawn at random."""

from placet.words.say import Words

WORDS: dict[str, Words] = {
    "count.kinds": "Counted exactly, by kinds of people and posts.",
    "count.caps": (
        "Counted exactly, by kinds of people and posts: first without the quotas that few groups can break at once, "
        "and then less what breaks them."
    ),
    "count.bounds": (
        "That is too many to count exactly. For certain there are at least {at_least} and at most {at_most}."
    ),
    "count.at-least-only": "That is too many to count exactly; how many more there are is not known.",
    "count.estimate": (
        "An estimate, which is no count: about {number}. Of {draws} drawn at random, seat by seat, {kept} were "
        "settlements. The true number lies between {from} and {to}, unless chance was unkind as it is about once in "
        "a thousand times."
    ),
    "count.sample": {
        "one": "One drawn at random, each settlement as likely as any other (seed {seed})",
        "other": "{count} drawn at random, each settlement as likely as any other (seed {seed})",
    },
    "count.drawn": "Number {number}",
}
