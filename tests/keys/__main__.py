"""``make keys MEETING=FILE``: types a meeting, as ``show --json`` writes it, and counts the keys.

How this works: the store holds the real records beside the project, never the one under test.
Figure A is all keys pressed in the sheet against the characters of the blocks; figure B adds
the keys for the rest of the document (a title is typed in full, a person marked by one key, an
item reached by one key) against all its characters. Without a file every record is typed.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kcsp_desktop.importing.base_words import base_words
from tests.keys.meetings import block_texts, others, samples
from tests.keys.model_sheet import ModelSheet, taught
from tests.keys.typist import Keys, type_block

if TYPE_CHECKING:
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
    milliseconds: tuple[float, ...]

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
    """Type ``meeting`` with the help of what ``store`` has taught."""
    suggester, own = taught(vocabulary, meeting, store, weights)
    sheet = ModelSheet(suggester if predicts else None, own)
    keys = Keys()
    texts = [(" ".join(text.split()), kind) for text, kind in block_texts(meeting)]
    for text, kind in texts:
        type_block(sheet, text, kind, keys)
    titles = [item["title"] for item in meeting["items"]]
    names = [row["name"] for row in meeting["attendance"]]
    return Figures(
        keys=keys,
        characters=sum(len(text) for text, _ in texts),
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
    vocabulary = base_words()
    for meeting in meetings:
        store = others(meeting, known)
        off = figures(meeting, store, vocabulary, predicts=False)
        on = figures(meeting, store, vocabulary)
        print(f"{meeting['items'][0]['title']} …: {on.characters} characters in blocks")
        print(f"store: {len(store)} other meetings")
        print(f"keys: {on.keys}")
        print(
            f"a prediction: {on.milliseconds_at(0.5):.2f} ms, 99 of 100 under "
            f"{on.milliseconds_at(0.99):.2f} ms"
        )
        print(f"without prediction {off.a:.4f}, whole document {off.b:.4f}")
        print(f"whole document (B) {on.b:.4f}, blocks (A) {on.a:.4f}")
        print(f"keys per character {on.a:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
