"""The right of the Attendance page: quorum, what is to be settled, the lines as printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kcsp_desktop.domain.attendance import (
    Attendance,
    Capacity,
    names_as,
    present_names,
    quorum,
    sentence,
)
from kcsp_desktop.ui.kit.cards import Card
from kcsp_desktop.ui.kit.words import Hairline, IconWords, Words
from kcsp_desktop.ui.pages.attendance_rows import Doubt, doubts
from kcsp_desktop.ui.theme import Measure, Space, Type, Weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.ui.look import Look

_MOST = 6  # doubts shown one by one
_UNBROKEN = str.maketrans(" ", "\N{NO-BREAK SPACE}")


class AttendancePanel(QWidget):
    """Three parts, one under another; the first two only where there is something to say."""

    def __init__(self, look: Look) -> None:
        """Build the parts."""
        super().__init__()
        self._look = look
        self._quorum = IconWords(look, wrap=True)
        self._quorum.setObjectName("attendanceQuorum")
        self._settle_head = Words(look, "To settle", weight=Weight.TITLE)
        self._settle_count = Words(look, role="ink2", weight=Weight.TITLE)
        self._doubts = [_DoubtRow(look) for _ in range(_MOST)]
        self._more = Words(look, role="ink2")
        self._lines = {label: _PrintedLine(look, label) for label in _LABELS}
        self._nobody = Words(look, "Nobody is marked yet.", role="ink2", wrap=True)
        self._column = QVBoxLayout(self)
        self._parts = (self._quorum_part(), self._settle_part(), self._printed_part())
        self._rules = [Hairline(look), Hairline(look)]
        for part, rule in zip(self._parts, (*self._rules, None), strict=True):
            self._column.addWidget(part)
            if rule is not None:
                self._column.addWidget(rule)
        self._column.addStretch(1)
        look.changed.connect(self._dress)
        self._dress()

    def show_attendance(self, body: Body, attendance: Sequence[Attendance]) -> None:
        """Show what follows from the list as it is now."""
        self._show_quorum(body, attendance)
        self._show_doubts(doubts(attendance))
        printed = {
            "PRESENT:": present_names(body, attendance),
            "ALSO PRESENT:": names_as(Capacity.ALSO_PRESENT, attendance),
            "IN ATTENDANCE:": names_as(Capacity.IN_ATTENDANCE, attendance),
        }
        for label, line in self._lines.items():
            line.show_names(printed[label])
        self._nobody.setVisible(not any(printed.values()))

    def _show_quorum(self, body: Body, attendance: Sequence[Attendance]) -> None:
        count = quorum(body, attendance)
        for widget in (self._parts[0], self._rules[0]):
            widget.setVisible(bool(count.needed))
        members = "1 member" if count.here == 1 else f"{count.here} members"
        words = f"{members} here, {count.needed} needed"
        if count.met:
            self._quorum.show_state("done", f"Met: {words}", "ok")
        else:
            self._quorum.show_state("warn", f"Not met: {words}", "warn")

    def _show_doubts(self, found: Sequence[Doubt]) -> None:
        for widget in (self._parts[1], self._rules[1]):
            widget.setVisible(bool(found))
        self._settle_count.setText(str(len(found)))
        for number, row in enumerate(self._doubts):
            row.show_doubt(found[number] if number < len(found) else None)
        self._more.setText(f"and {len(found) - _MOST} more")
        self._more.setVisible(len(found) > _MOST)

    # --- the parts -------------------------------------------------------------------------

    def _quorum_part(self) -> QWidget:
        part, column = self._part()
        column.addWidget(Words(self._look, "Quorum", weight=Weight.TITLE))
        column.addWidget(self._quorum)
        return part

    def _settle_part(self) -> QWidget:
        part, column = self._part()
        head = QHBoxLayout()
        head.addWidget(self._settle_head, 1)
        head.addWidget(self._settle_count)
        column.addLayout(head)
        for row in self._doubts:
            column.addWidget(row)
        column.addWidget(self._more)
        return part

    def _printed_part(self) -> QWidget:
        part, column = self._part()
        column.addWidget(Words(self._look, "As it will be printed", weight=Weight.TITLE))
        self._card = Card(self._look)
        self._card.setObjectName("attendancePrinted")
        for line in self._lines.values():
            self._card.column.addWidget(line)
        self._card.column.addWidget(self._nobody)
        column.addWidget(self._card)
        return part

    def _part(self) -> tuple[QWidget, QVBoxLayout]:
        part = QWidget()
        return part, QVBoxLayout(part)

    def _dress(self) -> None:
        px = self._look.px
        side, high = px(Space.L + Space.XS), px(Space.L)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for part in self._parts:
            column = part.layout()
            if column is not None:
                column.setContentsMargins(side, high, side, high)
                column.setSpacing(px(Space.M))


class _DoubtRow(QWidget):
    """A doubt in bold with its sign, what to do below."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._what = IconWords(look, "warn", role="warn", weight=Weight.NAME, wrap=True)
        self._todo = Words(look, role="ink2", size=Type.SECOND, wrap=True)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._what)
        self._column.addWidget(self._todo)
        look.changed.connect(self._dress)
        self._dress()

    def show_doubt(self, doubt: Doubt | None) -> None:
        """Show a doubt, or nothing."""
        self.setVisible(doubt is not None)
        if doubt is not None:
            self._what.show_state("warn", doubt.what, "warn")
            self._todo.setText(doubt.todo)
            self.setAccessibleName(f"{doubt.what}. {doubt.todo}")

    def _dress(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._todo.setIndent(px(Measure.ICON + Space.S - 2))


_LABELS = ("PRESENT:", "ALSO PRESENT:", "IN ATTENDANCE:")


class _PrintedLine(QWidget):
    """A label and the names as the document prints them; a name is not broken inside."""

    def __init__(self, look: Look, label: str) -> None:
        super().__init__()
        self._look = look
        head = Words(look, label, size=Type.SECOND, weight=Weight.TITLE)
        self._names = Words(look, size=Type.SECOND, wrap=True)
        self._names.setObjectName("printed" + label.title().replace(" ", "").rstrip(":"))
        self._column = QVBoxLayout(self)
        self._column.addWidget(head)
        self._column.addWidget(self._names)
        look.changed.connect(self._dress)
        self._dress()

    def show_names(self, names: tuple[str, ...]) -> None:
        """Show the names, or nothing at all."""
        self.setVisible(bool(names))
        self._names.setText(sentence(tuple(_unbroken(name) for name in names)))

    def _dress(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._look.px(Space.XS))


def _unbroken(name: str) -> str:
    """Keep a name on one line; the post in brackets may go on to the next."""
    person, bracket, post = name.partition(" (")
    kept = person.translate(_UNBROKEN) if len(person) <= _LINE else person
    if len(post) <= _LINE // 2:  # "(Chair)" goes with its name
        return kept + (bracket + post).translate(_UNBROKEN)
    return kept + bracket + post


_LINE = 36  # letters that go into one line of the panel
