"""French words that every room needs. They want a native reader."""

from placet.words.say import Words

WORDS: dict[str, Words] = {
    "series.comma": ", ",
    "series.last": "{first} et {second}",
}
