"""The writer: owns the store on a thread of its own, so that no disk ever holds up a key."""

from __future__ import annotations

import logging
from datetime import datetime
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal, Slot

from kcsp_desktop import paths
from kcsp_desktop.domain.errors import KcspError

if TYPE_CHECKING:
    from pathlib import Path

    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.store.store import Store

log = logging.getLogger(__name__)


class Writer(QObject):
    """Lives on its own thread. Queued signals in, ``opened``, ``saved``, ``failed``… out."""

    opened = Signal(object, str)  # Record, why it is read-only (empty: it is not)
    not_opened = Signal(str)  # a sentence
    saved = Signal(int, str)  # serial, local time of the commit
    failed = Signal(str)  # a sentence
    not_copied = Signal(str)  # a sentence: why there is no copy of this start
    kept = Signal(str)  # the name of a paper's content that is on disk now
    not_kept = Signal(str)  # a sentence

    def __init__(self, path: Path) -> None:
        """Be ready to open the store at ``path`` (made where it is missing)."""
        super().__init__()
        self._path = path
        self._store: Store | None = None
        self._copying: Thread | None = None

    @Slot()
    def open(self) -> None:
        """Open the store."""
        # Imported late on purpose: the window is painted first.
        from kcsp_desktop.store.opening import open_store

        try:
            self._store = open_store(self._path)
        except KcspError as error:
            self.not_opened.emit(str(error))
            return
        except Exception:
            log.exception("opening %s", self._path)
            self.not_opened.emit(f"{self._path} could not be opened. The log says why.")
            return
        self.opened.emit(self._store.record, self._store.read_only)
        if not self._store.read_only:
            # Beside this thread: a large store takes a second to copy, and words are waiting.
            self._copying = Thread(target=self._copy, name="copy at start")
            self._copying.start()

    def _copy(self) -> None:
        """Keep a copy of what was opened; the window that writes makes it, and no other."""
        from kcsp_desktop.store.backups import copy_at_start

        now = datetime.now().astimezone()
        try:
            copy_at_start(self._path, paths.backups_folder(self._path), now)
        except KcspError as error:
            self.not_copied.emit(str(error))
        except Exception:
            log.exception("copying %s", self._path)
            self.not_copied.emit("No copy of the store was made. The log says why.")

    @Slot(object, str, int)
    def save(self, record: Record, run: str, serial: int) -> None:
        """Write ``record``; answers ``saved`` or ``failed``, always."""
        if self._store is None:
            self.failed.emit("The store is not open.")
            return
        try:
            self._store.save(record, run)
        except KcspError as error:
            self.failed.emit(str(error))
        except Exception as error:
            log.exception("saving")
            self.failed.emit(f"The store could not be written ({error}).")
        else:
            now = datetime.now().astimezone()
            self.saved.emit(serial, now.strftime("%H:%M:%S"))

    @Slot(bytes)
    def keep_file(self, content: bytes) -> None:
        """Keep a paper's content; answers ``kept`` or ``not_kept``, always."""
        if self._store is None:
            self.not_kept.emit("The store is not open.")
            return
        try:
            self.kept.emit(self._store.keep_file(content))
        except KcspError as error:
            self.not_kept.emit(str(error))
        except Exception as error:
            log.exception("keeping a file")
            self.not_kept.emit(f"The file could not be kept ({error}).")

    @Slot()
    def close(self) -> None:
        """Close the store and end the thread."""
        if self._copying is not None:
            self._copying.join()
        if self._store is not None:
            self._store.close()
            self._store = None
        thread = QThread.currentThread()
        if thread is not None:
            thread.quit()
