"""The whole window with the sample in it: what is seen and pressed on every page."""

import pytest
from PySide6.QtWidgets import QAbstractScrollArea

from kcsp_desktop import paths
from kcsp_desktop.importing.sample import sample_edits
from kcsp_desktop.ui.workspace import Place, Submission
from tests.journeys.keyboard import press
from tests.journeys.secretary import closed, opened, wait


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


def go(window, page, item=5):
    """Go to a page of the second meeting."""
    meeting = window.workspace.record.meetings[1]
    window.go_to(Place(page=page, meeting_id=meeting.id, item_id=meeting.items[item].id))
    wait(30)


def ground(widget):
    """Return the colour behind the last line of a widget."""
    area = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    picture = area.grab().toImage()
    return picture.pixelColor(picture.width() // 2, picture.height() - 2).name().upper()


@pytest.mark.parametrize("theme", ["dark", "high_contrast"])
def test_another_theme_reaches_lists_and_sheet_that_were_shown_before(sample, theme):
    go(sample, "minutes")
    sheet, outline = sample.page.sheet, sample.page.outline
    sample.look.choose_theme(theme)
    wait(30)
    colours = sample.look.theme
    assert [colours.sheet, colours.panel] == [ground(sheet), ground(outline)]
