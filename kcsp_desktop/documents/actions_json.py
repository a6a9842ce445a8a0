"""What was found in the minutes that nobody logged, as JSON (docs/json.md).

How this works: the caller says what was found (``domain.commitments``) and has left out what was
dismissed; the edition says what may be seen. What stands in a block that the edition does not hold
by its id is left out, so only the secretary's copy has any: what is found is a draft.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kcsp_desktop.domain.commitments import WHY, CommitmentKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcsp_desktop.domain.commitments import Commitment
    from kcsp_desktop.domain.disclosure import Edition, EditionBlock, EditionItem

FORMAT = 1


def found_json(edition: Edition, found: Iterable[Commitment]) -> str:
    """Return the text of the JSON, in a fixed order, with a final line end."""
    return json.dumps(found_object(edition, found), ensure_ascii=False, indent=2) + "\n"


def found_object(edition: Edition, found: Iterable[Commitment]) -> dict[str, Any]:
    """Return the object, before it is text."""
    places = {
        block.block.id: (item, block)
        for item in edition.items
        for block in item.blocks
        if block.block.id
    }
    rows = [_row(one, *places[one.block_id]) for one in found if one.block_id in places]
    perhaps = sum(row["kind"] == str(CommitmentKind.IMPLIED) for row in rows)
    return {
        "format": FORMAT,
        "meeting": edition.reference,
        "date": edition.details.date.isoformat(),
        "found": len(rows) - perhaps,
        "perhaps": perhaps,
        "commitments": rows,
    }


def found_text(edition: Edition, found: Iterable[Commitment]) -> str:
    """Return a line for each: where, how sure, who by when, and the sentence it stands in."""
    lines = []
    for row in found_object(edition, found)["commitments"]:
        place = f"minute {row['minute']}" if row["minute"] else f"item {row['code']}"
        sure = "perhaps" if row["kind"] == str(CommitmentKind.IMPLIED) else row["kind"]
        who = f"{row['owner'] or 'nobody yet'}, {row['due']['words'] or 'no date'}"
        words = " ".join(row["sentence"].split())
        lines.append(f"{place:<13}{row['label']:<5}{sure:<10}{who}: {words}\n")
    return "".join(lines)


def _row(one: Commitment, item: EditionItem, block: EditionBlock) -> dict[str, Any]:
    return {
        "key": one.key,
        "code": item.code,
        "minute": item.number or None,
        "title": item.item.title,
        "label": block.label.text,
        "block": one.block_id,
        "kind": str(one.kind),
        "rule": one.rule,
        "why": WHY[one.rule],
        "phrase": one.phrase,
        "start": one.start,
        "end": one.end,
        "sentence": one.sentence,
        "owner": one.owner,
        "owner_kind": str(one.owner_kind),
        "due": {"kind": str(one.due.kind), "words": one.due.words, "date": one.due.date},
        "restricted": one.closed,
    }
