"""Who is the same person? Two spellings become one, with what that does told beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.domain.people import Person, listed
from kcsp_desktop.domain.wording.merging import preview, refusal
from kcsp_desktop.ui.kit.announcing import announce
from kcsp_desktop.ui.kit.choices import Choice
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.suggesting import SuggestingField
from kcsp_desktop.ui.kit.words import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.ui.look import Look

_NOBODY = "Name the other person: what will happen is said here before it is done."


class MergeDialog(QuestionDialog):
    """Asks who is the same as the person in hand, and which name is kept."""

    merge_given = Signal(object, object)  # the Person who goes, the Person who is kept

    def __init__(self, look: Look, record: Record, person: Person, parent: QWidget) -> None:
        """``person`` is the one in hand."""
        super().__init__(look, f"Who is the same as {listed(person)}?", "Make them one", parent)
        self.setObjectName("mergeDialog")
        self._record, self._person = record, person
        self._others = _labels([one for one in record.people if one.id != person.id])
        self._other = SuggestingField(look, sorted(self._others), hint="From the list of people")
        self._kept = Choice(look, (("other", "The other\u2019s"), ("this", listed(person))))
        self._told = Words(look, _NOBODY, role="ink2", wrap=True)
        self._told.setObjectName("mergePreview")
        self.add_field("mergeOther", "&The same person, in another spelling", self._other)
        self.add_field("mergeKept", "&Name that is kept", self._kept)
        self.form.add_widget(self._told)
        self._other.textChanged.connect(self._tell)
        self._kept.activated.connect(self._tell)
        self.set_check(self._check_answer)
        self.accepted.connect(self._on_accepted)

    def _found(self) -> Person | None:
        """Return who is named, or the only one whose name has the letters."""
        typed = " ".join(self._other.text().split()).casefold()
        names = {name.casefold(): one for name, one in self._others.items()}
        near = [one for name, one in names.items() if typed and typed in name]
        return names.get(typed) or (near[0] if len(near) == 1 else None)

    def _pair(self) -> tuple[Person, Person] | None:
        """Return who goes and who is kept."""
        other = self._found()
        if other is None:
            return None
        kept = self._kept.chosen() == "this"
        return (other, self._person) if kept else (self._person, other)

    def _tell(self) -> None:
        pair = self._pair()
        if pair is None:
            self._told.setText(_NOBODY)
        else:
            told = refusal(self._record, *pair)
            sentences = (told,) if told else preview(self._record, *pair).sentences
            self._told.setText("\n".join(sentences))
            announce(self, self._told.text())
        self._grow()

    def _check_answer(self) -> str:
        pair = self._pair()
        if pair is None:
            return "Nobody in the list is called so, or more than one is."
        return refusal(self._record, *pair)

    def _on_accepted(self) -> None:
        pair = self._pair()
        if pair is not None:
            self.merge_given.emit(*pair)


def _labels(people: list[Person]) -> dict[str, Person]:
    """Return people by their names; those of one name are told apart by post, then by number."""
    named: dict[str, Person] = {}
    for person in people:
        label = listed(person)
        if label in named and person.post:
            label = f"{label} ({person.post})"
        number = 2
        while label in named:
            label, number = f"{listed(person)}, no. {number}", number + 1
        named[label] = person
    return named
