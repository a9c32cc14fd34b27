"""A tally: how often each candidate stands in which place, is approved and is vetoed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from placet.ballots.assemble import Ballot
from placet.ballots.profile import Profile


@dataclass(frozen=True)
class Standing:
    """What the ballots say of one candidate, in voters.

    Parameters
    ----------
    places : tuple of int
        How many rank the candidate first, second and so on, as far as anybody ranks anybody.
    approvals, vetoes : int
    """

    places: tuple[int, ...] = ()
    approvals: int = 0
    vetoes: int = 0

    @property
    def first_places(self) -> int:
        """How many rank the candidate first."""
        return self.places[0] if self.places else 0

    def borda(self, candidates: int) -> int:
        """Return the points: for each voter who ranks the candidate, as many as places follow among so many names."""
        return sum(count * (candidates - place) for place, count in enumerate(self.places, start=1))


@dataclass(frozen=True)
class Tally:
    """The tally of one or more files of ballots.

    Parameters
    ----------
    voters : int
    standings : mapping of str to Standing
        For each candidate, in the order of the files.
    """

    voters: int
    standings: Mapping[str, Standing]

    @property
    def has_ranks(self) -> bool:
        """Whether anybody is ranked."""
        return any(one.places for one in self.standings.values())

    @property
    def has_marks(self) -> bool:
        """Whether anybody is approved or vetoed."""
        return any(one.approvals or one.vetoes for one in self.standings.values())

    def to_dict(self) -> dict[str, Any]:
        """Return the tally as the JSON contract has it."""
        depth = max((len(one.places) for one in self.standings.values()), default=0)
        return {
            "voters": self.voters,
            "candidates": {
                name: {
                    "first_places": one.first_places,
                    "approvals": one.approvals,
                    "vetoes": one.vetoes,
                    "borda": one.borda(len(self.standings)),
                    "ranks": [*one.places, *[0] * (depth - len(one.places))],
                    "unranked": self.voters - sum(one.places),
                }
                for name, one in self.standings.items()
            },
        }


def tally_profile(profile: Profile) -> Tally:
    """Return the tally of a profile.

    Notes
    -----
    One pass over each of its arrays, column by column.
    """
    found: dict[str, Standing] = {}
    for index, name in enumerate(profile.candidates):
        places: tuple[int, ...] = ()
        approvals = vetoes = 0
        if profile.ranks is not None:
            # Sums of whole weights stay below 2**53, so sums of floats are exact.
            counts = np.bincount(profile.ranks[:, index], profile.load)
            places = _without_end(int(one) for one in counts[1:])
        if profile.marks is not None:
            column = profile.marks[:, index]
            approvals, vetoes = (int(profile.load[column == mark].sum()) for mark in (1, -1))
        found[name] = Standing(places, approvals, vetoes)
    return Tally(profile.total, found)


def tally_written(candidates: Iterable[str], ballots: Iterable[Ballot]) -> Tally:
    """Return the tally of single ballots, with the places as they are written."""
    names = list(candidates)
    told: dict[str, list[tuple[int, int, int]]] = {name: [] for name in names}
    voters = 0
    for ballot in ballots:
        voters += ballot.count
        for name in names:
            mark = ballot.marks.get(name, ballot.others)
            told[name].append((ballot.ranks.get(name, 0), mark, ballot.count))
    return Tally(voters, {name: standing_of(meanings) for name, meanings in told.items()})


def add_up(tallies: Iterable[Tally]) -> Tally:
    """Return the tally of all the files together; candidates are the same where their names are."""
    voters, found = 0, dict[str, Standing]()
    for tally in tallies:
        voters += tally.voters
        for name, one in tally.standings.items():
            before = found.get(name, Standing())
            depth = max(len(before.places), len(one.places))
            places = tuple(_at(before, place) + _at(one, place) for place in range(depth))
            found[name] = Standing(places, before.approvals + one.approvals, before.vetoes + one.vetoes)
    return Tally(voters, found)


def _at(standing: Standing, place: int) -> int:
    return standing.places[place] if place < len(standing.places) else 0


def _without_end(counts: Iterable[int]) -> tuple[int, ...]:
    """Return the counts up to the last that is not 0."""
    listed = list(counts)
    while listed and not listed[-1]:
        listed.pop()
    return tuple(listed)


def standing_of(meanings: Iterable[tuple[int, int, int]]) -> Standing:
    """Return the standing that (rank, mark, voters) make, a rank or mark of 0 for none."""
    places: dict[int, int] = {}
    approvals = vetoes = 0
    for rank, mark, count in meanings:
        if rank:
            places[rank] = places.get(rank, 0) + count
        approvals += count if mark > 0 else 0
        vetoes += count if mark < 0 else 0
    return Standing(
        _without_end(places.get(rank, 0) for rank in range(1, max(places, default=0) + 1)), approvals, vetoes
    )
