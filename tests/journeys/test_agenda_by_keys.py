"""An agenda made by keys, with files attached: its front sheet is the record's, line by line.

The pack's PDF is read back: its first page has the lines, the pages that follow are those that
the front sheet names. What is wrong in the record is a row of a table that says what is printed
instead; a row that is not used fails.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader, PdfWriter

from tests.journeys import secretary
from tests.journeys.agendas import FrontSheet, front_sheet
from tests.journeys.command_line import kcsp
from tests.journeys.keyboard import press
from tests.journeys.records import SAMPLES

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

MADE_UP = Path(__file__).parent / "sample_agenda.md"
OF_2024 = SAMPLES / "001_9f7e2c0d172a14c6_first200.txt"

# The offscreen platform says so of every dialog: it is no fault of ours.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@dataclass(frozen=True)
class Row:
    """A line that no agenda of ours can have as it stands in the record, and what it has."""

    why: str
    pattern: str
    ours: str


ROWS = (
    Row("not published yet: it says so", r"^(AGENDA)\|([^|]+)", r"\1|\2|DRAFT"),
    Row("not published yet: no day of issue", r"\|\w+day, \d+ \w+ \d{4}$", ""),
    Row("the number has no space: ours as typed", r"(Telephone \d{5})(\d{6})", r"\1 \2"),
    Row("the e-mail is broken at the @: one field", r"(\S+@)\|(\S+)", r"\1\2"),
    Row(
        "the notes are of a day to come: made from the meeting",
        r"(\d+ November) (\d{4})(?= \()",
        "",
    ),
    Row("one wording of that title: made", r"Notes of meeting", "Notes of the meeting"),
    Row("C has a dash where A has a full stop: made", r"\|C - ", "|C. "),
    Row("D has a dash where A has a full stop: made", r"\|D - ", "|D. "),
)
HELD = {OF_2024: "16 November 2023", MADE_UP: "20 November 2025"}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A home of its own, so that documents lie where nobody else's do."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    return home / "Documents"


def mended(sheet: FrontSheet, held: str) -> tuple[list[str], list[str]]:
    """Return the lines as we print them, and the rows that were not needed."""
    text, unused = "|".join(sheet.lines), []
    for row in ROWS:
        ours = row.ours or (held if "November" in row.pattern else "")
        text, count = re.subn(row.pattern, ours, text)
        unused += [row.why] * (count != 1)
    return text.split("|"), unused


def stand_in(folder: Path, code: str, pages: int) -> Path:
    """Make a PDF of empty pages whose width tells whose they are."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width_of(code), 842)
    path = folder / f"{code}.pdf"
    writer.write(path)
    return path


def width_of(code: str) -> int:
    return 500 + 10 * "ABCD".index(code[0]) + int(code[1:])


def typed(window: QMainWindow, sheet: FrontSheet, held: str) -> None:
    """Make body, meetings and agenda by keys."""
    secretary.make_body(sheet.body, "KCSP", "Kent County Council")
    for day in (held, *sheet.dates, sheet.day):
        secretary.make_meeting(day, "")
    press("<Ctrl+1>")
    phone = sheet.contact["detailsPhone"]
    for name, words in {**sheet.contact, "detailsPhone": f"{phone[:5]} {phone[5:]}"}.items():
        secretary.go_to_field(name)
        press(f"<Ctrl+A>{words}<Enter>")
    secretary.type_agenda(sheet.items)


def attached(window: QMainWindow, sheet: FrontSheet, folder: Path) -> None:
    """Attach a stand-in to each item that has pages, by the key for files."""
    for count, (code, (first, last)) in enumerate(sheet.pages.items(), 1):
        title = next(item.title for item in sheet.items if item.code == code)
        words = re.sub(r" \d+ \w+ \d{4}$| of meeting", "", title)
        path = stand_in(folder, code, last - first + 1 - (code == "B1"))
        press(f"<Ctrl+F>{words}<Enter>F")
        secretary.wait(100)
        press(f"{path}<Enter>")
        secretary.wait_for(lambda count=count: papers(window) == count)
        press("<Esc>")


def papers(window: QMainWindow) -> int:
    record = window.workspace.record
    return sum(len(item.papers) for meeting in record.meetings for item in meeting.items)


@pytest.fixture(params=[OF_2024, MADE_UP], ids=["14 March 2024", "made up"])
def pack(request, tmp_path, folder, qapp):
    """Make the agenda and the pack by keys; return the sheet, the day held and the pack."""
    if not request.param.exists():
        pytest.skip("the records lie beside the project")
    sheet, held = front_sheet(request.param), HELD[request.param]
    window = secretary.opened(tmp_path / "store.db")
    typed(window, sheet, held)
    attached(window, sheet, tmp_path)
    press("<Ctrl+K><Enter>")
    secretary.wait_for(lambda: list(folder.rglob("*.pdf")))
    secretary.wait(100)
    secretary.closed(window)
    return sheet, held, next(folder.rglob("*.pdf"))


def words_of(reader: PdfReader, page: int) -> str:
    return " ".join(reader.pages[page].extract_text().split())


def test_the_front_sheet_and_the_pages_are_those_of_the_record(pack, tmp_path):
    sheet, held, path = pack
    wanted, unused = mended(sheet, held)
    reader = PdfReader(path)
    assert unused == []
    assert words_of(reader, 0).replace("• ", "") == " ".join(wanted)
    assert "intentionally left blank" in words_of(reader, 1)
    for code, (first, last) in sheet.pages.items():
        assert (first % 2, last % 2) == (1, 0)
        shown = [reader.pages[1 + n] for n in range(first, last + 1)]
        assert [words_of(reader, 1 + n).split()[-2:] for n in range(first, last + 1)] == [
            ["Page", str(n)] for n in range(first, last + 1)
        ]
        whose = [page.mediabox.width == width_of(code) for page in shown]
        assert whose == [True] * (len(shown) - (code == "B1")) + [False] * (code == "B1")
    assert len(reader.pages) == 2 + max(last for _, last in sheet.pages.values())


def test_the_command_line_makes_the_same_pack(pack, tmp_path):
    sheet, _, path = pack
    day = path.parent.name
    out = tmp_path / "pack.pdf"
    kcsp(tmp_path / "store.db", "export", "pack", f"KCSP/{day}", "--out", str(out))
    ours, by_keys = PdfReader(out), PdfReader(path)
    assert [p.extract_text() for p in ours.pages] == [p.extract_text() for p in by_keys.pages]
    assert [one.title for one in ours.outline] == [one.title for one in by_keys.outline]
    assert len(ours.outline) == 1 + len(sheet.pages)
