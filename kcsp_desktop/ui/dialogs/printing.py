"""Ctrl+P: which document of the meeting, then the system's own dialog for printers."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kcsp_desktop.documents.record import notes
from kcsp_desktop.domain.disclosure import Audience, edition
from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.domain.meeting import holds_restricted
from kcsp_desktop.ui.kit.choices import Choice
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.printing.offers import offers
from kcsp_desktop.ui.printing.printer import paint

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.documents.parts import Document
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.ui.kit.notice_band import Level
    from kcsp_desktop.ui.look import Look

    Say = Callable[[Level, str, str], None]


def printable(record: Record, meeting: Meeting, today: date) -> dict[str, Callable[[], Document]]:
    """Return what can be printed of a meeting: its words, and what makes it.

    A document with restricted detail is offered only where there is any. Extracts are made in Word.
    """
    word = record.body_of(meeting).record_word.capitalize()
    found: dict[str, Callable[[], Document]] = {
        one.words: one.make
        for one in offers(record, meeting, today)
        if not one.wide and not one.group
    }
    public = edition(record, meeting, Audience.PUBLIC)
    found[f"{word}, for everybody"] = partial(notes, public)
    if holds_restricted(meeting):
        entitled = edition(record, meeting, Audience.RESTRICTED)
        found[f"{word}, with the restricted detail"] = partial(notes, entitled)
    return found


def ask_what_to_print(
    look: Look, record: Record, meeting: Meeting, window: QWidget, say: Say
) -> None:
    """Ask which document, then which printer; what comes of it is told by ``say``."""
    offered = printable(record, meeting, datetime.now().astimezone().date())
    dialog = QuestionDialog(look, "What is to be printed?", "Choose the printer", window)
    dialog.setObjectName("printDialog")
    which = Choice(look, [(name, name) for name in offered])
    dialog.add_field("printWhich", "&Document", which)
    dialog.accepted.connect(lambda: _ask_printer(offered[which.chosen()], window, say))
    dialog.open()


def _ask_printer(make: Callable[[], Document], window: QWidget, say: Say) -> None:
    try:
        document = make()
    except KcspError as error:
        say("warn", error.what, " ".join(p for p in (error.where, error.todo) if p))
        return
    # Imported here: it loads the printers' drivers, which no start waits for.
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(document.title)
    dialog = QPrintDialog(printer, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.accepted.connect(lambda: printed(document, printer, say))
    dialog.show()  # its own open() would want a receiver


def printed(document: Document, printer: QPrinter, say: Say) -> int:
    """Print a document and say so; return how many pages it has."""
    pages = paint(document, printer)
    count = "1 page" if pages == 1 else f"{pages} pages"
    say("info", f"Sent to the printer: {document.title}, {count}.", "")
    return pages
