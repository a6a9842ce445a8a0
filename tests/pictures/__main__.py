"""``make pictures``: every screen with the sample in each look, and the pages of documents."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from pypdf import PdfWriter
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from kcsp_desktop import paths
from kcsp_desktop.app import open_window
from kcsp_desktop.documents.word import write_document, write_notes
from kcsp_desktop.domain.disclosure import Audience, edition
from kcsp_desktop.domain.edits import AddMeeting, SetAmendments
from kcsp_desktop.domain.entries import Project
from kcsp_desktop.domain.ids import AmendmentId
from kcsp_desktop.domain.life import Amendment
from kcsp_desktop.domain.meeting import duplicate
from kcsp_desktop.domain.performing.applying import apply_all
from kcsp_desktop.domain.planning.calendar import planning, read_dates
from kcsp_desktop.domain.record import Record
from kcsp_desktop.domain.reports import Classification, Report, ReportState
from kcsp_desktop.domain.wording.approving import cited_places
from kcsp_desktop.importing.sample import sample_edits
from kcsp_desktop.store.opening import open_store
from kcsp_desktop.ui.printing.offers import offers
from kcsp_desktop.ui.workspace import Place, SaveState, Saving, Submission
from tests.journeys.keyboard import press

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcsp_desktop.ui.main_window import MainWindow

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"
OUTSIDE = (
    "home", "meetings", "forward_plan", "actions", "decisions", "bodies", "people", "organisations",
    "abbreviations", "found", "priorities", "registers",
)  # fmt: skip
OVER_REGISTERS = {
    "write_out": ("actions", "write-out"),
    "write_to_owners": ("actions", "chasers"),
    "item_tags": ("agenda", "item-tags"),
    "reported_at": ("registers", "reported"),
    "which_document": ("minutes", "make-document"),
}
INSIDE = ("details", "attendance", "agenda", "minutes", "issue")
NOW = datetime(2026, 7, 20, 10, 42, 7).astimezone()
LOOKS = (("light", 100), ("dark", 100), ("high_contrast", 100), ("light", 200))
RESTRICTED = 8  # an item with two texts
LAST_NOTES = 3
OVER_ATTENDANCE = {
    "substitute": "substitute",
    "arrived_or_left": "arrived-or-left",
    "in_the_chair": "preside",
    "sitting": "sitting",
}
OVER_PEOPLE = {"person": "edit", "posts": "posts", "merge": "merge"}
OVER = {"keys": "all-keys", "new_meeting": "new-meeting", "what_happens_next": "event",
        "plan_meetings": "plan-meetings"}  # fmt: skip
OVER_PLAN = {"move_meeting": ("forward_plan", "move-meeting"),
             "next_meetings": ("agenda", "future-dates")}  # fmt: skip
PLANNED = "19 November 2026\n18 March 2027 provisional\n8 July 2027"


def wait(milliseconds: int) -> None:
    """Let the window work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def record() -> Record:
    """Return the sample, with the days of a year planned."""
    sample = apply_all(Record(), sample_edits(paths.resources() / "sample")).record
    body, ids = sample.bodies[0], count(1)
    edits = planning(sample, body, read_dates(PLANNED).dates, lambda: f"planned {next(ids)}")
    return apply_all(sample, (*edits, corrections(sample))).record


def corrections(sample: Record) -> SetAmendments:
    """Return a correction asked for of the notes that are circulated."""
    meeting = sample.meetings[0]
    places = cited_places(sample, meeting)
    place = next(one for one in places if one.cited.endswith("paragraph 2"))
    before = " ".join(place.block.text.split()[-3:])
    one = Amendment(
        id=AmendmentId("correction"), item_id=place.item_id, block_id=place.block.id,
        cited=place.cited, before=before, after=f"by and large {before}", asked_by="Ms R Adeyemi",
    )  # fmt: skip
    return SetAmendments(meeting_id=meeting.id, amendments=(one,))


def screens(folder: Path, store: Path) -> None:
    """Draw every page of the sample's second meeting, at its sixth item, and what lies over it."""
    window = opened(store)
    for theme, percent in LOOKS:
        window.look.choose_theme(theme)
        window.look.set_percent(percent)
        for page in (*OUTSIDE, *INSIDE):
            show(window, page, 5)
            shoot(window, folder, page)
        home_figures(window, folder)
        show(window, "minutes", RESTRICTED)
        shoot(window, folder, "minutes_restricted")
        body_form(window, folder)
        for page, commands in (
            ("minutes", OVER),
            ("attendance", OVER_ATTENDANCE),
            ("people", OVER_PEOPLE),
        ):
            show(window, page, 5)
            for name, command in commands.items():
                shoot_over(window, folder, name, command)
        for name, (page, command) in OVER_PLAN.items():
            show(window, page, 5)
            shoot_over(window, folder, name, command)
        for name, (page, command) in OVER_REGISTERS.items():
            show(window, page, 5)
            if page == "registers":
                entries = window.workspace.record.entries
                window.page.take(next(one.id for one in entries if isinstance(one, Project)))
            shoot_over(window, folder, name, command)
        show(window, "minutes", LAST_NOTES)
        shoot_over(window, folder, "approve_notes", "approve-notes")
        show_former(window)
        shoot(window, folder, "issue_corrections")
        shoot_over(window, folder, "correction", "correction")
    window.close()


