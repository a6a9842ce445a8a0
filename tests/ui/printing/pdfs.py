"""PDFs for tests: pages with words, and what a made one says, down to its last object."""

from __future__ import annotations

import io
from datetime import datetime, time

from pypdf import PdfReader, PdfWriter
from pypdf.actions import JavaScript
from pypdf.annotations import Text
from pypdf.generic import NameObject, StreamObject, TextStringObject

from kcsp_desktop.documents.parts import Document, Part, Style
from kcsp_desktop.domain.blocks import plain
from kcsp_desktop.ui.printing.printer import no_foot, pdf_bytes
from tests.builders import DAY


def pdf_of(*pages: str, author: str = "", comment: str = "", turned: int = 0) -> bytes:
    """Return a PDF with a page for each text, as somebody else's program would make it."""
    writer = PdfWriter()
    for words in pages:
        part = Part(style=Style.PLAIN, runs=plain(words))
        made = Document(title="", dated=datetime.combine(DAY, time(0)), parts=(part,))
        writer.append(io.BytesIO(pdf_bytes(made, no_foot)))
    for page in writer.pages:
        page.rotate(turned)
    if author:
        writer.add_metadata({"/Author": author})
        writer.add_attachment("notes.txt", author.encode())
        writer.add_open_action(JavaScript(f"app.alert('{author}')"))
    if comment:
        note = Text(rect=(50, 550, 200, 650), text=comment)
        note[NameObject("/T")] = TextStringObject(comment)
        writer.add_annotation(page_number=0, annotation=note)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def insides(content: bytes) -> str:
    """Return everything a PDF holds: its text, its objects, its streams unpacked, its bytes."""
    reader = PdfReader(io.BytesIO(content))
    heap = [page.extract_text() for page in reader.pages]
    for number in range(1, len(reader.xref[0]) + 1 if reader.xref else 1):
        try:
            found = reader.get_object(number)
        except Exception:
            continue
        heap.append(repr(found))
        if isinstance(found, StreamObject):
            heap.append(found.get_data().decode("latin-1"))
    return "\n".join([*heap, content.decode("latin-1"), repr(reader.metadata)])


def words(content: bytes) -> list[str]:
    """Return the words of each page."""
    return [" ".join(p.extract_text().split()) for p in PdfReader(io.BytesIO(content)).pages]
