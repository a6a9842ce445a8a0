"""Where the secretary was: page, meeting, item, caret and the look, kept beside the store.

How this works: a small file of its own, written when the window loses the user's eye and when it
closes; it is no record of anything. One that cannot be read or written is left out without a
word: the application then opens at its list.
"""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """The place and the look; empty words and 0 say nothing."""

    page: str = ""
    meeting_id: str = ""
    item_id: str = ""
    visibility: str = ""
    block_id: str = ""
    offset: int = 0
    percent: int = 0
    theme: str = ""


def place_of(store: Path) -> Path:
    """Return the file that belongs to a store."""
    return store.with_name(f".{store.name}.whereabouts")


def remembered(store: Path) -> Whereabouts:
    """Return where the secretary was; nothing where that is not known."""
    try:
        found = json.loads(place_of(store).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Whereabouts()
    known = Whereabouts()
    for name, value in found.items() if isinstance(found, dict) else ():
        if name in asdict(known) and type(value) is type(getattr(known, name)):
            known = replace(known, **{name: value})
    return known


def remember(store: Path, here: Whereabouts) -> None:
    """Keep where the secretary is, beside the target and renamed."""
    target = place_of(store)
    beside = target.with_name(f"{target.name}.new")
    try:
        beside.write_text(json.dumps(asdict(here)), encoding="utf-8")
        beside.replace(target)
    except OSError:
        log.info("whereabouts are not kept beside %s", store)
