"""Reads hostile texts in a process of its own, with bounded memory and time; its output is one line for each text.

Called with the path of a file that holds a JSON list of texts.
"""

import json
import resource
import sys
import time
from pathlib import Path

from placet.case.read import parse_case
from placet.errors import PlacetError

GIGABYTE = 1 << 30


def main():
    """Print for each text whether it was read or refused, and how long that took in seconds."""
    resource.setrlimit(resource.RLIMIT_AS, (GIGABYTE, GIGABYTE))
    resource.setrlimit(resource.RLIMIT_CPU, (300, 300))
    for text in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
        began = time.process_time()
        try:
            parse_case(text, "case.yaml")
            outcome = "read"
        except PlacetError:
            outcome = "refused"
        print(outcome, round(time.process_time() - began, 2), flush=True)  # noqa: T201 -- the answer to the test


if __name__ == "__main__":
    main()
