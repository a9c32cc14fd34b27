"""How long a panel of FINRA's three lists takes: with every step and its rule, and the outcome alone.

    .venv/bin/python benchmarks/replays.py [PANELS]

Sheets are drawn from a seed before the clock starts. Both ways are held against each other on every pair of sheets.
Times are of the processor, not of the clock on the wall.
"""

from __future__ import annotations

import sys
import time

import numpy as np

from placet.procedures.build import Terms, build, paper_for
from placet.procedures.drive import play_out
from placet.procedures.game import Actor, Paper, Party, Procedure, Role, State
from placet.procedures.moves import SILENCE, Act, Move
from placet.procedures.quick_lists import quick_outcome
from placet.procedures.shelf import rules_of
from placet.procedures.strike_and_rank import StrikeAndRank

AIM_SECONDS, AIM_PANELS = 20, 100_000
SEED, DRAWN = 20_261_124, 1_000
"""So many pairs of sheets are drawn, and used over and over."""


def sheet(rng: np.random.Generator, paper: Paper, strikes: dict[str, int]) -> Move:
    struck: list[str] = []
    ranks: list[tuple[str, int]] = []
    for name, names in paper.lists:
        order = [names[place] for place in rng.permutation(len(names))]
        struck += order[: strikes[name]]
        ranks += [(one, place) for place, one in enumerate(order[strikes[name] :], 1)]
    return Move(Act.MARK, tuple(sorted(struck)), tuple(sorted(ranks)))


def with_log(procedure: Procedure, paper: Paper, sheets: dict[str, Move]) -> State:
    def strategy(state: State, actor: Actor) -> Move | None:
        if actor.role is Role.SIDE:
            return sheets[actor.id]
        return Move(Act.DRAW, (state.moves(actor).names[0],)) if actor.role is Role.CHANCE else SILENCE

    (branch,) = play_out(procedure.start(paper), strategy)
    return branch.state


def main() -> None:
    panels = int(sys.argv[1]) if len(sys.argv) > 1 else AIM_PANELS
    rules = rules_of("finra-three-arbitrators")
    terms = Terms(rules, (("tie", "least-gap, lot"),))
    parties = (Party("claimant", "claimant"), Party("respondent", "respondent"))
    procedure = build(terms, parties)
    assert isinstance(procedure, StrikeAndRank)
    lists = tuple((one.id, tuple(f"{one.id} {number:02d}" for number in range(one.size))) for one in rules.lists)
    paper = paper_for(terms, lists, parties)
    rng = np.random.default_rng(SEED)
    strikes = {one.id: one.strikes // 2 if one.strikes == one.size else one.strikes for one in rules.lists}  # type: ignore[operator]  # FINRA's lists all have a cap
    pairs = [{party.id: sheet(rng, paper, strikes) for party in parties} for _ in range(DRAWN)]

    drawn = []
    for sheets in pairs:
        game = with_log(procedure, paper, sheets)
        drawn.append([event.move.names[0] for event in game.log if event.move and event.move.act is Act.DRAW])
        assert quick_outcome(procedure, paper, sheets, draws=drawn[-1]) == game.outcome

    few = max(1, panels // 20)
    begun = time.process_time()
    for number in range(few):
        with_log(procedure, paper, pairs[number % DRAWN])
    logged = (time.process_time() - begun) / few
    begun = time.process_time()
    for number in range(panels):
        quick_outcome(procedure, paper, pairs[number % DRAWN], draws=drawn[number % DRAWN])
    alone = (time.process_time() - begun) / panels
    for what, each, run in (("with every step", logged, few), ("outcome alone", alone, panels)):
        whole = each * AIM_PANELS
        verdict = "met" if whole < AIM_SECONDS else "missed"
        print(f"{what}: {each * 1000:.3f} ms a panel, {whole:.1f} s for {AIM_PANELS:,} ({run:,} run); aim {verdict}")


if __name__ == "__main__":
    main()
