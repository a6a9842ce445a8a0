"""What LibreOffice makes of a document: its PDF, read back as lines of text."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.documents.word_reader import read_word

if TYPE_CHECKING:
    from pathlib import Path


def lines_of_pdf(path: Path, folder: Path) -> list[str]:
    """Convert a document and return the lines of its PDF; skips where the tools are missing."""
    if shutil.which("soffice") is None or shutil.which("pdftotext") is None:
        pytest.skip("LibreOffice and poppler come with make test")
    home = f"-env:UserInstallation=file://{folder}/office"
    convert = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*convert, str(path)], check=True, capture_output=True, timeout=120)
    read = ["pdftotext", "-layout", str(folder / f"{path.stem}.pdf"), "-"]
    text = subprocess.run(read, check=True, capture_output=True, text=True).stdout
    return [" ".join(line.split()) for line in text.splitlines()]


def numbers_missing(path: Path, folder: Path) -> list[str]:
    """Return the numbered beginnings that the PDF does not show, each after the one before."""
    lines, at, missing = lines_of_pdf(path, folder), 0, []
    for _, label, text in read_word(path):
        if not label:
            continue
        begin = f"{label} {' '.join(text.split()[:4])}"
        found = next((n for n in range(at, len(lines)) if lines[n].startswith(begin)), None)
        if found is None:
            missing.append(begin)
        else:
            at = found + 1
    return missing
