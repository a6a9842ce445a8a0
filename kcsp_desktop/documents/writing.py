"""Write a file beside its target and rename it, so that a target is whole or as it was."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from kcsp_desktop.domain.errors import KcspError

if TYPE_CHECKING:
    from pathlib import Path


def write_beside(target: Path, content: bytes) -> tuple[Path, str]:
    """Write ``content``; return where it lies and a sentence where that is not ``target``.

    A target that is open in Word is left alone and the next free name is taken. Raises
    ``KcspError`` where the folder is missing or cannot be written to.
    """
    try:
        return _written(target, content)
    except PermissionError:
        raise _unwritable(target) from None
    except OSError as error:
        raise KcspError(f"{target.name} could not be written ({error.strerror}).") from error


def _written(target: Path, content: bytes) -> tuple[Path, str]:
    if not target.parent.is_dir():
        raise KcspError(f"There is no folder {target.parent}.", todo="Choose another place.")
    if target.is_dir():
        raise KcspError(f"{target} is a folder.", todo="Name a file.")
    if not _open_elsewhere(target):
        try:
            _write(target, content)
        except PermissionError:
            if not target.exists():
                raise
        else:
            return target, ""
    free = next_free(target)
    _write(free, content)
    return free, f"{target.name} is open in another program; this one is called {free.name}."


def next_free(target: Path) -> Path:
    """Return "name (2).docx", "name (3).docx"…: the first that is not taken."""
    number = 2
    while (free := target.with_name(f"{target.stem} ({number}){target.suffix}")).exists():
        number += 1
    return free


def _unwritable(target: Path) -> KcspError:
    return KcspError(f"{target.parent} cannot be written to.", todo="Choose another place.")


def _open_elsewhere(target: Path) -> bool:
    """Whether the file that Word or LibreOffice puts beside the one it has open is there.

    Word's is "~$" and the name: of seven letters without the first, of more without two.
    """
    owners = (*(f"~${target.name[n:]}" for n in range(3)), f".~lock.{target.name}#")
    return target.exists() and any(target.with_name(name).exists() for name in owners)


def _write(target: Path, content: bytes) -> None:
    # Not from the target's name, which may be as long as a name can be.
    beside = target.with_name(f".kcsp-{os.getpid()}.part")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
