"""What an agenda item is about: asked on the Agenda and the Minutes page alike."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kcsp_desktop.domain.edits import SetItemTags

if TYPE_CHECKING:
    from kcsp_desktop.domain.ids import EntryId
    from kcsp_desktop.domain.meeting import AgendaItem
    from kcsp_desktop.ui.pages.page import Page


def ask_tags(page: Page, item: AgendaItem | None) -> None:
    """Ask which priorities and themes of the body the item is about, and keep them."""
    # Imported when it is asked for: few agendas are tagged.
    from kcsp_desktop.ui.dialogs.registers.tags import TagsDialog

    meeting, record = page.meeting, page.workspace.record
    if meeting is None or item is None:
        page.notice.emit("info", "No item is in hand.", "Choose one first.")
        return
    title, year = item.title or "An item without a title", meeting.details.date.year
    dialog = TagsDialog(page.look, record, meeting.body_id, year, item.tags, title, page)
    if not dialog.has_tags():
        dialog.deleteLater()
        body = record.body_of(meeting).short_name
        page.notice.emit("info", f"{body} has no priorities yet.", "Go, Priorities.")
        return

    def keep(tags: tuple[EntryId, ...]) -> None:
        edit = SetItemTags(meeting_id=meeting.id, item_id=item.id, tags=tags)
        place = replace(page.place(), item_id=item.id)
        page.submit(edit, text="what an item is about", place=place)

    dialog.given.connect(keep)
    dialog.open()
