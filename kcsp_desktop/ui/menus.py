"""The menu bar, made from ``commands``: every command with its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from kcsp_desktop.ui.commands import COMMANDS, MENUS, Command, shown_keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenuBar, QWidget

_GROUPS_BEGIN_AT = {
    "open-sample", "quit", "cut", "bold", "find", "larger", "outline", "private-note", "duplicate",
    "move-up", "restrict", "present", "page-details", "next-item", "next-column", "event",
    "bring-in", "about",
}  # fmt: skip


def fill(bar: QMenuBar, owner: QWidget, run: Callable[[str], None]) -> dict[str, QAction]:
    """Fill the bar and return the actions by command name; each one calls ``run``."""
    actions: dict[str, QAction] = {}
    for title in MENUS:
        menu = bar.addMenu(title)
        menu.setObjectName(f"menu{title.replace('&', '')}")
        for command in COMMANDS:
            if command.menu != title:
                continue
            if command.name in _GROUPS_BEGIN_AT and not menu.isEmpty():
                menu.addSeparator()
            action = _action(command, owner, run)
            menu.addAction(action)
            actions[command.name] = action
    return actions


def _action(command: Command, owner: QWidget, run: Callable[[str], None]) -> QAction:
    action = QAction(command.text, owner)
    action.setObjectName(command.name)
    if command.on_list and command.keys:
        # The list gives out these keys while it has the focus; the menu only names them.
        action.setText(f"{command.text}\t{shown_keys(command.keys)}")
    elif command.keys:
        action.setShortcut(QKeySequence(command.keys))
        if shown_keys(command.keys) != command.keys:  # "Enter", as everywhere else
            action.setText(f"{command.text}\t{shown_keys(command.keys)}")
    name = command.name
    action.triggered.connect(lambda: run(name))
    return action
