"""A row of the Actions page, made from the register's."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from kcsp_desktop.domain.actions import ActionState, DueKind
from kcsp_desktop.domain.dates import MONTHS
from kcsp_desktop.domain.registers.actions import ActionRow, Standing
from kcsp_desktop.domain.wording.due_words import explained
from kcsp_desktop.ui.kit.rows import Cell, Row

if TYPE_CHECKING:
    from kcsp_desktop.ui.theme import Role

_ICONS: Final[dict[Standing, tuple[str, Role]]] = {
    Standing.OVERDUE: ("warn", "bad"),
    Standing.OPEN: ("half", "accent"),
    Standing.UNCLEAR: ("info", "warn"),
    Standing.DORMANT: ("clock", "ink3"),
    Standing.CLOSED: ("done", "ok"),
}


def action_row(row: ActionRow, year: int, *, marked: bool) -> Row:
    """Return the row; ``year`` is this one, which is not said again."""
    action = row.action
    icon, role = _ICONS[row.standing]
    stands = str(action.state if row.standing is Standing.CLOSED else row.standing).capitalize()
    if row.standing is Standing.OPEN and action.state is ActionState.IN_PROGRESS:
        stands = "In progress"
    last = action.note or (action.updates[-1].text if action.updates else "")
    where = f"{row.body} {short_day(row.agreed_on, year)}"
    number = f"minute {row.minute}" if row.minute else row.code
    due = due_words(row, year)
    said = (
        "marked" if marked else "",
        action.text,
        action.owner or "nobody yet",
        f"due {due}",
        stands,
        f"agreed {where}, {number}",
        "restricted" if row.restricted else "",
        last,
    )
    return Row(
        key=action.id,
        cells=(
            Cell(text=due, icon="tick" if marked else "", icon_role="accent", bold=marked,
                 role="bad" if row.standing is Standing.OVERDUE else None),
            Cell(text=action.text, second=last, icon="lock" if row.restricted else "",
                 icon_role="lock"),
            Cell(text=action.owner or "Nobody yet", role=None if action.owner else "warn"),
            Cell(text=where, second=str(row.minute or row.code)),
            Cell(text=stands, icon=icon, icon_role=role),
        ),
        spoken=", ".join(part for part in said if part),
    )  # fmt: skip


def due_words(row: ActionRow, year: int) -> str:
    """Return when an action is due, short: "31 July", "each meeting", "no date"."""
    due = row.action.due
    if row.due_day:
        day = short_day(row.due_day, year)
        again = due.kind in (DueKind.YEARLY, DueKind.EACH_MEETING)
        return f"{day}, {due.kind}" if again else day
    return due.words or explained(due) or "no date"


def short_day(day: str, year: int) -> str:
    """Return an ISO date as lists say it: "31 July", "31 July 2025" in another year."""
    at = date.fromisoformat(day)
    return f"{at.day} {MONTHS[at.month - 1]}" + ("" if at.year == year else f" {at.year}")
