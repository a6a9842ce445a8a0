"""A register as a file of the kind that its name's ending says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.documents.registers.rows import action_lines, decision_lines
from kcsp_desktop.documents.registers.telling import dated
from kcsp_desktop.documents.writing import write_beside
from kcsp_desktop.domain.disclosure import Audience
from kcsp_desktop.domain.errors import KcspError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from kcsp_desktop.documents.registers.sheets import Sheet
    from kcsp_desktop.domain.disclosure import Edition
    from kcsp_desktop.domain.ids import ActionId, BodyId

ACTION_ENDINGS = (".docx", ".xlsx", ".csv", ".ics")
DECISION_ENDINGS = (".docx", ".xlsx", ".csv")


def write_actions(
    editions: Sequence[Edition],
    days: Mapping[BodyId, tuple[str, ...]],
    today: date,
    target: Path,
    template: Path,
    wanted: Collection[ActionId] | None = None,
) -> tuple[Path, str]:
    """Write the actions, as they stand ``today``; see ``write_beside`` for what comes back."""
    return write_beside(target, _actions(editions, days, today, target, template, wanted))


def _actions(
    editions: Sequence[Edition],
    days: Mapping[BodyId, tuple[str, ...]],
    today: date,
    target: Path,
    template: Path,
    wanted: Collection[ActionId] | None,
) -> bytes:
    # Each kind of file is imported where it is asked for: Word alone takes a while.
    ending = _ending(target, ACTION_ENDINGS)
    if ending == ".docx":
        from kcsp_desktop.documents.registers.action_log import action_log
        from kcsp_desktop.documents.word import word_bytes

        return word_bytes(action_log(editions, days, today, wanted), template)
    lines = action_lines(editions, days, today, wanted)
    if ending == ".ics":
        from kcsp_desktop.documents.registers.due_dates import due_dates
        from kcsp_desktop.documents.registers.heads import of_whom

        return due_dates(lines, f"Actions of {of_whom(editions)}", today)
    from kcsp_desktop.documents.registers.sheets import actions_sheet

    return _sheet(actions_sheet(lines, public=_is_public(editions)), editions, today, ending)


def write_decisions(
    editions: Sequence[Edition], today: date, target: Path, template: Path
) -> tuple[Path, str]:
    """Write the decisions; see ``write_beside`` for what comes back."""
    ending = _ending(target, DECISION_ENDINGS)
    if ending == ".docx":
        from kcsp_desktop.documents.registers.decision_log import decision_log
        from kcsp_desktop.documents.word import word_bytes

        return write_beside(target, word_bytes(decision_log(editions, today), template))
    from kcsp_desktop.documents.registers.sheets import decisions_sheet

    sheet = decisions_sheet(decision_lines(editions), public=_is_public(editions))
    return write_beside(target, _sheet(sheet, editions, today, ending))


def _sheet(sheet: Sheet, editions: Sequence[Edition], today: date, ending: str) -> bytes:
    from kcsp_desktop.documents.registers.spreadsheet import csv_bytes, xlsx_bytes

    return csv_bytes(sheet) if ending == ".csv" else xlsx_bytes(sheet, dated(editions, today))


def _is_public(editions: Sequence[Edition]) -> bool:
    return all(one.audience is Audience.PUBLIC for one in editions)


def _ending(target: Path, known: tuple[str, ...]) -> str:
    ending = target.suffix.lower()
    if ending not in known:
        raise KcspError(
            f"{target.name} has no ending by which it could be made.",
            todo=f"Let its name end in {', '.join(known[:-1])} or {known[-1]}.",
        )
    return ending
