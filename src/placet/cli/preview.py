"""What a person has told, read back before it is written."""

from __future__ import annotations

from collections.abc import Mapping

from placet.case.forms import Amount
from placet.case.selectors import Named
from placet.case.text import Text
from placet.cli.draft import Draft, Firmness, Refusal, Rule
from placet.words import Message, message
from placet.words.say import number


def preview(draft: Draft) -> tuple[Message, ...]:
    """Return the draft as sentences, in the order in which it was told."""
    said = [message("new.preview", title=draft.title)]
    agreeing = tuple(Text.plain(called) for side, called in draft.sides.items() if draft.consents[side])
    speaking = tuple(Text.plain(called) for side, called in draft.sides.items() if not draft.consents[side])
    if agreeing:
        said.append(message("new.preview.consent", count=len(agreeing), names=agreeing))
    if speaking:
        said.append(message("new.preview.no-consent", count=len(speaking), names=speaking))
    for post, called in draft.posts.items():
        fewest, most = draft.seats[post].at_least, draft.seats[post].at_most
        words = "new.preview.post" if fewest == most else "new.preview.post-range"
        said.append(message(words, name=called, count=most, fewest=fewest))
    said.append(message("new.preview.candidates", count=len(draft.candidates), names=_few(draft.candidates)))
    if draft.groups:
        said.append(message("new.preview.groups", count=len(draft.groups), names=_few(draft.groups)))
    said += [_rule(draft, rule) for rule in draft.rules]
    for term, called in draft.terms.items():
        said.append(message("new.preview.term", name=called, options=tuple(draft.options[term].values())))
    said += [_refusal(draft, refusal) for refusal in draft.refusals] or [message("new.preview.no-refusals")]
    return tuple(said)


def _few(names: Mapping[str, str], shown: int = 6) -> tuple[Text | Message, ...]:
    """Return the first names, and how many more there are."""
    called = tuple(map(Text.plain, names.values()))
    if len(called) <= shown + 1:
        return called
    return (*called[:shown], message("new.preview.more", count=len(called) - shown))


def _rule(draft: Draft, rule: Rule) -> Message:
    bound, amount = ("at-least", rule.at_least) if rule.at_least is not None else ("at-most", rule.at_most or 0)
    return message(f"new.preview.{bound}", name=Text.plain(draft.groups[rule.group]), amount=_amount(amount))


def _amount(amount: Amount) -> Message:
    if isinstance(amount, int):
        return message("new.preview.seats", count=amount)
    return message("new.preview.share", percent=number(amount.of_one * 100))


def _refusal(draft: Draft, refusal: Refusal) -> Message:
    whom = refusal.whom
    called = draft.candidates[whom.candidate] if isinstance(whom, Named) else draft.groups[whom.group]
    seats = tuple(Text.plain(draft.posts[post]) for post in refusal.posts or ())
    where = message("new.preview.in", names=seats) if seats else message("new.preview.everywhere")
    words = {
        Firmness.SAID: "new.preview.refuses",
        Firmness.NEVER: "new.preview.never",
        Firmness.EXPECTED: "new.preview.expected",
    }[refusal.firmness]
    percent = "" if refusal.odds is None else number(refusal.odds * 100)
    return message(
        words, side=Text.plain(draft.sides[refusal.side]), name=Text.plain(called), where=where, percent=percent
    )
