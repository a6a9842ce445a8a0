"""An attendance of a real kind, keys counted from opening the page (house-format 5)."""

import re
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from kcsp_desktop.app import open_window
from kcsp_desktop.documents.parts import Style
from kcsp_desktop.documents.record import notes
from kcsp_desktop.domain.body import Membership, Role
from kcsp_desktop.domain.disclosure import Audience, edition
from kcsp_desktop.domain.ids import PersonId
from kcsp_desktop.domain.people import Person, Post, listed, understood
from kcsp_desktop.domain.record import attendance_from_members
from kcsp_desktop.store.opening import open_store
from kcsp_desktop.ui.workspace import Place
from tests.builders import DAY, MEETING, a_body, a_meeting, a_record
from tests.journeys.keyboard import press

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

MEMBERS = (
    "Mrs H Ashdown", "Mr J Brook, OBE", "Ms S Aldous", "Cllr T Barrow", "Ms P Birch",
    "Mr R Carver", "Mrs L Cole", "Dr M Dean", "Supt K Eaves", "Cllr A Farrow", "Mr G Finch",
    "Ms D Garner", "Mr N Hale", "Ms J Holt", "Cllr B Ingram", "Mrs C Jarvis", "Mr E Kemp",
    "Ms V Lowe", "Cllr W Marsh", "Mr O Nash", "Ms R Orme", "Mrs F Peel", "Mr S Quill",
    "Cllr I Rudd",
)  # fmt: skip
OFFICERS = {"Miss Y Sayer": "Democratic Services Officer", "Mr U Tate": "Research Officer"}
PRESENT = (
    "Mrs H Ashdown (Chair), Mr J Brook, OBE (Vice-Chair), Ms S Aldous, Cllr T Barrow, Ms P Birch, "
    "Mr R Carver, Dr M Dean, Supt K Eaves, Mr G Finch, Ms D Garner, Mr N Hale, Mr Z Underhill, "
    "Cllr B Ingram, Mrs C Jarvis, Mr E Kemp, Ms V Lowe, Cllr W Marsh, Ms R Orme, Mrs F Peel, "
    "Mr S Quill and Cllr I Rudd."
)
APOLOGIES = "Mrs L Cole and Ms J Holt (substitute: Mr Z Underhill)."
IN_ATTENDANCE = "Miss Y Sayer (Democratic Services Officer) and Mr U Tate (Research Officer)."

KEYS = (
    "<Ctrl+Shift+P>"  # all are here: members present, officers in attendance
    "<Shift+B><Shift+I>o"  # Ms Birch is online
    "<Shift+C>a"  # Mrs Cole sent apologies
    "<Shift+F>n"  # Cllr Farrow is absent
    "<Shift+H><Shift+O><S><Enter>"  # Ms Holt's named substitute is here
    "<Shift+N>n"  # Mr Nash is absent
    "<Shift+P><T>b2<Enter>"  # Mrs Peel arrived at B2
)


def named(name: str, post: str = "") -> Person:
    posts = (Post(title=post),) if post else ()
    return Person(id=PersonId(name), posts=posts, **understood(name))


def a_record_of_twenty_four():
    """Return a body of 24 members and two officers, and a meeting with them, not marked."""
    instead = named("Mr Z Underhill", "Deputy Head")
    people = (
        *(named(name) for name in MEMBERS),
        *(named(name, post) for name, post in OFFICERS.items()),
    )
    roles = [Role.CHAIR, Role.VICE_CHAIR, *[Role.MEMBER] * 22, Role.OFFICER, Role.OFFICER]
    members = [
        Membership(person_id=person.id, role=role)
        for person, role in zip(people, roles, strict=True)
    ]
    holt = MEMBERS.index("Ms J Holt")
    members[holt] = replace(members[holt], substitute_id=instead.id)
    body = a_body(members=tuple(members), print_apologies=True, quorum=7)
    record = a_record(bodies=(body,), people=(*people, instead))
    meeting = a_meeting(attendance=attendance_from_members(record, body, DAY))
    return replace(record, meetings=(meeting,))


@pytest.fixture
def window(qtbot, tmp_path):
    """Return the window at the Attendance page of that meeting, read from its store."""
    store = open_store(tmp_path / "store.db")
    store.save(a_record_of_twenty_four(), "made")
    store.close()
    window = open_window(tmp_path / "store.db", remembers=False)
    qtbot.addWidget(window)
    window.activateWindow()
    qtbot.waitUntil(lambda: window.workspace.is_open and window.isActiveWindow())
    window.go_to(Place(page="attendance", meeting_id=MEETING))
    return window


def key_count(keys: str) -> int:
    """Count the keys pressed: a letter is one, a chord is one, Shift is free."""
    return len(re.findall(r"<[^>]+>|.", keys))


def printed(window, label: str) -> str:
    shown = window.findChild(QWidget, f"printed{label}").text()
    return shown.replace("\N{NO-BREAK SPACE}", " ")


def test_twenty_four_members_and_two_officers_take_at_most_thirty_keys(window):
    assert key_count(KEYS) <= 30
    press(KEYS)
    assert printed(window, "Present") == PRESENT
    assert printed(window, "Apologies") == APOLOGIES
    assert printed(window, "InAttendance") == IN_ATTENDANCE
    meeting = window.workspace.record.meetings[0]
    marks = [str(row.capacity) for row in meeting.attendance if listed_as_member(row)]
    counted = {mark: marks.count(mark) for mark in sorted(set(marks))}
    assert counted == {"absent": 2, "apologies": 2, "online": 1, "present": 19, "substitute": 1}
    late = next(row for row in meeting.attendance if row.name == "Mrs F Peel")
    assert late.arrived_item == "item-2"


def listed_as_member(row) -> bool:
    return row.role is not Role.OFFICER


def test_the_document_prints_the_lines_as_the_page_shows_them(window):
    press(KEYS)
    record = window.workspace.record
    document = notes(edition(record, record.meetings[0], Audience.PUBLIC))
    lines = [part.text for part in document.parts if part.style is Style.ATTENDANCE]
    assert lines == [
        f"PRESENT: {PRESENT}",
        f"APOLOGIES: {APOLOGIES}",
        f"IN ATTENDANCE: {IN_ATTENDANCE}",
    ]


def test_the_same_keys_undone_leave_nobody_marked(window):
    press(KEYS)
    press("<Ctrl+Z>" * 7)
    rows = window.workspace.record.meetings[0].attendance
    assert {str(row.capacity) for row in rows} == {"not marked"}
    assert [row.name for row in rows] == [listed(named(n)) for n in (*MEMBERS, *OFFICERS)]
