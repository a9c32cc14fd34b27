"""Draw what a command prints in a terminal."""

import io
import os
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

WIDTH = 86


def picture(command: list[str]) -> str:
    """Return an SVG of a terminal in which the command was typed."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"  # this environment's `placet`
    environment = os.environ | {
        "PATH": path,
        "FORCE_COLOR": "1",
        "COLUMNS": str(WIDTH),
        "TERM": "xterm-256color",
        "PYTHONUTF8": "1",
    }
    ran = subprocess.run(command, env=environment, capture_output=True, check=True, encoding="utf-8")
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(Text(f"$ {' '.join(command)}\n", style="bold"))
    console.print(Text.from_ansi(ran.stdout))
    drawn = console.export_svg(title=" ".join(command[:2]), unique_id="terminal")
    # A picture in the README fetches nothing: leave the fonts to the reader's machine.
    drawn = re.sub(r"\s*@font-face \{.*?\}", "", drawn, flags=re.DOTALL)
    # Some viewers drop the spaces that a line begins with unless told to keep them.
    drawn = drawn.replace("<svg ", '<svg xml:space="preserve" ', 1)
    return "".join(f"{line.rstrip()}\n" for line in drawn.splitlines())
