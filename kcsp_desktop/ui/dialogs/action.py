"""Action capture: what, who, when, in the words of the room."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from kcsp_desktop.domain.actions import Action
from kcsp_desktop.domain.blocks import Visibility
from kcsp_desktop.domain.edits import PutAction
from kcsp_desktop.domain.ids import ActionId
from kcsp_desktop.domain.wording.due_words import explained, understood_due
from kcsp_desktop.domain.wording.owners import known_owners
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.fields import TextField
from kcsp_desktop.ui.kit.suggesting import SuggestingField
from kcsp_desktop.ui.kit.words import Words
from kcsp_desktop.ui.theme import Type

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.blocks import Block
    from kcsp_desktop.domain.meeting import AgendaItem, Meeting
    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.ui.look import Look


class ActionDialog(QuestionDialog):
    """Asks for one action of one item; ``given`` carries the edit."""

    given = Signal(object)

    def __init__(
        self,
        look: Look,
        record: Record,
        meeting: Meeting,
        item: AgendaItem,
        block: Block | None,
        text: str,
        parent: QWidget,
        *,
        action: Action | None = None,
    ) -> None:
        """``block`` is where it was agreed, ``text`` the words selected there, if any.

        ``action`` is the one to change.
        """
        question = "What must be done?" if action is None else "What has changed?"
        deed = "Add the action" if action is None else "Keep the changes"
        super().__init__(look, question, deed, parent)
        self._meeting, self._block = meeting, block
        restricted = block is not None and block.visibility is Visibility.RESTRICTED
        self._action = action or Action(
            id=ActionId(str(uuid.uuid4())),
            item_id=item.id,
            block_id=block.id if block else None,
            text=text,
            visibility=Visibility.RESTRICTED if restricted else Visibility.PUBLIC,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._what = TextField(look, self._action.text)
        owners = known_owners(record, meeting)
        self._owner = SuggestingField(
            look, owners, self._action.owner, hint="A name, an organisation, all members"
        )
        hint = "For example: 30 September, next meeting"
        self._due = TextField(look, self._action.due.words, hint=hint)
        self._read = Words(look, "", role="ink2", size=Type.SMALL, wrap=True)
        self._read.setObjectName("actionDueRead")
        self.add_field("actionText", "&Action", self._what)
        self.add_field("actionOwner", "&Who", self._owner)
        self.add_field("actionDue", "&By when, in words or as a date", self._due)
        self.form.add_widget(self._read)
        self._due.textChanged.connect(self._say_due)
        self._say_due()
        self.set_check(self._missing)
        self.accepted.connect(self._on_deed)

    def _say_due(self) -> None:
        """Say how the words are understood, while they are typed."""
        self._read.setText(explained(understood_due(self._due.text(), self._meeting.details.date)))

    def _missing(self) -> str:
        return "" if self._what.text().strip() else "Say what must be done."

    def _on_deed(self) -> None:
        words = self._due.text()
        same = words == self._action.due.words
        changed = replace(
            self._action,
            text=self._what.text().strip(),
            owner=self._owner.text().strip(),
            due=self._action.due if same else understood_due(words, self._meeting.details.date),
        )
        self.given.emit(PutAction(meeting_id=self._meeting.id, action=changed))
