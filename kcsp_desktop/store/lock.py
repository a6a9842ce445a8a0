"""One writer: a lock of the operating system beside the store, gone with its process.

How this works: the lock is the system's, never the file's mere being there, so nothing is stale
after a crash. Who holds it is written into the file for people to read and never relied upon.
"""

from __future__ import annotations

import getpass
import os
import socket
import sys
from typing import TYPE_CHECKING

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from pathlib import Path

_FAR = 1 << 20
"""Windows forbids reading locked bytes: one far behind the holder's name is locked."""


def login() -> str:
    """Return who is logged in to the system, or nothing where it does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


class WriterLock:
    """Held from ``take`` to ``release``, or until the process ends, however it ends."""

    def __init__(self, store: Path) -> None:
        """Be the lock of the store at that path; nothing is taken yet."""
        self._path = store.with_name(f"{store.name}.lock")
        self._handle: int | None = None

    def take(self) -> bool:
        """Take the lock; ``False`` where another window or program has it.

        Raises ``OSError`` where no file can be made beside the store.
        """
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if sys.platform == "win32":
                os.lseek(handle, _FAR, os.SEEK_SET)
                msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
                os.lseek(handle, 0, os.SEEK_SET)
            else:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(handle)
            return False
        self._handle = handle
        os.ftruncate(handle, 0)
        os.write(handle, f"{login()} on {socket.gethostname()}".encode("utf-8", "replace"))
        return True

    def holder(self) -> str:
        """Return who took it last, "ann on DESK-12", or nothing."""
        try:
            return self._path.read_bytes()[:200].decode("utf-8", "replace").strip("\x00 \n")
        except OSError:
            return ""

    def release(self) -> None:
        """Let go."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
