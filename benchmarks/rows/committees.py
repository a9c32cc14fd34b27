"""Rows on committees from approval ballots, beside the open algorithms of abcvoting."""

from __future__ import annotations

from harness.values import Contender, Faster, Row

THEIRS = "abcvoting"


LARGE, SMALL = {"voters": 1000, "candidates": 100}, {"voters": 100, "candidates": 30}


def _row(name: str, title: str, *, start: str, package: str, compare: str, is_impartial: bool = False) -> Row:
    return Row(
        f"committee-{name}",
        title,
        f"approvals:{'impartial' if is_impartial else 'spatial'}",
        sizes=(SMALL if is_impartial else LARGE,),
        quick=({"voters": 30, "candidates": 15},),
        seeds=(1, 2),
        ours=Contender("placet", f"peers.our_committees:{start}"),
        peers=(Contender(THEIRS, f"peers.abcvoting_rules:{start}", ("abcvoting", package)),),
        compare=f"approvals:{compare}",
        aims=(Faster(1, THEIRS),),
    )


ROWS = (
    _row(
        "pav",
        "Ten members by proportional approval voting",
        start="pav",
        package="highspy",
        compare="same_score",
    ),
    _row(
        "pav-impartial",
        "Ten members by proportional approval voting, of voters who agree on nothing",
        start="pav",
        package="highspy",
        compare="same_score",
        is_impartial=True,
    ),
    _row(
        "chamberlin-courant",
        "Ten members of whom most voters approve one",
        start="chamberlin_courant",
        package="ortools",
        compare="same_represented",
    ),
    _row("minimax", "Ten members nearest to all", start="minimax", package="ortools", compare="same_distance"),
    _row(
        "minimax-impartial",
        "Ten members nearest to all, of voters who agree on nothing",
        start="minimax",
        package="ortools",
        compare="same_distance",
        is_impartial=True,
    ),
    _row(
        "equal-shares",
        "Ten members by the method of equal shares, ours in fractions",
        start="equal_shares",
        package="abcvoting",
        compare="same_committee",
    ),
    _row(
        "phragmen",
        "Ten members by sequential Phragmén, ours in fractions",
        start="sequential_phragmen",
        package="abcvoting",
        compare="same_committee",
    ),
)
