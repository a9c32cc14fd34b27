"""A slate as a user gives it: ``post=person,person`` and ``term=option``, or a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from placet.case.catalog import Catalog
from placet.case.compose import compose
from placet.case.nouns import Case
from placet.case.spoken import nearest
from placet.case.tree import Mapping, Node, Scalar
from placet.errors import CaseError, Fault, PlacetError, QuestionError
from placet.zone.settlement import Settlement

LARGEST_FILE = 1_000_000


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
        With the place in the file of the first mistake.
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
    for key, value in _pairs(root, path):
        try:
            _seat(case, slate, terms, key.text, _listed(value, path))
        except QuestionError as mistake:
            where = key if mistake.found == f'"{key.text}"' else value
            fault = Fault(path, where.line, where.column, mistake.found, mistake.expected, mistake.suggestion)
            raise CaseError((fault,)) from None
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


def _listed(value: Node, path: str) -> list[str]:
    if isinstance(value, Scalar):
        return [value.text]
    if isinstance(value, Mapping) or not all(isinstance(part, Scalar) for part in value.items):
        raise CaseError((Fault(path, value.line, value.column, "something else", "a name or a list of names"),))
    return [part.text for part in value.items if isinstance(part, Scalar)]


def _seat(case: Case, slate: dict[str, set[str]], terms: dict[str, str], where: str, who: list[str]) -> None:
    """Put people at a post, or choose an option for a term."""
    places = {post.id: post.title.entries for post in case.posts.values()}
    subjects = {term.id: term.title.entries for term in case.terms.values()}
    found = _meant(where, {**places, **subjects}, "a post or a term")
    if found in case.posts:
        names = {person.id: person.name.entries for person in case.candidates.values()}
        slate.setdefault(found, set()).update(_meant(person, names, "a candidate") for person in who)
        return
    if len(who) != 1 or found in terms:
        raise QuestionError(f'"{", ".join(who)}"', f"one option for {found}")
    options = {option: title.entries if title else () for option, title in case.terms[found].options.items()}
    terms[found] = _meant(who[0], options, f"an option of {found}")


def _meant(word: str, names: dict[str, tuple[tuple[str, str], ...]], expected: str) -> str:
    """Return the id that a word means: an id, or a name in any language that only one has."""
    if word in names:
        return word
    bearers = {id_ for id_, entries in names.items() if word in {name for _, name in entries}}
    if len(bearers) == 1:
        return bearers.pop()
    every = {name: id_ for id_, entries in names.items() for name in (id_, *(words for _, words in entries))}
    raise QuestionError(f'"{word}"', expected, nearest(word, every))


def _first_post(case: Case) -> str:
    return f"{next(iter(case.posts))}={next(iter(case.candidates))}"
