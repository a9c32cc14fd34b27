"""Rows that show how the work grows with the candidates and the posts: ours alone, one seed a size."""

from __future__ import annotations

from harness.values import Contender, Row

CANDIDATES = (200, 500, 1000, 2000, 5000)
POSTS = (10, 30, 60)
LIMIT = 15.0


def _row(name: str, title: str, start: str, work: str) -> Row:
    sizes = tuple({"candidates": candidates, "posts": posts} for posts in POSTS for candidates in CANDIDATES)
    return Row(
        f"growth-{name}",
        title,
        f"grown:{work}",
        sizes=sizes,
        quick=sizes[:1],
        seeds=(1,),
        ours=Contender("placet", f"peers.ours:{start}"),
        limit=LIMIT,
        axes=("candidates", "posts"),
    )


ROWS = (
    _row("solve", "The whole answer", "whole_answer", "board"),
    _row("conflicts", "All reasons for a deadlock", "conflicts", "deadlock"),
    _row("concessions", "All ways out of a deadlock", "concessions", "deadlock"),
    _row("best", "The best settlement by each of six criteria", "all_six", "board"),
    _row("count", "How many settlements there are", "count", "panel"),
)
