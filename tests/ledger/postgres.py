"""A real PostgreSQL server of one's own for the tests: made in a temporary folder, stopped at the end."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def binaries() -> Path | None:
    """The folder with PostgreSQL's programs, wherever Debian or a user has put them."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return folders[-1].parent if folders else None


@contextmanager
def server(programs: Path) -> Iterator[str]:
    """The URL of a fresh server that listens on a socket's port of this machine alone, durable as in production."""
    with tempfile.TemporaryDirectory(prefix="placet-postgres-") as name:
        folder = Path(name)
        owner: dict[str, object] = {}
        if os.name == "posix" and os.geteuid() == 0:  # the server refuses to run as root
            shutil.chown(folder, "postgres", "postgres")
            owner = {"user": "postgres", "group": "postgres", "extra_groups": []}
        port = str(_free_port())
        data = folder / "data"

        def run(*words: str) -> None:
            subprocess.run(
                [programs / words[0], *words[1:]], check=True, capture_output=True, cwd=folder, timeout=120, **owner
            )

        run("initdb", "-D", str(data), "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--no-locale")
        settings = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c max_connections=60"
        run("pg_ctl", "-D", str(data), "-l", str(folder / "log"), "-w", "-o", settings, "start")
        try:
            yield f"postgresql://postgres@127.0.0.1:{port}/postgres"
        finally:
            run("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
