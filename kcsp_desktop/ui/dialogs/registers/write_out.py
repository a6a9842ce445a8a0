"""What is to be written of a register, for whom, and which letters are to be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.domain.disclosure import Audience
from kcsp_desktop.ui.kit.choices import Choice
from kcsp_desktop.ui.kit.dialog import QuestionDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.ui.look import Look

ACTION_FILES = (
    (".docx", "Action log in Word"),
    (".xlsx", "Spreadsheet (Excel)"),
    (".csv", "Table (CSV)"),
    (".ics", "Calendar of the days they are due"),
)
DECISION_FILES = (
    (".docx", "Decisions in Word"),
    (".xlsx", "Spreadsheet (Excel)"),
    (".csv", "Table (CSV)"),
)
_AUDIENCES = (
    (str(Audience.RESTRICTED), "Members, with what is restricted"),
    (str(Audience.PUBLIC), "Everybody"),
)


class WriteOutDialog(QuestionDialog):
    """Asks what to write; ``given`` carries the ending, the audience, and which of them."""

    given = Signal(str, object, str)

    def __init__(
        self,
        look: Look,
        files: Sequence[tuple[str, str]],
        parent: QWidget,
        *,
        scopes: Sequence[tuple[str, str]] = (),
    ) -> None:
        """``scopes`` are (key, words) for which of them; none: all."""
        super().__init__(look, "What should be written?", "Write it", parent)
        self.setObjectName("writeOutDialog")
        self._file, self._audience = Choice(look, files), Choice(look, _AUDIENCES)
        self._scope = Choice(look, scopes)
        self.add_field("writeOutFile", "&File", self._file)
        self.add_field("writeOutFor", "F&or", self._audience)
        if len(scopes) > 1:
            self.add_field("writeOutScope", "&Which", self._scope)
        self.accepted.connect(self._on_deed)

    def _on_deed(self) -> None:
        audience = Audience(self._audience.chosen())
        scope = self._scope.chosen() if self._scope.count() else ""
        self.given.emit(self._file.chosen(), audience, scope)


class ChasersDialog(QuestionDialog):
    """Asks about what the owners are written to; ``given`` carries which."""

    given = Signal(str)

    def __init__(self, look: Look, scopes: Sequence[tuple[str, str]], parent: QWidget) -> None:
        """``scopes`` are (key, words)."""
        super().__init__(
            look, "Write to the owners about what?", "Write the letters", parent,
            explanation="One draft for each owner, to open and send. Nothing is sent from here.",
        )  # fmt: skip
        self.setObjectName("chasersDialog")
        self._scope = Choice(look, scopes)
        self.add_field("chasersScope", "&About", self._scope)
        self.accepted.connect(lambda: self.given.emit(self._scope.chosen()))
