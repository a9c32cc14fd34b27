"""Procedures: fixed ways to appoint, each a little game with moves, turns and an outcome."""
