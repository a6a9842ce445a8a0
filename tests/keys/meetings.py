"""Meetings to be typed, and the others that the store holds.

How this works: a meeting is an object as ``show --json`` writes it. The real records lie outside
the project; they are read into the same shape. A record that says much of what the meeting
under test says is that meeting, and is left out of the store.
"""

from __future__ import annotations

import re
from typing import Any

from tests.journeys import records

Meeting = dict[str, Any]

BODY = "Kent Community Safety Partnership"
_KINDS = {
    records.NUMBERED: "paragraph",
    records.PLAIN: "plain",
    records.BULLET: "bullet",
    records.RESOLVED: "resolution",
    records.CLAUSE: "clause",
    records.CLAUSE_BULLET: "clause-bullet",
}
_SAME = 0.3  # of a meeting's blocks in a record: it is the same one
_OFFICE = re.compile(r" \((?:Vice-)?Chair(?:man)?\)$")
_WITH_POST = re.compile(r"^(.+?) \((.+)\)$")
_AGENDA_ITEM = re.compile(r"^[A-D]\d+ (.+?)(?: \(Pages .*\))?$")


def samples() -> list[Meeting]:
    """Return every record beside the project as a meeting; none where there are none."""
    found = []
    for path in sorted(records.SAMPLES.glob("*.txt")) if records.SAMPLES.is_dir() else ():
        found += _meetings(path.read_text(encoding="utf-8"))
    return [meeting for meeting in found if meeting["items"]]


def others(meeting: Meeting, among: list[Meeting]) -> list[Meeting]:
    """Return those that are not ``meeting`` itself."""
    own = set(_long_blocks(meeting))
    return [
        one
        for one in among
        if one is not meeting
        and len(own.intersection(_long_blocks(one))) <= _SAME * max(len(own), 1)
    ]


def block_texts(meeting: Meeting) -> list[tuple[str, str]]:
    """Return (text, kind) of all its blocks."""
    return [(b["text"], b["kind"]) for item in meeting["items"] for b in item["blocks"]]


def _long_blocks(meeting: Meeting) -> list[str]:
    return [text for text, _ in block_texts(meeting) if len(text) > 60]


def _meetings(text: str) -> list[Meeting]:
    """Read a file by what is in it: a web page, or an agenda and the notes inside the pack."""
    if "NOTES of a meeting" not in text:
        return [_meeting(records.web_minutes(text))] if "\nMinutes:\n" in text else []
    agenda, _, notes = text.partition("NOTES of a meeting")
    notes, _, _ = notes.partition("This page is intentionally left blank")
    titles = [m[1] for line in agenda.splitlines() if (m := _AGENDA_ITEM.match(_plain(line)))]
    items = [{"title": title, "blocks": []} for title in titles]
    return [
        {"attendance": [], "items": items},
        _meeting(records.markdown_minutes(f"NOTES of a meeting{notes}")),
    ]


def _plain(line: str) -> str:
    return records.cleaned(line).removeprefix("- ")


def _meeting(minutes: records.Minutes) -> Meeting:
    return {
        "body": BODY,
        "attendance": [_row(name) for name in (*minutes.present, *minutes.in_attendance)],
        "items": [
            {
                "title": item.title,
                "blocks": [{"kind": _KINDS[kind], "text": text} for kind, text in item.blocks],
            }
            for item in minutes.items
        ],
    }


def _row(name: str) -> dict[str, str]:
    name = _OFFICE.sub("", name)
    found = _WITH_POST.match(name)
    name, post = (found[1], found[2]) if found else (name, "")
    return {"name": name, "post": post}
