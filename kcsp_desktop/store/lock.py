"""One writer: a lock of the operating system beside the store, gone with its process."""

from __future__ import annotations

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class WriterLock:
    """Held from ``take`` to ``release``, or until the process ends, however it ends."""

    def __init__(self, store: Path) -> None:
        """The lock of the store at that path."""
        self._path = store.with_name(f"{store.name}.lock")
        self._handle: int | None = None

    def take(self) -> bool:
        """Take the lock; ``False`` where another window or program has it."""
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if sys.platform == "win32":
                msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(handle)
            return False
        self._handle = handle
        return True

    def release(self) -> None:
        """Let go."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
