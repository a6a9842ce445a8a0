"""The agenda of 14 March 2024 equals the council's own, line by line, its defects aside.

The record lies outside the project and is read here; without it the tests skip. Each defect is a
row that says what is printed instead, and a row that nothing needs is itself a fault.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, time

import pytest

from kcsp_desktop import paths
from kcsp_desktop.documents.names import agenda_name
from kcsp_desktop.documents.word import write_agenda
from kcsp_desktop.domain.body import StandingItem
from kcsp_desktop.domain.dates import understood_date, understood_time
from kcsp_desktop.domain.disclosure import Audience, edition
from kcsp_desktop.domain.ids import FileId, PaperId
from kcsp_desktop.domain.kinds import ItemKind, Mode
from kcsp_desktop.domain.life import FutureDate, StateChange
from kcsp_desktop.domain.lifecycle import Event, MeetingState
from kcsp_desktop.domain.meeting import Details
from kcsp_desktop.domain.notice import issued_on
from kcsp_desktop.domain.planning.pattern import new_meeting
from kcsp_desktop.domain.record import Record
from kcsp_desktop.domain.reports import Paper
from tests.builders import a_body, a_meeting, fresh_ids, some_details
from tests.documents.checker import faults
from tests.documents.pdf_reader import lines_of_pdf
from tests.documents.word_reader import read_word
from tests.journeys.records import SAMPLES, cleaned

FRONT_SHEET = SAMPLES / "001_9f7e2c0d172a14c6_first200.txt"
COUNTS = {"A4": 6, "B1": 40, "B2": 8, "B3": 6, "B4": 4}  # pages of the stand-in papers
HEADINGS = {"Title", "Subtitle", "heading 1", "Agenda Section"}
LISTED = {"Agenda Item", "Bullet 1"}
KINDS = {
    "Introduction": ItemKind.INTRODUCTION,
    "Apologies": ItemKind.APOLOGIES,
    "Declarations of Interest": ItemKind.DECLARATIONS,
    "Date of Future Meetings": ItemKind.DATES,
}


@dataclass(frozen=True)
class Defect:
    """What is wrong in the record, as (kind, text) lines joined by "|", and what we print."""

    why: str
    pattern: str
    ours: str


DEFECTS = (
    Defect("the number has no space", r"(line:Telephone \d{5})(\d{6})", r"\1 \2"),
    Defect("the e-mail is broken at the @", r"(line:\S+@)\|line:(\S+)", r"\1\2"),
    Defect(
        "the last notes are of a day to come",
        r"(item:A4 Notes of meeting held on 16 November) 2024",
        r"\1 2023",
    ),
    Defect("C has a dash where A has a full stop", r"heading:C - ", "heading:C. "),
    Defect("D has a dash where A has a full stop", r"heading:D - ", "heading:D. "),
    Defect("D2 stands outside the list", r"line:D2 ", "item:D2 "),
)


@pytest.fixture
def record_lines():
    """Return the front sheet's lines as they are: "heading:AGENDA", "item:A1 Introduction"."""
    if not FRONT_SHEET.exists():
        pytest.skip("the records lie beside the project")
    lines = []
    for raw in FRONT_SHEET.read_text(encoding="utf-8").splitlines():
        text, mark = cleaned(raw), raw.strip()[:2]
        kind = "heading" if mark[:1] == "#" else "item" if mark == "- " else "line"
        lines.append(f"{kind}:{text.removeprefix('- ')}")
        if text == "Wednesday, 6 March 2024":
            break
    return [line for line in lines if line.partition(":")[2]]


def mended(lines):
    """Return the lines without their defects, and the defects that were not found."""
    text, unused = "|".join(lines), []
    for defect in DEFECTS:
        text, count = re.subn(defect.pattern, defect.ours, text)
        unused += [defect.why] * (count != 1)
    return text.split("|"), unused


def items_of(lines):
    """Return (code, title) of each item, its pages and that it is spoken left out."""
    found = (re.match(r"(?:item|line):([A-D]\d) (.+)", line) for line in lines)
    ending = r" \(Pages [\d -]+\)$| - Verbal Update$| \d{1,2} \w+ \d{4} \(Pages [\d -]+\)$"
    return [(one[1], re.sub(ending, "", one[2])) for one in found if one]


