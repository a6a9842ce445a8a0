"""What stands ready at the caret: pale words behind it, or a popup of names; and what keys take.

How this works: the letter comes first. After the sheet has painted it, ``look`` asks what to offer
for the text before the caret: people where a title and two letters stand there, else words. Keys
that take are asked here before the sheet has them. Behind taken words a space is due, which the
next word brings along (``domain/prediction/taking``); wherever the caret or the text goes by
another road, nothing is due any more. Must stay in step: ``sheet`` (which asks), ``view`` (paints).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kcsp_desktop.domain.abbreviations import Abbreviation, ending_word, expansion
from kcsp_desktop.domain.prediction import taking
from kcsp_desktop.domain.prediction.taking import Taking
from kcsp_desktop.domain.wording.mentions import Named, form, matching, typed_name
from kcsp_desktop.ui.sheet.name_popup import NamePopup

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from PySide6.QtGui import QKeyEvent

    from kcsp_desktop.domain.ids import BlockId, PersonId
    from kcsp_desktop.domain.prediction.suggester import Suggestion
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.sheet.view import SheetView

    Ask = Callable[[str, str, Collection[str]], Suggestion | None]

_LATEST_MS = 40  # where nothing is painted: a window behind others
_CAP_UNTIL = 20  # the keycap goes once the key is known


class SheetCompleter(QObject):
    """Offers, and puts into the text what is taken."""

    offered = Signal()  # what is offered is another now
    person_wanted = Signal(str)  # a name that nobody has yet

    def __init__(
        self, sheet: SheetView, look: Look, replace: Callable[[int, str, str], None]
    ) -> None:
        """``replace`` puts words in the place of so many letters before the caret.

        Nothing is offered until there are names, abbreviations or something to ask.
        """
        super().__init__(sheet)
        self._sheet, self._replace = sheet, replace
        self.ask: Ask | None = None
        self.names: tuple[Named, ...] = ()
        self.abbreviations: tuple[Abbreviation, ...] = ()
        self.earlier: Callable[[BlockId], Sequence[str]] = lambda _: ()
        self.spoken: Callable[[], tuple[PersonId, ...]] = tuple
        self.popup = NamePopup(look, sheet.viewport())
        self.popup.taken.connect(lambda _: self._take_name())
        self.takings = 0
        self._taking = Taking()
        self._found: Suggestion | None = None
        self._place: tuple[str, int] = ("", -1)  # where the last key of ours has left the caret
        self._lead = ""  # the words that a key put there, while nothing else has happened
        self._refused_name = ""
        self._wanted = self._putting = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look_now)

    # --- what is offered -------------------------------------------------------------------

    @property
    def ghost(self) -> str:
        """The pale text behind the caret; empty while names are offered, or nothing is."""
        return "" if self.popup.isVisible() else taking.shown(self._taking, self._found)

    @property
    def cap(self) -> str:
        """The keycap behind the pale text: Right where Tab means the level of the block."""
        if self.takings >= _CAP_UNTIL:
            return ""
        return "Right" if self._at_start() else "Tab"

    def offer(self) -> str:
        """Return what would stand behind the caret if the offer were taken; for readers too."""
        one = self.popup.in_hand() if self.popup.isVisible() else None
        if one is None:
            return self.ghost
        typed, words = self.popup.letters, self._form(one)
        at = words.casefold().find(typed.casefold())
        return words[at + len(typed) :] if at >= 0 else words

    def note_change(self) -> None:
        """Look again, once what has changed is painted."""
        self._found = None
        self._wanted = True
        self._timer.start(_LATEST_MS)

    def note_painted(self) -> None:
        """Look now: the letter is on the screen."""
        if self._wanted and self._timer.isActive():
            self._timer.start(0)

    def note_caret(self) -> None:
        """Forget what is due where the caret has gone by another road."""
        if not self._putting and self._caret() != self._place:
            self._taking, self._lead, self._refused_name = Taking(), "", ""
            self.close()
            self.note_change()

    def close(self) -> None:
        """Offer nothing."""
        self._found = None
        self._wanted = False
        self.popup.hide()
        self.offered.emit()

    def look_now(self) -> None:
        """Ask what to offer for the text before the caret."""
        self._wanted = False
        self._timer.stop()
        before = self._sheet.text_before_caret()
        if before is None or not self._sheet.hasFocus():
            self.close()
            return
        self._offer(before)
        self.offered.emit()

    def _offer(self, before: str) -> None:
        """Offer the people meant; else words; else to add somebody whom neither knows."""
        typed = typed_name(before)
        people = matching(typed, self.names, self.spoken()) if typed else ()
        settled = any(typed == one.short for one in people)
        refused = bool(self._refused_name) and typed.startswith(self._refused_name)
        wanted = bool(typed) and not settled and not refused
        if wanted and people:
            self._found = None
            self._show_names(people, typed)
            return
        self._found = self._asked(before)
        if wanted and self._found is None and _may_be_new(typed):
            self._show_names((), typed)
        else:
            self.popup.hide()

    def _asked(self, before: str) -> Suggestion | None:
        if self.ask is None:
            return None
        asked, kind = taking.asked(self._taking, before), str(self._sheet.kind_in_hand())
        return self.ask(asked, kind, self._taking.passed)

    def _show_names(self, people: tuple[Named, ...], typed: str) -> None:
        caret = self._sheet.rect_before_caret(len(typed))
        self.popup.show_names(people, _letters(typed), caret)

    def _caret(self) -> tuple[str, int]:
        caret = self._sheet.caret()
        alone = (caret.block_id, caret.offset) == (caret.anchor_id, caret.anchor_offset)
        return (caret.block_id or "", caret.offset if alone else -2)

    def _at_start(self) -> bool:
        return self._sheet.caret().offset == 0

    # --- what keys take --------------------------------------------------------------------

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key is one of ours, and if so, do what it does."""
        key, control = event.key(), event.modifiers() == Qt.KeyboardModifier.ControlModifier
        bare = event.modifiers() in (Qt.KeyboardModifier.NoModifier,
                                     Qt.KeyboardModifier.KeypadModifier)  # fmt: skip
        if self.popup.isVisible() and self._popup_takes(key, bare=bare, control=control):
            return True
        if self.ghost and self._ghost_takes(key, bare=bare, control=control):
            return True
        if self._lead and bare and key == Qt.Key.Key_Backspace:
            return self._take_lead_back()
        return self._letters_take(event)

    def _popup_takes(self, key: int, *, bare: bool, control: bool) -> bool:
        if control and key == Qt.Key.Key_Right and self.popup.in_hand() is not None:
            self._take_name(short=True)
        elif not bare:
            return False
        elif key == Qt.Key.Key_Tab:
            self._take_name()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.popup.move_row(1 if key == Qt.Key.Key_Down else -1)
            self.offered.emit()
        elif key == Qt.Key.Key_Escape:
            self._refused_name = typed_name(self._sheet.text_before_caret() or "")
            self.popup.hide()
            self.look_now()
        else:
            return False
        return True

    def _ghost_takes(self, key: int, *, bare: bool, control: bool) -> bool:
        if (key == Qt.Key.Key_Tab and bare and not self._at_start()) or (
            key == Qt.Key.Key_Right and bare
        ):
            self._take(one_word=False)
        elif key == Qt.Key.Key_Right and control:
            self._take(one_word=True)
        elif key == Qt.Key.Key_Escape and bare:
            self._taking = taking.refused(self._taking)
            self.offered.emit()
        else:
            return False
        return True

    def _take(self, *, one_word: bool) -> None:
        """Put the pale words, or the first of them, into the text."""
        if self._found is None:
            return
        self.takings += 1
        change = taking.taken(self._taking, self._found, one_word=one_word)
        self._put(change.removed, change.inserted, "completion", change.taking)

    def _take_name(self, *, short: bool = False) -> None:
        """Put the person in hand into the text in the form that belongs there; or add one.

        ``short``: without the post, which is the secretary's to leave out.
        """
        one, before = self.popup.in_hand(), self._sheet.text_before_caret() or ""
        if one is None:
            self.person_wanted.emit(typed_name(before))
            return
        self.takings += 1
        words = one.short if short else self._form(one)
        self.popup.hide()
        self._put(len(typed_name(before)), words, "name", Taking(space_due=True))

    def put_person(self, one: Named) -> None:
        """Put somebody into the text who has just been added: in the place of the letters."""
        before = self._sheet.text_before_caret() or ""
        self._put(len(typed_name(before)), self._form(one), "name", Taking(space_due=True))

    def _form(self, one: Named) -> str:
        block = self._sheet.current_block()
        before = self._sheet.text_before_caret() or ""
        own = before[: len(before) - len(typed_name(before))]
        return form(one, (*(self.earlier(block.id) if block else ()), own))

    def _put(self, removed: int, inserted: str, words: str, after: Taking) -> None:
        caret = self._sheet.caret()
        self._taking, self._lead = after, ""
        self._place = (caret.block_id or "", caret.offset - removed + len(inserted))
        self._putting = True
        self._replace(removed, inserted, words)
        self._putting = False
        self.note_change()

    # --- letters ---------------------------------------------------------------------------

    def opened_lead(self, words: str) -> None:
        """Note that a key has put ``words`` there: a space is due, Backspace takes them back."""
        self._place, self._lead = self._caret(), words
        self._taking = Taking(space_due=True)
        self.note_change()

    def _take_lead_back(self) -> bool:
        """Take back what nobody typed, all but RESOLVED, by one Backspace."""
        first = self._lead.split(" ", 1)[0]
        removed = len(self._lead) - len(first)
        if self._sheet.text_before_caret() != self._lead or not removed:
            return False
        self._put(removed, "", "typing", Taking(space_due=True))
        return True

    def _letters_take(self, event: QKeyEvent) -> bool:
        """Bring the space along that is due, and write an abbreviation out."""
        letters = event.text()
        plain = not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        before = self._sheet.text_before_caret() if letters and plain else None
        if before is None or not letters.isprintable():
            return False
        if not letters[0].isalnum():
            self._write_out(before)
            before = self._sheet.text_before_caret() or ""
        return self.type_letters(letters, before)

    def type_letters(self, letters: str, before: str) -> bool:
        """Type letters behind ``before``; whether a space came along and all is done."""
        change = taking.typed(self._taking, before, letters, self._found)
        block_id, offset = self._caret()
        self._taking, self._lead = change.taking, ""
        self._place = (block_id, offset + len(change.inserted))
        if change.inserted == letters:
            return False
        self._sheet.textCursor().insertText(change.inserted)
        return True

    def _write_out(self, before: str) -> None:
        block = self._sheet.current_block()
        if block is None or not self.abbreviations or not ending_word(before):
            return
        full = expansion(before, "\n".join(self.earlier(block.id)), self.abbreviations)
        if full is not None:
            self._put(len(ending_word(before)), full, "abbreviation", Taking())


_LONG_ENOUGH = 12  # letters of a name that nobody has: it is not offered any longer


def _letters(typed: str) -> str:
    """Return the name of "Mr Qu" without its title."""
    return typed.split(" ", 1)[-1]


def _may_be_new(typed: str) -> bool:
    """Whether somebody may be called so: "Ms Pell an" goes on with another word."""
    letters = _letters(typed)
    first, *more = letters.split(" ")
    return len(letters) <= _LONG_ENOUGH and not (first[:1].isupper() and more and more[0].islower())
