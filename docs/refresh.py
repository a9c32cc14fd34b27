"""Run every console block of the pages and put its output in place; `--check` only names the blocks that are stale.

In a block of the language `console` each line that begins with `$ ` is a command, run from the root of the project
with its `placet` first on the path; the lines under it are what it printed. Blocks of other languages are not run.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

DOCS = Path(__file__).parent
ROOT = DOCS.parent
BLOCK = re.compile(r"^```console\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)
COLUMNS = 80


def pages() -> list[Path]:
    """Return the pages in the order of their names."""
    return sorted(DOCS.glob("*.md"))


def console_blocks(page: Path) -> Iterator[str]:
    """Yield the body of each console block of a page."""
    for found in BLOCK.finditer(page.read_text(encoding="utf-8")):
        yield found["body"]


def commands(body: str) -> list[str]:
    """Return the commands of a block, without the prompt."""
    return [line.removeprefix("$ ") for line in body.splitlines() if line.startswith("$ ")]


def run(command: str) -> str:
    """Return what a command prints, errors included, without space at the ends of lines."""
    here = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "COLUMNS": str(COLUMNS)}
    ran = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=ROOT,
        env={**os.environ, **here, "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return "".join(f"{line.rstrip()}\n" for line in ran.stdout.strip("\n").splitlines())


def as_it_is(body: str) -> str:
    """Return a block's body with what its commands print now."""
    return "\n".join(f"$ {command}\n{run(command)}" for command in commands(body))


def main() -> int:
    """Rewrite the pages, or with `--check` leave them and return 1 if one is stale."""
    stale = 0
    for page in pages():
        text = page.read_text(encoding="utf-8")
        fresh = BLOCK.sub(lambda found: f"```console\n{as_it_is(found['body'])}```", text)
        if fresh != text:
            stale += 1
            print(f"{page.relative_to(ROOT)}: the output has changed")
            if "--check" not in sys.argv:
                page.write_text(fresh, encoding="utf-8", newline="\n")
    return int("--check" in sys.argv and stale > 0)


if __name__ == "__main__":
    sys.exit(main())
