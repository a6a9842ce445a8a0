"""What is asked of an item in hand: what it is about, and which document is to be made of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kcsp_desktop.domain.edits import SetItemTags

if TYPE_CHECKING:
    from kcsp_desktop.domain.ids import EntryId, ItemId
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


def ask_document(page: Page, item_id: ItemId | None) -> None:
    """Ask which document of the meeting to make; an extract is of the item in hand first."""
    # Imported when it is asked for: all the documents come with it.
    from kcsp_desktop.ui.pages.make_document import ask_for_document
    from kcsp_desktop.ui.printing.making import folder_of

    meeting = page.meeting
    if meeting is not None:
        folder = folder_of(page.workspace, meeting)
        ask_for_document(page, meeting, folder, page.workspace.today(), item_id)
