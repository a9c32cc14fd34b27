"""The nouns of a case, and reading and writing a case folder."""
