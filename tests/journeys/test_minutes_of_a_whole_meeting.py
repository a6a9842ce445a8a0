"""A whole meeting, typed by keys from an empty store, comes out of Word as the record.

Compared are paragraphs as (computed number, text). What a record has that no document should have
is in a table, one row a defect; a row that is not used fails.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.documents.checker import faults
from tests.documents.pdf_reader import numbers_missing
from tests.documents.word_reader import read_word
from tests.journeys import secretary
from tests.journeys.keyboard import press
from tests.journeys.records import (
    BULLET,
    CLAUSE,
    CLAUSE_BULLET,
    NUMBERED,
    SAMPLES,
    Item,
    Minutes,
    markdown_minutes,
    web_minutes,
)

SAMPLE = Path(__file__).parent / "sample_meeting.md"
OF_2021 = SAMPLES / "003_370181e258134b0c.txt"
OF_2023 = SAMPLES / "001_9f7e2c0d172a14c6_first200.txt"
OF_2025 = SAMPLES / "000_535e086421266ab6.txt"
_HOLE = "held in the on"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A home of its own, so that documents lie where nobody else's do."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    return home / "Documents"


def typed(tmp_path: Path, folder: Path, minutes: Minutes, day: str, venue: str, office) -> Path:
    """Type everything by keys, make the public notes, return the file."""
    window = secretary.opened(tmp_path / "store.db")
    name = minutes.body.title() if minutes.body else "Kent Community Safety Partnership"
    secretary.make_body(name, "KCSP", minutes.authority.title() or "Kent County Council")
    chair, vice_chair = office
    secretary.set_office_words(chair, vice_chair)
    secretary.make_meeting(day, venue)
    secretary.set_first_number(minutes.items[0].number, "as entered")
    words = {chair: "c", vice_chair: "v"}
    secretary.type_attendance(minutes.present, minutes.in_attendance, words)
    secretary.type_agenda(minutes.items)
    secretary.type_minutes(minutes.items)
    press("<Ctrl+5><Ctrl+E>")
    secretary.wait_for(lambda: public_notes(folder))
    secretary.wait(100)
    secretary.closed(window)
    return public_notes(folder)[0]


def public_notes(folder: Path) -> list[Path]:
    """Return the notes that are not restricted."""
    return [p for p in folder.rglob("*.docx") if "RESTRICTED" not in p.name]


def expected_items(items: list[Item]) -> list[tuple[str, str]]:
    """Return the paragraphs of items as (number, text)."""
    out: list[tuple[str, str]] = []
    for item in items:
        out.append((f"{item.number}.", item.title))
        if item.code:
            out.append(("", f"(Item {item.code})"))
        paragraph = clause = 0
        for kind, text in item.blocks:
            paragraph += kind == NUMBERED
            clause += kind == CLAUSE
            label = {
                NUMBERED: f"{paragraph}.",
                CLAUSE: f"{chr(96 + clause)})",
                BULLET: "•",
                CLAUSE_BULLET: "•",
            }
            out.append((label.get(kind, ""), text))
    return out


def ending(names: list[str]) -> str:
    """Return names with the house ending."""
    return f"{', '.join(names[:-1])} and {names[-1]}." if len(names) > 1 else f"{names[0]}."


def expected(minutes: Minutes, venue: str) -> list[tuple[str, str]]:
    """Return a record's paragraphs, with the venue where its hole was."""
    place = f"held in the {venue} on" if venue else "held online on"
    return [
        ("", minutes.authority),
        ("", minutes.body),
        ("", minutes.sentence.replace(_HOLE, place)),
        ("", f"PRESENT: {ending(minutes.present)}"),
        ("", f"IN ATTENDANCE: {ending(minutes.in_attendance)}"),
        ("", "UNRESTRICTED ITEMS"),
        *expected_items(minutes.items),
    ]


def read(path: Path) -> list[tuple[str, str]]:
    """Return a document's paragraphs, without the DRAFT line."""
    found = [(label, re.sub(r"\s+", " ", text)) for _, label, text in read_word(path)]
    return [one for one in found if one != ("", "DRAFT")]


def test_the_projects_own_meeting_comes_out_as_it_was_typed(qtbot, tmp_path, folder):
    minutes = markdown_minutes(SAMPLE.read_text(encoding="utf-8"))
    made = typed(tmp_path, folder, minutes, "19/3/2026", "Oak Room", ("Chair", "Vice-Chair"))
    assert read(made) == expected(minutes, "Oak Room")
    assert faults(made) == []
    assert numbers_missing(made, tmp_path) == []


@pytest.mark.skipif(not OF_2021.exists(), reason="the records are not beside the project")
def test_the_meeting_of_18_november_2021_comes_out_as_the_record(qtbot, tmp_path, folder):
    minutes = markdown_minutes(OF_2021.read_text(encoding="utf-8"))
    defects = {
        "the hole where the venue was": _HOLE in minutes.sentence,
        "the empty ALSO PRESENT": "ALSO PRESENT" in minutes.labels_seen,
        "(a) FIELD": minutes.left_over[0] == "- (a) FIELD",
        "(b) FIELD_TITLE": minutes.left_over[1:] == ["- (b) FIELD_TITLE"],
    }
    assert [row for row, used in defects.items() if not used] == []
    office = ("Chairman", "Vice-Chairman")
    made = typed(tmp_path, folder, minutes, "18/11/2021", "Council Chamber", office)
    assert read(made) == expected(minutes, "Council Chamber")
    assert minutes.items[0].number == 40
    assert faults(made) == []
    assert numbers_missing(made, tmp_path) == []


@pytest.mark.skipif(not OF_2023.exists(), reason="the records are not beside the project")
def test_the_meeting_of_16_november_2023_comes_out_as_the_record(qtbot, tmp_path, folder):
    text = OF_2023.read_text(encoding="utf-8")
    notes = text[text.index("**KENT COUNTY COUNCIL**") : text.index("This page is intentionally")]
    minutes = markdown_minutes(notes)
    doubled = [n for n in minutes.present if minutes.present.count(n) > 1]
    defects = {
        "the hole where the venue was": _HOLE in minutes.sentence,
        "the heading glued to minute 100": "ITEMS****100." in notes,
        "Mr B Platt twice": doubled == ["Mr B Platt"] * 2,
    }
    assert [row for row, used in defects.items() if not used] == []
    minutes.present = list(dict.fromkeys(minutes.present))
    made = typed(tmp_path, folder, minutes, "16/11/2023", "", ("Chair", "Vice-Chair"))
    assert read(made) == expected(minutes, "")
    assert faults(made) == []
    assert numbers_missing(made, tmp_path) == []


@pytest.mark.skipif(not OF_2025.exists(), reason="the records are not beside the project")
def test_the_items_of_25_march_2025_come_out_as_the_record(qtbot, tmp_path, folder):
    minutes = web_minutes(OF_2025.read_text(encoding="utf-8"))
    items = minutes.items[1:]
    codes = ("A1", "B1", "B2", "B3", "B4", "B5", "C1", "D1", "D2")
    for item, code in zip(items, codes, strict=True):
        item.code = code
    minutes.items, minutes.present, minutes.in_attendance = items, ["Mrs C Bell (Chair)"], []
    made = typed(tmp_path, folder, minutes, "25/3/2025", "", ("Chair", "Vice-Chair"))
    found = read(made)
    begin = next(n for n, (label, _) in enumerate(found) if label == f"{items[0].number}.")
    assert found[begin:] == expected_items(items)
    assert faults(made) == []
    assert numbers_missing(made, tmp_path) == []
