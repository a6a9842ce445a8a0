"""The truthful saved state: top right, in the same place on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.ui.kit.announcing import announce
from kcsp_desktop.ui.kit.words import IconWords
from kcsp_desktop.ui.theme import Type, Weight

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.ui.look import Look


class SavedState(IconWords):
    """A tick and when, dots while saving, an octagon when it could not be saved."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, words_role="ink2", size=Type.SECOND, parent=parent)

    def show_saved(self, at: str) -> None:
        """Say "Saved 10:42:07"; "" says nothing."""
        if at:
            self.show_state("tick", f"Saved {at}", "ok", "ink2", Weight.NAME)
        else:
            self.show_state("", "", "ok", "ink2", Weight.NAME)

    def show_saving(self) -> None:
        """Say "Saving…" (the caller waits 400 ms before)."""
        self.show_state("dots", "Saving…", "ink2", "ink2", Weight.NAME)

    def show_not_saved(self, since: str) -> None:
        """Say "Not saved since 10:42:07", at once to a screen reader too."""
        words = f"Not saved since {since}" if since else "Not saved"
        if words != self.words():
            announce(self, words, at_once=True)
        self.show_state("stop", words, "bad", "bad", Weight.TITLE)
