"""Our own documents on paper: every word, every number, nothing left alone at the foot."""

from __future__ import annotations

import io
from datetime import datetime, time

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter

from kcsp_desktop import paths
from kcsp_desktop.documents.agenda import agenda
from kcsp_desktop.documents.parts import Document, Part, Style, Table
from kcsp_desktop.documents.record import notes
from kcsp_desktop.domain.blocks import BOLD, plain
from kcsp_desktop.domain.disclosure import Audience, edition
from kcsp_desktop.domain.performing.applying import apply_all
from kcsp_desktop.domain.record import Record
from kcsp_desktop.importing.sample import sample_edits
from kcsp_desktop.ui.printing.looks import LOOKS, label
from kcsp_desktop.ui.printing.printer import paint, pdf_bytes
from tests.builders import DAY
from tests.ui.printing.pdfs import words


@pytest.fixture(autouse=True)
def _app(qapp):
    """Fonts need an application."""


def a_document(*parts):
    return Document(title="A title", dated=datetime.combine(DAY, time(0)), parts=parts)


def sample():
    return apply_all(Record(), sample_edits(paths.resources() / "sample")).record


def test_every_style_has_a_look():
    assert set(LOOKS) == set(Style)


@pytest.mark.parametrize("make", [notes, agenda])
@pytest.mark.parametrize("which", [0, 1])
def test_every_word_and_number_of_a_document_is_on_paper_in_order(make, which):
    record = sample()
    document = make(edition(record, record.meetings[which], Audience.RESTRICTED))
    pages = words(pdf_bytes(document))
    text = " ".join(page.removesuffix(f" {n}") for n, page in enumerate(pages, 1))
    wanted = " ".join(f"{label(part)} {part.text}" for part in document.parts)
    assert text.split() == wanted.split()


def test_pages_are_numbered_at_the_foot():
    document = a_document(*[Part(style=Style.PLAIN, runs=plain("A line."))] * 90)
    pages = words(pdf_bytes(document))
    assert len(pages) == 4
    assert [page.rsplit(" ", 1)[1] for page in pages] == ["1", "2", "3", "4"]


@pytest.mark.parametrize("lines", range(24, 34))
def test_a_heading_is_never_left_alone_at_the_foot(lines):
    heading = Part(style=Style.MINUTE, runs=plain("The heading"), number=7)
    line = Part(style=Style.ITEM_LINE, runs=plain("(Item B1)"))
    text = Part(style=Style.PLAIN, runs=plain("What follows it."))
    filler = [Part(style=Style.PLAIN, runs=plain("A line."))] * lines
    pages = words(pdf_bytes(a_document(*filler, heading, line, text)))
    (page,) = [page for page in pages if "The heading" in page]
    assert "7. The heading (Item B1) What follows it." in page


def test_a_line_end_within_a_paragraph_stays_in_it():
    part = Part(style=Style.PLAIN, runs=(("one\ntwo", BOLD), (" three", 0)))
    assert words(pdf_bytes(a_document(part))) == ["one two three 1"]


def test_a_table_has_its_heads_and_cells():
    table = Table(heads=("Name", "Signature"), rows=(("Mr Quelch", ""),), widths=(60, 40))
    after = Part(style=Style.PLAIN, runs=plain("Behind it."))
    (page,) = words(pdf_bytes(a_document(table, after)))
    assert page.startswith("Name Signature Mr Quelch")
    assert "Behind it." in page


def test_the_page_is_a4_with_the_templates_margins():
    part = Part(style=Style.PLAIN, runs=plain("word " * 300))
    page = PdfReader(io.BytesIO(pdf_bytes(a_document(part)))).pages[0]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)


def test_a_printer_gets_the_same_pages(tmp_path):
    document = a_document(*[Part(style=Style.PLAIN, runs=plain("A line."))] * 60)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    assert paint(document, printer) == 3
    assert words((tmp_path / "out.pdf").read_bytes()) == words(pdf_bytes(document))
