"""Which document to make in Word: asked on a page, made beside it, and where it lies said there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.ui.background import Task
from kcsp_desktop.ui.kit.choices import Choice
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.printing.offers import Offer, offers, write

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.ids import ItemId
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.pages.page import Page


def ask_for_document(
    page: Page, meeting: Meeting, folder: Path, today: date, item_id: ItemId | None = None
) -> None:
    """Ask which document is wanted, make it and say on the page where it lies.

    Of a document that there is of each item, that of the item in hand is offered first.
    """
    found = tuple(offers(page.workspace.record, meeting, today))
    dialog = DocumentDialog(page.look, found, page, item_id)
    dialog.offer_given.connect(lambda offer: _make(page, offer, folder))
    dialog.open()


class DocumentDialog(QuestionDialog):
    """Asks which document, and of which item where there is one of each."""

    offer_given = Signal(object)

    def __init__(
        self, look: Look, found: tuple[Offer, ...], parent: QWidget, item_id: ItemId | None
    ) -> None:
        """``found`` are the offers; ``item_id`` is the item in hand."""
        super().__init__(look, "Which document in Word?", "Make the document", parent)
        self.setObjectName("documentDialog")
        self._found, self._item_id = found, item_id
        entries = dict.fromkeys(one.group or one.words for one in found)
        self._which, self._item = Choice(look, [(words, words) for words in entries]), Choice(look)
        self.add_field("documentWhich", "&Document", self._which)
        self._of_item = self.add_field("documentItem", "M&inute", self._item)
        self._which.currentIndexChanged.connect(self._offer_items)
        self._offer_items()
        self.accepted.connect(lambda: self.offer_given.emit(self._chosen()))

    def _group(self) -> tuple[Offer, ...]:
        return tuple(one for one in self._found if one.group == self._which.chosen())

    def _offer_items(self) -> None:
        group = self._group()
        self._of_item.setVisible(bool(group))
        before = self._item.chosen() if self._item.count() else str(self._item_id or "")
        self._item.set_entries([(str(one.item_id), one.one) for one in group])
        if any(str(one.item_id) == before for one in group):
            self._item.choose(before)

    def _chosen(self) -> Offer:
        for one in self._group():
            if str(one.item_id) == self._item.chosen():
                return one
        return next(one for one in self._found if one.words == self._which.chosen())


def _make(page: Page, offer: Offer, folder: Path) -> None:
    page.workspace.flush()
    meeting = page.meeting
    template = page.workspace.record.body_of(meeting).template_id if meeting else None
    task = Task(partial(write, offer, folder, page.workspace.store_path, template), page)

    def made(answer: tuple[Path, str]) -> None:
        path, sentence = answer
        where = f"It lies in {path.parent}. {sentence}".strip()
        page.notice.emit("info", f"Made: {path.name}", where)
        task.deleteLater()

    def failed(why: str) -> None:
        page.notice.emit("warn", "The document could not be made.", why)
        task.deleteLater()

    task.done.connect(made)
    task.failed.connect(failed)
    task.start()
