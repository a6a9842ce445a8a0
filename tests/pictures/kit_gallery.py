"""Pictures of the whole kit, to be looked at: `python -m tests.pictures.kit_gallery FOLDER`.

Names and wording are made up. Light and dark stand side by side as in the look's own picture.
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from kcsp_desktop.ui.kit.buttons import Button
from kcsp_desktop.ui.kit.cards import Card, Deed, DeedList
from kcsp_desktop.ui.kit.choices import CheckBox, Choice
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.empty_state import EmptyState
from kcsp_desktop.ui.kit.fields import ParsedField, TextArea, TextField
from kcsp_desktop.ui.kit.key_bar import KeyBar
from kcsp_desktop.ui.kit.notice_band import Notice, NoticeBand, NoticeCard
from kcsp_desktop.ui.kit.rows import Cell, Row, RowsModel
from kcsp_desktop.ui.kit.saved_state import SavedState
from kcsp_desktop.ui.kit.scrolling import Scroll
from kcsp_desktop.ui.kit.strip import HOME, Strip
from kcsp_desktop.ui.kit.table import Column, Table
from kcsp_desktop.ui.kit.words import IconWords, Words
from kcsp_desktop.ui.look import Look
from kcsp_desktop.ui.theme import Measure, Narrow, Space, ThemeChoice, Type, Weight

if TYPE_CHECKING:
    from kcsp_desktop.ui.theme import Role

ICONS = Path(__file__).parents[2] / "resources" / "icons"
SIDE = (683, 768)
SCREEN = (1366, 768)

NOTICES = (
    Notice(
        key="not saved",
        level="bad",
        words="Not saved since 10:42:07. The disk is full.",
        advice="Your words are kept here. Free some space and press Try again.",
        deed="Try again",
    ),
    Notice(
        key="two windows",
        level="warn",
        words="This meeting is open in another window.",
        advice="Changes made here may have to wait.",
        deed="Show it",
    ),
    Notice(
        key="made",
        level="info",
        words="Draft notes made in Documents, KCSP.",
        advice="KCSP Notes 2026-07-09 DRAFT.docx",
        deed="Open",
    ),
)
STATES = (
    ("none", "Not started", "ink2"),
    ("half", "Started", "accent"),
    ("done", "Has an outcome", "ok"),
    ("lock", "Restricted", "lock"),
    ("flag", "Flagged", "flag"),
    ("action", "Action", "accent"),
)
AGENDA = """\
A1|Introduction|Introduction|Chair||2 min
A2|Apologies|Apologies|Chair||3 min
B1|Community Safety Agreement: Annual Review|Decision|Mr S Sample|7 - 38|20 min
B2|Community Safety Team Update|Information|Ms S Sample|39 - 46|10 min
B3|Safeguarding Adults Board Annual Report|Information|Mr A Sample|47 - 60|15 min
B4|Road Safety Update|Information|Mr S Sample||15 min
C1|Date of Future Meetings|Dates|Chair||2 min
D1|Domestic Homicide Reviews Update|Information|Ms S Sample|separate|15 min"""
DEEDS = """\
bad|stop|bad|Must be put right|2|
issue|clock|warn|Issue the agenda for 9 July|Two working days left|Agenda
paper|clip|warn|Road Safety Update: the paper has not come|Mr S Sample, asked on 22 June|Remind
late|warn|bad|3 actions are overdue|the oldest by 10 days|Actions
info|info|accent|For information|1|
post|people|ink2|Ms L Sample has no post|printed under In attendance|Mend"""


@dataclass
class Gallery:
    """One side of the picture: every small widget of the kit under a line that names it."""

    look: Look

    def whole(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        px = self.look.px
        column.setContentsMargins(px(28), px(18), px(28), px(18))
        column.setSpacing(px(Space.S))
        self.notices(column)
        self.saved(column)
        self.states(column)
        self.controls(column)
        self.empty(column)
        self.dialog(column)
        column.addStretch(1)
        page.setFixedSize(*SIDE)
        return page

    def head(self, column: QVBoxLayout, words: str) -> None:
        column.addWidget(
            Words(self.look, words, role="ink2", size=Type.SECOND, weight=Weight.TITLE)
        )

    def row(self, column: QVBoxLayout, *widgets: QWidget, gap: float = Space.XL) -> None:
        row = QHBoxLayout()
        row.setSpacing(self.look.px(gap))
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(self.look.px(Space.S))

    def notices(self, column: QVBoxLayout) -> None:
        self.head(column, "Notices: stay until answered, never cover the sheet")
        for notice in NOTICES:
            column.addWidget(NoticeCard(self.look, notice))

    def saved(self, column: QVBoxLayout) -> None:
        self.head(column, "Saved state, top right, same place on every page")
        states = [SavedState(self.look) for _ in range(3)]
        states[0].show_saved("10:42:07")
        states[1].show_saving()
        states[2].show_not_saved("10:42:07")
        self.row(column, *states, gap=Space.XXL)

    def states(self, column: QVBoxLayout) -> None:
        self.head(column, "States of a meeting and of an item: shape and word, then colour")
        self.row(
            column,
            *(IconWords(self.look, icon, word, role=role) for icon, word, role in STATES),
            gap=Space.L,
        )

    def controls(self, column: QVBoxLayout) -> None:
        self.head(column, "Controls: 32 high, focus ring 2 wide")
        online, hybrid = CheckBox(self.look, "Online"), CheckBox(self.look, "Hybrid")
        online.setChecked(True)
        self.ringed = Button(self.look, "Add a person")
        self.row(
            column,
            Button(self.look, "Add update", main=True),
            Button(self.look, "Mark done…"),
            self.ringed,
            online,
            hybrid,
            gap=Space.L,
        )

    def empty(self, column: QVBoxLayout) -> None:
        self.head(column, "Empty: what is missing, and the key that makes it")
        card = Card(self.look, padded=False)
        keys = (("Ctrl+R", "opens one"), ("Ctrl+Shift+R", "writes the usual one for this item"))
        card.column.addWidget(EmptyState(self.look, "No resolution yet", keys))
        column.addWidget(card)

    def dialog(self, column: QVBoxLayout) -> None:
        self.head(column, "Dialog: one question, title says it, Esc leaves")
        dialog = arrival(self.look)
        dialog.setWindowFlags(Qt.WindowType.Widget)
        card = Card(self.look, padded=False)
        card.column.addWidget(dialog)
        column.addWidget(card)


def arrival(look: Look) -> QuestionDialog:
    """Ask who has arrived."""
    dialog = QuestionDialog(look, "Who has arrived?", "Note arrival")
    dialog.add_field("name", "Name", TextField(look, "Cllr C Sample"), stretch=6)
    items = Choice(look, [("b3", "B3"), ("b4", "B4")])
    dialog.add_field("item", "At item", items, beside=True, stretch=3)
    time = TextField(look, "10.41", tabular=True)
    dialog.add_field("time", "Time", time, beside=True, stretch=2)
    return dialog


def meeting(look: Look) -> QWidget:
    """Return a page with strip, notices, table, form and key bar."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    strip = Strip(look)
    strip.set_place("KCSP · Thursday 9 July 2026", "KCSP 9 July 2026", "doc", "Agenda drafted")
    names = ("Details", "Attendance", "Agenda", "Minutes", "Issue")
    strip.set_tabs([(name.lower(), name) for name in names], "agenda")
    strip.saved.show_saved("09:15:31")
    band = NoticeBand(look)
    band.add(
        Notice(
            key="clock",
            level="warn",
            icon="clock",
            words="Issue by Wednesday 1 July 2026.",
            advice="Two working days are left.",
            brief=True,
        )
    )
    band.add(NOTICES[2])
    for widget in (strip, band):
        column.addWidget(widget)
    middle = QHBoxLayout()
    middle.setSpacing(0)
    middle.addWidget(agenda(look), 1)
    if look.effective(SCREEN[0]) > Narrow.OUTLINE:
        middle.addWidget(form(look))
    column.addLayout(middle, 1)
    bar = KeyBar(look)
    bar.set_keys(
        [("Ins", "New item"), ("Alt+Up", "Move up"), ("Alt+Down", "Move down"), ("Enter", "Edit"),
         ("R", "Restrict"), ("Del", "Remove"), ("F1", "All keys")]
    )  # fmt: skip
    bar.set_facts(["Section B, item 3 of 5", f"{look.percent} %"])
    column.addWidget(bar)
    page.setFixedSize(*SCREEN)
    return page


