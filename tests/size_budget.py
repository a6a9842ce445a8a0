"""The size budget: prints what is large, and fails where it is too large.

How this works: every figure has two bounds. Past the first a line is printed, so that a room is
split before it hurts; past the second ``make check`` and ``make test`` fail. The figures are
bounds on growth, not aims: never raise one to get a change in. ``python -m tests.size_budget``.
"""

from __future__ import annotations

import ast
import re
import sys
import tokenize
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "kcsp_desktop"
FILE, CLASS, FUNCTION, TEST, ROOM = (400, 700), (300, 450), (40, 60), (20, 40), (18, 24)
DOCUMENTED = 0.9
EXCUSES = 20

_FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef
# "noqa: CODE" or "type: ignore[code]", then a word on why, after a dash or another "#".
_EXCUSE = re.compile(r"#\s*(noqa|type:\s*ignore)\b(?P<rest>.*)")
_REASONED = re.compile(r"^(: [A-Z]+\d+(, ?[A-Z]+\d+)*|\[[a-z-]+(, ?[a-z-]+)*\])\s+[-#]\s*\w+")


@dataclass(frozen=True)
class Finding:
    """One place past a bound. ``fatal`` past the second."""

    place: str
    what: str
    fatal: bool

    def __str__(self) -> str:
        return f"{'TOO LARGE' if self.fatal else 'large'}: {self.place}: {self.what}"


def findings(root: Path) -> list[Finding]:
    """Return every place of the tree past a bound, in the order of its files."""
    files = [*_files(root / PACKAGE), *_files(root / "tests")]
    found = [finding for path in files for finding in _in_file(path, path.relative_to(root))]
    found += _rooms(root)
    found += _docstrings(root)
    found += _excuses(root, files)
    return found


def _files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def _past(place: str, what: str, size: int, bounds: tuple[int, int]) -> Iterator[Finding]:
    if size > bounds[0]:
        said = f"{what} has {size} lines ({bounds[0]}, at most {bounds[1]})"
        yield Finding(place, said, fatal=size > bounds[1])


def _in_file(path: Path, name: Path) -> Iterator[Finding]:
    text = path.read_text(encoding="utf-8")
    yield from _past(str(name), "the file", text.count("\n"), FILE)
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.ClassDef | _FUNCTION):
            continue
        size = (node.end_lineno or node.lineno) - node.lineno + 1
        bounds = CLASS if isinstance(node, ast.ClassDef) else FUNCTION
        if isinstance(node, _FUNCTION) and node.name.startswith("test_"):
            bounds = TEST
        yield from _past(f"{name}:{node.lineno}", node.name, size, bounds)


def _rooms(root: Path) -> Iterator[Finding]:
    for first in sorted((root / PACKAGE).rglob("__init__.py")):
        count = len([path for path in first.parent.glob("*.py") if path != first])
        if count > ROOM[0]:
            said = f"{count} modules ({ROOM[0]}, at most {ROOM[1]})"
            yield Finding(str(first.parent.relative_to(root)), said, fatal=count > ROOM[1])


def _docstrings(root: Path) -> Iterator[Finding]:
    nodes = [
        node
        for path in _files(root / PACKAGE)
        for node in _public(ast.parse(path.read_text(encoding="utf-8")))
    ]
    told = sum(ast.get_docstring(node) is not None for node in nodes)
    if nodes and told / len(nodes) < DOCUMENTED:
        said = f"{told} of {len(nodes)} public names have a docstring (at least {DOCUMENTED:.0%})"
        yield Finding(PACKAGE, said, fatal=True)


def _public(node: ast.AST) -> Iterator[ast.Module | ast.ClassDef | _FUNCTION]:
    """Yield the module, its public classes and functions, and their public methods."""
    if isinstance(node, ast.Module | ast.ClassDef | _FUNCTION):
        yield node
    if isinstance(node, _FUNCTION):
        return  # what stands inside a function is its own business
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef | _FUNCTION) and not child.name.startswith("_"):
            yield from _public(child)


def _excuses(root: Path, files: list[Path]) -> Iterator[Finding]:
    count = 0
    for path in files:
        for number, comment in _comments(path):
            excuse = _EXCUSE.search(comment)
            if excuse is None:
                continue
            count += 1
            if not _REASONED.match(excuse["rest"]):
                place = f"{path.relative_to(root)}:{number}"
                yield Finding(place, "an excuse without its code or its reason", fatal=True)
    if count > EXCUSES:
        said = f"{count} excuses (noqa, type: ignore), at most {EXCUSES}"
        yield Finding(PACKAGE, said, fatal=True)


def _comments(path: Path) -> Iterator[tuple[int, str]]:
    with path.open(encoding="utf-8") as lines:
        for token in tokenize.generate_tokens(lines.readline):
            if token.type == tokenize.COMMENT:
                yield token.start[0], token.string


def main() -> int:
    """Print what was found; return the exit status."""
    found = findings(ROOT)
    for finding in found:
        print(finding)
    fatal = sum(finding.fatal for finding in found)
    print(f"Size budget: {len(found) - fatal} large, {fatal} too large.")
    return 1 if fatal else 0


if __name__ == "__main__":
    sys.exit(main())
