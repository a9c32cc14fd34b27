"""Rows on voting rules with vetoes."""

from __future__ import annotations

from harness.values import Contender, Faster, Row

PASS = Contender("one pass over the bytes", "peers.numpy_pass:one_pass", ("numpy",), is_yardstick=True)
FLOW = Contender("SciPy's flows, edge by edge", "peers.scipy_flow:edge_by_edge", ("scipy",))
FLOW_IN_ARRAYS = Contender("SciPy's flows, in arrays", "peers.scipy_flow:proportional_veto_core", ("scipy",))

ROWS = (
    Row(
        "plurality-veto",
        "Plurality veto at the sizes that other libraries are made for",
        "rankings:impartial",
        sizes=({"voters": 1000, "candidates": 20}, {"voters": 10_000, "candidates": 50}),
        quick=({"voters": 100, "candidates": 10},),
        seeds=(1,),
        ours=Contender("placet", "peers.ours:plurality_veto"),
        peers=(
            Contender("pref_voting", "peers.pref_voting_rules:plurality_veto", ("pref-voting",)),
            Contender("VoteKit", "peers.votekit_rules:plurality_veto", ("votekit",)),
        ),
        compare="harness.compare:same_winners_in_their_order",
        limit=30,
    ),
    Row(
        "plurality-veto-large",
        "Plurality veto of a million voters on 200 candidates",
        "rankings:impartial",
        sizes=({"voters": 1_000_000, "candidates": 200},),
        quick=({"voters": 10_000, "candidates": 200},),
        seeds=(1,),
        ours=Contender("placet", "peers.ours:plurality_veto"),
        peers=(PASS,),
        aims=(Faster(1 / 4, PASS.name, "search"),),
    ),
    Row(
        "veto-core",
        "Whom no group of voters can keep out with its proportional share",
        "rankings:spatial",
        sizes=({"voters": 1000, "candidates": 50}, {"voters": 997, "candidates": 50}),
        quick=({"voters": 100, "candidates": 20},),
        seeds=(1, 2),
        ours=Contender("placet", "peers.ours:proportional_veto_core"),
        peers=(FLOW, FLOW_IN_ARRAYS),
        compare="harness.compare:same_winners",
        aims=(Faster(20, FLOW.name),),
        aimed_at=({"voters": 1000, "candidates": 50},),
    ),
)
