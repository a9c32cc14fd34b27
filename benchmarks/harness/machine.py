"""What the work was done on: the machine, the Python, the versions of all that took part."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

OWN = ("placet", "numpy", "highspy", "python-sat")


def described(packages: Iterable[str], *, commit: str, date: str) -> dict[str, Any]:
    """Return the description of this machine; `commit` and `date` are told by whoever starts the run."""
    return {
        "date": date,
        "commit": commit,
        "processor": _line("/proc/cpuinfo", "model name") or platform.processor() or platform.machine(),
        "cores": os.cpu_count(),
        "memory_gb": round(_memory_kb() / 2**20),
        "system": f"{platform.system()} {platform.release()}",
        "load_before": round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None,
        "python": platform.python_version(),
        "versions": {name: _version(name) for name in dict.fromkeys([*OWN, *sorted(packages)])},
    }


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _memory_kb() -> int:
    told = _line("/proc/meminfo", "MemTotal")
    return int(told.split()[0]) if told else 0


def _line(file: str, name: str) -> str | None:
    try:
        lines = Path(file).read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), None)
