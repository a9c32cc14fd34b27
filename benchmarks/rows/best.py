"""Rows on the best settlements."""

from __future__ import annotations

from harness.values import AtMost, Contender, Faster, Row

STAGED = Contender("HiGHS, stage by stage", "peers.highs:leximin", ("highspy",))
CP_SAT = Contender("CP-SAT, stage by stage", "peers.cp_sat:leximin", ("ortools",))
NASH = Contender("HiGHS, secants", "peers.highs:nash", ("highspy",))
SHARES = Contender("HiGHS, on the share", "peers.highs:kalai_smorodinsky", ("highspy",))

FULL = {"candidates": 1000, "posts": 30, "sides": 5, "top": 10}
FINE = {**FULL, "top": 100}
SMALL = {"candidates": 80, "posts": 5, "sides": 3, "top": 10}

ROWS = (
    Row(
        "leximin",
        "The settlement that is best for the side that has least, proven",
        "slates:slates",
        sizes=(FULL,),
        quick=(SMALL,),
        seeds=(1, 2, 3),
        ours=Contender("placet", "peers.ours:leximin"),
        peers=(STAGED, CP_SAT),
        compare="harness.compare:same_leximin",
        aims=(Faster(30, STAGED.name, "search"), Faster(30, CP_SAT.name, "search")),
    ),
    Row(
        "leximin-fine",
        "The settlement that is best for the side that has least, with scores from 0 to 100",
        "slates:slates",
        sizes=(FINE,),
        quick=({**SMALL, "top": 100},),
        seeds=(1, 2, 3),
        ours=Contender("placet", "peers.ours:leximin"),
        peers=(STAGED,),
        compare="harness.compare:same_leximin",
        aims=(AtMost(5, "search"),),
        limit=40,
    ),
    Row(
        "nash",
        "The settlement with the largest product of scores, proven",
        "slates:slates",
        sizes=(FULL,),
        quick=(SMALL,),
        seeds=(1, 2, 3),
        ours=Contender("placet", "peers.ours:nash"),
        peers=(NASH,),
        compare="harness.compare:same_nash",
        aims=(Faster(2, NASH.name, "search"),),
    ),
    Row(
        "kalai-smorodinsky",
        "The settlement that gives every side the same share of what it could have, proven",
        "slates:slates",
        sizes=(FULL,),
        quick=(SMALL,),
        seeds=(1, 2, 3),
        ours=Contender("placet", "peers.ours:kalai_smorodinsky"),
        peers=(SHARES,),
        compare="harness.compare:same_share",
        aims=(Faster(30, SHARES.name, "search"),),
    ),
)
