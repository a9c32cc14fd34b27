"""English words of picks: whom a party names for an office, and whether that person takes it up."""

from placet.words.say import Words

WORDS: dict[str, Words] = {
    "picks.names": "{party} names {name} for {office}.",
    "picks.takes-up": "{name} takes up {office}.",
    "picks.not-declined": "It is not said that {name} declined {office}.",
    "picks.not-taken-up": (
        "{name} does not take up {office}; the power of {party} to pick lapses to the next highest figure."
    ),
    "picks.names-nobody": "{party} names nobody for {office}, and its power lapses to the next highest figure.",
    "picks.lot": "The figures of {names} are equal, and a lot decides.",
    "picks.drawn": "The lot falls on {party}.",
}
