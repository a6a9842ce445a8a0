"""Mend a name where it was seen to be wrong: in the minutes, for the person at the caret."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from kcsp_desktop.domain.edits import Edit, PutOrganisation
from kcsp_desktop.domain.people import listed
from kcsp_desktop.domain.wording.mending import mended, mended_words, places_mended
from kcsp_desktop.domain.wording.mentions import nameable, occurrences
from kcsp_desktop.ui.dialogs.person import PersonDialog
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.suggesting import SuggestingField

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog, QWidget

    from kcsp_desktop.domain.people import Organisation, Person
    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.pages.minutes.hand import Hand
    from kcsp_desktop.ui.pages.page import Page
    from kcsp_desktop.ui.sheet.sheet import MinuteSheet


class WhichPersonDialog(QuestionDialog):
    """Asks for a person of the list; ``person_given`` carries who it is."""

    person_given = Signal(object)

    def __init__(self, look: Look, record: Record, parent: QWidget) -> None:
        """Names stand as they are listed."""
        super().__init__(look, "Whose name is to be mended?", "Mend the name", parent)
        self.setObjectName("whichPersonDialog")
        self._people = {listed(one).casefold(): one for one in record.people}
        names = [listed(one) for one in record.people]
        self._which = SuggestingField(look, names, hint="From the list of people")
        self.add_field("whichPerson", "&Name", self._which)
        self.set_check(lambda: "" if self._found() else "Nobody in the list is called so.")
        self.accepted.connect(lambda: self.person_given.emit(self._found()))

    def _found(self) -> Person | None:
        """Return who is named, or the only one whose name has the letters."""
        typed = " ".join(self._which.text().split()).casefold()
        exact = self._people.get(typed)
        near = [one for name, one in self._people.items() if typed and typed in name]
        return exact or (near[0] if len(near) == 1 else None)


class Mending(QObject):
    """The command that mends a name."""

    def __init__(self, page: Page, hand: Hand, sheet: MinuteSheet) -> None:
        """``page`` submits, tells and is the dialogs' parent."""
        super().__init__(page)
        self._page, self._hand, self._sheet = page, hand, sheet

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the command by name."""
        return {"mend-name": self.ask}

    def ask(self) -> None:
        """Ask for the name as it should be; first for whose, where the caret is at nobody's."""
        record, person = self._hand.workspace.record, self._at_caret()
        if person is not None:
            self._ask_name(person)
        elif record.people:
            dialog = WhichPersonDialog(self._page.look, record, self._page)
            # Queued: the window under it is made active when the first dialog has closed.
            queued = Qt.ConnectionType.QueuedConnection
            dialog.person_given.connect(self._ask_name, queued)
            self._open(dialog)
        else:
            self._page.notice.emit("info", "There is nobody here yet.", "F4 adds a person.")

    def _at_caret(self) -> Person | None:
        meeting, block = self._hand.meeting, self._sheet.current_block()
        if meeting is None or block is None:
            return None
        record, at = self._hand.workspace.record, self._sheet.caret().offset
        for start, end, one, _ in occurrences(block.text, nameable(record, meeting)):
            if start <= at <= end:
                return record.person(one.person_id)
        return None

    def _ask_name(self, person: Person) -> None:
        page = self._page
        dialog = PersonDialog(page.look, self._hand.workspace, page, person=person)
        dialog.person_given.connect(partial(self._on_given, person))
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(lambda _: self._sheet.setFocus())
        dialog.open()

    def _on_given(self, former: Person, person: Person, organisation: Organisation | None) -> None:
        if former == person and not organisation:
            return
        record = self._hand.workspace.record
        edits: list[Edit] = [PutOrganisation(organisation=organisation)] if organisation else []
        edits += mended(record, former, person)
        places = places_mended(record, former, person)
        place = self._hand.place(self._sheet.caret())
        if self._page.submit(*edits, text=f"change {listed(person)}", place=place) and places:
            self._page.notice.emit("info", *mended_words(former, person, places))
