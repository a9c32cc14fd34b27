"""What a person writes becomes a move: numbers or names, words for what needs none, and reasons."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from placet.case.spoken import nearest
from placet.cli.interview import Unclear
from placet.procedures.moves import WITHOUT_NAMES, Act, Marked, Move, Moves, Ranking
from placet.words import Message, message, say

Ask = Callable[[Message, Sequence[str], Sequence[Message]], str]
"""Puts a question with names to choose from and words that may be written instead, and returns what was written."""


def ask_move(allowed: Moves, ask: Ask, tell: Callable[[Message], None]) -> Move:
    """Return the move that a person makes; a question whose answer is not understood is put again.

    Raises
    ------
    EOFError
        If nothing more is written.
    """
    if allowed.acts[0] is Act.MARK:
        return _ask_sheet(allowed, ask, tell)
    if allowed.acts[0] is Act.GRADE:
        return _ask_paper(allowed, ask, tell)
    while True:
        try:
            act, names = _ask_act(allowed, ask)
        except Unclear as unclear:
            tell(unclear.why)
            continue
        reasons: tuple[tuple[str, str], ...] = ()
        if act.value in allowed.needs_reason:
            about = names[0] if names else ""
            reasons = ((about, _ask_words(message(f"play.reason.{act.name.lower()}"), ask, tell)),)
        move = Move(act, names, reasons=reasons)
        objection = allowed.objection(move)
        if objection is None:
            return move
        tell(message("play.refused", found=objection.found, expected=objection.expected))


def _ask_act(allowed: Moves, ask: Ask) -> tuple[Act, tuple[str, ...]]:
    """Return what is done and to whom; words name an act, and names or numbers the one act that takes names."""
    plain = {act: _word(act) for act in allowed.acts if act in WITHOUT_NAMES}
    takes_names = [act for act in allowed.acts if act not in WITHOUT_NAMES]
    form = "play.or-word" if takes_names else "play.word"
    words = [message(form, word=word, means=message(f"play.means.{act.name.lower()}")) for act, word in plain.items()]
    if not takes_names:
        written = ask(message("play.ask.answer"), (), words)
        return _act_named(written, plain), ()
    act = takes_names[0]
    if allowed.least == 0:
        words.append(message("play.or-nobody"))
    count = allowed.most if allowed.least == allowed.most else f"{allowed.least}–{allowed.most}"
    number = "one" if allowed.most == 1 else "several"
    written = ask(message(f"play.ask.{act.name.lower()}.{number}", number=count), allowed.names, words)
    for other, word in plain.items():
        if written.casefold() == word:
            return other, ()
    if not written and allowed.least > 0:
        raise Unclear(message("play.unclear.nothing"))
    return act, names_of(written, allowed.names)


def _act_named(written: str, plain: dict[Act, str]) -> Act:
    for act, word in plain.items():
        if written.casefold() in {word, word[:1]} and written:
            return act
    raise Unclear(message("play.unclear.word", words=tuple(plain.values())))


def _word(act: Act) -> str:
    return say(message(f"play.word.{act.name.lower()}"))


def names_of(written: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return the names that were written, by number or in words, separated by commas (numbers by spaces, too).

    Raises
    ------
    Unclear
        If one is no number and no name of the list.
    """
    parts = written.split(",") if not re.fullmatch(r"[\d\s,]*", written) else re.split(r"[\s,]+", written)
    found = []
    for part in (part.strip() for part in parts if part.strip()):
        if part.isdecimal() and 1 <= int(part) <= len(names) and part not in names:
            found.append(names[int(part) - 1])
            continue
        same = [name for name in names if name.casefold() == part.casefold()]
        same = same or [name for name in names if part.casefold() in name.casefold().split()]
        if len(same) != 1:
            meant = nearest(part, names)
            words = "play.unclear.several" if len(same) > 1 else "play.unclear.meant" if meant else "play.unclear.name"
            filled = {"names": tuple(same)} if len(same) > 1 else {"meant": meant} if meant else {}
            raise Unclear(message(words, written=part, **filled))
        found.append(same[0])
    return tuple(found)


def _ask_names(question: Message, names: Sequence[str], ask: Ask, tell: Callable[[Message], None]) -> tuple[str, ...]:
    while True:
        try:
            return names_of(ask(question, names, ()), names)
        except Unclear as unclear:
            tell(unclear.why)


def _ask_words(question: Message, ask: Ask, tell: Callable[[Message], None]) -> str:
    while True:
        written = ask(question, (), ())
        if written:
            return written
        tell(message("play.unclear.reason"))


def _ask_sheet(allowed: Moves, ask: Ask, tell: Callable[[Message], None]) -> Move:
    while True:
        struck: list[str] = []
        ranks: list[tuple[str, int]] = []
        for marked in allowed.sheet:
            out, ranked = _ask_marks(marked, allowed.ranking, ask, tell)
            struck.extend(out)
            ranks.extend((name, place) for place, name in enumerate(ranked, 1))
        move = Move(Act.MARK, tuple(sorted(struck)), tuple(ranks))
        objection = allowed.objection(move)
        if objection is None:
            return move
        tell(message("play.refused", found=objection.found, expected=objection.expected))


def _ask_marks(
    marked: Marked, ranking: Ranking, ask: Ask, tell: Callable[[Message], None]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return whom one list's marks strike and rank; the last one that is left need not be written."""
    if marked.list:
        tell(message("play.list", name=marked.list))
    out: tuple[str, ...] = ()
    most = len(marked.names) if marked.most_strikes is None else min(marked.most_strikes, len(marked.names))
    if most:
        words = "play.ask.strikes.any" if marked.most_strikes is None else "play.ask.strikes"
        filled = {} if marked.most_strikes is None else {"count": most}
        while len(out := tuple(dict.fromkeys(_ask_names(message(words, **filled), marked.names, ask, tell)))) > most:
            tell(message("play.unclear.too-many", count=most))
    left = tuple(name for name in marked.names if name not in out)
    if ranking is Ranking.NONE or len(left) < 2:
        return out, () if ranking is Ranking.NONE else left
    while True:
        ranked = tuple(dict.fromkeys(_ask_names(message("play.ask.ranks"), left, ask, tell)))
        missing = tuple(name for name in left if name not in ranked)
        if len(missing) <= 1:
            return out, (*ranked, *missing)
        tell(message("play.unclear.ranks", names=missing))


def _ask_paper(allowed: Moves, ask: Ask, tell: Callable[[Message], None]) -> Move:
    grades, reasons = [], []
    for name in allowed.names:
        words = {say(message(f"play.grade.{grade}")): grade for grade in allowed.grades}
        shown = [message("play.or-grade", word=word) for word in words]
        while True:
            written = ask(message("play.ask.grade", name=name), (), shown).casefold()
            given = [grade for word, grade in words.items() if written and word.startswith(written)]
            if not written:
                given = [allowed.grades[-1]]
            if len(given) == 1:
                break
            tell(message("play.unclear.word", words=tuple(words)))
        grades.append((name, given[0]))
        if given[0] in allowed.needs_reason:
            reasons.append((name, _ask_words(message("play.reason.veto", name=name), ask, tell)))
    return Move(Act.GRADE, grades=tuple(grades), reasons=tuple(reasons))
