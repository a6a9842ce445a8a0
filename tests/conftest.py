"""What holds for every test: no display is needed, and nobody's own data can be reached."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    import pytest

# How fast a busy machine draws and runs an example says nothing about the code.
settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")

# Before Qt is imported anywhere. A developer may say QT_QPA_PLATFORM=xcb to watch a journey.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_FOLDERS = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
_made: list[Path] = []


def pytest_configure(config: pytest.Config) -> None:
    """Point the user's folders at an empty place: once a process, so that workers do not meet."""
    del config
    home = Path(tempfile.mkdtemp(prefix="kcsp-tests-"))
    _made.append(home)
    for name in _FOLDERS:
        os.environ[name] = str(home / name.lower())
    os.environ.pop("KCSP_DESKTOP_STORE", None)
    gc.disable()  # see ``ui/background``: a former test's window must not be destroyed by the pool


def pytest_runtest_teardown() -> None:
    """Collect as the application does: on this thread, between one thing and the next."""
    from kcsp_desktop.ui.background import collect_due

    collect_due()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave nothing behind."""
    del config
    while _made:
        shutil.rmtree(_made.pop(), ignore_errors=True)
