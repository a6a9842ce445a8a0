"""The notice of a meeting as values for other programs (``docs/json.md``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from kcsp_desktop.domain.notice import Notice

Values = dict[str, str | int | None]


def notice_json(name: str, day: date, on: date, found: Notice | None) -> Values:
    """Return the values for a meeting on ``day``, called ``name`` on the command line.

    ``on`` is the day it is asked for; ``found`` is ``None`` where the body has no rule.
    """
    return {
        "meeting": name,
        "date": day.isoformat(),
        "on": on.isoformat(),
        "needed": found.needed if found else 0,
        "kind": str(found.kind) if found else None,
        "last_lawful_day": found.last.isoformat() if found else None,
        "last_office_day": found.by.isoformat() if found else None,
        "issued": found.issued.isoformat() if found and found.issued else None,
        "clear_days": found.clear if found else None,
        "days_left": found.left if found else None,
        "short": found.short if found else None,
    }
