"""``placet keys``: draw the keys of one who takes part, and show the fingerprint that people compare."""

from __future__ import annotations

from pathlib import Path

import click

from placet.cli.opening import emit
from placet.cli.options import answer_options, debug_option
from placet.cli.page import Page
from placet.cli.passphrase import new_passphrase, passphrase_option
from placet.errors import QuestionError
from placet.seal.key_files import card_of, lock, write_private
from placet.seal.keys import Card, draw_keys, read_card
from placet.words import message


@click.group("keys")
def verb() -> None:
    """Draw keys and show whose they are.

    One who takes part in a sealed round has a key file, which stays secret, and a card, which goes to everybody.
    """


@verb.command("new")
@click.argument("name", metavar="ID")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The new key file; left out, ID.key. The card is written beside it.",
)
@passphrase_option
@answer_options
def new(*, name: str, output: Path | None, passphrase_file: Path | None, as_json: bool, lang: str) -> None:
    """Draw new keys for one who takes part under this ID, such as `north` or `mediator`.

    The passphrase of the key file has at least 12 letters, such as four or five plain words.
    """
    path = output or Path(f"{name}.key")
    card_path = card_beside(path)
    for there in (path, card_path):
        if there.exists():
            raise QuestionError(f"{there}, which is there already", "a new name: a key that is overwritten is lost")
    keys = draw_keys(name)
    write_private(path, lock(keys, new_passphrase(passphrase_file)))
    card_path.write_bytes(keys.card.to_bytes() + b"\n")
    if as_json:
        emit({"id": name, "key": str(path), "card": str(card_path), "fingerprint": keys.card.fingerprint})
        return
    page = Page(lang)
    page.paragraph(message("audit.keys.written", key=str(path), card=str(card_path)))
    _show(page, keys.card)


@verb.command("show")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@answer_options
def show(*, file: Path, as_json: bool, lang: str) -> None:
    """Show whose card or key file this is, and its fingerprint. No passphrase is needed."""
    card = read_any_card(file)
    if as_json:
        emit({"card": card.to_dict(), "fingerprint": card.fingerprint})
        return
    _show(Page(lang), card)


@verb.command("card")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@debug_option
def card(file: Path) -> None:
    """Print the card in a key file, to be sent to the others. No passphrase is needed."""
    click.echo(card_of(file.read_bytes()).to_bytes().decode())


def card_beside(path: Path) -> Path:
    """Return where the card of a key file stands: north.card.json beside north.key."""
    return path.with_name(f"{path.stem if path.suffix == '.key' else path.name}.card.json")


def read_any_card(file: Path) -> Card:
    """Return the card in a card file or in a key file."""
    data = file.read_bytes()
    return card_of(data) if data.lstrip().startswith(b'{"box"') else read_card(data)


def _show(page: Page, shown: Card) -> None:
    page.gap()
    page.table([(shown.id, [shown.fingerprint])])
    page.gap()
    page.paragraph(message("audit.keys.compare"))
