"""Which item does every agenda have? A standing item of a body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.domain.body import Body, StandingItem
from kcsp_desktop.domain.dates import MONTHS
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.ui.kit.choices import CheckBox, Choice
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.fields import FieldColumn, TextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.ui.look import Look


class StandingDialog(QuestionDialog):
    """Asks for a standing item, new or there already."""

    item_given = Signal(object)  # StandingItem

    def __init__(
        self, look: Look, body: Body, item: StandingItem | None, near: str, parent: QWidget
    ) -> None:
        """``item`` is the one to edit, or ``None``; ``near`` the section a new one stands in."""
        deed = "Add the item" if item is None else "Keep the changes"
        super().__init__(look, "Which item does every agenda have?", deed, parent)
        self.setObjectName("standingDialog")
        first = near or (body.sections[0].letter if body.sections else "")
        self._known = item or StandingItem(section=first, title="")
        self._build(look, body)
        self._build_more(look)
        self.set_check(self._check_answer)
        self.accepted.connect(lambda: self.item_given.emit(self._made()))

    def _build(self, look: Look, body: Body) -> None:
        known = self._known
        self._heading = TextField(look, known.title, hint="For example: Road Safety Update")
        sections = [(one.letter, f"{one.letter}. {one.title}") for one in body.sections]
        if known.section not in {letter for letter, _ in sections}:
            sections.append((known.section, f"{known.section}: no such section now"))
        self._section = Choice(look, sections)
        self._section.choose(known.section)
        self._kind = Choice(look, [(kind, str(kind).capitalize()) for kind in ItemKind])
        self._kind.choose(known.kind)
        self._month = Choice(
            look,
            (
                ("0", "At every meeting"),
                *((str(n), f"Yearly, from {name}") for n, name in enumerate(MONTHS, 1)),
            ),
        )
        self._month.choose(str(known.month))
        self._presenter = TextField(look, known.presenter, hint="nobody yet")
        planned = str(known.minutes_planned or "")
        self._planned = TextField(look, planned, hint="none", tabular=True)
        self.add_field("standingTitle", "&Title", self._heading)
        self.add_field("standingSection", "&Section", self._section)
        self.add_field("standingKind", "&Kind", self._kind)
        self.add_field("standingMonth", "&How often", self._month, beside=True)
        self.add_field("standingPresenter", "&Presenter", self._presenter, stretch=3)
        self.add_field("standingMinutes", "Minutes p&lanned", self._planned, beside=True, stretch=1)
        self._minuted = CheckBox(look, "This item is &minuted")
        self._minuted.setObjectName("standingMinuted")
        self._minuted.setChecked(known.minuted)
        self.form.add_widget(self._minuted)

    def _build_more(self, look: Look) -> None:
        """Add what few items have, behind a box that opens it."""
        known = self._known
        self._opens = CheckBox(look, "&Reason why it is closed, and where it was decided")
        self._opens.setObjectName("standingMore")
        self.form.add_widget(self._opens)
        self._more = FieldColumn(look)
        self._restriction = TextField(look, known.restriction)
        self._decided = TextField(look, known.decided, hint="For example: minute 46, 18 Nov 2021")
        self._more.add_field("standingRestriction", "Reason why it is closed", self._restriction)
        self._more.add_field("standingDecided", "Decided where", self._decided)
        self.form.add_widget(self._more)
        shown = bool(known.restriction or known.decided)
        self._opens.setChecked(shown)
        self._more.setVisible(shown)
        self._opens.toggled.connect(self._on_opens)

    def _on_opens(self, opens: bool) -> None:
        self._more.setVisible(opens)
        self._scroll.updateGeometry()
        self._grow()

    def _made(self) -> StandingItem:
        planned = self._planned.text().strip()
        more = self._opens.isChecked()
        return StandingItem(
            section=self._section.chosen(),
            title=_words(self._heading),
            kind=ItemKind(self._kind.chosen()),
            minuted=self._minuted.isChecked(),
            restriction=_words(self._restriction) if more else "",
            presenter=_words(self._presenter),
            minutes_planned=int(planned) if planned.isascii() and planned.isdigit() else 0,
            month=int(self._month.chosen()),
            skip_once=self._known.skip_once,
            decided=_words(self._decided) if more else "",
        )

    def _check_answer(self) -> str:
        planned = self._planned.text().strip()
        if not _words(self._heading):
            return "The title is needed."
        if not self._section.chosen():
            return "Make a section first: an item stands in one."
        if planned and not (planned.isascii() and planned.isdigit() and len(planned) <= 4):
            return "The minutes are a whole number, such as 15."
        return ""


def _words(field: TextField) -> str:
    return " ".join(field.text().split())
