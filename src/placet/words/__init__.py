"""Plain sentences in each language: a message id and its parameters become text."""

from placet.words.message import Message, Value, message
from placet.words.say import languages, say

__all__ = ["Message", "Value", "languages", "message", "say"]
