"""Every document an edition can become, and the letters in them: for the leak law."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from kcsp_desktop import paths
from kcsp_desktop.documents.agenda import agenda
from kcsp_desktop.documents.meeting_json import meeting_json
from kcsp_desktop.documents.names import agenda_name, notes_name, report_name
from kcsp_desktop.documents.record import notes
from kcsp_desktop.documents.report import report
from kcsp_desktop.documents.supplement import has_news, supplement
from kcsp_desktop.documents.text import meeting_text
from kcsp_desktop.documents.word import word_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcsp_desktop.documents.parts import Document
    from kcsp_desktop.domain.disclosure import Edition

ISSUED, LATER = date(2026, 3, 4), date(2026, 3, 9)


def documents(edition: Edition) -> Iterator[Document]:
    """Yield each document there is of an edition."""
    yield notes(edition)
    yield notes(replace(edition, body=replace(edition.body, annex_actions=True)))
    yield agenda(edition, issued=ISSUED)
    if has_news(edition):
        yield supplement(edition, issued=ISSUED, day=LATER)
    for one in edition.items:
        if one.item.report is not None:
            yield report(edition, one.code)


def bytes_of(edition: Edition) -> bytes:
    """Return every output of an edition, unzipped, in one heap, with the names of the files."""
    heap = [one.encode() for one in (meeting_json(edition), meeting_text(edition))]
    heap += [name(edition).encode() for name in (notes_name, agenda_name)]
    heap += [report_name(edition, one.code).encode() for one in edition.items]
    heap += [unzipped(document) for document in documents(edition)]
    return b"\n".join(heap)


def unzipped(document: Document) -> bytes:
    """Return the parts of a Word file, and the file itself."""
    content = word_bytes(document, paths.notes_template())
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = [package.read(name) for name in package.namelist()]
    return b"\n".join([*parts, content])