def home_figures(window: MainWindow, folder: Path) -> None:
    """Draw Home's other chart, and its figures as a table."""
    show(window, "home", 0)
    window.page.figures.stop().setFocus(Qt.FocusReason.TabFocusReason)
    for name, letter in (("home_attendance", "C"), ("home_table", "T")):
        press(letter)
        shoot(window, folder, name)
    press("TC")


def body_form(window: MainWindow, folder: Path) -> None:
    """Draw the form of the body further down: its rules, its printing, its lists."""
    show(window, "bodies", 0)
    for name, stop in (
        ("body_rules", "bodyNoticeDays"),
        ("body_printing", "bodyParagraphs"),
        ("body_standing", "bodyStanding"),
        ("body_members", "bodyMembers"),
    ):
        window.page.edit()
        field = window.page.findChild(QWidget, stop)
        assert field is not None, stop
        field.setFocus(Qt.FocusReason.TabFocusReason)
        shoot(window, folder, name)


def show_former(window: MainWindow) -> None:
    """Show the Issue page of the first meeting, whose notes are circulated and to be corrected."""
    window.go_to(Place(page="issue", meeting_id=window.workspace.record.meetings[0].id))
    window.page.root = Path("/home/clerk/Documents")
    window.show_page("issue")


def shoot_over(window: MainWindow, folder: Path, name: str, command: str) -> None:
    """Draw what a command lays over the window."""
    window.run(command)
    wait(120)
    over = QApplication.activeModalWidget()
    assert over is not None, command
    over.grab().save(str(folder / f"{name}{suffix(window)}.png"))
    over.close()
    wait(20)


def aids(folder: Path, store: Path) -> None:
    """Draw what helps while one types: names, completion, finding; and the room view."""
    window = opened(store)
    show(window, "minutes", 5)
    page = window.page
    while page.sheet.completer.ask("The ", "paragraph", ()) is None:
        wait(50)
    page.sheet.caret_to_end()
    for theme, percent in LOOKS:
        window.look.choose_theme(theme)
        window.look.set_percent(percent)
        page.sheet.setFocus()
        page.sheet.caret_to_end()
        for name, words in (("names", "Mr Fa"), ("completion", "asked how the pro")):
            press(f"<Enter>{words}")
            page.sheet.completer.look_now()
            shoot(window, folder, name)
            press("<Ctrl+Z><Ctrl+Z>")
        press("<Ctrl+F>gateways<Enter>")
        shoot(window, folder, "find")
        press("<Esc>")
    page.sheet.caret_to_end()
    page.handlers()["room-view"]()
    room = page._room_view
    room.resize(1366, 768)
    wait(500)
    room.grab().save(str(folder / "room_view.png"))
    room.close()
    window.close()


def papers(folder: Path, store: Path) -> None:
    """Draw an agenda with its papers, a report, a restricted item, and what is owed."""
    window = opened(store)
    window.workspace.now = lambda: NOW.replace(month=11, day=10)
    meeting = window.workspace.record.meetings[1]
    planned = duplicate(meeting, day=date(2026, 11, 19), new_id=count_ids())
    report = Report(
        by=("Ms R Adeyemi - Head of Community Safety, WCC",),
        classification=Classification.DECISION,
        summary="How the first half of the year stands against the plan.",
        recommendations=("note the figures", "agree the plan for the winter"),
        deadline="2026-11-06",
        author_email="r.adeyemi@wealdshire.example",
    )
    came = replace(report, state=ReportState.RECEIVED, received_on="2026-11-05")
    given = {4: came, 5: replace(report, by=("Mr G Fairweather",)), 6: report}
    for place, one in given.items():
        items = [replace(i, report=one) if n == place else i for n, i in enumerate(planned.items)]
        planned = replace(planned, items=tuple(items))
    window.workspace.submit(Submission(edits=(AddMeeting(meeting=planned),)))
    window.go_to(Place(page="agenda", meeting_id=planned.id, item_id=planned.items[4].id))
    with tempfile.TemporaryDirectory() as scratch:
        files = [stand_in(Path(scratch), *one) for one in (("Plan.pdf", 12), ("Figures.pdf", 5))]
        window.page.deeds.attach(planned.items[4].id, files)
        while window.page.deeds.attaching.is_busy or window.workspace.pending:
            wait(20)
    for theme, percent in LOOKS:
        window.look.choose_theme(theme)
        window.look.set_percent(percent)
        for name, item, deed in (
            ("agenda_papers", 4, "papers"), ("agenda_report", 4, "report"),
            ("agenda_restricted", 8, "edit"),
        ):  # fmt: skip
            here = {"meeting_id": planned.id, "item_id": planned.items[item].id}
            window.go_to(Place(page="agenda", **here))
            window.notices.remove("said")
            window.page.handlers()[deed]()
            shoot(window, folder, name)
        window.show_page("reports")
        shoot(window, folder, "reports")
    window.close()


