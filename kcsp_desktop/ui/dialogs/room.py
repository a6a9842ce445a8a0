"""Late news at an item: who came or went, and who declared an interest."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.domain.attendance import (
    HERE,
    Attendance,
    Capacity,
    Declaration,
    InterestKind,
    here_at,
)
from kcsp_desktop.domain.edits import PutAttendance, PutDeclaration
from kcsp_desktop.domain.ids import DeclarationId
from kcsp_desktop.domain.meeting import in_order_taken
from kcsp_desktop.ui.kit.choices import CheckBox, Choice
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.fields import TextField
from kcsp_desktop.ui.kit.suggesting import SuggestingField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.ids import ItemId
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.ui.look import Look

_NOBODY = "Nobody of that name is in the list of attendance. F4 adds a person."


def _found(meeting: Meeting, words: str) -> Attendance | None:
    """Return the person meant: the whole name, or the only one that has the words."""
    wanted = " ".join(words.split()).casefold()
    rows = [row for row in meeting.attendance if wanted and wanted in row.name.casefold()]
    whole = [row for row in rows if row.name.casefold() == wanted]
    return whole[0] if whole else rows[0] if len(rows) == 1 else None


class CameOrWentDialog(QuestionDialog):
    """Asks who came or went; ``given`` carries the edit and a line for the minutes, or none."""

    given = Signal(object, str)

    def __init__(
        self, look: Look, meeting: Meeting, item_id: ItemId, now: str, parent: QWidget
    ) -> None:
        """``now`` is the time offered, as the house prints it: "10.41"."""
        super().__init__(look, "Who came or went?", "Note it", parent)
        self.setObjectName("cameOrWentDialog")
        self._meeting, self._item_id = meeting, item_id
        away = [row.name for row in meeting.attendance if row.capacity not in HERE]
        here = [row.name for row in meeting.attendance if row.capacity in HERE]
        self._who = SuggestingField(look, (*away, *here), hint="a name from the list")
        self._what = Choice(look, [("arrived", "Arrived"), ("left", "Left")])
        self._time = TextField(look, now)
        self._say = CheckBox(look, "Say so in the &minutes")
        self._say.setChecked(True)
        self.add_field("wentWho", "&Who", self._who, stretch=3)
        self.add_field("wentWhat", "Ha&s", self._what, beside=True)
        self.add_field("wentTime", "&At", self._time, beside=True)
        self.form.add_widget(self._say)
        self._who.editingFinished.connect(self._offer_what)
        self._who.textEdited.connect(self._offer_what)
        self.set_check(self._missing)
        self.accepted.connect(self._on_accepted)

    def _offer_what(self) -> None:
        """Offer that somebody who is here left, and that anybody else arrived."""
        row = _found(self._meeting, self._who.text())
        if row is not None:
            order = tuple(item.id for item in in_order_taken(self._meeting))
            self._what.choose("left" if here_at(row, order) else "arrived")

    def _missing(self) -> str:
        return "" if _found(self._meeting, self._who.text()) else _NOBODY

    def _on_accepted(self) -> None:
        row = _found(self._meeting, self._who.text())
        if row is None:
            return
        at, item = self._time.text().strip(), self._item_id
        if self._what.chosen() == "left":
            changed = replace(row, left=at, left_item=item)
            line = f"{row.name} left the meeting."
        else:
            present = row.capacity if row.capacity in HERE else Capacity.PRESENT
            changed = replace(row, capacity=present, arrived=at, arrived_item=item)
            line = f"{row.name} joined the meeting."
        edit = PutAttendance(meeting_id=self._meeting.id, attendance=changed)
        self.given.emit(edit, line if self._say.isChecked() else "")


class DeclarationDialog(QuestionDialog):
    """Asks who declared an interest in the item; ``given`` carries the edit and a line."""

    given = Signal(object, str)

    def __init__(
        self, look: Look, meeting: Meeting, item_id: ItemId, code: str, parent: QWidget
    ) -> None:
        """``code`` names the item in the line that is offered for the minutes."""
        super().__init__(look, f"Who declared an interest in {code}?", "Note it", parent)
        self.setObjectName("declarationDialog")
        self._meeting, self._item_id, self._code = meeting, item_id, code
        names = [row.name for row in meeting.attendance if row.capacity in HERE]
        self._who = SuggestingField(look, names, hint="a name from the list")
        self._kind = Choice(look, [(kind, str(kind).capitalize()) for kind in InterestKind])
        self._kind.choose(InterestKind.OTHER)
        self._text = TextField(look, hint="a trustee of the hall")
        self._left = CheckBox(look, "&Left the room for the item")
        self._say = CheckBox(look, "Say so in the &minutes")
        self._say.setChecked(True)
        self.add_field("declarationWho", "&Who", self._who, stretch=3)
        self.add_field("declarationKind", "&Kind", self._kind, beside=True, stretch=3)
        self.add_field("declarationText", "As &what", self._text)
        self.form.add_widget(self._left)
        self.form.add_widget(self._say)
        self.set_check(self._missing)
        self.accepted.connect(self._on_accepted)

    def _missing(self) -> str:
        return "" if _found(self._meeting, self._who.text()) else _NOBODY

    def _on_accepted(self) -> None:
        row = _found(self._meeting, self._who.text())
        if row is None:
            return
        kind, text = InterestKind(self._kind.chosen()), self._text.text().strip()
        declaration = Declaration(
            id=DeclarationId(str(uuid.uuid4())),
            person_id=row.person_id,
            name=row.name,
            item_id=self._item_id,
            kind=kind,
            text=text,
            left_room=self._left.isChecked(),
        )
        edit = PutDeclaration(meeting_id=self._meeting.id, declaration=declaration)
        self.given.emit(edit, self._line(declaration) if self._say.isChecked() else "")

    def _line(self, one: Declaration) -> str:
        article = "a" if one.kind is InterestKind.PECUNIARY else "an"
        as_what = f" as {one.text}" if one.text else ""
        left = " and left the meeting while it was considered" if one.left_room else ""
        return f"{one.name} declared {article} {one.kind} in Item {self._code}{as_what}{left}."
