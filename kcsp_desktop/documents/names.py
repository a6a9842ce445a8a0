"""File names (house-format 8): body, kind, date, stage."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kcsp_desktop.domain.blocks import Visibility
from kcsp_desktop.domain.disclosure import Audience

if TYPE_CHECKING:
    from kcsp_desktop.domain.disclosure import Edition, EditionItem


def notes_name(edition: Edition) -> str:
    """Return "KCSP Notes 2023-11-16 DRAFT.docx", with RESTRICTED where it holds such a text."""
    short = re.sub(r'[<>:"/\\|?*\x00-\x1f]', "-", edition.body.short_name).strip(" .") or "Body"
    words = [short, edition.body.record_word.capitalize(), edition.details.date.isoformat()]
    words.append("DRAFT" if edition.draft else "APPROVED")
    if edition.audience is not Audience.PUBLIC and any(map(_is_restricted, edition.items)):
        words.append("RESTRICTED")
    return f"{' '.join(words)}.docx"


def _is_restricted(item: EditionItem) -> bool:
    """Whether there is restricted detail, in an open item too: its file is not the public one."""
    return item.restricted or any(
        one.block.visibility is Visibility.RESTRICTED for one in item.blocks
    )
