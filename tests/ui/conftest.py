"""The whole window for the tests of this folder, empty or with the sample in it."""

import pytest

from kcsp_desktop import paths
from kcsp_desktop.importing.sample import sample_edits
from kcsp_desktop.ui.workspace import Submission
from tests.journeys.secretary import closed, opened


@pytest.fixture
def window(qapp, tmp_path):
    """Open the application on an empty store."""
    window = opened(tmp_path / "store.db")
    yield window
    window.look.choose_theme("light")
    closed(window)


@pytest.fixture
def sample(window):
    """The same with the sample, its second meeting in hand."""
    edits = sample_edits(paths.resources() / "sample")
    window.workspace.submit(Submission(edits=edits, text="the sample"))
    window.look.choose_theme("light")
    return window
