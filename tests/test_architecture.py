"""The rooms: who may import whom, and what may be written where.

How this works: the contract of imports and the size budget are run as ``make check`` runs them;
the rest reads the source as a tree. ``test_gates.py`` shows that each can fail.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests import size_budget
from tests.gates import PACKAGE, ROOT, Tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b")
WORLD = {"datetime.now", "date.today", "datetime.today", "datetime.utcnow", "time.time", "uuid4"}
RESTLESS = {"os", "pathlib", "random", "secrets", "subprocess", "time", "uuid", "io", "shutil"}
WINDOW_START = """
import sys
from PySide6.QtCore import QEventLoop, QTimer
from kcsp_desktop.app import open_window
window = open_window(sys.argv[1])
loop = QEventLoop()
window.workspace.opened.connect(loop.quit)
window.opening_failed.connect(loop.quit)
QTimer.singleShot(20000, loop.quit)
loop.exec()
window.close()
print(sorted({"docx", "lxml", "platformdirs", "spylls"} & sys.modules.keys()))
"""

# What only the store, the sheet or a page needs waits until the frame is on the screen.
FIRST_PAINT = """
import sys
from PySide6.QtCore import QTimer
from kcsp_desktop import app
class Painted(app.AfterFirstPaint):
    def _begin(self):
        early = {"click", "sqlite3", "kcsp_desktop.domain.edits", "kcsp_desktop.domain.record",
                 "kcsp_desktop.ui.sheet", "kcsp_desktop.ui.pages.meetings",
                 "kcsp_desktop.ui.returning"}
        print(sorted(early & sys.modules.keys()))
        super()._begin()
        QTimer.singleShot(0, window.close)
app.AfterFirstPaint = Painted
window = app.open_window(sys.argv[1])
app.QApplication.exec()
"""


def sources(folder: Path) -> list[Path]:
    found = sorted(folder.rglob("*.py"))
    assert found, f"nothing in {folder}"
    return found


def calls(tree: ast.AST) -> Iterator[str]:
    """Yield each called name with the last part it hangs on: ``date.today``, ``Edition``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ".".join(ast.unparse(node.func).split(".")[-2:])


def imports(tree: ast.AST) -> Iterator[str]:
    """Yield each imported name in full: ``kcsp_desktop.app.open_window``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def read(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def test_the_rooms_point_inwards():
    status, said = Tree(ROOT).run("lint-imports", "--no-cache")
    assert status == 0, said


def test_nothing_is_past_the_size_budget():
    assert [str(found) for found in size_budget.findings(ROOT) if found.fatal] == []


def test_an_edition_is_made_in_one_place_only():
    found = {path.name for path in sources(PACKAGE) if "Edition" in set(calls(read(path)))}
    assert found == {"disclosure.py"}


def test_the_documents_never_see_a_whole_meeting():
    closed = {"kcsp_desktop.domain.meeting.Meeting", "kcsp_desktop.domain.record.Record"}
    found = {
        path.name: sorted(closed & set(imports(read(path))))
        for path in sources(PACKAGE / "documents")
    }
    assert {name: names for name, names in found.items() if names} == {}


def test_the_rules_know_no_clock_no_file_and_no_chance():
    found = []
    for path in sources(PACKAGE / "domain"):
        tree = read(path)
        roots = {name.split(".")[0] for name in imports(tree)}
        found += [f"{path.name}: {name}" for name in sorted(roots & RESTLESS)]
        found += [f"{path.name}: {name}()" for name in sorted(set(calls(tree)) & WORLD)]
    assert found == []


def test_the_journeys_know_only_how_to_open_the_window():
    found = {
        name
        for path in sources(ROOT / "tests" / "journeys")
        for name in imports(read(path))
        if name.startswith("kcsp_desktop")
    }
    assert found <= {"kcsp_desktop.app.open_window"}


def test_colours_are_written_in_the_theme_only():
    found = [
        f"{path.relative_to(PACKAGE)}: {node.value}"
        for path in sources(PACKAGE)
        if path != PACKAGE / "ui" / "theme.py"
        for node in ast.walk(read(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if COLOUR.search(node.value)
    ]
    assert found == []


def test_only_one_file_knows_of_the_frozen_application():
    found = [path.name for path in sources(PACKAGE) if "_MEIPASS" in path.read_text("utf-8")]
    assert found == ["paths.py"]


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_the_lock_names_no_place(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "--hash=sha256:" in text
    assert re.findall(r"\S*://\S*|^-.*", text, re.MULTILINE) == []


def test_the_window_starts_without_word(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", WINDOW_START, str(tmp_path / "store.db")],
        check=False,
        text=True,
        capture_output=True,
        timeout=60,
    )
    assert (done.stdout.strip(), done.returncode) == ("[]", 0), done.stderr


def test_nothing_but_the_frame_is_read_before_the_first_paint(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, str(tmp_path / "store.db")],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    assert (done.stdout.strip(), done.returncode) == ("[]", 0), done.stderr
