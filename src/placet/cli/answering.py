"""What one who takes part does with a bundle: checks it, holds it against what was seen before, answers in a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from placet.audit.agreement import agreement_from
from placet.audit.answer import Answer, agree_to, check_may_release, complain_of, release_all, seen
from placet.audit.bundle import read_bundle
from placet.audit.entries import read_entry
from placet.audit.verify import verify
from placet.cli.opening import emit
from placet.cli.page import Page
from placet.cli.round_folder import now, read_agreement
from placet.errors import QuestionError
from placet.ledger.witness import ForkError, Watched
from placet.seal.keys import Keys
from placet.words import message, say


def output_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add where the answer is written."""
    return click.option(
        "-o",
        "--output",
        metavar="FILE",
        type=click.Path(path_type=Path, dir_okay=False),
        help="The answer to send back; left out, it is named after you and what it is.",
    )(command)


def answer_to_bundle(
    path: Path,
    key_file: Path,
    keys: Keys,
    output: Path | None,
    at: datetime | None,
    *,
    agreeing: bool = False,
    releasing: bool = False,
    recovery: bool = False,
    without: tuple[str, ...] = (),
    agreed_path: Path | None = None,
    as_json: bool = False,
    lang: str = "en",
) -> None:
    """Check a bundle, cosign it if it continues what was seen before, and write the answer to send back.

    Parameters
    ----------
    agreed_path : Path, optional
        The agreement that this one has; another in the bundle is refused.
    """
    moment = at or now()
    taken = read_bundle(path.read_bytes())
    verdict = verify(taken)
    if not verdict.ok:
        wrong = next(check for check in verdict.checks if not check.ok)
        raise QuestionError(f"a bundle that does not hold: {say(wrong.says)}", "a bundle of a sound ledger")
    agreement = agreement_from(read_entry(taken.entries[0]).fields["agreement"])
    if agreed_path is not None and read_agreement(agreed_path) != agreement:
        raise QuestionError(f"a bundle of another agreement than {agreed_path}", "the round that was agreed on")
    memory = key_file.with_suffix(f".{agreement.terms.case}.{agreement.terms.round}.seen")
    watched = before = Watched(memory.read_bytes()) if memory.exists() else Watched()
    try:
        answer, watched = seen(taken, agreement, keys, watched, int(moment.timestamp()))
    except ForkError as fork:
        proof = [memory.with_suffix(f".{name}.note") for name in ("seen", "shown")]
        for file, note in zip(proof, (fork.seen, fork.shown), strict=True):
            file.write_bytes(note)
        kept = (
            f"{fork.expected}; the keeper signed both, and {proof[0]} and {proof[1]} prove it: show them to the others"
        )
        raise QuestionError(fork.found, kept) from fork
    if agreeing:
        answer = replace(answer, agreed=agree_to(agreement, keys).agreed)
    if taken.kind == "full" and keys.id in agreement.terms.holders:
        answer = replace(answer, complaints=complain_of(taken, keys))
    if releasing or recovery:
        check_may_release(taken, keys, moment, without)
        own = [place for place, chosen in enumerate(agreement.terms.sets) if keys.id in chosen]
        answer = replace(answer, releases=release_all(taken, keys, own if recovery else None))
    _remember(memory, watched.note)
    name = "released" if answer.releases else f"cosigned-{answer.cosignatures[0][0]}"
    written = output or Path(f"{keys.id}.{name}.answer")
    written.write_bytes(answer.to_bytes())
    if as_json:
        emit({"answer": str(written), "cosigned": answer.cosignatures[0][0], "releases": len(answer.releases),
              "complaints": len(answer.complaints), "agreed": bool(answer.agreed)})  # fmt: skip
        return
    _tell(
        Page(lang),
        answer,
        written,
        is_first=not before.note,
        is_checked=taken.kind == "full" and keys.id in agreement.terms.holders,
    )


def _tell(page: Page, answer: Answer, path: Path, *, is_first: bool, is_checked: bool) -> None:
    words = "audit.open.cosigned.first" if is_first else "audit.open.cosigned"
    page.item(message(words, size=answer.cosignatures[0][0]))
    if answer.agreed:
        page.item(message("audit.open.agreed"))
    if answer.complaints:
        page.item(message("audit.open.complaints", count=len(answer.complaints)))
    elif is_checked:
        page.item(message("audit.open.checked"))
    if answer.releases:
        page.item(message("audit.open.released", count=len(answer.releases)))
    page.gap()
    page.paragraph(message("audit.open.answer", file=str(path)))


def _remember(path: Path, note: bytes) -> None:
    """Keep what was seen, whole or not at all."""
    fresh = path.with_name(f"{path.name}.new")
    fresh.write_bytes(note)
    fresh.replace(path)
