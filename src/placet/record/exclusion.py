"""Which forms exclude somebody outright."""

from __future__ import annotations

from placet.case.forms import Blocks, Excludes, Form, Posts, Quota, Share
from placet.case.selectors import Selector


def excluded_by(form: Form | Blocks) -> tuple[Selector, Posts] | None:
    """Return whom a form lets hold no seat and in which posts (None: all); None if it is no exclusion."""
    match form:
        case Excludes():
            return form.where, form.posts
        case Quota(exactly=0) | Quota(at_least=None, at_most=0):
            return form.where, form.posts
        case Quota(at_least=None, at_most=Share(of_one)) if of_one == 0:
            return form.where, form.posts
    return None
