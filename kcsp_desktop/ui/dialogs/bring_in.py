"""What a list of people will do, shown before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kcsp_desktop.domain.people import listed, named_with_short
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.words import Words
from kcsp_desktop.ui.theme import Space, Weight

if TYPE_CHECKING:
    from kcsp_desktop.domain.people import Organisation
    from kcsp_desktop.importing.people_found import Brought
    from kcsp_desktop.ui.look import Look


class BringInDialog(QuestionDialog):
    """Names everybody who is new or changes; Enter brings them in."""

    def __init__(
        self, look: Look, found: Brought, there: tuple[Organisation, ...], parent: QWidget
    ) -> None:
        """``found`` is what the file brings, ``there`` the organisations that are known."""
        count = len(found.new) + len(found.changed)
        people = "1 person" if count == 1 else f"{count} people"
        super().__init__(look, f"Bring in {people}?", "Bring them in", parent)
        self.setObjectName("bringInDialog")
        from kcsp_desktop.importing.people_found import change_words

        known = (*there, *found.organisations)
        changed = (change_words(before, after, known) for before, after in found.changed)
        same = f"{found.same} more stand here so already." if found.same else ""
        parts = (
            ("New", tuple(listed(one) for one in found.new)),
            ("Changed", tuple(changed)),
            ("New organisations", tuple(named_with_short(one) for one in found.organisations)),
            ("Passed over", (*found.passed_over, *((same,) if same else ()))),
        )
        for title, lines in parts:
            if lines:
                told = Words(look, "\n".join(lines), wrap=True)
                told.setObjectName(f"bringIn{title.replace(' ', '')}")
                part = QWidget()
                column = QVBoxLayout(part)
                column.setContentsMargins(0, 0, 0, 0)
                column.setSpacing(look.px(Space.XS))
                column.addWidget(Words(look, title, weight=Weight.TITLE))
                column.addWidget(told)
                self.form.add_widget(part)
        self.main_button.setAccessibleDescription(
            ". ".join(f"{title}: {', '.join(lines)}" for title, lines in parts if lines)
        )
