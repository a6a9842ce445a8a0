"""Which organisation sends people? Its names, its kind, whether it is a responsible authority."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.domain.ids import OrganisationId
from kcsp_desktop.domain.people import Organisation, OrganisationKind
from kcsp_desktop.ui.kit.choices import CheckBox, Choice
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.fields import TextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.ui.look import Look


class OrganisationDialog(QuestionDialog):
    """Asks for an organisation, new or there already."""

    given = Signal(object)  # Organisation

    def __init__(
        self,
        look: Look,
        there: tuple[Organisation, ...],
        parent: QWidget,
        *,
        one: Organisation | None = None,
    ) -> None:
        """``there`` are those that are known; ``one`` is the one to edit."""
        deed = "Add the organisation" if one is None else "Keep the changes"
        super().__init__(look, "Which organisation sends people?", deed, parent)
        self.setObjectName("organisationDialog")
        self._there = there
        known = one or Organisation(id=OrganisationId(str(uuid.uuid4())), name="")
        self._id = known.id
        self._name = TextField(look, known.name, hint="For example: Kent County Council")
        self._short = TextField(look, known.short_name, hint="as KCC")
        kinds = [(kind, str(kind)[:1].upper() + str(kind)[1:]) for kind in OrganisationKind]
        self._kind = Choice(look, kinds)
        self._kind.choose(known.kind)
        self._responsible = CheckBox(look, "Is a &responsible authority")
        self._responsible.setAccessibleDescription("Crime and Disorder Act 1998, section 5")
        self._responsible.setObjectName("organisationResponsible")
        self._responsible.setChecked(known.responsible)
        self.add_field("organisationName", "&Name", self._name, stretch=3)
        self.add_field("organisationShort", "&Short name", self._short, beside=True)
        self.add_field("organisationKind", "&Kind", self._kind)
        self.form.add_widget(self._responsible)
        self.set_check(self._check_answer)
        self.accepted.connect(lambda: self.given.emit(self._made()))

    def _made(self) -> Organisation:
        return Organisation(
            id=self._id,
            name=" ".join(self._name.text().split()),
            short_name=" ".join(self._short.text().split()),
            kind=OrganisationKind(self._kind.chosen()),
            responsible=self._responsible.isChecked(),
        )

    def _check_answer(self) -> str:
        made = self._made()
        if not made.name:
            return "The name is needed."
        others = [one for one in self._there if one.id != made.id]
        taken = {name.casefold() for one in others for name in (one.name, one.short_name) if name}
        for name in (made.name, made.short_name):
            if name.casefold() in taken:
                return f"There is an organisation called {name} already."
        return ""
