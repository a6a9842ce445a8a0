"""Each gate of ``make check`` passes on what is clean and fails when it is broken."""

from __future__ import annotations

import pytest

from tests import gates, size_budget

LONG_FILE = "X = 1\n" * 701
LONG_FUNCTION = "def long() -> None:\n" + "    print()\n" * 61
UNTYPED = "\n\ndef untyped(value):\n    return value\n"
UNFORMATTED = "\n\nX = { 'a':1 }\n"
UNDOCUMENTED = "".join(f"\n\ndef said_{n}() -> None:\n    print()\n" for n in range(40))
UNREASONED = "\n\nX = print  # noqa: T201\n"

BROKEN_CONTRACTS = [
    ("domain/errors.py", "import kcsp_desktop.store", "Rooms point inwards"),
    ("domain/errors.py", "import kcsp_desktop.paths", "Rooms point inwards"),
    ("documents/parts.py", "import kcsp_desktop.importing", "Rooms point inwards"),
    ("store/ranks.py", "import kcsp_desktop.ui.theme", "Rooms point inwards"),
    ("ui/theme.py", "import kcsp_desktop.app", "Rooms point inwards"),
    ("cellar/__init__.py", "", "Rooms point inwards"),
    ("domain/errors.py", "import sqlite3", "The rules know nothing of Qt, SQL or Word"),
    ("domain/errors.py", "import docx", "The rules know nothing of Qt, SQL or Word"),
    ("documents/parts.py", "import PySide6.QtCore", "Only the window knows Qt"),
    ("ui/theme.py", "import sqlite_utils", "Only the store knows SQL"),
    ("domain/ids.py", "import kcsp_desktop.domain.meeting", "No cycles between rooms"),
]


@pytest.mark.parametrize(("module", "line", "contract"), BROKEN_CONTRACTS)
def test_the_contract_of_imports_fails_when_a_line_is_added_against_it(
    tmp_path, module, line, contract
):
    tree = gates.whole(tmp_path)
    tree.write(module, f"\n{line}\n")
    status, said = tree.run("lint-imports", "--no-cache")
    assert status != 0, said
    assert f"{contract} BROKEN" in said or "cellar" in said, said


@pytest.mark.parametrize(
    ("command", "line"),
    [
        (("mypy",), UNTYPED),
        (("ruff", "check", "--no-cache", "."), UNTYPED),
        (("ruff", "check", "--no-cache", "."), "\n\nimport os\n"),
        (("ruff", "format", "--no-cache", "--check", "."), UNFORMATTED),
    ],
    ids=["types", "annotations", "unused import", "format"],
)
def test_a_tool_passes_what_is_clean_and_fails_what_is_not(tmp_path, command, line):
    tree = gates.tiny(tmp_path)
    status, said = tree.run(*command)
    assert status == 0, said
    tree.write("domain/errors.py", line)
    status, said = tree.run(*command)
    assert status != 0, said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LONG_FILE, "the file has 701 lines"),
        (LONG_FUNCTION, "long has 62 lines"),
        (LONG_FUNCTION.replace("def long", "def test_long"), "test_long has 62 lines"),
        ("class Long:\n" + "    x = 1\n" * 450, "Long has 451 lines"),
        (UNDOCUMENTED, "public names have a docstring"),
        (UNREASONED, "an excuse without its code or its reason"),
        ("X = 1  # type: ignore[misc]  # Qt's stub\n" * 21, "21 excuses"),
    ],
    ids=["file", "function", "test", "class", "docstrings", "reason", "excuses"],
)
def test_the_size_budget_fails_past_its_second_figure(tmp_path, text, expected):
    tree = gates.tiny(tmp_path)
    assert size_budget.findings(tmp_path) == []
    tree.write("domain/large.py", text)
    fatal = [str(found) for found in size_budget.findings(tmp_path) if found.fatal]
    assert expected in " ".join(fatal)


def test_the_size_budget_counts_the_modules_of_a_room(tmp_path):
    tree = gates.tiny(tmp_path)
    for number in range(24):
        tree.write(f"domain/part_{number}.py", '"""A part."""\n')
    fatal = [str(found) for found in size_budget.findings(tmp_path) if found.fatal]
    assert fatal == [
        "TOO LARGE: kcsp_desktop/domain: 25 modules (18, at most 24)",
    ]


def test_the_size_budget_warns_past_its_first_figure(tmp_path):
    gates.tiny(tmp_path).write("domain/large.py", '"""Long."""\n' * 401)
    found = size_budget.findings(tmp_path)
    assert [(finding.what[:12], finding.fatal) for finding in found] == [("the file has", False)]
