"""Whether those on a list could sit at the posts of a case: asked of the zone, with its constraints alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from placet.case.catalog import Catalog
from placet.case.forms import Quota
from placet.case.nouns import Case, Constraint
from placet.case.selectors import Named
from placet.case.spoken import nearest, quoted, series
from placet.errors import QuestionError
from placet.words import Message, message
from placet.zone.sentences import Teller
from placet.zone.zone import Zone


@dataclass(frozen=True)
class Outside:
    """Somebody, or several together, who cannot sit at the posts for which they are listed.

    Parameters
    ----------
    names : tuple of str
        As the list has them.
    posts : tuple of str
        The post of each.
    constraints : tuple of str
        Rules of the body that would break; empty if somebody is not eligible, or no candidate of the case.
    is_known : bool
        Whether the case has them all as candidates.
    """

    names: tuple[str, ...]
    posts: tuple[str, ...]
    constraints: tuple[str, ...]
    is_known: bool = True

    def to_dict(self) -> dict[str, Any]:
        """Return it as the JSON of ``placet appoint --case`` has it."""
        return {
            "names": list(self.names),
            "posts": list(self.posts),
            "constraints": list(self.constraints),
            "known": self.is_known,
        }

    def explain(self, case: Case) -> Message:
        """Return why they cannot sit there, as a sentence."""
        titles = tuple(dict.fromkeys(case.posts[post].title for post in self.posts))
        if not self.is_known:
            return message("sheets.outside.unknown", names=self.names)
        if not self.constraints:
            return message("sheets.outside.ineligible", names=self.names, posts=titles, count=len(self.names))
        teller = Teller(case, None)
        rules = tuple(teller.rule(id_) for id_ in self.constraints)
        words = "sheets.outside.breaks" if len(self.names) == 1 else "sheets.outside.together"
        return message(words, names=self.names, posts=titles, rules=rules)


def post_of_each_list(case: Case, lists: Sequence[str], given: Iterable[str]) -> dict[str, str]:
    """Return the case's post for each list, from ``--post POST`` or ``--post LIST=POST``.

    A list that none is given for is for the post of its name, or for the only post of the case.

    Raises
    ------
    QuestionError
        If a list has no post, or the case has no such post.
    """
    posts: dict[str, str] = {}
    for word in given:
        name, sign, post = word.rpartition("=")
        wanted = name.strip() if sign else lists[0]
        if not sign and len(lists) > 1:
            raise QuestionError(f"--post {word}", f"--post LIST=POST for each of {series(lists, 'and')}")
        if wanted not in lists:
            raise QuestionError(f"--post {word}", f"one of the lists {series(lists)}", nearest(wanted, lists))
        posts[wanted] = _post(case, post.strip())
    for name in lists:
        if name in posts:
            continue
        if name not in case.posts and len(case.posts) > 1:
            what = f"for the list {quoted(name)}" if name else "for the list"
            expected = f"--post {'LIST=' if name else ''}POST, with {series(case.posts)}"
            raise QuestionError(f"no post {what}", expected)
        posts[name] = name if name in case.posts else next(iter(case.posts))
    return posts


def _post(case: Case, word: str) -> str:
    known = {
        spoken: id_ for id_, post in case.posts.items() for spoken in (id_, *(said for _, said in post.title.entries))
    }
    if word not in known:
        raise QuestionError(f"--post {word}", f"a post of the case: {series(case.posts)}", nearest(word, known))
    return known[word]


def person_called(case: Case, name: str) -> str | None:
    """Return the candidate of the case whose id or name, in any language, this is; None if there is none."""
    wanted = name.casefold()
    for person in case.candidates.values():
        if wanted in {person.id.casefold(), *(spoken.casefold() for _, spoken in person.name.entries)}:
            return person.id
    return None


def outside(case: Case, lists: Mapping[str, Sequence[str]], posts: Mapping[str, str]) -> tuple[Outside, ...]:
    """Return everybody on the lists who cannot sit at the post of the list, whoever else sits.

    Raises
    ------
    QuestionError
        If nobody at all can keep the case's constraints.

    Notes
    -----
    One feasibility question for each name: about 5 ms each.
    """
    _check_possible(case)
    found = []
    for wanted, names in lists.items():
        for name in names:
            broken = _broken(case, ((name, posts[wanted]),))
            if broken is not None:
                found.append(broken)
    return tuple(found)


def outside_together(case: Case, seats: Sequence[tuple[str, str]]) -> Outside | None:
    """Return why those who came out cannot sit together, or None if they can; each is given with the post."""
    return _broken(case, seats) if seats else None


def _check_possible(case: Case) -> None:
    if not _without_demands(case, ()).feasible():
        raise QuestionError(
            "a case whose constraints nobody can keep", "one that somebody can (`placet solve` says why)"
        )


def _without_demands(case: Case, seated: Sequence[tuple[str, str]]) -> Zone:
    """Return the zone of the constraints alone, with people who must sit at their posts."""
    rules = dict(case.constraints.items())
    for number, (person, post) in enumerate(seated):
        id_ = f"seated:{number}"
        rules[id_] = Constraint(id_, Quota(Named(person), at_least=1, posts=(post,)))
    nothing = replace(case, demands=Catalog(()), record=(), preferences=Catalog(()), constraints=Catalog(rules.items()))
    return Zone(nothing)


def _broken(case: Case, seats: Sequence[tuple[str, str]]) -> Outside | None:
    people = [person_called(case, name) for name, _ in seats]
    names, posts = tuple(name for name, _ in seats), tuple(post for _, post in seats)
    known = [person for person in people if person is not None]
    if len(known) < len(people):
        strangers = tuple(name for name, who in zip(names, people, strict=True) if who is None)
        return Outside(strangers, posts, (), is_known=False)
    if any(person not in case.eligible(post) for person, post in zip(known, posts, strict=True)):
        return Outside(names, posts, ())
    answer = _without_demands(case, tuple(zip(known, posts, strict=True))).feasible()
    if answer:
        return None
    return Outside(names, posts, tuple(id_ for id_ in answer.impossible or () if id_ in case.constraints))
