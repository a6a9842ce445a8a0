"""``make pictures``: every screen with the sample, light, dark and at 200 %, and document pages."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from kcsp_desktop import paths
from kcsp_desktop.app import open_window
from kcsp_desktop.documents.word import write_notes
from kcsp_desktop.domain.applying import apply_all
from kcsp_desktop.domain.disclosure import Audience, edition
from kcsp_desktop.domain.record import Record
from kcsp_desktop.importing.sample import sample_edits
from kcsp_desktop.store.opening import open_store
from kcsp_desktop.ui.workspace import Place, SaveState, Saving

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"
OUTSIDE = ("meetings", "bodies", "people")
INSIDE = ("details", "attendance", "agenda", "minutes", "issue")
LOOKS = (("light", 100), ("dark", 100), ("light", 200))


def wait(milliseconds: int) -> None:
    """Let the window work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def record() -> Record:
    """Return the sample."""
    return apply_all(Record(), sample_edits(paths.resources() / "sample")).record


def screens(folder: Path, store: Path) -> None:
    """Draw every page of the sample's second meeting, at its sixth item."""
    window = open_window(store)
    while not window.workspace.is_open:
        wait(20)
    meeting = window.workspace.record.meetings[1]
    for theme, percent in LOOKS:
        window.look.choose_theme(theme)
        window.look.set_percent(percent)
        for page in (*OUTSIDE, *INSIDE):
            item = meeting.items[5].id if page in INSIDE else ""
            inside = meeting.id if page in INSIDE else ""
            window.go_to(Place(page=page, meeting_id=inside, item_id=item))
            if page == "issue":
                window.page.root = Path("/home/clerk/Documents")
                window.show_page("issue")
            window.workspace.save_state.emit(SaveState(saving=Saving.SAVED, at="10:42:07"))
            wait(120)
            size = "" if percent == 100 else f"_{percent}"
            window.grab().save(str(folder / f"{page}_{theme}{size}.png"))
    window.close()


def documents(folder: Path) -> None:
    """Draw the pages of the notes, where LibreOffice and poppler are there."""
    if shutil.which("soffice") is None or shutil.which("pdftoppm") is None:
        sys.stderr.write("No LibreOffice: the pages of documents are left out.\n")
        return
    sample = record()
    with tempfile.TemporaryDirectory() as scratch:
        for name, audience in (("notes", Audience.RESTRICTED), ("notes_public", Audience.PUBLIC)):
            made = edition(sample, sample.meetings[0], audience)
            write_notes(made, Path(scratch) / f"{name}.docx", paths.notes_template())
            office = ["soffice", f"-env:UserInstallation=file://{scratch}/office", "--headless"]
            office += ["--convert-to", "pdf", "--outdir", scratch, f"{scratch}/{name}.docx"]
            subprocess.run(office, check=True, capture_output=True, timeout=180)
            pages = ["pdftoppm", "-r", "60", "-png", f"{scratch}/{name}.pdf", str(folder / name)]
            subprocess.run(pages, check=True)


def main() -> None:
    """Draw everything anew."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        store = Path(scratch) / "store.db"
        opened = open_store(store)
        opened.save(record(), "sample")
        opened.close()
        screens(FOLDER, store)
    documents(FOLDER)


if __name__ == "__main__":
    main()
