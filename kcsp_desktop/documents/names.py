"""File names (house-format 8): body, kind, date, stage."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kcsp_desktop.domain.disclosure import Audience

if TYPE_CHECKING:
    from kcsp_desktop.domain.disclosure import Edition


def notes_name(edition: Edition) -> str:
    """Return "KCSP Notes 2023-11-16 DRAFT.docx", with RESTRICTED where it holds such items."""
    short = re.sub(r'[<>:"/\\|?*\x00-\x1f]', "-", edition.body.short_name).strip(" .") or "Body"
    words = [short, edition.body.record_word.capitalize(), edition.details.date.isoformat()]
    words.append("DRAFT" if edition.draft else "APPROVED")
    restricted = any(item.restricted for item in edition.items)
    if edition.audience is not Audience.PUBLIC and restricted:
        words.append("RESTRICTED")
    return f"{' '.join(words)}.docx"
