"""Reports, papers and the second text of an item, by keys in the whole window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfWriter
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from kcsp_desktop.domain.edits import PutBody, SetItem
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.meeting import in_order
from kcsp_desktop.domain.reports import Classification, Contact, ReportState
from kcsp_desktop.store.files import content_of
from kcsp_desktop.ui.pages.agenda.dragging import ITEM
from kcsp_desktop.ui.workspace import Place, Submission
from tests.journeys.keyboard import press
from tests.journeys.secretary import go_to_field, wait, wait_for

# The offscreen platform says so of every dialog: it is no fault of ours.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def agenda(sample):
    """The sample's meeting in hand, item B1 of its agenda, not held yet."""
    meeting = sample.workspace.record.meetings[1]
    sample.go_to(Place(page="agenda", meeting_id=meeting.id, item_id=meeting.items[4].id))
    wait(50)
    return sample


def item(window, place=4):
    return in_order(window.page.meeting)[place]


def child(window, name):
    found = window.page.findChild(QWidget, name)
    assert found is not None, name
    return found


def a_pdf(folder, name, pages):
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    writer.write(folder / name)
    return folder / name


def attach(window, path):
    """Attach a file by its key and wait until it is a paper."""
    before = len(item(window).papers)
    press("F")
    wait(50)
    press(f"{path}<Enter>")
    wait_for(lambda: len(item(window).papers) > before)


def labels(window):
    return [paper.label for paper in item(window).papers]


# --- papers ----------------------------------------------------------------------------------


def test_f_attaches_a_file_and_it_is_on_disk_before_it_is_a_paper(agenda, tmp_path):
    path = a_pdf(tmp_path, "plan.pdf", 12)
    attach(agenda, path)
    (paper,) = item(agenda).papers
    assert (paper.label, paper.file_name, paper.pages) == ("Report", "plan.pdf", 12)
    assert content_of(agenda.workspace.store_path, paper.file_id) == path.read_bytes()
    press("<Ctrl+Z>")
    assert item(agenda).papers == ()


def test_papers_are_worked_by_single_keys(agenda, tmp_path):
    for name, pages in (("plan.pdf", 12), ("figures.pdf", 3)):
        attach(agenda, a_pdf(tmp_path, name, pages))
    press("P<Down>D<Alt+Up>")
    assert labels(agenda) == ["Appendix A", "Report"]
    assert item(agenda).papers[0].draft
    press("R<Enter><Ctrl+A>Figures<Enter>")
    first = item(agenda).papers[0]
    assert (first.label, first.restricted, first.draft) == ("Figures", True, True)
    assert child(agenda, "itemPages").words() == "Pages 5 - 16 of the pack."
    press("<Del>")
    assert labels(agenda) == ["Report"]


@pytest.mark.parametrize("content", [b"%PDF-1.7 broken", b""])
def test_a_damaged_file_changes_nothing_and_is_told(agenda, tmp_path, content):
    path = tmp_path / "broken.pdf"
    path.write_bytes(content)
    said, steps = [], agenda.workspace.undo_stack.count()
    agenda.page.notice.connect(lambda *words: said.append(words))
    press("F")
    wait(50)
    press(f"{path}<Enter>")
    wait_for(lambda: said)
    assert said[0][1] == "broken.pdf was not attached."
    assert (item(agenda).papers, agenda.workspace.undo_stack.count()) == ((), steps)


def test_a_damaged_file_does_not_stop_the_next_one(agenda, tmp_path):
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"x")
    agenda.page.deeds.attach(item(agenda).id, [broken, a_pdf(tmp_path, "plan.pdf", 2)])
    wait_for(lambda: item(agenda).papers)
    assert labels(agenda) == ["Report"]


# --- dragging --------------------------------------------------------------------------------


def drop(window, data, place, *, below=False):
    """Drop on the row of an item, as the system would."""
    table = window.page.table
    row = next(
        n for n in range(table.model().rowCount())
        if window.page.model.row(n).key == item(window, place).id
    )  # fmt: skip
    box = table.visualRect(table.model().index(row, 1))
    point = QPoint(box.center().x(), box.bottom() - 2 if below else box.top() + 2)
    deeds, left = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(point, deeds, data, left, none)
    dropped = QDropEvent(QPointF(point), deeds, data, left, none)
    for event in (entered, dropped):
        QApplication.sendEvent(table.viewport(), event)
        assert event.isAccepted()


def test_a_file_that_is_dropped_on_an_item_is_its_paper(agenda, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(a_pdf(tmp_path, "bus.pdf", 5)))])
    drop(agenda, data, 5)
    wait_for(lambda: item(agenda, 5).papers)
    assert item(agenda, 5).papers[0].file_name == "bus.pdf"
    assert item(agenda, 4).papers == ()


@pytest.mark.parametrize(("onto", "below", "expected"), [(5, True, 1), (6, True, 2), (6, False, 1)])
def test_an_item_that_is_dragged_stands_where_it_was_dropped(agenda, onto, below, expected):
    dragged, data = item(agenda), QMimeData()
    data.setData(ITEM, dragged.id.encode())
    drop(agenda, data, onto, below=below)
    in_b = [one.id for one in in_order(agenda.page.meeting)][4:7]
    assert in_b.index(dragged.id) == expected
    press("<Ctrl+Z>")
    assert item(agenda).id == dragged.id


