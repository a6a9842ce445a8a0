"""Which document to make in Word: asked on a page, made beside it, and where it lies said there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kcsp_desktop.ui.background import Task
from kcsp_desktop.ui.kit.choices import Choice
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.printing.offers import Offer, offers, write

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.ui.pages.page import Page


def ask_for_document(page: Page, meeting: Meeting, folder: Path, today: date) -> None:
    """Ask which document is wanted, make it and say on the page where it lies."""
    found = {one.words: one for one in offers(page.workspace.record, meeting, today)}
    dialog = QuestionDialog(page.look, "Which document in Word?", "Make the document", page)
    dialog.setObjectName("documentDialog")
    which = Choice(page.look, [(words, words) for words in found])
    dialog.add_field("documentWhich", "&Document", which)
    dialog.accepted.connect(lambda: _make(page, found[which.chosen()], folder))
    dialog.open()


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
