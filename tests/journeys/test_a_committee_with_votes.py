"""A committee with votes goes through its whole life by keys, from the empty store on.

It keeps minutes, numbers paragraphs "(1)", records who moved and how members voted, and closes
items under paragraphs of Schedule 12A. Its minutes are approved at the next meeting with one
correction, signed and published.
"""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.documents.word_reader import read_word
from tests.journeys import secretary
from tests.journeys.command_line import kcsp
from tests.journeys.keyboard import press

TODAY = date.today()  # noqa: DTZ011 - the window counts days from the machine's own, too
FIRST, SECOND = TODAY + timedelta(days=60), TODAY + timedelta(days=121)
LICENCE, RENEWAL = "Premises licence: The Heron", "Renewal: a private hire operator"
SECRET = "The accounts of the operator for the last year were considered in detail."
MEMBERS = (
    ("Mrs A Barden", "c"),
    ("Mr P M Quelch", "v"),
    ("Ms S Oduya", ""),
    ("Miss L Quayle", "o"),
)


@pytest.fixture
def store(qapp, tmp_path):
    """An empty store, its window open."""
    path = tmp_path / "store.db"
    window = secretary.opened(path)
    yield path, window
    secretary.closed(window)


def make_committee() -> None:
    """Make the body: minutes, "(1)" paragraphs, votes, exempt paragraphs, four people."""
    secretary.make_body("Alder Licensing Committee", "ALC", "Alder County Council")
    secretary.go_to_field("bodyRecordWord")
    press("m")
    secretary.go_to_field("bodyQuorum")
    press("<Ctrl+A>2<Enter>")
    for name in ("bodyRecordsVotes", "bodyCitesExempt"):
        secretary.go_to_field(name)
        press("<Space>")
    secretary.go_to_field("bodyParagraphs")
    press("<Down>")
    secretary.go_to_field("bodyMembersAdd")
    for name, role in MEMBERS:
        press(f"<Ins>{name}<Tab>{role}<Enter>")


def in_words(day: date) -> str:
    """Return a day as people type it."""
    return day.strftime("%d/%m/%Y")


def printed(day: date) -> str:
    """Return a day as the minutes print it."""
    return f"{day.day} {day:%B %Y}"


def add_items() -> None:
    """Put one item under B and one under the restricted D, behind the standing ones."""
    press("<Ctrl+3>")
    press(f"<End><Ins>{LICENCE}<Enter><Alt+Up><Alt+Up><Alt+Up>")
    press(f"<End><Ins>{RENEWAL}<Enter><Alt+Down><Enter>")
    secretary.go_to_field("itemExempt3")
    press("<Space><Esc>")


def happens(event: str, *, first: str = "", looked: bool = False) -> str:
    """Let that happen next, and return what stood before it; ``first`` are keys in its field."""
    press("<Ctrl+Shift+S>")
    secretary.wait(300)
    dialog = QApplication.activeModalWidget()
    rows = [row.accessibleName() for row in dialog.findChildren(QAbstractButton)]
    assert secretary.focus_name() == "nextEvent"
    assert event in rows
    if first:
        press(f"<Tab><Ctrl+A>{first}")
    if looked:
        secretary.go_to_field("eventConfirmed")
        press("<Space>")
    press("<Enter>")
    assert QApplication.activeModalWidget() is None, dialog.wrong()
    return "\n".join(rows)


def publish_agenda() -> str:
    """Draft and publish the agenda, and begin; return what was said before publishing."""
    happens("Draft the agenda")
    said = happens("Publish the agenda", looked=True)
    happens("Begin the meeting")
    press("<Ctrl+2><Ctrl+Shift+P><Ctrl+4>")
    return said


def minute_everything() -> None:
    """Minute what was said, with a vote, and the closed item in its two texts."""
    secretary.go_to_item("A3")
    press("<Ctrl+Shift+R>")
    secretary.go_to_item("B1")
    press("Mr Quelch outlined the application.<Enter>Ms Oduya asked about the hours.<Enter>")
    press("<Ctrl+R>grant the licence until 11 pm.")
    press("<Ctrl+Shift+T>Mrs A Barden<Tab>Ms S Oduya<Tab>2<Tab>1<Tab>0<Tab>")
    press("for: Mrs A Barden, Ms S Oduya; against: Mr P M Quelch<Enter>")
    secretary.go_to_item("C1")
    press("<Ctrl+Shift+R>")
    secretary.go_to_item("D1")
    press(f"{SECRET}<F7>Members considered the renewal.<Enter><Ctrl+R>renew the licence.")


def hold_first() -> str:
    """Hold the first meeting up to the circulation of its minutes; return what publishing said."""
    secretary.make_meeting(in_words(FIRST), "Oak Room")
    add_items()
    said = publish_agenda()
    minute_everything()
    happens("End the meeting", first="12.10 pm")
    happens("Circulate the minutes", looked=True)
    return said


def approve_at_second() -> None:
    """Make the next meeting, and approve the minutes at its item with one correction."""
    secretary.make_meeting(in_words(SECOND), "Oak Room")
    publish_agenda()
    secretary.go_to_item("A4")
    press("<Ctrl+Shift+Q>")
    secretary.wait(100)
    secretary.go_to_field("correctionsAdd")
    press("<Space>")
    secretary.wait(100)
    press("2<Tab>1<Tab>outlined<Tab>presented<Tab>Mr P M Quelch<Enter>")
    secretary.wait(100)
    press("<Enter>")


def sign_and_publish_first() -> None:
    """Go to the first meeting in the list, keep when it was signed, and publish."""
    press("<Ctrl+M><End><Enter>")
    happens("Sign the minutes", first=printed(SECOND))
    happens("Publish the minutes")


def shown(store, day: date) -> dict:
    """Return a meeting as the command line tells it."""
    return json.loads(kcsp(store, "show", f"ALC/{day.isoformat()}", "--json"))


def texts(meeting: dict, code: str) -> list[str]:
    """Return the texts of an item."""
    item = next(item for item in meeting["items"] if item["code"] == code)
    return [block["text"] for block in item["blocks"]]


def test_a_committee_with_votes_goes_through_its_whole_life(store, tmp_path):
    path, _ = store
    make_committee()
    said = hold_first()
    assert "clear working days" in said
    approve_at_second()
    sign_and_publish_first()
    press("<Ctrl+Q>")
    secretary.wait(200)
    first, second = shown(path, FIRST), shown(path, SECOND)
    assert first["state"] == "published"
    assert texts(first, "B1")[0] == "Mr Quelch presented the application."
    resolved = texts(second, "A4")[-1]
    assert resolved == (
        f"RESOLVED that the minutes of the meeting held on {printed(FIRST)} were correctly"
        " recorded and be signed by the Chair, subject to the following correction: in minute 2,"
        " paragraph 1, “outlined” to read “presented”."
    )
    kcsp(path, "export", "notes", f"ALC/{FIRST.isoformat()}", "--public", "--out",
         str(tmp_path / "minutes.docx"))  # fmt: skip
    read = [(label, text) for _, label, text in read_word(tmp_path / "minutes.docx")]
    assert ("(1)", "Mr Quelch presented the application.") in read
    assert ("", "Proposed by Mrs A Barden and seconded by Ms S Oduya. Voting: 2 for, 1 against,"
            " 0 abstained.") in read  # fmt: skip
    assert ("", "Against: Mr P M Quelch.") in read
    assert not [text for _, text in read if "accounts" in text or text == "DRAFT"]
