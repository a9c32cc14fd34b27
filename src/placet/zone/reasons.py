"""Why some rules and demands cannot all be kept, where it is for want of people: said with names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil, floor

from placet.case.forms import Form, Quota, Share
from placet.zone.formula import Every, Formula, Sum
from placet.zone.lower import Columns
from placet.zone.shortage import (
    CapShortage,
    QuotaShortage,
    Shortage,
    find_cap_shortage,
    find_quota_shortage,
    find_shortage,
)


@dataclass(frozen=True)
class Rule:
    """A rule of the body or a demand, by its id: what it says, and the same as a formula."""

    id: str
    form: Form
    formula: Formula

    @property
    def forbidden(self) -> tuple[int, ...]:
        """The columns that it forbids, as far as that is all that some part of it says."""
        parts = self.formula.parts if isinstance(self.formula, Every) else (self.formula,)
        return tuple(column for part in parts if isinstance(part, Sum) for column in part.forbids or ())


class Reasons:
    """The shortages behind a clash of `rules`, those that forbid names among them."""

    def __init__(self, columns: Columns, rules: Iterable[Rule]) -> None:
        self._columns, self._case = columns, columns.case
        self._rules = tuple(rules)
        gone = {column for rule in self._rules for column in rule.forbidden}
        self._left = {
            post: [columns.pairs[column][0] for column in stretch if column not in gone]
            for post, stretch in columns.of_post.items()
        }

    def shortage(self) -> Shortage | None:
        """Return the posts that are short of people once nobody sits whom these rules forbid."""
        seats = {post.id: post.seats.at_least for post in self._case.posts.values()}
        return find_shortage(seats, self._left, one_post_each=self._case.one_post_each)

    def quota_shortage(self) -> QuotaShortage | None:
        """Return a quota among these rules for which too few are left of those whom it means."""
        for rule, quota in self._quotas():
            about = self._about(quota)
            meant = self._case.meant(quota.where)
            least = sum(self._case.posts[post].seats.at_least for post in about)
            wanted = quota.exactly if quota.at_least is None else quota.at_least
            needed = ceil(wanted.of_one * least) if isinstance(wanted, Share) else wanted or 0
            left = {post: [who for who in self._left[post] if who in meant] for post in about}
            most = {post: self._case.posts[post].seats.at_most for post in about}
            found = find_quota_shortage(rule.id, needed, most, left)
            if found is not None:
                return found
        return None

    def cap_shortage(self) -> CapShortage | None:
        """Return posts for which quotas among these rules let too few people sit."""
        caps: dict[tuple[str, ...], dict[str, tuple[int, frozenset[str]]]] = {}
        for rule, quota in self._quotas():
            about = self._about(quota)
            most = quota.exactly if quota.at_most is None else quota.at_most
            if isinstance(most, Share):
                most = floor(most.of_one * sum(self._case.posts[post].seats.at_most for post in about))
            if most is not None:
                caps.setdefault(about, {})[rule.id] = (most, frozenset(self._case.meant(quota.where)))
        for about, held in caps.items():
            seats: Mapping[str, int] = {post: self._case.posts[post].seats.at_least for post in about}
            found = find_cap_shortage(held, seats, {post: self._left[post] for post in about})
            if found is not None:
                return found
        return None

    def _about(self, quota: Quota) -> tuple[str, ...]:
        return tuple(post for post in self._case.posts if quota.posts is None or post in quota.posts)

    def _quotas(self) -> Iterator[tuple[Rule, Quota]]:
        """Yield the quotas among the rules, where one person fills one seat."""
        if self._case.one_post_each:
            yield from ((rule, rule.form) for rule in self._rules if isinstance(rule.form, Quota))
