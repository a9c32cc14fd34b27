"""``placet open``: look at a round's bundle as one who holds shares, and after the closing let the sheets be opened."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from placet.cli.answering import answer_to_bundle, output_option
from placet.cli.kept_page import KEPT, show_kept
from placet.cli.options import answer_options
from placet.cli.passphrase import key_option, open_keys
from placet.cli.round_folder import at_option


@click.command()
@click.argument("bundle", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--check", "checking", is_flag=True, help="Only check your shares and cosign; so it is without --release."
)
@click.option("--release", "releasing", is_flag=True, help="Release your shares, so that the sheets can be opened.")
@click.option("--recovery", is_flag=True, help="Release those for recovery too, because a holder refuses.")
@click.option("--without", multiple=True, metavar="SIDE",
              help="Do not wait until this side has cosigned the closing, because it does not answer.")  # fmt: skip
@click.option("--agree", "agreeing", is_flag=True, help="Sign the agreement too, as a side that has read it.")
@click.option("--round", "agreed_path", metavar="FILE", type=click.Path(path_type=Path),
              help="The agreement.json that you have; a bundle of another one is refused.")  # fmt: skip
@output_option
@at_option
@key_option
@answer_options
def verb(
    *,
    bundle: Path,
    checking: bool,
    releasing: bool,
    recovery: bool,
    without: tuple[str, ...],
    agreeing: bool,
    agreed_path: Path | None,
    output: Path | None,
    at: datetime | None,
    key_file: Path,
    passphrase_file: Path | None,
    as_json: bool,
    lang: str,
) -> None:
    """Check a full BUNDLE and your shares in it, cosign its ledger, and with --release let go of your shares.

    Shares are released only after the closing time by your own clock, and only when each side has cosigned the ledger
    as it was closed. What you have seen is kept beside your key file, so that nobody can show you another history
    later. The answer is a file to send back to the keeper.

    If BUNDLE is the .kept file of a sheet that you sealed, it is shown to you, and -o writes a file that proves to
    others what you had sealed.
    """
    keys = open_keys(key_file, passphrase_file)
    if KEPT in bundle.read_bytes():
        show_kept(bundle, agreed_path, keys, output, as_json=as_json, lang=lang)
        return
    if checking and (releasing or recovery):
        raise click.UsageError("--check releases nothing; leave it out to release.")
    answer_to_bundle(
        bundle,
        key_file,
        keys,
        output,
        at,
        agreeing=agreeing,
        releasing=releasing,
        recovery=recovery,
        without=without,
        agreed_path=agreed_path,
        as_json=as_json,
        lang=lang,
    )