def kind_of(code, title, lines):
    if any(f":{code} {title} - Verbal Update" in line for line in lines):
        return ItemKind.VERBAL
    return KINDS.get(title, ItemKind.LAST_NOTES if code == "A4" else ItemKind.INFORMATION)


def body_of(lines):
    """Return the body with the record's sections and items as its own pattern."""
    titles = [m[1] for one in lines if (m := re.match(r"heading:[A-D](?:\.| -) (.+)", one))]
    plain = a_body()
    return replace(
        plain,
        name=lines[1].partition(":")[2].title(),
        short_name="KCSP",
        sections=tuple(
            replace(one, title=title) for one, title in zip(plain.sections, titles, strict=True)
        ),
        standing=tuple(
            StandingItem(section=code[0], title=title, kind=kind_of(code, title, lines))
            for code, title in items_of(lines)
        ),
        members=(),
    )


def details_of(lines):
    found = re.search(
        r"Ask for: (.+?)\|.*?Telephone (.+?)\|line:(.+?)\|", "|".join(mended(lines)[0])
    )
    return Details(
        date=date(2024, 3, 14),
        start=time(10, 0),
        mode=Mode.ONLINE,
        contact=found[1],
        contact_phone=found[2],
        contact_email=found[3],
    )


def future_of(lines):
    found = (re.match(r"item:(\w+, \d+ \w+ \d{4}) at (.+)", line) for line in lines)
    return tuple(
        FutureDate(
            day=understood_date(one[1]).isoformat(), start=understood_time(one[2]).isoformat()
        )
        for one in found
        if one
    )


def with_paper(code, item):
    if code not in COUNTS:
        return item
    paper = Paper(
        id=PaperId(code), label="Report", file_name="r.pdf", file_id=FileId(""), pages=COUNTS[code]
    )
    return replace(item, papers=(paper,))


def the_meeting(lines):
    """Return the record of the body and the meeting of 14 March 2024, its agenda published."""
    body = body_of(lines)
    last = a_meeting(
        (), id="last", details=some_details(date(2023, 11, 16)), state=MeetingState.CIRCULATED
    )
    record = Record(bodies=(body,), meetings=(last,))
    made = new_meeting(record, body, details_of(lines), fresh_ids())
    codes = [code for code, _ in items_of(lines)]
    made = replace(
        made,
        items=tuple(map(with_paper, codes, made.items)),
        future_dates=future_of(lines),
        state=MeetingState.AGENDA_PUBLISHED,
        log=(StateChange(event=Event.PUBLISH_AGENDA, at="2024-03-06T09:30:00"),),
    )
    return replace(record, meetings=(last, made)), made


@pytest.fixture
def exported(record_lines, tmp_path):
    """Return the agenda as Word."""
    record, meeting = the_meeting(record_lines)
    made = edition(record, meeting, Audience.PUBLIC)
    target = tmp_path / agenda_name(made)
    return write_agenda(made, target, paths.notes_template(), issued=issued_on(meeting))[0]


def shown(path):
    """Return our lines in the record's own way."""
    lines = []
    for style, label, text in read_word(path):
        kind = "heading" if style in HEADINGS else "item" if style in LISTED else "line"
        lines.append(f"{kind}:{f'{label} ' if label not in ('', '•') else ''}{text}")
    return lines


def test_the_front_sheet_equals_the_record_line_by_line(record_lines, exported):
    wanted, unused = mended(record_lines)
    assert unused == []
    assert shown(exported) == wanted
    assert (faults(exported), exported.name) == ([], "KCSP Agenda 2024-03-14.docx")


def test_every_page_range_of_the_record_comes_from_the_papers(record_lines, exported):
    ranges = re.findall(r"\(Pages (\d+ - \d+)\)", "|".join(shown(exported)))
    assert ranges == re.findall(r"\(Pages (\d+ - \d+)\)", "|".join(record_lines))
    assert len(ranges) == len(COUNTS)


def test_the_pdf_of_the_front_sheet_reads_as_it_is_written(exported, tmp_path):
    text, at = " ".join(lines_of_pdf(exported, tmp_path)), 0
    for line in shown(exported):
        words = line.partition(":")[2]
        at = text.find(words, at)
        assert at >= 0, words
