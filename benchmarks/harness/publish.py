"""Put the results of a run where they are kept and shown: JSON, Markdown and the picture."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

SHOWN = re.compile(r"(?<=<!-- results -->\n).*?(?=<!-- end of results -->)", re.DOTALL)
"""The part of the page that every run writes anew."""


def publish(folder: Path, page: Path | None, results: dict[str, Any], tables: str, picture: str) -> None:
    """Write ``last.json``, ``last.md`` and ``growth.svg`` into a folder; with a page, show tables and picture there."""
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "last.json", json.dumps(results, indent=1, ensure_ascii=False) + "\n")
    _write(folder / "last.md", tables)
    if picture:
        _write(folder / "growth.svg", picture)
    if page is not None:
        if picture:
            _write(page.with_name("growth.svg"), picture)
        _write(page, SHOWN.sub(lambda _: f"\n{tables}\n", page.read_text(encoding="utf-8")))


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="\n")
