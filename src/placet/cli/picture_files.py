"""Pictures as files: ``--svg``, ``--png`` and ``--html`` for the verbs whose answer can be looked at."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from placet.errors import PlacetError

if TYPE_CHECKING:
    from placet.pictures.drawing import Size
    from placet.pictures.picture import Picture

Command = TypeVar("Command", bound=Callable[..., Any])
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
BROWSER_OPTIONS = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--force-device-scale-factor=2",
)
BROWSER_SECONDS = 60
FONTS = ("fontpkg_amiri",)
"""Packages that hold fonts for machines that have none with Arabic letters."""
SHARP = 2
"""Pixels of a PNG for each pixel of the picture, in both directions."""


@dataclass(frozen=True)
class Files:
    """Where the picture of an answer is to be written, and for which size of paper or screen."""

    svg: Path | None
    png: Path | None
    html: Path | None
    size: Size

    def __bool__(self) -> bool:
        return any((self.svg, self.png, self.html))

    def write(self, picture: Picture) -> None:
        """Write the picture to each file that was asked for, and say so on standard error.

        Raises
        ------
        PlacetError
            If a file cannot be written, or nothing is there that makes a PNG.
        """
        for path, make in ((self.svg, _svg), (self.html, _html), (self.png, _png)):
            if path is None:
                continue
            made = make(picture)
            try:
                path.write_bytes(made)
            except OSError as mistake:
                raise PlacetError(f"{path} cannot be written: {mistake.strerror}.") from mistake
            click.echo(f"wrote {path}", err=True)


def picture_options(what: str) -> Callable[[Command], Callable[..., Any]]:
    """Add ``--svg``, ``--png``, ``--html`` and ``--size``, which the command takes as one value, ``files``.

    `what` says what the picture shows.
    """

    def add(command: Command) -> Callable[..., Any]:
        @wraps(command)
        def with_files(
            *args: Any, svg: Path | None, png: Path | None, html: Path | None, picture_size: Size, **rest: Any
        ) -> Any:
            return command(*args, files=_files(Files(svg, png, html, picture_size)), **rest)

        file = click.Path(dir_okay=False, path_type=Path)
        sizes = click.Choice(["screen", "page", "phone"])
        told = "The size of the picture: for a screen, a page of paper or a phone."
        added: Callable[..., Any] = click.option(
            "--size", "picture_size", type=sizes, default="screen", show_default=True, help=told
        )(with_files)
        for name, shown in (
            ("html", "The same as a page for a browser, with the table behind it."),
            ("png", "The same as pixels, for a slide or a letter."),
            ("svg", f"Draw {what} too, and write it to FILE."),
        ):
            added = click.option(f"--{name}", name, metavar="FILE", type=file, help=shown)(added)
        return added

    return add


def _files(files: Files) -> Files:
    """Return where pictures go, refusing a size without a file, and one file for two pictures."""
    if not files and files.size != "screen":
        raise click.UsageError("--size is the size of a picture; give --svg, --png or --html with it.")
    given = [path.resolve() for path in (files.svg, files.png, files.html) if path is not None]
    if len(set(given)) < len(given):
        raise click.UsageError("--svg, --png and --html need a file each; one file is given twice.")
    return files


def _svg(picture: Picture) -> bytes:
    return picture.to_svg().encode()


def _html(picture: Picture) -> bytes:
    return picture.to_page().encode()


def _png(picture: Picture) -> bytes:
    """Return the picture as pixels, by the resvg library where it is installed, else by a browser."""
    if importlib.util.find_spec("resvg_py") is not None:
        import resvg_py  # noqa: PLC0415 -- an extra, and only pixels need it

        try:
            return bytes(resvg_py.svg_to_bytes(svg_string=picture.svg, zoom=SHARP, font_dirs=_fonts()))
        except ValueError as mistake:
            raise PlacetError(
                f"The picture could not be turned into a PNG: {mistake}. Write --svg instead."
            ) from mistake
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        raise PlacetError(
            "A PNG needs the library resvg-py or the browser Chromium, and neither is here. "
            'Install the first with: uv tool install "placet[png]" (or write --svg or --html instead).'
        )
    return _by_browser(browser, picture)


def _fonts() -> list[str]:
    """Return the folders of the fonts that are installed as packages."""
    specs = (importlib.util.find_spec(name) for name in FONTS)
    return [folder for spec in specs if spec is not None for folder in spec.submodule_search_locations or ()]


def _by_browser(browser: str, picture: Picture) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        page, shot = Path(folder, "picture.html"), Path(folder, "picture.png")
        body = f'<!DOCTYPE html><meta charset="utf-8"><body style="margin:0">{picture.svg}</body>'
        page.write_text(body, encoding="utf-8")
        own = (f"--user-data-dir={folder}/profile", f"--window-size={picture.width},{picture.height}")
        command = [browser, *BROWSER_OPTIONS, *own, f"--screenshot={shot}", page.as_uri()]
        # A browser that is run by root, as in a container, starts only without its sandbox; the page is ours.
        for extra in ((), ("--no-sandbox",)):
            try:
                subprocess.run(  # noqa: S603 -- a browser found by its name, on a page that we wrote
                    [*command, *extra], capture_output=True, timeout=BROWSER_SECONDS, check=False
                )
            except (OSError, subprocess.TimeoutExpired):
                continue
            if shot.is_file():
                return shot.read_bytes()
    raise PlacetError(f"{browser} made no PNG of the picture. Write --svg or --html instead.")
