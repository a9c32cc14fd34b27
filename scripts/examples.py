"""Run the examples of the docs and the README again, and draw the README's terminal: what they show is what is."""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "docs"))

import refresh  # noqa: E402 -- the docs' own runner of console blocks
from picture import picture  # noqa: E402 -- beside this file


def shows_output(body: str) -> bool:
    """Say whether a console block shows what its commands print, rather than only naming commands."""
    return any(not line.startswith("$ ") for line in body.splitlines())


def with_fresh_output(text: str) -> str:
    """Return a page in which every block that shows output shows what its commands print now."""

    def renew(found: "refresh.re.Match[str]") -> str:
        return f"```console\n{refresh.as_it_is(found['body'])}```" if shows_output(found["body"]) else found[0]

    return refresh.BLOCK.sub(renew, text)


if __name__ == "__main__":
    refresh.main()
    readme = ROOT / "README.md"
    readme.write_text(with_fresh_output(readme.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    (ROOT / "docs" / "terminal.svg").write_text(
        picture(["placet", "solve", "cases/syria-2013"]), encoding="utf-8", newline="\n"
    )
