"""``placet open``: look at a round's bundle as one who takes part, cosign it, and after the closing open the sheets."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from placet.audit.agreement import agreement_from
from placet.audit.answer import Answer, agree_to, complain_of, release_all, seen
from placet.audit.bundle import read_bundle
from placet.audit.entries import read_entry
from placet.audit.verify import verify
from placet.cli.opening import emit
from placet.cli.options import answer_options
from placet.cli.page import Page
from placet.cli.passphrase import key_option, open_keys
from placet.cli.round_folder import now
from placet.errors import QuestionError
from placet.ledger.witness import Watched
from placet.words import message, say


@click.command()
@click.argument("bundle", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--agree", "agreeing", is_flag=True, help="Sign the agreement, as a side that has read it.")
@click.option("--release", "releasing", is_flag=True, help="Release your shares, so that the sheets can be opened.")
@click.option("--recovery", is_flag=True, help="Release those for recovery too, because a holder refuses.")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The answer to send back; left out, ID.answer.",
)
@key_option
@answer_options
def verb(
    *,
    bundle: Path,
    agreeing: bool,
    releasing: bool,
    recovery: bool,
    output: Path | None,
    key_file: Path,
    passphrase_file: Path | None,
    as_json: bool,
    lang: str,
) -> None:
    """Check BUNDLE, cosign its log if it continues what you saw before, and write the answer to send back.

    What you have seen is kept beside your key file, so that nobody can show you another history later. A holder's own
    shares are checked as well, if the bundle is a full one.
    """
    keys = open_keys(key_file, passphrase_file)
    taken = read_bundle(bundle.read_bytes())
    verdict = verify(taken)
    if not verdict.ok:
        wrong = next(check for check in verdict.checks if not check.ok)
        raise QuestionError(f"a bundle that does not hold: {say(wrong.says)}", "a bundle of a sound ledger")
    agreement = agreement_from(read_entry(taken.entries[0]).fields["agreement"])
    memory = key_file.with_suffix(f".{agreement.terms.case}.{agreement.terms.round}.seen")
    watched = Watched(memory.read_bytes()) if memory.exists() else Watched()
    answer, watched = seen(taken, agreement, keys, watched, int(now().timestamp()))
    if agreeing:
        answer = replace(answer, agreed=agree_to(agreement, keys).agreed)
    if taken.kind == "full" and keys.id in agreement.terms.holders:
        answer = replace(answer, complaints=complain_of(taken, keys))
    if releasing or recovery:
        places = None
        if recovery:
            places = [place for place, chosen in enumerate(agreement.terms.sets) if keys.id in chosen]
        answer = replace(answer, releases=release_all(taken, keys, places))
    _remember(memory, watched.note)
    path = output or Path(f"{keys.id}.answer")
    path.write_bytes(answer.to_bytes())
    if as_json:
        emit({"answer": str(path), "cosigned": answer.cosignatures[0][0], "releases": len(answer.releases),
              "complaints": len(answer.complaints), "agreed": bool(answer.agreed)})  # fmt: skip
        return
    _tell(Page(lang), answer, path)


def _tell(page: Page, answer: Answer, path: Path) -> None:
    page.item(message("audit.open.cosigned", size=answer.cosignatures[0][0]))
    if answer.agreed:
        page.item(message("audit.open.agreed"))
    if answer.complaints:
        page.item(message("audit.open.complaints", count=len(answer.complaints)))
    if answer.releases:
        page.item(message("audit.open.released", count=len(answer.releases)))
    page.gap()
    page.paragraph(message("audit.open.answer", file=str(path)))


def _remember(path: Path, note: bytes) -> None:
    """Keep what was seen, whole or not at all."""
    fresh = path.with_name(f"{path.name}.new")
    fresh.write_bytes(note)
    fresh.replace(path)
