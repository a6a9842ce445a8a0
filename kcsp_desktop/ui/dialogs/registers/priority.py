"""A priority, theme or tag of a body: its name, its lead and its years."""

from __future__ import annotations

import re
import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.domain.entries import Tag, TagKind
from kcsp_desktop.domain.ids import EntryId
from kcsp_desktop.domain.people import listed
from kcsp_desktop.ui.kit.choices import Choice
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.fields import TextField
from kcsp_desktop.ui.kit.suggesting import SuggestingField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.ids import BodyId
    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.ui.look import Look

_YEARS = re.compile(r"^(?:from\s+)?(?:(\d{4})?\s*(?:-|\u2013|to)\s*(\d{4})?|(\d{4}))$")


class PriorityDialog(QuestionDialog):
    """Asks for one; ``given`` carries it."""

    given = Signal(object)

    def __init__(
        self,
        look: Look,
        record: Record,
        body_id: BodyId,
        parent: QWidget,
        *,
        one: Tag | None = None,
    ) -> None:
        """``one`` is what is to be changed."""
        question = "What is the priority?" if one is None else "What has changed?"
        deed = "Add it" if one is None else "Keep the changes"
        super().__init__(look, question, deed, parent)
        self.setObjectName("priorityDialog")
        self._body_id = body_id
        self._id = one.id if one else EntryId(str(uuid.uuid4()))
        leads = dict.fromkeys(
            [*(p.post for p in record.people if p.post), *(listed(p) for p in record.people)]
        )
        self._name = TextField(look, one.name if one else "", hint="For example: Road Safety")
        self._kind = Choice(look, [(str(kind), str(kind).capitalize()) for kind in TagKind])
        if one is not None:
            self._kind.choose(str(one.kind))
        self._lead = SuggestingField(look, tuple(leads), one.lead if one else "",
                                     hint="A person or a post")  # fmt: skip
        self._years = TextField(look, years(one) if one else "", hint="2025 to 2028; empty: always")
        self.add_field("priorityName", "&Name", self._name)
        self.add_field("priorityKind", "&Kind", self._kind)
        self.add_field("priorityLead", "&Lead", self._lead)
        self.add_field("priorityYears", "&Years", self._years)
        self.set_check(self._wrong_answer)
        self.accepted.connect(lambda: self.given.emit(self._answer()))

    def _wrong_answer(self) -> str:
        if not self._name.text().strip():
            return "It needs a name."
        text = self._years.text().strip()
        match = _YEARS.match(text)
        if text and match is None:
            return "Years: write 2025 to 2028, from 2025, to 2028, or one year."
        begins, ends = _read(text)
        return "Years: the first is after the last." if ends and begins > ends else ""

    def _answer(self) -> Tag:
        begins, ends = _read(self._years.text().strip())
        return Tag(
            id=self._id,
            body_id=self._body_id,
            name=" ".join(self._name.text().split()),
            kind=TagKind(self._kind.chosen()),
            lead=" ".join(self._lead.text().split()),
            begins=begins,
            ends=ends,
        )


def _read(text: str) -> tuple[int, int]:
    match = _YEARS.match(text)
    if match is None:
        return 0, 0
    if match[3]:
        return int(match[3]), 0 if text.startswith("from") else int(match[3])
    return int(match[1] or 0), int(match[2] or 0)


def years(tag: Tag) -> str:
    """Return "2025 to 2028", "from 2025", "to 2028", "2025", or nothing."""
    if tag.begins and tag.begins == tag.ends:
        return str(tag.begins)
    if tag.begins and tag.ends:
        return f"{tag.begins} to {tag.ends}"
    if tag.begins:
        return f"from {tag.begins}"
    return f"to {tag.ends}" if tag.ends else ""
