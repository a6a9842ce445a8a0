"""What no screen asks for yet, done as its edit: to be replaced by keys once one does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kcsp_desktop.domain.edits import SetItem
from kcsp_desktop.ui.workspace import Submission

if TYPE_CHECKING:
    from kcsp_desktop.domain.ids import MeetingId


def close_under(window, meeting_id: MeetingId, title: str, *paragraphs: int) -> None:
    """Say under which paragraphs of Schedule 12A an item of that title is closed."""
    meeting = window.workspace.record.meeting(meeting_id)
    item = next(one for one in meeting.items if one.title == title)
    edit = SetItem(meeting_id=meeting.id, item=replace(item, exempt=paragraphs))
    assert window.workspace.submit(Submission(edits=(edit,), text="exempt"))