def agenda(look: Look) -> Table:
    """Return the agenda of a made-up meeting as a table."""
    columns = (
        Column(words="", width=52, code=True, lead=True, weight=Weight.TITLE, role="ink2"),
        Column(words="Title", width=200, stretches=True, lead=True, wraps=True),
        Column(words="Kind", width=108, size=Type.SECOND, role="ink2", drops=2),
        Column(words="Presenter", width=124, size=Type.SECOND, role="ink2"),
        Column(words="Pages", width=90, size=Type.SECOND, role="ink2", tabular=True, drops=1),
        Column(words="Time", width=60, size=Type.SECOND, role="ink2", tabular=True, right=True),
    )
    table = Table(look, columns)
    table.setObjectName("gallery_agenda")
    model = RowsModel(len(columns), table)
    model.set_rows(agenda_rows())
    table.setModel(model)
    table.set_current_key("B3")
    return table


def agenda_rows() -> list[Row]:
    """Return the rows of the made-up agenda."""
    lines = [line.split("|") for line in AGENDA.split("\n")]
    follow = Cell(text="to follow", icon="warn", icon_role="warn", role="warn", bold=True)
    heads = {
        "A1": Cell(text="A.  Committee Business"),
        "B1": Cell(text="B.  Matters for Information/Discussion"),
        "C1": Cell(text="C.  Matters for Information"),
        "D1": Cell(
            text="D.  RESTRICTED ITEMS",
            icon="lock",
            icon_role="lock",
            role="lock",
            second="Not open to the press and public",
            italic_second=True,
        ),
    }
    rows = []
    for line in lines:
        if line[0] in heads:
            rows.append(Row(key=f"head {line[0]}", cells=(heads[line[0]],), section=True))
        cells = [Cell(text=text) for text in line]
        if line[0] == "B4":
            cells[4] = follow
        rows.append(Row(key=line[0], cells=tuple(cells)))
    return rows


