"""The agenda: who reads what, what stands behind a title, and what is refused (house-format 2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import docx
import pytest

from kcsp_desktop import paths
from kcsp_desktop.documents.agenda import agenda
from kcsp_desktop.documents.names import agenda_name
from kcsp_desktop.documents.parts import Style
from kcsp_desktop.documents.word import word_bytes, write_agenda
from kcsp_desktop.domain.body import DateForm
from kcsp_desktop.domain.disclosure import Audience, edition
from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.domain.ids import FileId, PaperId
from kcsp_desktop.domain.kinds import ItemKind, Mode
from kcsp_desktop.domain.life import FutureDate
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.reports import Paper, Report, ReportState
from kcsp_desktop.domain.wording.exempt import NOT_OPEN, OPEN
from tests.builders import a_body, a_meeting, a_record, an_item, some_details
from tests.documents.checker import faults
from tests.documents.word_reader import read_word

PUBLIC, RESTRICTED = Audience.PUBLIC, Audience.RESTRICTED
ISSUED = date(2026, 3, 4)
CLOSED = an_item(3, "D", title="Case Review", detail="Case Alder\n\nCase Birch", exempt=(2, 1))
MIXED = (an_item(1, "A", title="Introduction"), an_item(2, title="Wardens"), CLOSED)


def a_paper(name="Report", pages=4, *, restricted=False):
    return Paper(
        id=PaperId(name),
        label=name,
        file_name=f"{name}.pdf",
        file_id=FileId("0" * 64),
        pages=pages,
        restricted=restricted,
    )


def made_of(items, audience=PUBLIC, body=None, **fields):
    fields.setdefault("state", MeetingState.AGENDA_PUBLISHED)
    meeting = a_meeting(items, **fields)
    record = a_record(meeting, bodies=(a_body(**(body or {})),))
    return edition(record, meeting, audience)


def lines(made, **more):
    return [part.text for part in agenda(made, **more).parts]


def under(items, title, audience=PUBLIC, body=None, **fields):
    """Return the line of an item, and the lines under it."""
    shown = lines(made_of(items, audience, body, **fields))
    at = next(n for n, line in enumerate(shown) if line.startswith(title))
    return shown[at : at + 6]


def test_an_agenda_is_told_in_the_house_s_order():
    contact = {
        "contact": "Ann Clerk",
        "contact_phone": "01632 960001",
        "contact_email": "a@b.example",
    }
    assert lines(made_of(MIXED, details=some_details(**contact)), issued=ISSUED) == [
        "AGENDA",
        "ALDER COMMUNITY PARTNERSHIP",
        "Thursday, 12th March, 2026, at 10.00 am",
        "Council Chamber",
        "Ask for: Ann Clerk",
        "Telephone 01632 960001",
        "a@b.example",
        "UNRESTRICTED ITEMS",
        OPEN,
        "A. Committee Business",
        "Introduction",
        "B. Matters for Information/Discussion - Standing Items",
        "Wardens",
        "D. RESTRICTED ITEMS",
        NOT_OPEN,
        "Case Review",
        "Wednesday, 4 March 2026",
    ]


@pytest.mark.parametrize(
    ("fields", "ending"),
    [
        ({"papers": (a_paper(),)}, " (Pages 1 - 4)"),
        ({"papers": (a_paper(pages=5), a_paper("Appendix A", 1))}, " (Pages 1 - 8)"),
        ({"papers": (a_paper(pages=0),)}, ""),
        ({"pages": "7 - 46"}, " (Pages 7 - 46)"),
        ({"pages": "To follow"}, " - to follow"),
        ({"report": Report(state=ReportState.TO_FOLLOW)}, " - to follow"),
        ({"report": Report(state=ReportState.EXPECTED)}, ""),
        ({"kind": ItemKind.VERBAL}, " - Verbal Update"),
        ({"kind": ItemKind.VERBAL, "title": "Wardens Verbal Update"}, ""),
        ({"restricted": True, "papers": (a_paper(),), "kind": ItemKind.VERBAL}, ""),
    ],
)
def test_behind_a_title_stands_what_there_is_to_read(fields, ending):
    item = an_item(**{"title": "Wardens"} | fields)
    for audience in (PUBLIC, RESTRICTED):
        assert under((item,), "Wardens", audience)[0] == item.title + ending


def test_those_entitled_read_the_detail_and_the_closed_papers():
    closed = replace(CLOSED, papers=(a_paper("Chronology"),))
    half = an_item(2, title="Wardens", papers=(a_paper("Costs", restricted=True), a_paper()))
    made = made_of((half, closed), RESTRICTED)
    shown = lines(made)
    assert shown[shown.index("Wardens (Pages 1 - 4)") + 1] == "Costs"
    assert shown[-4:] == ["Case Review", "Case Alder", "Case Birch", "Chronology"]
    assert shown[2] == "RESTRICTED"
    assert agenda_name(made) == "ACP Agenda 2026-03-12 RESTRICTED.docx"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            {"cites_exempt": True},
            "Exempt information: paragraphs 1 and 2 of Part 1 of Schedule 12A to the Local "
            "Government Act 1972",
        ),
        ({}, ""),
    ],
)
def test_a_body_that_cites_the_law_prints_the_paragraphs(body, expected):
    found = under((CLOSED,), "Case Review", body=body)
    assert found[1:] == ([expected] if expected else [])


def test_an_item_closed_by_itself_says_so_among_open_ones():
    items = an_item(1, title="Wardens", restricted=True), an_item(2, title="Bridges")
    assert under(items, "Wardens") == ["Wardens", NOT_OPEN, "Bridges"]


def test_open_items_behind_closed_ones_are_headed_again():
    meeting = a_meeting((an_item(1, "D"), an_item(2, "A", title="Bridges")))
    turned = replace(meeting, sections=tuple(reversed(meeting.sections)))
    made = edition(a_record(turned), turned, PUBLIC)
    headings = [part.text for part in agenda(made).parts if part.style is Style.HEADING]
    assert headings == ["D. RESTRICTED ITEMS", "UNRESTRICTED ITEMS"]


def test_an_urgent_item_says_why_it_cannot_wait():
    item = an_item(1, title="Flood", kind=ItemKind.URGENT, urgent_reason="The river rises.")
    assert under((item,), "Flood")[1] == "Reason for urgency: The river rises."


def test_the_dates_are_listed_under_their_item():
    dates = (
        FutureDate(day="2026-07-09", start="10:00"),
        FutureDate(day="2026-11-19", start="14:30", provisional=True),
        FutureDate(day="2027-03-11"),
    )
    found = under(
        (an_item(1, "C", title="Dates", kind=ItemKind.DATES),), "Dates", future_dates=dates
    )
    assert found[1:] == [
        "Thursday, 9 July 2026 at 10am",
        "Thursday, 19 November 2026 at 2.30pm (provisional)",
        "Thursday, 11 March 2027",
    ]


@pytest.mark.parametrize(
    ("details", "body", "expected"),
    [
        ({"mode": Mode.ONLINE}, {}, ["Thursday, 12th March, 2026, at 10.00 am", "Online"]),
        (
            {"mode": Mode.HYBRID, "start": time(14, 30)},
            {"date_form": DateForm.PLAIN},
            ["Thursday, 12 March 2026, at 2.30 pm", "Council Chamber and online"],
        ),
    ],
)
def test_day_time_and_place_stand_as_the_body_writes_them(details, body, expected):
    assert lines(made_of(MIXED, body=body, details=some_details(**details)))[2:4] == expected


@pytest.mark.parametrize(
    ("state", "is_draft"),
    [
        (MeetingState.PLANNED, True),
        (MeetingState.AGENDA_DRAFTED, True),
        (MeetingState.AGENDA_PUBLISHED, False),
        (MeetingState.APPROVED, False),
    ],
)
def test_an_agenda_is_a_draft_until_it_is_published(tmp_path, state, is_draft):
    made = made_of(MIXED, state=state)
    path, _ = write_agenda(made, tmp_path / "agenda.docx", paths.notes_template(), issued=ISSUED)
    shown = [text for _, _, text in read_word(path)]
    title = docx.Document(str(path)).core_properties.title
    foot = "Wednesday, 4 March 2026" in shown
    assert ("DRAFT" in shown, "DRAFT" in agenda_name(made), "DRAFT" in title) == (is_draft,) * 3
    assert foot is not is_draft


@pytest.mark.parametrize(
    ("items", "details", "words"),
    [
        (MIXED, {"start": None}, "time is not set"),
        (MIXED, {"venue": " "}, "venue is not set"),
        ((an_item(1, title=" "),), {}, "Item B1 has no title"),
    ],
)
def test_an_agenda_with_a_hole_is_refused(items, details, words):
    with pytest.raises(KcspError, match=words):
        agenda(made_of(items, details=some_details(**details)))


@pytest.mark.parametrize("audience", [PUBLIC, RESTRICTED])
def test_an_agenda_in_word_is_faultless_and_counts_its_codes(tmp_path, audience):
    items = (*MIXED, an_item(4, title="Bridges"), an_item(5, "D", title="Panel"))
    made = made_of(items, audience, {"cites_exempt": True})
    path, _ = write_agenda(made, tmp_path / "a.docx", paths.notes_template(), issued=ISSUED)
    assert faults(path) == []
    codes = [(label, text) for style, label, text in read_word(path) if style == "Agenda Item"]
    assert codes == [(one.code, one.item.title) for one in made.items]
    again = word_bytes(agenda(made, issued=ISSUED), paths.notes_template())
    assert path.read_bytes() == again