def stand_in(folder: Path, name: str, pages: int) -> Path:
    """Make a PDF of empty pages."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    writer.write(folder / name)
    return folder / name


def count_ids() -> Callable[[], str]:
    """Return a source of ids, the same at each run."""
    numbers = count(1)
    return lambda: f"drawn-{next(numbers)}"


def first_run(folder: Path, store: Path) -> None:
    """Draw what somebody sees who has just installed it."""
    window = opened(store)
    for theme, percent in LOOKS:
        window.look.choose_theme(theme)
        window.look.set_percent(percent)
        wait(120)
        window.grab().save(str(folder / f"first_run{suffix(window)}.png"))
    window.close()


def opened(store: Path) -> MainWindow:
    """Open the window; its caret does not blink, so that two pictures can be compared."""
    window = open_window(store, remembers=False)
    QApplication.setCursorFlashTime(0)
    window.workspace.now = lambda: NOW
    while not window.workspace.is_open:
        wait(20)
    return window


def show(window: MainWindow, page: str, item: int) -> None:
    """Show a page, in a state that is the same each time."""
    meeting = window.workspace.record.meetings[1]
    inside = page in INSIDE
    here = {"meeting_id": meeting.id, "item_id": meeting.items[item].id} if inside else {}
    window.go_to(Place(page=page, **here))
    if page == "home":
        while window.page.is_busy:
            wait(20)
    if page == "found":
        while window.page.reading.is_busy:
            wait(20)
    if page == "issue":
        window.page.root = Path("/home/clerk/Documents")
        window.show_page("issue")
        while window.page._unlogged.is_busy:
            wait(20)
    if page == "minutes":
        window.page.clock.pause()
    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit):
        field.selectAll()


def shoot(window: MainWindow, folder: Path, name: str) -> None:
    """Draw the window."""
    window.workspace.save_state.emit(SaveState(saving=Saving.SAVED, at="10:42:07"))
    wait(120)
    window.grab().save(str(folder / f"{name}{suffix(window)}.png"))


def suffix(window: MainWindow) -> str:
    """Return the look in a file's name."""
    percent = window.look.percent
    return f"_{window.look.theme.name}" + ("" if percent == 100 else f"_{percent}")


def documents(folder: Path) -> None:
    """Draw the pages of the notes, where LibreOffice and poppler are there."""
    if shutil.which("soffice") is None or shutil.which("pdftoppm") is None:
        sys.stderr.write("No LibreOffice: the pages of documents are left out.\n")
        return
    sample = record()
    held, coming = sample.meetings[:2]  # the others are planned only
    with tempfile.TemporaryDirectory() as scratch:
        for name, audience in (("notes", Audience.RESTRICTED), ("notes_public", Audience.PUBLIC)):
            path = Path(scratch) / f"{name}.docx"
            write_notes(edition(sample, held, audience), path, paths.notes_template())
            draw_pages(path, folder)
        for offer in offers(sample, coming, date(2026, 7, 1)):
            if offer.words not in KINDS:
                continue
            path = Path(scratch) / f"{KINDS[offer.words]}.docx"
            write_document(offer.make(), path, paths.notes_template())
            draw_pages(path, folder)


KINDS = {
    "Agenda, for everybody": "agenda",
    "Chair's brief": "brief",
    "Signing-in sheet": "signing_in",
    "Decisions of the meeting, for members": "decisions_sheet",
    "Action log, for members": "action_log",
}  # what the sample offers beside its notes, and the picture's name


def draw_pages(path: Path, folder: Path) -> None:
    """Draw the pages of a Word file."""
    office = ["soffice", f"-env:UserInstallation=file://{path.parent}/office", "--headless"]
    office += ["--convert-to", "pdf", "--outdir", str(path.parent), str(path)]
    subprocess.run(office, check=True, capture_output=True, timeout=180)
    pdf, pictures = path.with_suffix(".pdf"), folder / path.stem
    subprocess.run(["pdftoppm", "-r", "60", "-png", str(pdf), str(pictures)], check=True)


def main() -> None:
    """Draw everything anew."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        store = Path(scratch) / "store.db"
        opened = open_store(store)
        opened.save(record(), "sample")
        opened.close()
        screens(FOLDER, store)
        aids(FOLDER, store)
        papers(FOLDER, store)
        first_run(FOLDER, Path(scratch) / "empty.db")
    documents(FOLDER)


if __name__ == "__main__":
    main()
