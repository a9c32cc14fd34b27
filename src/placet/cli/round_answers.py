"""What can be asked of a round: its agreement, its turnout, its outcome, its bundle; and what a side signs."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from placet.audit.answer import agree_to
from placet.audit.bundle import take_bundle, write_bundle
from placet.audit.desk import Desk
from placet.audit.rehearsal import rehearse
from placet.cli.answering import answer_to_bundle, output_option
from placet.cli.opening import emit
from placet.cli.options import answer_options
from placet.cli.page import Page
from placet.cli.passphrase import key_option, open_keys
from placet.cli.procedures_page import tell_appointment
from placet.cli.round_folder import at_desk, at_option, folder_argument, read_agreement, read_course
from placet.cli.round_page import cosigned_by, tell_agreement, tell_status
from placet.words import message

agreement_argument = click.argument("agreement_path", metavar="AGREEMENT", type=click.Path(path_type=Path))


@click.command("show")
@agreement_argument
@answer_options
def show(*, agreement_path: Path, as_json: bool, lang: str) -> None:
    """Show what an agreement.json binds you to: list, rules, who can open, and the numbers to compare."""
    agreement = read_agreement(agreement_path)
    if as_json:
        cards = {**agreement.terms.sides, **agreement.terms.holders, agreement.keeper.id: agreement.keeper}
        emit({"agreement": agreement.to_dict(), "digest": agreement.terms.digest.hex(),
              "fingerprints": {name: card.fingerprint for name, card in sorted(cards.items())}})  # fmt: skip
    else:
        Page(lang).show(tell_agreement(agreement, rehearse(agreement)))


@click.command("agree")
@agreement_argument
@output_option
@key_option
@answer_options
def agree(
    *,
    agreement_path: Path,
    output: Path | None,
    key_file: Path,
    passphrase_file: Path | None,
    as_json: bool,
    lang: str,
) -> None:
    """Sign AGREEMENT, as a side that has read it and compared the numbers of all cards."""
    agreement = read_agreement(agreement_path)
    keys = open_keys(key_file, passphrase_file)
    path = output or Path(f"{keys.id}.agreed.answer")
    path.write_bytes(agree_to(agreement, keys).to_bytes())
    if as_json:
        emit({"answer": str(path), "agreed": True, "digest": agreement.terms.digest.hex()})
    else:
        page = Page(lang)
        page.show(tell_agreement(agreement, rehearse(agreement)))
        page.gap()
        page.paragraph(message("audit.open.agreed"), message("audit.open.answer", file=str(path)))


@click.command("cosign")
@click.argument("bundle", type=click.Path(path_type=Path, dir_okay=False))
@output_option
@at_option
@key_option
@answer_options
def cosign(
    *,
    bundle: Path,
    output: Path | None,
    at: datetime | None,
    key_file: Path,
    passphrase_file: Path | None,
    as_json: bool,
    lang: str,
) -> None:
    """Check BUNDLE and cosign its ledger, if it continues what you saw before.

    What you have seen is kept beside your key file, so that nobody can show you another history later.
    """
    answer_to_bundle(bundle, key_file, open_keys(key_file, passphrase_file), output, at, as_json=as_json, lang=lang)


@click.command("status")
@folder_argument
@answer_options
def status(*, folder: Path, as_json: bool, lang: str) -> None:
    """Tell who has agreed, handed in and released, and what is awaited; nothing of what a sheet says."""
    log, course = read_course(folder)
    if not as_json:
        Page(lang).show(tell_status(log, course))
        return
    emit(
        {
            "closes": course.closes.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "closed": course.closing is not None,
            "agreed": sorted(course.agreed),
            "handed_in": {side: len(course.envelopes.get(side, ())) for side in sorted(course.agreement.terms.sides)},
            "complaints": {
                side: sorted(course.complaints.get(one.digest, ())) for side, one in sorted(course.counted.items())
            },
            "cosigned": sorted(cosigned_by(log, course)),
            "open": [side for side, one in sorted(course.counted.items()) if course.opened_by(one) is not None],
            "declined": list(course.declined),
            "outcome": course.outcome is not None,
            "cancelled": course.cancelled,
        }
    )


@click.command("outcome")
@at_desk
@click.option("--steps", "all_steps", is_flag=True, help="Tell every step, however many there are.")
def outcome(*, desk: Desk, all_steps: bool, as_json: bool, lang: str) -> None:
    """Compute the outcome from the sheets that are open, and write it down.

    What is shown here tells the marks on every sheet. What everybody may see is in the public bundle.
    """
    recomputed, _ = desk.come_out()
    if as_json:
        emit({**recomputed.appointment.to_dict(), "sheets": dict(recomputed.fates), "told": dict(recomputed.told),
              "disclosed": dict(recomputed.disclosed)})  # fmt: skip
        return
    page = Page(lang)
    for side, why in recomputed.told.items():
        page.item(message("audit.round.silence", side=side, why=why))
    page.show(tell_appointment(recomputed.appointment, all_steps=all_steps))


@click.command("bundle")
@at_desk
@click.option(
    "--full", "kind", flag_value="full", help="Every entry, for those who may see the sheets, and for holders."
)
@click.option(
    "--public", "kind", flag_value="public", default=True, help="What everybody may have; this is the default."
)
@click.option("-o", "--output", required=True, metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
def bundle(*, desk: Desk, kind: str, output: Path, as_json: bool, lang: str) -> None:
    """Write the ledger as one zip file, to be sent to others and checked with `placet verify`."""
    desk.checkpoint()
    taken = take_bundle(desk.log, kind)
    output.write_bytes(write_bundle(taken))
    if as_json:
        emit({"bundle": str(output), "kind": kind, "entries": len(taken.leaves)})
    else:
        words = "audit.round.bundle.open" if kind == "full" and desk.course.releases else f"audit.round.bundle.{kind}"
        Page(lang).paragraph(message(words, file=str(output), count=len(taken.leaves)))


ANSWERS = (show, agree, cosign, status, outcome, bundle)
