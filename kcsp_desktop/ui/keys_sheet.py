"""F1: every key, made from ``commands``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from kcsp_desktop.ui.commands import COMMANDS, MENUS, shown_keys

if TYPE_CHECKING:
    from kcsp_desktop.ui.look import Look

SHEET_KEYS = (
    ("Enter", "Next block of the same kind; on an empty one, step out", "minutes"),
    ("Tab, Shift+Tab", "At the start of a block: change its level", "minutes"),
    (
        "Backspace",
        "At the start of a block: back to a paragraph, then join the one above",
        "minutes",
    ),
)


def rows() -> tuple[tuple[str, str, str], ...]:
    """Return (keys, what it does, where) of everything that has a key, menu by menu."""
    found = [
        (
            shown_keys(c.keys),
            c.text.replace("&", "").rstrip("…"),
            ", ".join(c.where) or "everywhere",
        )
        for menu in MENUS
        for c in COMMANDS
        if c.menu == menu and c.keys
    ]
    return (*found, *SHEET_KEYS)


class KeysSheet(QDialog):
    """A list to read; Esc leaves."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Fill the list."""
        super().__init__(parent)
        self.setObjectName("keysSheet")
        self.setWindowTitle("All keys")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        all_rows = rows()
        table = QTableWidget(len(all_rows), 3)
        table.setAccessibleName("All keys")
        table.setHorizontalHeaderLabels(["Keys", "What it does", "Where"])
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        for n, row in enumerate(all_rows):
            for column, text in enumerate(row):
                table.setItem(n, column, QTableWidgetItem(text))
        table.resizeColumnsToContents()
        table.horizontalHeader().setStretchLastSection(True)
        layout = QVBoxLayout(self)
        layout.addWidget(table)
        self.resize(look.px(760), look.px(560))
