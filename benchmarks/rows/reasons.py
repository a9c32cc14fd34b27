"""Rows on deadlocks: all reasons and all ways out, one reason, the cheapest way out."""

from __future__ import annotations

from harness.values import AtMost, Contender, Faster, Row

MARCO = ("cpmpy",)
ORTOOLS = Contender("MARCO with OR-Tools", "peers.marco:with_ortools", (*MARCO, "ortools"))
EXACT = Contender("MARCO with Exact", "peers.marco:with_exact", (*MARCO, "exact"))
EXACT_MERGED = Contender("MARCO with Exact, equal demands merged", "peers.marco:with_exact_merged", (*MARCO, "exact"))
RC2 = Contender("RC2", "peers.rc2:cheapest", ("python-sat",))

MIDDLE = {"people": 200, "posts": 10, "demands": 50}
LARGE = {"people": 1000, "posts": 30, "demands": 300}
SMALL = {"people": 40, "posts": 5, "demands": 20}

ROWS = (
    Row(
        "reasons",
        "All reasons for a deadlock and all ways out of it",
        "deadlocks:deadlock",
        sizes=(MIDDLE,),
        quick=(SMALL,),
        seeds=(1, 2, 3),
        ours=Contender("placet", "peers.ours:reasons"),
        peers=(ORTOOLS, EXACT, EXACT_MERGED),
        compare="harness.compare:same_reasons",
        aims=(Faster(150, ORTOOLS.name), Faster(3, EXACT.name)),
    ),
    Row(
        "reasons-large",
        "All reasons and all ways out at full size",
        "deadlocks:deadlock",
        sizes=(LARGE,),
        quick=(),
        seeds=(1, 2),
        ours=Contender("placet", "peers.ours:reasons"),
        peers=(EXACT, EXACT_MERGED),
        compare="harness.compare:same_reasons",
        aims=(AtMost(2, "search"), AtMost(2)),
        limit=40,
    ),
    Row(
        "reasons-scarce",
        "All reasons and all ways out where three posts have few candidates, on whom most vetoes fall",
        "deadlocks:scarce",
        sizes=(MIDDLE, LARGE),
        quick=(SMALL,),
        seeds=(1,),
        ours=Contender("placet", "peers.ours:reasons"),
        peers=(EXACT, EXACT_MERGED),
        compare="harness.compare:same_reasons",
        limit=30,
    ),
    Row(
        "one-short",
        "Half of the posts are one person short: why",
        "deadlocks:one_short",
        sizes=({"posts": 10}, {"posts": 30}, {"posts": 100}, {"posts": 200}),
        quick=({"posts": 10},),
        seeds=(1,),
        ours=Contender("placet", "peers.ours:why"),
        peers=(
            Contender("one conflict by clause learning", "peers.rc2:one_conflict", ("python-sat",)),
            Contender("one conflict by CPMpy with OR-Tools", "peers.marco:one_with_ortools", (*MARCO, "ortools")),
            Contender("one conflict by CPMpy with Exact", "peers.marco:one_with_exact", (*MARCO, "exact")),
        ),
        compare="harness.compare:same_conflict",
        aims=(AtMost(0.02, "search"),),
        aimed_at=({"posts": 200},),
        limit=15,
    ),
    Row(
        "cheapest",
        "The cheapest way out, with the proof that none is cheaper",
        "deadlocks:scarce",
        sizes=({"people": 1000, "posts": 30, "demands": 650},),
        quick=(MIDDLE,),
        seeds=(1, 2, 3),
        ours=Contender("placet", "peers.ours:cheapest"),
        peers=(
            RC2,
            Contender("CP-SAT", "peers.cp_sat:cheapest", ("ortools",)),
            Contender("HiGHS", "peers.highs:cheapest", ("highspy",)),
        ),
        compare="harness.compare:same_cost",
        aims=(Faster(10, RC2.name, "search"), Faster(10, RC2.name)),
    ),
)
