"""A slate as a user gives it: ``post=person,person`` and ``term=option``, or a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from placet.case.catalog import Catalog
from placet.case.compose import compose
from placet.case.nouns import Case
from placet.case.spoken import nearest
from placet.case.tree import Mapping, Node, Scalar
from placet.errors import CaseError, Fault, PlacetError, QuestionError
from placet.zone.settlement import Settlement

LARGEST_FILE = 1_000_000
MOST_LISTED = 8
"""So many names are told in full; of more, the first three."""


def from_words(case: Case, words: Sequence[str]) -> Settlement:
    """Return the settlement that words such as ``head=haddad`` or ``election=six-months`` describe.

    People, posts, terms and options are given by id or by name.

    Raises
    ------
    QuestionError
        For a word of another shape or a name that the case does not have, with the nearest one it has.
    """
    slate: dict[str, set[str]] = {}
    terms: dict[str, str] = {}
    for word in words:
        where, equals, who = word.partition("=")
        if not equals:
            raise QuestionError(f'"{word}"', "post=person,person or term=option", _first_post(case))
        _seat(case, slate, terms, where.strip(), [part.strip() for part in who.split(",") if part.strip()])
    return _arranged(case, slate, terms)


def from_file(case: Case, path: str) -> Settlement:
    """Return the settlement of a YAML or JSON file: ``{post: [person, ...], term: option}``.

    A settlement as ``placet solve --json`` prints it, ``{"slate": {...}, "terms": {...}}``, is read too.

    Raises
    ------
    CaseError
        With every mistake and its place in the file.
    """
    file = Path(path)
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise PlacetError(f"{path} is larger than a slate can be.")
        text = file.read_text(encoding="utf-8-sig")
    except OSError as mistake:
        raise PlacetError(f"{path} cannot be read: {mistake.strerror}.") from mistake
    root, faults = compose(text, path)
    if faults:
        raise CaseError(tuple(faults))
    slate: dict[str, set[str]] = {}
    terms: dict[str, str] = {}
    mistakes: list[Fault] = []
    for key, value in _pairs(root, path):
        mistakes += [
            Fault(path, node.line, node.column, wrong.found, wrong.expected, wrong.suggestion)
            for node, wrong in _seat_listed(case, slate, terms, key, value)
        ]
    if mistakes:
        raise CaseError(tuple(mistakes))
    return _arranged(case, slate, terms)


def _arranged(case: Case, slate: dict[str, set[str]], terms: dict[str, str]) -> Settlement:
    """Return the settlement in the order of the case; a term that was left out stays out, and is found wanting."""
    seated = ((post, tuple(who for who in case.candidates if who in slate.get(post, ()))) for post in case.posts)
    return Settlement(Catalog(seated), Catalog((term, terms[term]) for term in case.terms if term in terms))


def _pairs(root: Node, path: str) -> Iterable[tuple[Scalar, Node]]:
    if not isinstance(root, Mapping):
        raise CaseError((Fault(path, root.line, root.column, "something else", "{post: [person, ...]}"),))
    inner = [part for part in (root.get("slate"), root.get("terms")) if isinstance(part, Mapping)]
    return [pair for part in inner or [root] for pair in part.pairs]


def _seat_listed(
    case: Case, slate: dict[str, set[str]], terms: dict[str, str], key: Scalar, value: Node
) -> Iterator[tuple[Node, QuestionError]]:
    """Seat everybody whom a line of a file names; yield each mistake with what it stands at."""
    if isinstance(value, Mapping) or (
        not isinstance(value, Scalar) and not all(isinstance(part, Scalar) for part in value.items)
    ):
        yield value, QuestionError("something else", "a name or a list of names")
        return
    named = [value] if isinstance(value, Scalar) else [part for part in value.items if isinstance(part, Scalar)]
    try:
        where = _place(case, key.text)
    except QuestionError as mistake:
        yield key, mistake
        return
    if where in case.terms:
        try:
            _choose(case, terms, where, [part.text for part in named])
        except QuestionError as mistake:
            yield value, mistake
        return
    for part in named:
        try:
            slate.setdefault(where, set()).add(_person(case, part.text))
        except QuestionError as mistake:
            yield part, mistake


def _seat(case: Case, slate: dict[str, set[str]], terms: dict[str, str], where: str, who: list[str]) -> None:
    """Put people at a post, or choose an option for a term."""
    found = _place(case, where)
    if found in case.posts:
        slate.setdefault(found, set()).update(_person(case, person) for person in who)
    else:
        _choose(case, terms, found, who)


def _place(case: Case, word: str) -> str:
    posts = {post.id: post.title.entries for post in case.posts.values()}
    terms = {term.id: term.title.entries for term in case.terms.values()}
    return _meant(word, {**posts, **terms}, "a post or a term")


def _person(case: Case, word: str) -> str:
    names = {person.id: person.name.entries for person in case.candidates.values()}
    return _meant(word, names, "a candidate")


def _choose(case: Case, terms: dict[str, str], term: str, named: list[str]) -> None:
    if len(named) != 1 or term in terms:
        raise QuestionError(f'"{", ".join(named)}"', f"one option for {term}")
    options = {option: title.entries if title else () for option, title in case.terms[term].options.items()}
    terms[term] = _meant(named[0], options, f"an option of {term}")


def _meant(word: str, names: dict[str, tuple[tuple[str, str], ...]], expected: str) -> str:
    """Return the id that a word means: an id, a name in any language, or a word of a name, that only one has."""
    if word in names:
        return word
    spoken = word.casefold()
    whole = {id_: {words.casefold() for _, words in entries} for id_, entries in names.items()}
    parts = {id_: {part for words in every for part in words.split()} for id_, every in whole.items()}
    for bearing in (whole, parts):
        bearers = [id_ for id_, every in bearing.items() if spoken in every]
        if len(bearers) == 1:
            return bearers[0]
    every = {spelling: id_ for id_, said in parts.items() for spelling in said}
    every |= {name: id_ for id_, entries in names.items() for name in (id_, *(words for _, words in entries))}
    meant = nearest(word, every)
    raise QuestionError(f'"{word}"', expected if meant else f"{expected}{_listed(tuple(names))}", meant)


def _listed(known: Sequence[str]) -> str:
    """Return the ids there are, so that a word that is like none of them is answered with what could be said."""
    if len(known) > MOST_LISTED:
        return f", such as {' or '.join(known[:3])}"
    return f": {' or '.join(known)}"


def _first_post(case: Case) -> str:
    return f"{next(iter(case.posts))}={next(iter(case.candidates))}"
