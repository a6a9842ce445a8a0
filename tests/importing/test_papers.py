"""Files that can be papers, and the sentences for those that cannot."""

import shutil

import pytest
from docx import Document
from pypdf import PdfWriter

from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.importing.papers import read_paper


def a_pdf(path, pages=3, password=""):
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    if password:
        writer.encrypt(password)
    writer.write(path)
    return path


def test_a_pdf_is_kept_as_it_is_with_its_pages_counted(tmp_path):
    path = a_pdf(tmp_path / "Report on wardens.PDF")
    read = read_paper(path)
    assert (read.pages, read.content) == (3, path.read_bytes())
    assert read.file_name == "Report on wardens.pdf"


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 cut off", b"no PDF at all"])
def test_a_damaged_pdf_is_told_in_a_sentence(tmp_path, content):
    path = tmp_path / "r.pdf"
    path.write_bytes(content)
    with pytest.raises(KcspError, match=r"r\.pdf is damaged"):
        read_paper(path)


def test_a_pdf_without_a_page_is_damaged(tmp_path):
    with pytest.raises(KcspError, match="is damaged"):
        read_paper(a_pdf(tmp_path / "r.pdf", pages=0))


def test_a_locked_pdf_is_asked_for_without_its_password(tmp_path):
    with pytest.raises(KcspError, match="locked with a password"):
        read_paper(a_pdf(tmp_path / "r.pdf", password="word"))


@pytest.mark.parametrize("name", ["table.xlsx", "photo.jpg", "no ending"])
def test_another_kind_of_file_is_no_paper(tmp_path, name):
    (tmp_path / name).write_bytes(b"x")
    with pytest.raises(KcspError, match="no PDF and no Word file"):
        read_paper(tmp_path / name)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(KcspError, match="cannot be read"):
        read_paper(tmp_path / "gone.pdf")


def a_word_file(path):
    word = Document()
    word.add_paragraph("The wardens\u2019 plan.")
    word.save(path)
    return path


def test_without_an_office_program_a_word_file_is_asked_for_as_pdf(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(KcspError, match="nothing to turn it into a PDF") as told:
        read_paper(a_word_file(tmp_path / "Plan.docx"))
    assert told.value.todo == "Save it as PDF in Word and attach that."


def test_a_word_file_becomes_a_pdf_by_libreoffice(tmp_path):
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice comes with make test")
    read = read_paper(a_word_file(tmp_path / "Wardens' plan.docx"))
    assert (read.file_name, read.pages) == ("Wardens' plan.pdf", 1)
    assert read.content.startswith(b"%PDF")


def test_a_word_file_that_is_none_is_told(tmp_path):
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice comes with make test")
    path = tmp_path / "Plan.docx"
    path.write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(KcspError, match=r"Plan\.docx"):
        read_paper(path)
