"""Why an item is closed, and what only those entitled to it read: a part of the item's form."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kcsp_desktop.domain.wording.closing import AGREEMENT, CONFIDENTIAL, PARAGRAPHS
from kcsp_desktop.ui.committing import CommitArea, CommitField
from kcsp_desktop.ui.kit.choices import CheckBox, Choice
from kcsp_desktop.ui.kit.fields import FieldColumn
from kcsp_desktop.ui.kit.words import Words
from kcsp_desktop.ui.theme import Space, Type, Weight

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcsp_desktop.domain.meeting import AgendaItem
    from kcsp_desktop.ui.look import Look

REASONS: Final = (
    ("own", "In my own words"),
    (CONFIDENTIAL, "Confidential"),
    (AGREEMENT, AGREEMENT),
)
NEVER_PUBLIC: Final = (
    "Never in a public document: only the restricted agenda has it. The title above is public."
)


class RestrictionGroup(QWidget):
    """Reason, paragraphs of Schedule 12A where the body cites them, and the restricted detail."""

    given = Signal(object, str)  # AgendaItem as it would be, words for undo

    def __init__(self, look: Look) -> None:
        """Build the fields; ``show_item`` fills them."""
        super().__init__()
        self._look = look
        self._item: AgendaItem | None = None
        self.form = FieldColumn(look)
        self.reason = CommitField(look)
        self.ready = Choice(look, REASONS)
        self.form.add_field(
            "itemRestriction", "Reason, for your own record", self.reason, stretch=3
        )
        self.form.add_field("itemReadyReason", "Usual reason", self.ready, beside=True, stretch=2)
        self._cites = Words(
            look, "Exempt under Schedule 12A, paragraph", size=Type.SECOND, weight=Weight.NAME
        )
        self.paragraphs = {
            number: CheckBox(look, f"{number}  {words}") for number, words in PARAGRAPHS.items()
        }
        self.detail = CommitArea(look, lines=4, hint="What only those entitled to it may read")
        self._below = FieldColumn(look)
        self._below.add_field("itemDetail", "Restricted detail", self.detail)
        self._never = Words(look, NEVER_PUBLIC, role="lock", size=Type.SECOND, wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.form)
        self._column.addWidget(self._cites)
        for number, box in self.paragraphs.items():
            box.setObjectName(f"itemExempt{number}")
            box.clicked.connect(self._on_paragraph)
            self._column.addWidget(box)
        self._column.addWidget(self._below)
        self._column.addWidget(self._never)
        self.detail.setAccessibleDescription(NEVER_PUBLIC)
        self.reason.settled.connect(
            lambda text: self._give("reason", lambda item: replace(item, restriction=text))
        )
        self.ready.activated.connect(self._on_ready)
        self.detail.settled.connect(
            lambda text: self._give("restricted detail", lambda item: replace(item, detail=text))
        )
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self._column.setSpacing(self._look.px(Space.S))

    def show_item(self, item: AgendaItem, *, cites: bool) -> None:
        """Show another item; ``cites``: the body closes items under paragraphs of the Act."""
        self._item = item
        self.reason.show_text(item.restriction)
        known = {key for key, _ in REASONS}
        self.ready.choose(item.restriction if item.restriction in known else "own")
        self.detail.show_text(item.detail)
        self._cites.setVisible(cites)
        for number, box in self.paragraphs.items():
            box.setVisible(cites)
            box.setChecked(number in item.exempt)

    def _give(self, what: str, change: Callable[[AgendaItem], AgendaItem]) -> None:
        if self._item is not None:
            changed = change(self._item)
            if changed != self._item:
                self.given.emit(changed, f"set {what}")

    def _on_ready(self) -> None:
        chosen = self.ready.chosen()
        if chosen == "own":
            self.reason.setFocus()
            self.reason.selectAll()
        else:
            self._give("reason", lambda item: replace(item, restriction=chosen))

    def _on_paragraph(self) -> None:
        ticked = tuple(number for number, box in self.paragraphs.items() if box.isChecked())
        self._give("exempt paragraphs", lambda item: replace(item, exempt=ticked))
