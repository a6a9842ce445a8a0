"""The composition root: makes the look, the workspace, the writer and the window, once."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, cast, get_args

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from kcsp_desktop import paths
from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.ui.background import Collecting
from kcsp_desktop.ui.first_paint import AfterFirstPaint
from kcsp_desktop.ui.look import Look
from kcsp_desktop.ui.main_window import MainWindow
from kcsp_desktop.ui.saving import SavingThread
from kcsp_desktop.ui.theme import ThemeChoice
from kcsp_desktop.ui.workspace import Place, Submission, Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcsp_desktop.importing.dictionary import Dictionary
    from kcsp_desktop.ui.returning import Returning
    from kcsp_desktop.ui.spelling import Speller


def open_window(store_path: str | os.PathLike[str], *, remembers: bool = True) -> MainWindow:
    """Open the application's window on a store, which is made where it is missing.

    It opens where the secretary was, and keeps where they are, unless told not to.

    The frame is shown at once; right after its first paint the store is read, on the writer's
    thread, and the first page made. The caller runs the event loop; closing the window saves and
    closes the store.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
        app.setApplicationName("KCSP Desktop")
    icons = paths.resources() / "icons"
    # The drawing itself, in its own colour: each system asks for the sizes it shows.
    app.setWindowIcon(QIcon(str(icons / "app.svg")))
    look = Look(icons)
    look.dress(app)
    workspace = Workspace()
    saving = SavingThread(workspace, Path(store_path))
    window = MainWindow(workspace, look, saving, _speller)
    workspace.setParent(window)
    look.setParent(window)
    if remembers:
        _remember(window, Path(store_path))
    window.sample_wanted.connect(lambda: _add_sample(workspace))

    def begin() -> None:
        Collecting(window, workspace.changed)
        saving.start()  # on its own thread; the page is made meanwhile
        window.begin()

    AfterFirstPaint(window, begin)
    _show(window)
    return window


def _remember(window: MainWindow, store: Path) -> None:
    """Give the window the look it had, and once the store is read the place it was at."""
    known = None
    if store.with_name(f".{store.name}.whereabouts").exists():
        # Imported where there is anything to read.
        from kcsp_desktop.ui.remembering import remembered

        known = remembered(store)
        if known.percent:
            window.look.set_percent(known.percent)
        if known.theme in get_args(ThemeChoice):
            window.look.choose_theme(cast("ThemeChoice", known.theme))

    @cache
    def returning() -> Returning:
        # Imported when it is needed: it knows the sheet, which no first window waits for.
        from kcsp_desktop.ui.returning import Returning

        return Returning(window, store)

    if known is not None and known.page:
        window.workspace.opened.connect(lambda: returning().go_back(known))

    def keep() -> None:
        if window.workspace.is_open:  # showing the window tells of leaving it, too
            returning().keep()

    window.left.connect(keep)


def _show(window: MainWindow) -> None:
    """Show the window whole: where its frame would leave the screen it fills the screen."""
    room = window.screen().availableSize()
    offscreen = QApplication.platformName() == "offscreen"  # its screen is of no real size
    if not offscreen and (window.width() >= room.width() or window.height() >= room.height()):
        window.showMaximized()
    else:
        window.show()


def _speller(window: MainWindow) -> Speller:
    # Imported with the first text: lists have nothing to spell.
    from kcsp_desktop.ui.spelling import Speller

    speller = Speller(_dictionary)
    speller.setParent(window)
    return speller


_one_at_a_time = Lock()


def _dictionary() -> Dictionary | None:
    """Return the one dictionary of this process: it takes a second and a hundred megabytes."""
    with _one_at_a_time:
        return _read_dictionary()


@cache
def _read_dictionary() -> Dictionary | None:
    # Imported on the speller's thread: no window waits for it.
    from kcsp_desktop.importing import dictionary

    place = dictionary.found(paths.dictionary_folders())
    return dictionary.loaded(place) if place is not None else None


def _add_sample(workspace: Workspace) -> None:
    # Imported when it is asked for: most days nobody does.
    from kcsp_desktop.importing.sample import sample_edits

    edits = sample_edits(paths.resources() / "sample")
    workspace.submit(Submission(edits=edits, text="the sample"))


def run(store_path: Path) -> int:
    """Open the window and stay until it is closed; return the exit status.

    Raises ``KcspError`` where there is no display: Qt would end the process without a sentence.
    """
    if _is_without_display():
        raise KcspError(
            "There is no display to open the window on.",
            todo="“kcsp-desktop --help” tells what works without one.",
        )
    window = open_window(store_path)
    status = QApplication.exec()
    del window
    return status


def _is_without_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return False
    return not any(map(os.environ.get, ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")))


@contextmanager
def without_window() -> Iterator[None]:
    """Have Qt lay out and print, where no window is opened and no display is needed."""
    if _is_without_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication.instance() or QApplication(sys.argv[:1])
    yield
    del app


def picture(store_path: Path, out: Path, meeting_id: str = "", page: str = "minutes") -> None:
    """Save a picture of the window at 1366 by 768, of the list or of a page of one meeting."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    window = open_window(store_path, remembers=False)
    loop = QEventLoop()
    window.workspace.opened.connect(loop.quit)
    window.opening_failed.connect(loop.quit)
    loop.exec()
    if meeting_id:
        window.go_to(Place(page=page, meeting_id=meeting_id))
    QTimer.singleShot(300, loop.quit)
    loop.exec()
    out.parent.mkdir(parents=True, exist_ok=True)
    saved = window.grab().save(str(out))
    window.close()
    if not saved:
        raise KcspError(f"The picture could not be written to {out}.")
