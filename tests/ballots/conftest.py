"""Ballot files for tests."""

import pytest

from placet.ballots import BallotError, read_ballots


@pytest.fixture
def read(tmp_path):
    """Write a text into a file and read its ballots."""

    def read(text, name="ballots.csv"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_ballots(path)

    return read


@pytest.fixture
def faults(read):
    """Read a text that has mistakes and return them as (line, column, found)."""

    def faults(text, name="ballots.csv"):
        with pytest.raises(BallotError) as caught:
            read(text, name)
        assert all(fault.file.endswith(name) and fault.expected for fault in caught.value.faults)
        return [(fault.line, fault.column, fault.found) for fault in caught.value.faults]

    return faults
