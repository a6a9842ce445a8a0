"""Where resources, data, backups and logs are, in a checkout, a wheel and a frozen application."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_HERE = Path(__file__).resolve().parent


def resources() -> Path:
    """Return the folder of resources."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / "resources"
    inside = _HERE / "resources"
    return inside if inside.is_dir() else _HERE.parent / "resources"


def notes_template() -> Path:
    """Return the Word template of the notes; a council puts its own in this place."""
    return resources() / "templates" / "notes.docx"


def dictionary_folders() -> tuple[Path, ...]:
    """Return the places in which a British dictionary may lie, the first to be looked at first.

    The built application carries one; else a package of the system or an office program has it.
    """
    frozen = getattr(sys, "_MEIPASS", None)
    own = (Path(frozen) / "dictionaries",) if frozen else ()
    if sys.platform == "win32":
        office = (
            Path(os.environ.get(name, "C:/Program Files")) / "LibreOffice/share/extensions/dict-en"
            for name in ("ProgramFiles", "ProgramFiles(x86)")
        )
        return (*own, *office)
    if sys.platform == "darwin":
        return (
            *own,
            Path.home() / "Library/Spelling",
            Path("/Library/Spelling"),
            Path("/Applications/LibreOffice.app/Contents/Resources/extensions/dict-en"),
        )
    shares = ("/usr/local/share", "/usr/share")
    return (*own, *(Path(s) / f for s in shares for f in ("hunspell", "myspell/dicts", "myspell")))


def data_folder() -> Path:
    """Return the user's folder for the store, its copies and the log."""
    # Imported late: it costs 60 ms and only the default store needs it.
    import platformdirs

    return Path(platformdirs.user_data_dir("kcsp-desktop", appauthor=False))


def cache_folder() -> Path:
    """Return the user's folder for what can be made again."""
    import platformdirs  # as above

    return Path(platformdirs.user_cache_dir("kcsp-desktop", appauthor=False))


def default_store() -> Path:
    """Return the store that is opened where none is named (KCSP_DESKTOP_STORE overrides)."""
    named = os.environ.get("KCSP_DESKTOP_STORE")
    return Path(named) if named else data_folder() / "store.db"


def backups_folder(store: Path) -> Path:
    """Return the folder of copies of a store."""
    return store.parent / f"{store.stem} copies"


def log_file() -> Path:
    """Return the file that says what went wrong; its folder is made."""
    folder = data_folder()
    folder.mkdir(parents=True, exist_ok=True)
    return folder / "kcsp-desktop.log"
