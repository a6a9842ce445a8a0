"""A page that lists one kind of entry; where there is none, a card makes the first."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from kcsp_desktop.ui.pages.list_page import ListPage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.changes import Changes, Kind
    from kcsp_desktop.ui.pages.list_page import NothingCard


class EntriesPage(ListPage):
    """A subclass gives the entries, their rows, the deeds, and the card (``_build_with``)."""

    shown_for: ClassVar[frozenset[Kind]] = frozenset()
    keys_on_list: ClassVar[tuple[str, ...]] = ()

    def _build_with(self, nothing: NothingCard) -> None:
        """Lay out the list and the card that stands in for an empty one."""
        self._nothing = nothing
        self._stack = self._stacked(self._build_list(), nothing)

    def entries(self) -> Sequence[object]:
        """Return what there is, in any order."""
        return ()

    def refresh(self, changes: Changes) -> None:
        """Show the entries as they are now."""
        if changes.kinds and not changes.kinds & self.shown_for:
            return
        self.show_rows()
        self._stack.setCurrentIndex(1 if self.workspace.is_open and not self.entries() else 0)

    def focus_first(self) -> None:
        """Begin in the list, or on the button that makes the first."""
        (self._nothing if self._stack.currentIndex() else self.table).setFocus()

    def columns(self) -> tuple[QWidget, ...]:
        """Return filter and list."""
        return (self._nothing,) if self._stack.currentIndex() else (self.head.filter, self.table)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the commands that every such page has."""
        return {
            "add": self.add,
            "edit": self.edit,
            "remove": self.remove,
            "find": self.go_to_filter,
        }

    def keys(self) -> tuple[str, ...]:
        """Return the commands worth showing."""
        if self._stack.currentIndex():
            return ("add", "all-keys")
        return self.keys_on_list if self.table.hasFocus() else ("find", "next-column", "all-keys")

    def add(self) -> None:
        """Ask for a new entry."""

    def edit(self) -> None:
        """Ask what has changed in the entry in hand."""

    def remove(self) -> None:
        """Take the entry in hand away."""
