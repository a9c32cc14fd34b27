"""English words for the reasons of what a reading suggests."""

from placet.words.say import Words

WORDS: dict[str, Words] = {
    # Who is meant.
    "reading.why.named": "The text says “{words}”.",
    "reading.why.full-name": "“{words}” is short for {name}.",
    "reading.why.title": "“{words}” is the office of {name}.",
    "reading.why.pronoun": "“{words}” stands for {name}, whom the text names last before it.",
    "reading.why.as-it-stands": "The text says “{words}” and gives no fuller name.",
    "reading.why.the-text": "The text says it in its own voice.",
    # For which side.
    "reading.why.side.record": "{name} speaks for this side in the record.",
    "reading.why.side.name": "{name} is the side itself.",
    "reading.why.side.group": "{name} belongs to this side.",
    "reading.why.side.office": "“{office}” points to a country: {country}.",
    "reading.why.side.held": "{name} held an office from {first} to {last}: {office}, {country}.",
    "reading.why.side.clause": "The text names “{words}” as the one who would refuse.",
    # When.
    "reading.why.date.written": "The text says “{words}”.",
    "reading.why.date.counted": "“{words}” is {date}, counted from the source’s day, {day}.",
    "reading.why.date.carried": "The text gives no other day since “{words}”, {date}.",
    "reading.why.date.by-article": "The text gives no day; it was said by the source’s day, {day}.",
    "reading.why.date.article": "The text says it in its own voice, on its own day.",
    # Which demand, and what the words seem to do to it.
    "reading.why.demand.names": "It speaks of “{words}”, whom or which this demand is about.",
    "reading.why.demand.condition": "It speaks of “{words}”, and a side gives up a condition sooner than a wish.",
    "reading.why.stance.cue": "The words “{words}” suggest it.",
    "reading.why.stance.again": "The words “{words}” suggest it, and this side had said so before.",
    "reading.why.stance.presumes": "The words “{words}” say what is expected; nobody is reported to have said it.",
}
