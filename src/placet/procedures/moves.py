"""Moves: what an actor does, and what it may do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import combinations, permutations, product

from placet.case.spoken import quoted, series


class Act(Enum):
    """What a move does."""

    STRIKE = "strikes"
    OFFER = "offers"
    ACCEPT = "accepts"
    REFUSE = "refuses"
    SHORTLIST = "shortlists"
    CHOOSE = "chooses"
    MARK = "marks"
    DRAW = "draws"
    PASS = "passes"  # noqa: S105 -- a turn let go, no password
    SILENCE = "says nothing"
    NOMINATE = "nominates"
    GRADE = "grades"
    CONSENT = "consents"
    OBJECT = "objects"
    AMEND = "changes the post"
    CLOSE = "ends it"
    REMOVE = "removes"
    ADMIT = "admits"
    CHALLENGE = "challenges"
    UPHOLD = "upholds the challenge"
    DENY = "denies the challenge"


class Ranking(Enum):
    """Whom a sheet must rank."""

    ALL = "all"
    SURVIVORS = "survivors"
    NONE = "none"


@dataclass(frozen=True)
class Move:
    """What an actor does.

    Parameters
    ----------
    act : Act
        What it does.
    names : tuple of str
        To whom: those struck, offered, chosen or drawn. A sheet names here those it strikes.
    ranks : tuple of (str, int)
        The ranks that a sheet gives, 1 for the first choice.
    grades : tuple of (str, str)
        What a poll's paper says of each name; of those it leaves out it says what the poll takes for no opinion.
    reasons : tuple of (str, str)
        The reason for what is said of a name, in the actor's own words.
    """

    act: Act
    names: tuple[str, ...] = ()
    ranks: tuple[tuple[str, int], ...] = ()
    grades: tuple[tuple[str, str], ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()


SILENCE = Move(Act.SILENCE)
"""Nothing at all: a move like any other, with its own rule."""


@dataclass(frozen=True)
class Objection:
    """Why a move is not allowed: what was found, and what may be."""

    found: str
    expected: str


@dataclass(frozen=True)
class Marked:
    """One list of a sheet: its name, who is on it, and how many may be struck (None: any number)."""

    list: str
    names: tuple[str, ...]
    most_strikes: int | None


@dataclass(frozen=True)
class Moves:
    """What an actor may do now.

    Parameters
    ----------
    acts : tuple of Act
        The acts among which it chooses.
    names : tuple of str
        On whom it can act.
    least, most : int
        How many names a move holds.
    sheet : tuple of Marked
        The lists of a sheet, where a sheet is handed in.
    ranking : Ranking
        Whom the sheet must rank.
    grades : tuple of str
        The grades that a poll's paper can give; the last is what a name that is left out gets.
    needs_reason : tuple of str
        The acts and the grades, by their words, that do not count without a reason.
    """

    acts: tuple[Act, ...]
    names: tuple[str, ...] = ()
    least: int = 1
    most: int = 1
    sheet: tuple[Marked, ...] = ()
    ranking: Ranking = Ranking.NONE
    grades: tuple[str, ...] = ()
    needs_reason: tuple[str, ...] = ()

    def objection(self, move: Move) -> Objection | None:
        """Return why a move is not allowed, or None when it is."""
        if move.act not in self.acts:
            return Objection(f"somebody who {move.act.value}", series([act.value for act in self.acts]))
        if move.act is Act.MARK:
            return self._sheet_objection(move)
        if move.act is Act.GRADE:
            return self._paper_objection(move)
        if move.act.value in self.needs_reason and not any(words.strip() for _, words in move.reasons):
            return Objection(f"somebody who {move.act.value} without a reason", "a reason")
        if move.act in WITHOUT_NAMES:
            return Objection("names", "none") if move.names or move.ranks else None
        for name in move.names:
            if name not in self.names:
                return Objection(quoted(name), series(self.names) if self.names else "nobody, for none is left")
        if len(set(move.names)) != len(move.names):
            return Objection("a name twice", "each name once")
        if not self.least <= len(move.names) <= self.most:
            wanted = str(self.most) if self.least == self.most else f"{self.least} to {self.most}"
            return Objection(f"{len(move.names)} names", wanted)
        return None

    def _paper_objection(self, move: Move) -> Objection | None:
        given, reasons = dict(move.grades), dict(move.reasons)
        if len(given) != len(move.grades):
            return Objection("a name twice", "each name once")
        for name, grade in move.grades:
            if name not in self.names:
                return Objection(quoted(name), series(self.names))
            if grade not in self.grades:
                return Objection(quoted(grade), series(self.grades))
            if grade in self.needs_reason and not reasons.get(name, "").strip():
                return Objection(f"{grade} for {quoted(name)} without a reason", "a reason")
        return None

    def _sheet_objection(self, move: Move) -> Objection | None:
        ranks = dict(move.ranks)
        on_lists = {name for marked in self.sheet for name in marked.names}
        for name in (*move.names, *ranks):
            if name not in on_lists:
                return Objection(quoted(name), "a name on the list")
        if len(ranks) != len(move.ranks) or len(set(move.names)) != len(move.names):
            return Objection("a name twice", "each name once")
        for marked in self.sheet:
            objection = self._list_objection(marked, set(move.names), ranks)
            if objection is not None:
                return objection
        return None

    def _list_objection(self, marked: Marked, struck: set[str], ranks: dict[str, int]) -> Objection | None:
        strikes = struck & set(marked.names)
        if marked.most_strikes is not None and len(strikes) > marked.most_strikes:
            return Objection(f"{len(strikes)} strikes", f"at most {marked.most_strikes}")
        given = {name: ranks[name] for name in marked.names if name in ranks}
        if self.ranking is Ranking.NONE:
            return Objection("ranks", "strikes only") if given else None
        for name in sorted(strikes & given.keys()):
            return Objection(f"{quoted(name)} both struck and ranked", "one or the other")
        for name in marked.names:
            if name not in given and name not in strikes:
                return Objection(f"{quoted(name)} neither struck nor ranked", "one or the other")
        if sorted(given.values()) != list(range(1, len(given) + 1)):
            return Objection("ranks that leave a number out, or hold one twice", f"each of 1 to {len(given)} once")
        return None

    def every(self) -> Iterator[Move]:
        """Yield every move, with one reason for all; sheets and papers are very many from about six names on."""
        for act in self.acts:
            if act is Act.MARK:
                yield from self._every_sheet()
            elif act is Act.GRADE:
                yield from self._every_paper()
            elif act in WITHOUT_NAMES:
                yield Move(act, reasons=self._sample_reason(act.value, self.names[:1]))
            else:
                for size in range(self.least, self.most + 1):
                    for names in combinations(self.names, size):
                        yield Move(act, names, reasons=self._sample_reason(act.value, names))

    def _sample_reason(self, said: str, names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        return tuple((name, "a reason") for name in names or ("",)) if said in self.needs_reason else ()

    def _every_paper(self) -> Iterator[Move]:
        for given in product(self.grades, repeat=len(self.names)):
            grades = tuple(zip(self.names, given, strict=True))
            reasons = tuple((name, "a reason") for name, grade in grades if grade in self.needs_reason)
            yield Move(Act.GRADE, grades=grades, reasons=reasons)

    def _every_sheet(self) -> Iterator[Move]:
        for parts in product(*(list(self._every_list(marked)) for marked in self.sheet)):
            struck = tuple(name for names, _ in parts for name in names)
            yield Move(Act.MARK, struck, tuple(pair for _, ranks in parts for pair in ranks))

    def _every_list(self, marked: Marked) -> Iterator[tuple[tuple[str, ...], tuple[tuple[str, int], ...]]]:
        most = len(marked.names) if marked.most_strikes is None else min(marked.most_strikes, len(marked.names))
        for size in range(most + 1):
            for struck in combinations(marked.names, size):
                left = tuple(name for name in marked.names if name not in struck)
                if self.ranking is Ranking.NONE:
                    yield struck, ()
                    continue
                for ranked in permutations(left):
                    yield struck, tuple((name, place) for place, name in enumerate(ranked, 1))


WITHOUT_NAMES = frozenset(
    {
        Act.ACCEPT,
        Act.REFUSE,
        Act.PASS,
        Act.SILENCE,
        Act.CONSENT,
        Act.OBJECT,
        Act.AMEND,
        Act.CLOSE,
        Act.UPHOLD,
        Act.DENY,
    }
)
"""Acts that name nobody."""


def sheet_move(struck: tuple[str, ...] | set[str] | frozenset[str] = (), ranking: tuple[str, ...] = ()) -> Move:
    """Return the sheet that strikes some and ranks others, best first."""
    return Move(Act.MARK, tuple(sorted(struck)), tuple((name, place) for place, name in enumerate(ranking, 1)))
