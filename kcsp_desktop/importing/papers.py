"""A file somebody sent becomes a paper: its pages are counted, a Word file becomes a PDF.

How this works: PDF is what a pack is made of. A Word file is turned into one by LibreOffice or
Word where the machine has it, with a profile of its own so that an open window of it is left
alone. Nothing of the file's content is changed. Runs off the window's thread.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kcsp_desktop.domain.errors import KcspError

KINDS: Final = (".pdf", ".docx", ".doc", ".odt")
_SECONDS: Final = 180  # a long report with pictures takes LibreOffice a minute
_AS_PDF: Final = "Save it as PDF in Word and attach that."


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPaper:
    """A file as a paper: its PDF, what it is called, how many pages it has."""

    file_name: str
    content: bytes
    pages: int


def read_paper(path: Path) -> ReadPaper:
    """Read a file to be attached. Raises ``KcspError`` where it can be no paper."""
    ending = path.suffix.casefold()
    if ending not in KINDS:
        raise KcspError(f"{path.name} is no PDF and no Word file.", todo="Save it as PDF.")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise KcspError(f"{path.name} cannot be read ({error.strerror}).") from error
    if ending != ".pdf":
        content = _converted(path)
    return ReadPaper(
        file_name=f"{path.stem}.pdf", content=content, pages=counted(content, path.name)
    )


def counted(content: bytes, name: str) -> int:
    """Return how many pages a PDF has. Raises ``KcspError`` where nobody could open it."""
    # Imported with the first paper: most days nothing is attached.
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    damaged = KcspError(f"{name} is damaged: no pages can be read.", todo="Ask for it again.")
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            raise KcspError(
                f"{name} is locked with a password.",
                todo="Ask for it without one: nobody could read it in the pack.",
            )
        # Each is read: one that cannot be is found now, and not when the pack is made.
        pages = len([page.mediabox for page in reader.pages])
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise damaged from error
    if not pages:
        raise damaged
    return pages


def _converted(path: Path) -> bytes:
    """Return a Word file as PDF."""
    with tempfile.TemporaryDirectory(prefix="kcsp-paper-") as place:
        folder = Path(place)
        made = folder / f"{path.stem}.pdf"
        for way in (_by_libreoffice, _by_word):
            command = way(path, folder)
            if command and _run(command) and made.is_file():
                return made.read_bytes()
    if libreoffice():
        raise KcspError(f"{path.name} could not be turned into a PDF.", todo=_AS_PDF)
    raise KcspError(
        f"{path.name} is a Word file, and this computer has nothing to turn it into a PDF.",
        todo=_AS_PDF,
    )


def libreoffice() -> str:
    """Return where LibreOffice is, "" where it is not."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    usual = {
        "win32": Path(os.environ.get("PROGRAMFILES", "C:/Program Files"))
        / "LibreOffice/program/soffice.exe",
        "darwin": Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    }
    place = usual.get(sys.platform)
    return found or (str(place) if place is not None and place.is_file() else "")


def _by_libreoffice(path: Path, folder: Path) -> list[str]:
    office = libreoffice()
    if not office:
        return []
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    to = ["--convert-to", "pdf", "--outdir", str(folder)]
    return [office, profile, "--headless", "--norestore", *to, str(path.resolve())]


_WORD = (
    "$w = New-Object -ComObject Word.Application; $w.Visible = $false; try {{"
    " $d = $w.Documents.Open('{source}', $false, $true);"
    " $d.ExportAsFixedFormat('{target}', 17); $d.Close($false) }} finally {{ $w.Quit() }}"
)


def _by_word(path: Path, folder: Path) -> list[str]:
    """Return the command that lets Word do it: on Windows, by its own interface."""
    shell = shutil.which("powershell") if sys.platform == "win32" else None
    if shell is None:
        return []
    quoted = {"source": path.resolve(), "target": folder / f"{path.stem}.pdf"}
    script = _WORD.format(**{name: str(at).replace("'", "''") for name, at in quoted.items()})
    return [shell, "-NoProfile", "-NonInteractive", "-Command", script]


def _run(command: list[str]) -> bool:
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
