"""The Word template of one body: a file is read and tried off the window's thread, then kept.

How this works: ``Keeping`` reads the file, tries whether documents can be made with it, hands its
content to the writer and, once that says it is on disk, tells the name by which it is kept. So a
body never names a file that is not there. Must stay in step: ``store/files``,
``documents/template``.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.ui.background import Task
from kcsp_desktop.ui.kit.buttons import Button
from kcsp_desktop.ui.kit.words import Words
from kcsp_desktop.ui.theme import Space, Type, Weight

if TYPE_CHECKING:
    from pathlib import Path

    from kcsp_desktop.domain.ids import FileId
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.workspace import Workspace

_MOST_BYTES = 20_000_000  # a template is some 30 kB; one with pictures a few hundred


class TemplateLine(QWidget):
    """Says which template a body has, and offers another."""

    wanted = Signal()
    dropped = Signal()

    def __init__(self, look: Look) -> None:
        """Show a title, what it is, and two buttons."""
        super().__init__()
        self._look = look
        self._title = Words(look, "Word template", size=Type.SECOND, weight=Weight.NAME)
        self._what = Words(look, role="ink2", wrap=True)
        self._what.setObjectName("bodyTemplate")
        self.choose = Button(look, "Choose a template…")
        self.choose.setObjectName("bodyTemplateChoose")
        self.drop = Button(look, "Use the delivered one")
        self.drop.setObjectName("bodyTemplateDrop")
        self.choose.clicked.connect(self.wanted)
        self.drop.clicked.connect(self.dropped)
        self._column, self._row = QVBoxLayout(self), QHBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._title)
        self._column.addWidget(self._what)
        self._column.addLayout(self._row)
        for button in (self.choose, self.drop):
            self._row.addWidget(button)
        self._row.addStretch(1)
        look.changed.connect(self._dress)
        self._dress()

    def show_template(self, template_id: FileId | None) -> None:
        """Say whether the body has one of its own."""
        self._what.setText(
            "One of its own, kept in the store." if template_id else "The delivered one."
        )
        if self.drop.hasFocus() and not template_id:
            self.choose.setFocus()
        self.drop.setVisible(template_id is not None)

    def _dress(self) -> None:
        self._column.setSpacing(self._look.px(Space.S))
        self._row.setSpacing(self._look.px(Space.M))


class Keeping(QObject):
    """Keeps a file that was chosen; ``kept`` or ``not_kept`` follows once."""

    kept = Signal(str)  # the name by which it is in the store
    not_kept = Signal(str)  # a sentence

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        """Listen to the writer."""
        super().__init__(parent)
        self._workspace = workspace
        self._name = ""  # of what is on its way
        self._task: Task | None = None
        workspace.file_kept.connect(self._on_kept)
        workspace.file_not_kept.connect(self._on_not_kept)

    def keep(self, source: Path) -> None:
        """Read, try and keep a template."""
        if self._task is None and not self._name:
            self._task = Task(partial(tried_template, source), self)
            self._task.done.connect(self._on_tried)
            self._task.failed.connect(self._on_failed)
            self._task.start()

    def _on_tried(self, found: tuple[str, bytes]) -> None:
        self._task = None
        self._name, content = found
        self._workspace.keep_wanted.emit(content)

    def _on_failed(self, sentence: str) -> None:
        self._task = None
        self.not_kept.emit(sentence)

    def _on_kept(self, name: str) -> None:
        if name == self._name:
            self._name = ""
            self.kept.emit(name)

    def _on_not_kept(self, sentence: str) -> None:
        if self._name:
            self._name = ""
            self.not_kept.emit(sentence)


def tried_template(source: Path) -> tuple[str, bytes]:
    """Return the content of a template and its name; raises ``KcspError`` where it will not do."""
    from kcsp_desktop.documents.template import check_template  # python-docx is heavy
    from kcsp_desktop.store.files import file_id

    try:
        with source.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise KcspError(f"{source.name} could not be read ({error.strerror}).") from error
    if len(content) > _MOST_BYTES:
        raise KcspError(f"{source.name} is too large for a Word template.")
    check_template(source)
    return file_id(content), content


def ask_template(parent: QWidget) -> str:
    """Ask which file it is; nothing where nobody answers."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    title, files = "Which Word template?", "Word documents (*.docx);;All files (*)"
    return QFileDialog.getOpenFileName(parent, title, folder, files)[0]
