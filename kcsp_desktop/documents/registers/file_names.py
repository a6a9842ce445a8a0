"""What the files of the registers are called: body, kind, date, marks (house-format 8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.documents.names import named, safe_words
from kcsp_desktop.documents.registers.extract import is_closed, minuted
from kcsp_desktop.documents.registers.rows import action_lines, decision_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from kcsp_desktop.documents.registers.rows import ActionLine, DecisionLine
    from kcsp_desktop.domain.disclosure import Edition
    from kcsp_desktop.domain.ids import ItemId


def actions_name(editions: Sequence[Edition], today: date, ending: str = ".docx") -> str:
    """Return "KCSP Actions 2026-11-26.docx", with RESTRICTED where it holds such a one."""
    return _register_name(editions, "Actions", action_lines(editions, {}, today), today, ending)


def decisions_name(editions: Sequence[Edition], today: date, ending: str = ".docx") -> str:
    """Return "KCSP All decisions 2026-11-26.docx"."""
    return _register_name(editions, "All decisions", decision_lines(editions), today, ending)


def _register_name(
    editions: Sequence[Edition],
    kind: str,
    lines: Iterable[ActionLine | DecisionLine],
    today: date,
    ending: str,
) -> str:
    shorts = {one.body.short_name for one in editions}
    whose = safe_words(shorts.pop()) if len(shorts) == 1 else ""
    closed = any(line.place.restricted for line in lines)
    words = (whose, kind, today.isoformat(), *["RESTRICTED"] * closed)
    return f"{' '.join(word for word in words if word)}{ending}"


def sheet_name(edition: Edition) -> str:
    """Return "KCSP Decisions 2026-03-19 DRAFT.docx"."""
    closed = any(line.place.restricted for line in decision_lines((edition,)))
    return named(edition, "Decisions", *_marks(edition, closed=closed))


def extract_name(edition: Edition, item_id: ItemId) -> str:
    """Return "KCSP Minute 33 2026-03-19 DRAFT.docx"."""
    item = minuted(edition, item_id)
    marks = _marks(edition, closed=is_closed(edition, item))
    return named(edition, f"Minute {item.number}", *marks)


def coverage_name(edition: Edition, year: int) -> str:
    """Return "KCSP Priorities 2026.docx"."""
    return f"{safe_words(edition.body.short_name) or 'Body'} Priorities {year}.docx"


def _marks(edition: Edition, *, closed: bool) -> tuple[str, ...]:
    return (*["DRAFT"] * edition.draft, *["RESTRICTED"] * closed)
