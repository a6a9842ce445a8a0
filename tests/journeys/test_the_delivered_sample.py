"""The first meeting of the delivered sample, typed by keys: every kind of block, both texts.

What is typed and what Word should show are both read from the sample's own file; the rules by
which a secretary gets from one kind to the next are told here once more, in keys.
"""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QDate

from tests.documents.checker import faults
from tests.documents.word_reader import read_word
from tests.journeys import secretary
from tests.journeys.keyboard import press
from tests.journeys.records import Item

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample" / "sample.json"
NUMBERED = ("paragraph", "letter", "clause")
BULLETS = {"bullet": "•", "sub-bullet": "◦", "clause-bullet": "•"}

AFTER_ENTER = {"resolution": "paragraph", "post-meeting-note": "paragraph",
               "private-note": "paragraph", "": "paragraph"}  # fmt: skip
TO_PARAGRAPH = {"paragraph": "", "plain": "<Ctrl+Shift+L>", "letter": "<Enter>",
                "bullet": "<Enter>", "sub-bullet": "<Enter><Enter>", "clause": "<Enter>",
                "clause-bullet": "<Enter><Enter>"}  # fmt: skip
FROM_PARAGRAPH = {"paragraph": "", "plain": "<Ctrl+Shift+L>", "letter": "<Ctrl+Shift+K>",
                  "bullet": "<Tab>", "resolution": "<Ctrl+R><Shift+Home>",
                  "post-meeting-note": "<Ctrl+Shift+M>",
                  "private-note": "<Ctrl+Shift+N>"}  # fmt: skip
NEARER = {("bullet", "sub-bullet"): "<Tab>", ("sub-bullet", "bullet"): "<Backtab>",
          ("clause", "clause-bullet"): "<Tab>", ("clause-bullet", "clause"): "<Enter>",
          ("plain", "bullet"): "<Tab>"}  # fmt: skip


def keys_between(former: str, kind: str, ends_with_colon: bool) -> str:
    """Return the keys from the end of a block to the beginning of the next, of ``kind``."""
    if not former:
        return FROM_PARAGRAPH[kind]
    here = AFTER_ENTER.get(former, former)
    if former == "resolution" and ends_with_colon:
        here = "clause"
    if here == kind:
        return "<Enter>"
    if (here, kind) in NEARER:
        return f"<Enter>{NEARER[here, kind]}"
    return f"<Enter>{TO_PARAGRAPH[here]}{FROM_PARAGRAPH[kind]}"


def type_text(text: str) -> None:
    """Type a text; what stands between underlines is in italics."""
    for n, part in enumerate(text.split("_")):
        if n:
            press("<Ctrl+I>")
        press(part)


def type_blocks(blocks: list[list[str]]) -> None:
    former, colon = "", False
    for kind, text, *_ in blocks:
        press(keys_between(former, kind, colon))
        type_text(text)
        former, colon = kind, text.endswith(":")


def type_minutes(items: list[dict]) -> None:
    """Type every item; of a restricted one the first and the last block are for the public."""
    press("<Ctrl+4>")
    for item in items:
        type_blocks(item["blocks"])
        told = [block[-1] for block in item["blocks"]]
        if "restricted" in told:
            assert "public" not in told[1:-1]
            press("<Ctrl+End><Ctrl+Shift+U><Ctrl+Home><Ctrl+Shift+U>")
        press("<Ctrl+Enter>")


def labelled(blocks: list[list[str]]) -> list[tuple[str, str]]:
    """Return blocks as (number, text), counted as the house does."""
    out, count = [], dict.fromkeys(NUMBERED, 0)
    for kind, text, *_ in blocks:
        for under, above in (("letter", "paragraph"), ("clause", "resolution")):
            count[under] *= kind != above
        if kind in NUMBERED:
            count[kind] += 1
        letter = chr(96 + count.get(kind, 0))
        label = {"paragraph": f"{count['paragraph']}.", "letter": f"{letter}.",
                 "clause": f"{letter})", **BULLETS}.get(kind, "")  # fmt: skip
        before = "POST MEETING NOTE: " if kind == "post-meeting-note" else ""
        out.append((label, before + text.replace("_", "")))
    return out


def coded(items: list[dict]) -> list[tuple[str, dict]]:
    """Return the minuted items with their agenda codes."""
    count: dict[str, int] = {}
    out = []
    for item in items:
        count[item["section"]] = count.get(item["section"], 0) + 1
        if item.get("minuted", True):
            out.append((f"{item['section']}{count[item['section']]}", item))
    return out


def expected(items: list[tuple[str, dict]], first: int, *, restricted: bool):
    out = []
    for number, (code, item) in enumerate(items, first):
        told = [b for b in item["blocks"] if b[0] != "private-note"]
        told = [b for b in told if restricted or b[-1] != "restricted"]
        out += [(f"{number}.", item["title"]), ("", f"(Item {code})"), *labelled(told)]
    return out


@pytest.fixture
def typed(qtbot, tmp_path, monkeypatch):
    """Type the meeting from an empty store; return the two documents, the public one first."""
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    data = json.loads(SAMPLE.read_text(encoding="utf-8"))
    meeting, body = data["meetings"][0], data["body"]
    items = coded(meeting["items"])
    day = QDate.fromString(meeting["date"], "yyyy-MM-dd").toString("d/M/yyyy")
    window = secretary.opened(tmp_path / "store.db")
    secretary.make_body(body["name"], body["short_name"], body["authority"])
    secretary.make_meeting(day, meeting["venue"])
    secretary.set_first_number(meeting["first_number"], meeting["first_number_reason"])
    secretary.type_agenda([Item(0, code, item["title"]) for code, item in items])
    type_minutes([item for _, item in items])
    press("<Ctrl+5><Ctrl+E>")
    secretary.wait_for(lambda: len(list((tmp_path / "home").rglob("*.docx"))) == 2)
    secretary.wait(100)
    secretary.closed(window)
    return sorted((tmp_path / "home").rglob("*.docx"), key=lambda path: "RESTRICTED" in path.name)


def test_every_kind_of_block_comes_out_as_it_was_typed(typed):
    meeting = json.loads(SAMPLE.read_text(encoding="utf-8"))["meetings"][0]
    items, first = coded(meeting["items"]), meeting["first_number"]
    for path, restricted in zip(typed, (False, True), strict=True):
        shown = [(label, text) for _, label, text in read_word(path)]
        begin = shown.index((f"{first}.", items[0][1]["title"]))
        assert shown[begin:] == expected(items, first, restricted=restricted)
        assert in_italics(path) == ["Walk Away"]
        assert faults(path) == []


def in_italics(path: Path) -> list[str]:
    """Return what the secretary put in italics; the house's own italic lines aside."""
    return [
        run.text
        for paragraph in docx.Document(str(path)).paragraphs
        if paragraph.style.name != "Item Line"
        for run in paragraph.runs
        if run.style.name == "Emphasis"
    ]
