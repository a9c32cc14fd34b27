"""Every row by name, in the order in which they are run and shown; a new row is one more value in one of these."""

from __future__ import annotations

from harness.values import Row
from rows import best, committees, counts, growth, reasons, votes

ROWS: dict[str, Row] = {
    row.name: row for row in (*reasons.ROWS, *best.ROWS, *counts.ROWS, *votes.ROWS, *committees.ROWS, *growth.ROWS)
}