def test_words_that_are_dragged_over_the_list_are_refused(agenda):
    data = QMimeData()
    data.setText("words")
    event = QDragEnterEvent(
        QPoint(200, 100), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(agenda.page.table.viewport(), event)
    assert not event.isAccepted()


# --- the report ------------------------------------------------------------------------------


def test_a_report_is_filled_in_by_keys(agenda):
    press("T<Tab>1/7/2026<Tab>Ms R Adeyemi - Head of Safety, WCC<Tab>r.adeyemi@wcc.example<Tab>")
    press("f<Tab>The first quarter<Tab>Where the plan stands.<Tab>")
    press("note the report<Enter>agree the plan<Tab><Esc>")
    report = item(agenda).report
    assert (report.deadline, report.classification) == ("2026-07-01", Classification.DECISION)
    assert report.by == ("Ms R Adeyemi - Head of Safety, WCC",)
    assert (report.author_email, report.subject) == ("r.adeyemi@wcc.example", "The first quarter")
    assert report.recommendations == ("note the report", "agree the plan")
    press("<Ctrl+Z>")
    assert item(agenda).report.recommendations == ()


def test_what_cannot_be_read_in_a_report_stays_as_it_was(agenda):
    press("T<Tab>soon<Tab><Tab>nobody<Tab>")
    fields = agenda.page.report_form.form.fields
    assert fields["reportDeadline"].wrong().startswith("This cannot be read")
    assert fields["reportEmail"].wrong().startswith("This is no e-mail address")
    assert item(agenda).report is None


def test_contacts_are_read_a_line_each(agenda):
    press("T")
    go_to_field("reportContacts")
    press("Ms A Barden, Head of Wardens, a@b.example<Enter>Mr Quelch<Tab>")
    assert item(agenda).report.contacts == (
        Contact(name="Ms A Barden", post="Head of Wardens", email="a@b.example"),
        Contact(name="Mr Quelch"),
    )


def test_a_report_that_was_received_has_its_day_and_can_be_taken_away(agenda):
    press("Trec<Tab>")
    report = item(agenda).report
    assert (report.state, bool(date.fromisoformat(report.received_on))) == (
        ReportState.RECEIVED, True,
    )  # fmt: skip
    go_to_field("reportAway")
    press("<Enter>")
    assert item(agenda).report is None
    assert child(agenda, "reportState").text() == "No report is asked for."


# --- the two texts, the reasons, the record --------------------------------------------------


def test_a_restricted_item_has_a_detail_that_no_public_document_has(agenda):
    press("R")
    wait(20)
    press("<Tab>conf<Enter>")
    assert item(agenda).restriction.startswith("Confidential")
    press("<Enter>")
    go_to_field("itemDetail")
    press("The names of the families")
    assert "Never in a public document" in child(agenda, "itemDetail").accessibleDescription()
    press("<Tab>")
    assert item(agenda).detail == "The names of the families"


def test_paragraphs_are_ticked_where_the_body_cites_them(agenda):
    assert not child(agenda, "itemExempt3").isVisible()
    body = replace(agenda.workspace.record.bodies[0], cites_exempt=True)
    agenda.workspace.submit(Submission(edits=(PutBody(body=body),)))
    press("R")
    wait(20)
    press("<Tab>parag<Enter>")
    assert item(agenda).exempt == (1,)
    press("<Enter>")
    go_to_field("itemExempt7")
    press(" ")
    assert item(agenda).exempt == (1, 7)


def test_the_record_up_for_approval_makes_the_title(agenda):
    meeting = agenda.workspace.record.meetings[1]
    alone = replace(item(agenda, 3), notes_of=None)
    agenda.workspace.submit(Submission(edits=(SetItem(meeting_id=meeting.id, item=alone),)))
    press("<Ctrl+F>Notes of<Enter><Enter>")
    assert not child(agenda, "itemTitle").isReadOnly()
    go_to_field("itemRecord")
    press("thursday<Tab>")
    last = agenda.workspace.record.meetings[0]
    assert item(agenda, 3).notes_of == last.id
    assert item(agenda, 3).title == "Notes of the meeting held on 19 March 2026"
    assert child(agenda, "itemTitle").isReadOnly()
    wait_for(lambda: "Pages 1 - 4" in child(agenda, "itemPages").words())


def test_urgent_business_asks_why_it_is_taken(agenda):
    press("<Ins>Flooding at the depot<Tab>urg")
    field = agenda.page.form.form.fields["itemUrgent"]
    assert field.wrong() == "Say why it cannot wait: the reason is minuted."
    go_to_field("itemUrgent")
    press("The road opens on Monday<Enter>")
    new = item(agenda, 5)
    assert (new.kind, new.urgent_reason) == (ItemKind.URGENT, "The road opens on Monday")
    assert field.wrong() == ""


def test_a_standing_item_is_on_each_new_agenda_in_one_step(agenda):
    before = agenda.workspace.record.bodies[0]
    child(agenda, "itemStanding").click()
    new = agenda.workspace.record.bodies[0].standing[-1]
    assert (new.section, new.title, item(agenda).standing) == ("B", item(agenda).title, True)
    press("<Ctrl+Z>")
    assert (agenda.workspace.record.bodies[0], item(agenda).standing) == (before, False)


def test_s_makes_a_section(agenda):
    press("S")
    go_to_field("sectionTitle")
    press("Reports from elsewhere<Enter>")
    assert agenda.page.meeting.sections[-1].title == "Reports from elsewhere"
