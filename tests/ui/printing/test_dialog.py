"""Ctrl+P: what is offered, and what is sent to the printer."""

from __future__ import annotations

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from kcsp_desktop.ui.dialogs.printing import printable, printed
from kcsp_desktop.ui.kit.choices import Choice
from tests.builders import DAY, a_meeting, a_record, an_item
from tests.journeys.keyboard import press
from tests.journeys.secretary import closed, opened, wait
from tests.ui.printing.pdfs import words
from tests.ui.test_main_window import go

# The offscreen platform says so of every dialog: it is no fault of ours.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_ctrl_p_asks_which_document_of_the_meeting(sample):
    go(sample, "agenda")
    press("<Ctrl+P>")
    dialog = QApplication.activeModalWidget()
    which = dialog.findChild(Choice, "printWhich")
    assert [which.itemText(n) for n in range(which.count())] == [
        "Agenda, for everybody",
        "Chair's brief",
        "Signing-in sheet",
        "Report cover, B2 Outreach Bus: Summer Programme",
        "Decisions of the meeting, for members",
        "Decisions of the meeting, for everybody",
        "Notes, for everybody",
        "Notes, with the restricted detail",
    ]
    press("<Esc>")


def test_without_a_meeting_ctrl_p_says_what_to_do(qapp, tmp_path):
    window = opened(tmp_path / "store.db")
    press("<Ctrl+P>")
    wait(20)
    assert window.notices.isVisible()
    assert QApplication.activeModalWidget() is None
    closed(window)


def test_the_detail_is_offered_only_where_there_is_some(qapp):
    meeting = a_meeting((an_item(),))
    words = list(printable(a_record(meeting), meeting, DAY))
    assert [one for one in words if "restricted" in one] == []
    closed_one = a_meeting((an_item(section="D", detail="Names"),))
    words = list(printable(a_record(closed_one), closed_one, DAY))
    assert [one for one in words if "restricted" in one] == [
        "Agenda, with the restricted detail", "Notes, with the restricted detail",
    ]  # fmt: skip


def test_what_is_printed_is_told(qapp, tmp_path):
    meeting, said = a_meeting(2), []
    document = printable(a_record(meeting), meeting, DAY)["Agenda, for everybody"]()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    assert printed(document, printer, lambda *told: said.append(told)) == 1
    assert said[0][1].endswith("12 March 2026, 1 page.")
    assert "B2 Report 2" in words((tmp_path / "out.pdf").read_bytes())[0]
