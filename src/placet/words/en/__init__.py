"""The words in English, one module for each room that speaks."""
