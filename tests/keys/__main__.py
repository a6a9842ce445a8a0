"""``make keys MEETING=FILE``: types a meeting, as ``show --json`` writes it, and counts the keys.

How this works: the store holds the real records beside the project, never the one under test.
They are typed into the application's own window (``real_sheet``). Figure A is all keys pressed in
the sheet against the characters of the blocks; figure B adds the keys for the rest of the
document (a title is typed in full, a person marked by one key) against all its characters. The
model alone types too, with prediction and without: what the widget adds to its keys is seen so.
Without a file every record is typed.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication

from kcsp_desktop.importing.base_words import base_words
from tests.keys.meetings import block_texts, others, samples
from tests.keys.model_sheet import ModelSheet, taught
from tests.keys.real_sheet import RealSheet
from tests.keys.typist import Keys, type_items

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcsp_desktop.domain.prediction.likelihood import Weights
    from kcsp_desktop.domain.prediction.vocabulary import Vocabulary
    from tests.keys.meetings import Meeting


@dataclass(frozen=True)
class Figures:
    """What typing a meeting came to."""

    keys: Keys
    characters: int
    other_keys: int
    other_characters: int
    milliseconds: tuple[float, ...] = ()
    otherwise: tuple[str, ...] = ()  # blocks that in the end read otherwise than they should

    @property
    def a(self) -> float:
        return self.keys.all / self.characters

    @property
    def b(self) -> float:
        return (self.keys.all + self.other_keys) / (self.characters + self.other_characters)

    def milliseconds_at(self, part: float) -> float:
        ordered = sorted(self.milliseconds) or [0.0]
        return ordered[min(int(len(ordered) * part), len(ordered) - 1)]


def figures(
    meeting: Meeting,
    store: list[Meeting],
    vocabulary: Vocabulary,
    *,
    predicts: bool = True,
    weights: Weights | None = None,
) -> Figures:
    """Type ``meeting`` with the help of what ``store`` has taught the model."""
    suggester, own = taught(vocabulary, meeting, store, weights)
    return _typed(ModelSheet(suggester if predicts else None, own), meeting, meeting["items"])


def widget_figures(
    meeting: Meeting, store: list[Meeting], path: Path, *, most: int | None = None
) -> Figures:
    """Type ``meeting`` into the window on a store made at ``path``.

    Items are left out from where more than ``most`` characters have been typed.
    """
    sheet = RealSheet(path, meeting, store)
    try:
        items = list(_first(meeting["items"], most))
        found = _typed(sheet, meeting, items)
        wanted = block_texts({"items": items})
        kept = sheet.texts()
        wrong = [text for text, kind in wanted if (" ".join(text.split()), kind) not in kept]
        return replace(found, otherwise=tuple(wrong))
    finally:
        sheet.close()


def _first(items: list[dict[str, Any]], most: int | None) -> Iterator[dict[str, Any]]:
    count = 0
    for item in items:
        if most is None or count < most:
            yield item
        count += sum(len(block["text"]) for block in item["blocks"])


def _typed(sheet: ModelSheet | RealSheet, meeting: Meeting, items: list[dict[str, Any]]) -> Figures:
    keys = Keys()
    characters = type_items(sheet, items, keys)
    titles = [item["title"] for item in items]
    names = [row["name"] for row in meeting["attendance"]]
    return Figures(
        keys=keys,
        characters=characters,
        other_keys=sum(len(title) + 2 for title in titles) + len(names),
        other_characters=sum(len(text) for text in (*titles, *names)),
        milliseconds=tuple(second * 1000 for second in sheet.seconds),
    )


def main(arguments: list[str]) -> None:
    """Print the figures of the meeting in a file, or of each record."""
    known = samples()
    if arguments:
        meetings = [json.loads(Path(arguments[0]).read_text(encoding="utf-8"))]
    else:
        meetings = [one for one in known if block_texts(one)]
    app = QApplication([])
    vocabulary = base_words()
    for meeting in meetings:
        _print_figures(meeting, others(meeting, known), vocabulary)
    del app


def _print_figures(meeting: Meeting, store: list[Meeting], vocabulary: Vocabulary) -> None:
    off = figures(meeting, store, vocabulary, predicts=False)
    model = figures(meeting, store, vocabulary)
    with TemporaryDirectory() as folder:
        on = widget_figures(meeting, store, Path(folder) / "store.db")
    print(f"{meeting['items'][0]['title']} …: {on.characters} characters in blocks")
    print(f"store: {len(store)} other meetings")
    print(f"keys: {on.keys}")
    for text in on.otherwise:
        print(f"reads otherwise in the end: {text}")
    print(
        f"a prediction: {model.milliseconds_at(0.5):.2f} ms, 99 of 100 under "
        f"{model.milliseconds_at(0.99):.2f} ms"
    )
    print(f"without prediction {off.a:.4f}, whole document {off.b:.4f}")
    print(f"the model alone {model.a:.4f}, whole document {model.b:.4f}")
    print(f"whole document (B) {on.b:.4f}, blocks (A) {on.a:.4f}")
    print(f"keys per character {on.a:.2f}")


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(sys.argv[1:])
