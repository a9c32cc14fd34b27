"""Rows on counting settlements exactly."""

from __future__ import annotations

from harness.values import AtMost, Contender, Row

DIAGRAM = Contender("decision diagram", "peers.decision_diagram:count", ("oxidd",))
TABLE = Contender("plain table, Python's integers", "peers.plain_table:count")

ROWS = (
    Row(
        "count-classes",
        "How many ways there are to fill 30 seats in five classes, a quota of women kept",
        "panels:classes",
        sizes=({"candidates": 1000, "percent_eligible": 100}, {"candidates": 1000, "percent_eligible": 50}),
        quick=({"candidates": 50, "percent_eligible": 50},),
        seeds=(1, 2),
        ours=Contender("placet", "peers.ours:count"),
        peers=(TABLE,),
        compare="harness.compare:same_count",
        aims=(AtMost(0.2, "search"),),
    ),
    Row(
        "count-panel",
        "How many panels of ten keep three quotas that overlap",
        "panels:panel",
        sizes=({"candidates": 200}, {"candidates": 1000}, {"candidates": 5000}),
        quick=({"candidates": 40},),
        seeds=(1,),
        ours=Contender("placet", "peers.ours:count"),
        peers=(DIAGRAM,),
        compare="harness.compare:same_count",
        aims=(AtMost(0.5, "search"),),
        aimed_at=({"candidates": 5000},),
    ),
)