def form(look: Look) -> QWidget:
    """Return a form in a side panel, with a field that cannot be read."""
    dialog = QuestionDialog(look, "Item B3", "Keep")
    dialog.setWindowFlags(Qt.WindowType.Widget)
    dialog.add_field("title", "Title", TextField(look, "Safeguarding Adults Board Annual Report"))
    kinds = Choice(look, [("information", "Information"), ("decision", "Decision")])
    dialog.add_field("kind", "Kind", kinds)
    day = ParsedField[date](
        look, lambda _: None, str, sentence="This is no date: type it like 9 July 2026."
    )
    day.setText("9 Jly")
    dialog.add_field("day", "Paper expected", day, beside=True)
    dialog.add_field("who", "Presenter", TextField(look, hint="Name and post"))
    dialog.form.add_widget(CheckBox(look, "Restricted: not open to the press and public"))
    dialog.add_field("text", "Recommendations", TextArea(look, "note the contents of the report"))
    day.settle()
    dialog.show_wrong("An item needs a title.")
    dialog.setFixedWidth(look.px(472))
    return dialog


def home(look: Look) -> QWidget:
    """Return a page with cards and a list of deeds."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    strip = Strip(look)
    pages = ("Meetings", "Actions", "Decisions", "People", "Search")
    strip.set_tabs([(name.lower(), name) for name in pages], HOME)
    strip.set_back("Back to KCSP 9 July 2026, Minutes", "Ctrl+4")
    strip.saved.show_saved("17:02:10")
    column.addWidget(strip)
    side = look.px(Space.XXL)
    ground = QWidget()
    inside = QVBoxLayout(ground)
    inside.setContentsMargins(side, side // 2, side, side)
    inside.setSpacing(look.px(Space.L))
    card = Card(look)
    card.column.addWidget(
        Words(look, "Next meeting", role="ink2", size=Type.SECOND, weight=Weight.TITLE)
    )
    card.column.addWidget(
        Words(look, "Kent Community Safety Partnership", size=Type.CARD_TITLE, weight=Weight.NAME)
    )
    card.column.addWidget(Words(look, "Thursday 9 July 2026, 10.00 am, Council Chamber", wrap=True))
    card.column.addWidget(Button(look, "Continue the agenda", main=True))
    inside.addWidget(card)
    needs = Card(look, padded=False)
    deeds = DeedList(look, row=Measure.ROW_CARD)
    deeds.setObjectName("gallery_deeds")
    deeds.set_deeds(deeds_of_the_day())
    needs.column.addWidget(deeds)
    inside.addWidget(needs)
    inside.addStretch(1)
    column.addWidget(Scroll(ground))
    page.setFixedSize(*SCREEN)
    return page


def deeds_of_the_day() -> list[Deed]:
    """Return made-up deeds under a head."""
    deeds = []
    for line in DEEDS.split("\n"):
        key, icon, role, words, second, deed = line.split("|")
        deeds.append(
            Deed(
                key=key,
                icon=icon,
                icon_role=cast("Role", role),
                words=words,
                second=second,
                deed=deed,
                head=not deed,
            )
        )
    return deeds


def kit_picture(look: Look) -> QPixmap:
    """Return the gallery in light and dark, side by side."""
    both = QPixmap(2 * SIDE[0], SIDE[1])
    painter = QPainter(both)
    themes: tuple[ThemeChoice, ...] = ("light", "dark")
    for place, theme in enumerate(themes):
        look.choose_theme(theme)
        gallery = Gallery(look)
        page = gallery.whole()
        page.show()
        page.activateWindow()
        QApplication.processEvents()
        gallery.ringed.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        page.render(painter, QPoint(place * SIDE[0], 0))
        page.close()
    painter.end()
    return both


def screen_picture(look: Look, page: QWidget, focused: str) -> QPixmap:
    """Return a page with the focus in one of its widgets."""
    page.show()
    page.activateWindow()
    target = page.findChild(QWidget, focused)
    if isinstance(target, DeedList):
        target.focus_row()
    elif target is not None:
        target.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    picture = page.grab()
    page.close()
    return picture


def dialog_picture(look: Look) -> QPixmap:
    """Return a dialog with as much in it as there may be."""
    dialog = arrival(look)
    for number in range(3):
        dialog.add_field(f"more {number}", "One more thing", TextField(look))
    dialog.show_wrong("They cannot leave before they have arrived: mend the time, or the item.")
    dialog.open()
    QApplication.processEvents()
    picture = dialog.grab()
    dialog.close()
    return picture


def main(folder: Path) -> None:
    """Make every picture."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    look = Look(ICONS, choice="light")
    look.dress(app)
    kit_picture(look).save(str(folder / "kit.png"))
    for percent, theme in ((100, "light"), (100, "dark"), (100, "high_contrast"), (200, "light")):
        look.choose_theme(theme)
        look.set_percent(percent)
        name = f"{theme}_{percent}.png"
        screen_picture(look, meeting(look), "gallery_agenda").save(str(folder / f"meeting_{name}"))
        screen_picture(look, home(look), "gallery_deeds").save(str(folder / f"home_{name}"))
        dialog_picture(look).save(str(folder / f"dialog_{name}"))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp()))
