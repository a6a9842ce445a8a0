"""The right of the Attendance page: the sitting, quorum, what is to be settled, the lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kcsp_desktop.domain.attendance import attendance_lines, office, sentence, who_presides
from kcsp_desktop.domain.dates import printed_time
from kcsp_desktop.domain.life import written_breaks
from kcsp_desktop.domain.meeting import quorum_lost, quorum_of
from kcsp_desktop.domain.numbering import numbers
from kcsp_desktop.ui.kit.cards import Card
from kcsp_desktop.ui.kit.words import Hairline, IconWords, Words
from kcsp_desktop.ui.pages.attendance.rows import Doubt, doubts
from kcsp_desktop.ui.theme import Measure, Space, Type, Weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kcsp_desktop.domain.attendance import Quorum
    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.ui.look import Look

_MOST = 6  # doubts shown one by one
_UNBROKEN = str.maketrans(" ", "\N{NO-BREAK SPACE}")


class AttendancePanel(QWidget):
    """Four parts, one under another; the first three only where there is something to say."""

    def __init__(self, look: Look) -> None:
        """Build the parts."""
        super().__init__()
        self._look = look
        self._chair = IconWords(look, "person", wrap=True)
        self._chair.setObjectName("attendanceChair")
        self._times = IconWords(look, "clock", wrap=True)
        self._times.setObjectName("attendanceTimes")
        self._quorum = IconWords(look, wrap=True)
        self._quorum.setObjectName("attendanceQuorum")
        self._lost = IconWords(look, wrap=True)
        self._lost.setObjectName("attendanceQuorumLost")
        self._settle_head = Words(look, "To settle", weight=Weight.TITLE)
        self._settle_count = Words(look, role="ink2", weight=Weight.TITLE)
        self._doubts = [_DoubtRow(look) for _ in range(_MOST)]
        self._more = Words(look, role="ink2")
        self._lines = {label: _PrintedLine(look, label) for label in _LABELS}
        self._nobody = Words(look, "Nobody is marked yet.", role="ink2", wrap=True)
        self._column = QVBoxLayout(self)
        self._parts = (
            self._titled("The sitting", self._chair, self._times),
            self._titled("Quorum", self._quorum, self._lost),
            self._settle_part(),
            self._printed_part(),
        )
        self._rules = [Hairline(look) for _ in self._parts[1:]]
        for part, rule in zip(self._parts, (*self._rules, None), strict=True):
            self._column.addWidget(part)
            if rule is not None:
                self._column.addWidget(rule)
        self._column.addStretch(1)
        look.changed.connect(self._dress)
        self._dress()

    def show_meeting(self, body: Body, meeting: Meeting) -> None:
        """Show what follows from the meeting as it is now."""
        self._show_sitting(body, meeting)
        self._show_quorum(body, meeting)
        self._show_doubts(doubts(body, meeting))
        printed = dict(attendance_lines(body, meeting.attendance, meeting.presided_by))
        for label, line in self._lines.items():
            line.show_names(printed.get(label, ()))
        self._nobody.setVisible(not printed)

    def _show_sitting(self, body: Body, meeting: Meeting) -> None:
        chair = who_presides(meeting.attendance, meeting.presided_by)
        words = office(body, chair) if chair else ""
        name = f"{chair.name} ({words})" if chair and words else chair.name if chair else ""
        self._chair.show_state("person", f"In the Chair: {name}", "ink2")
        self._chair.setVisible(chair is not None)
        times = sitting_times(meeting)
        self._times.show_state("clock", times, "ink2")
        self._times.setVisible(bool(times))
        self._show_part(0, shown=chair is not None or bool(times))

    def _show_quorum(self, body: Body, meeting: Meeting) -> None:
        count = quorum_of(body, meeting)
        self._show_part(1, shown=bool(count.needed))
        if not count.needed:
            return
        words = _count_words(count)
        if meeting.inquorate:
            self._quorum.show_state("stop", f"Closed without a quorum: {words}", "warn")
        elif count.met:
            self._quorum.show_state("done", f"Met: {words}", "ok")
        else:
            self._quorum.show_state("warn", f"Not met: {words}", "warn")
        lost = quorum_lost(body, meeting) if count.met else None
        self._lost.setVisible(lost is not None)
        if lost is not None:
            then = _count_words(quorum_of(body, meeting, lost.id))
            code = numbers(meeting, 1).codes[lost.id]
            self._lost.show_state("warn", f"Not met at {code}: {then}", "warn")

    def _show_part(self, number: int, *, shown: bool) -> None:
        for widget in (self._parts[number], self._rules[number]):
            widget.setVisible(shown)

    def _show_doubts(self, found: Sequence[Doubt]) -> None:
        self._show_part(2, shown=bool(found))
        self._settle_count.setText(str(len(found)))
        for number, row in enumerate(self._doubts):
            row.show_doubt(found[number] if number < len(found) else None)
        self._more.setText(f"and {len(found) - _MOST} more")
        self._more.setVisible(len(found) > _MOST)

    # --- the parts -------------------------------------------------------------------------

    def _titled(self, title: str, *lines: QWidget) -> QWidget:
        part, column = self._part()
        column.addWidget(Words(self._look, title, weight=Weight.TITLE))
        for line in lines:
            column.addWidget(line)
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


def _count_words(count: Quorum) -> str:
    members = "1 member" if count.here == 1 else f"{count.here} members"
    return f"{members} here, {count.needed} needed"


def sitting_times(meeting: Meeting) -> str:
    """Return when it sat: "10.00 am to 12.35 pm, adjourned 11.15 to 11.30"."""
    details = meeting.details
    parts = [printed_time(at) for at in (details.start, details.end) if at]
    whole = " to ".join(parts) if details.start else "".join(f"until {one}" for one in parts)
    breaks = written_breaks(meeting.adjournments)
    return ", ".join(part for part in (whole, f"adjourned {breaks}" if breaks else "") if part)


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


_LABELS = ("PRESENT", "ALSO PRESENT", "APOLOGIES", "IN ATTENDANCE")


class _PrintedLine(QWidget):
    """A label and the names as the document prints them; a name is not broken inside."""

    def __init__(self, look: Look, label: str) -> None:
        super().__init__()
        self._look = look
        head = Words(look, f"{label}:", size=Type.SECOND, weight=Weight.TITLE)
        self._names = Words(look, size=Type.SECOND, wrap=True)
        self._names.setObjectName("printed" + label.title().replace(" ", ""))
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
