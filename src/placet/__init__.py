"""placet: whom can opposing sides appoint together, when each of them may say no?

>>> import placet
>>> case = placet.read_case("cases/arbitration-panel")
>>> placet.Zone(case).count().exact
True
"""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from placet.case.nouns import Case
    from placet.case.read import read_case
    from placet.case.schema import schema
    from placet.case.view import view
    from placet.case.write import write_case
    from placet.errors import CaseError, PlacetError, QuestionError
    from placet.procedures.equilibrium import equilibrium
    from placet.record.account import account
    from placet.zone.compare import compare
    from placet.zone.settlement import Settlement
    from placet.zone.solution import solve
    from placet.zone.zone import Zone

_ROOMS = {
    "Case": "case.nouns",
    "CaseError": "errors",
    "PlacetError": "errors",
    "QuestionError": "errors",
    "Settlement": "zone.settlement",
    "Zone": "zone.zone",
    "account": "record.account",
    "compare": "zone.compare",
    "equilibrium": "procedures.equilibrium",
    "read_case": "case.read",
    "schema": "case.schema",
    "solve": "zone.solution",
    "view": "case.view",
    "write_case": "case.write",
}
"""Where each name lives; a room is opened when it is first asked for, so that `import placet` costs next to nothing."""

__all__ = [
    "Case",
    "CaseError",
    "PlacetError",
    "QuestionError",
    "Settlement",
    "Zone",
    "account",
    "compare",
    "equilibrium",
    "read_case",
    "schema",
    "solve",
    "view",
    "write_case",
]


def __getattr__(name: str) -> Any:
    if name not in _ROOMS:
        raise AttributeError(f"module 'placet' has no attribute {name!r}")
    found = getattr(importlib.import_module(f"placet.{_ROOMS[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])


def load_ipython_extension(shell: Any) -> None:
    """Show cases, zones, answers, accounts and appointments as pictures: what ``%load_ext placet`` does."""
    importlib.import_module("placet.pictures.notebook").register(shell)


def _show_in_notebook() -> None:
    """Register the pictures if this is imported within a running IPython; elsewhere nothing happens."""
    if "IPython" in sys.modules:
        shell = sys.modules["IPython"].get_ipython()
        if shell is not None:
            load_ipython_extension(shell)


_show_in_notebook()
