"""An open store in an empty folder, closed after the test."""

import pytest

from kcsp_desktop.store.opening import open_store
from tests.builders import a_record


@pytest.fixture
def path(tmp_path):
    return tmp_path / "store.db"


@pytest.fixture
def store(path):
    opened = open_store(path)
    opened.save(a_record(), "first")
    yield opened
    opened.close()


@pytest.fixture
def reopened(path):
    """Return what the file at ``path`` holds, read through another connection."""

    def read():
        other = open_store(path, write=False)
        other.close()
        return other.record

    return read
