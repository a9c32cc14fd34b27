"""How values of placet are shown in a notebook: a picture with its table, registered with IPython by their names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from placet.case.nouns import Case
from placet.pictures.consent_grid import consent_grid
from placet.pictures.of_case import of_solution
from placet.pictures.picture import Picture
from placet.pictures.round_sheet import round_sheet
from placet.pictures.slate_board import slate_board
from placet.pictures.timeline import timeline
from placet.procedures.appoint import Appointment
from placet.record.account import Account
from placet.zone.solution import Solution
from placet.zone.zone import Zone

MAKERS: tuple[tuple[type, Callable[[Any], Picture]], ...] = (
    (Case, consent_grid),
    (Zone, lambda zone: consent_grid(zone.case, zone.on) if not zone.feasible() else slate_board(zone)),
    (Solution, lambda solution: of_solution(Zone(solution.case, solution.on), solution)),
    (Account, timeline),
    (Appointment, round_sheet),
)
"""What is drawn of which value."""


def register(shell: Any) -> None:
    """Have a running IPython show the values of placet as pictures.

    Parameters
    ----------
    shell : IPython.core.interactiveshell.InteractiveShell
        What ``get_ipython()`` returns.
    """
    formatter = shell.display_formatter.formatters["text/html"]
    for kind, draw in MAKERS:
        formatter.for_type(kind, _shown(draw))


def _shown(draw: Callable[[Any], Picture]) -> Callable[[Any], str]:
    return lambda value: draw(value).to_html()
