"""The notes in Word, from the record to the file, beside text put into a ready package."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from kcsp_desktop import paths
from kcsp_desktop.documents.word import write_notes
from kcsp_desktop.domain.disclosure import Audience, edition
from tests.benchmarks.figures import Figure
from tests.benchmarks.records import SIZES, meeting_of
from tests.benchmarks.rounds import in_turns, timed
from tests.builders import a_record

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kcsp_desktop.domain.meeting import Meeting

ROUNDS = 12
FLOOR = "raw XML"
_BODY = b"<w:body>"


def measure(folder: Path) -> list[Figure]:
    """Make the notes of a usual meeting and of a huge one."""
    found = []
    for (items, blocks), bound in zip(SIZES, (15, 8), strict=True):
        meeting = meeting_of(items, blocks)
        mine, least = in_turns(
            ROUNDS, timed(notes(folder, meeting)), timed(raw(folder, meeting)), each=3
        )
        name = f"notes of {items} items, {blocks:,} paragraphs"
        found.append(Figure(name=name, ours=mine, floor=least, floor_name=FLOOR, bound=bound))
    return found


def notes(folder: Path, meeting: Meeting) -> Callable[[], object]:
    """Return the making of the notes as a person has them made."""
    record, template = a_record(meeting), paths.notes_template()

    def make() -> None:
        made = edition(record, meeting, Audience.RESTRICTED)
        write_notes(made, folder / "notes.docx", template)

    return make


def raw(folder: Path, meeting: Meeting) -> Callable[[], object]:
    """Return the least: the package read beforehand, the paragraphs' XML put together as text."""
    with zipfile.ZipFile(paths.notes_template()) as package:
        parts = [(name, package.read(name)) for name in package.namelist()]

    def make() -> None:
        lines = []
        for item in meeting.items:
            lines.append(_paragraph("Heading2", item.title))
            lines += [_paragraph("MinuteParagraph", block.text) for block in item.blocks]
        target = folder / "raw.docx"
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
            for name, content in parts:
                if name == "word/document.xml":
                    head, tag, tail = content.partition(_BODY)
                    content = head + tag + "".join(lines).encode() + tail
                package.writestr(name, content)

    return make


def _paragraph(style: str, text: str) -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    return f"<w:p>{properties}<w:r><w:t>{escape(text)}</w:t></w:r></w:p>"
