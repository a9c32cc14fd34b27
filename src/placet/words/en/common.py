"""English words that every room needs."""

from placet.words.say import Words

WORDS: dict[str, Words] = {
    "series.comma": ", ",
    "series.last": "{first} and {second}",
}
