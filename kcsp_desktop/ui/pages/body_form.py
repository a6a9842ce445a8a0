"""The form of one body: each line is kept when it is left, as one edit that can be undone.

How this works: the form knows nothing of the record's rules. It makes the body as it would be and
hands it to ``commit``, which answers with a sentence where the rules refuse; then the former value
comes back and the sentence stands under the line.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kcsp_desktop.domain.body import Body, MentionReach, ResolutionShape, preamble, words_spelt
from kcsp_desktop.ui.committing import CommitField
from kcsp_desktop.ui.kit.choices import CheckBox, Choice
from kcsp_desktop.ui.kit.fields import FieldColumn
from kcsp_desktop.ui.kit.words import Words
from kcsp_desktop.ui.pages.body_lists import MembersList, SectionsList
from kcsp_desktop.ui.theme import Space, Type, Weight

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.ui.look import Look

    Commit = Callable[[Body, tuple[Any, ...], str], str]


class _Line(NamedTuple):
    """One line of text: its field in ``Body``, its object name, its label, its place."""

    field: str
    key: str
    label: str
    beside: bool = False
    stretch: int = 1
    hint: str = ""


_NAMES = (
    _Line("name", "bodyName", "Name", stretch=3),
    _Line("short_name", "bodyShortName", "Short name", beside=True),
    _Line("authority", "bodyAuthority", "Authority, printed first on every document"),
)
_WORDS = (
    _Line("chair_word", "bodyChairWord", "Word for the chair"),
    _Line("vice_chair_word", "bodyViceChairWord", "Word for the vice-chair", beside=True),
    _Line("member_word", "bodyMemberWord", "Word for a member who is not named"),
    _Line("usual_venue", "bodyVenue", "Usual venue", stretch=3),
    _Line("quorum", "bodyQuorum", "Quorum", beside=True, hint="none"),
    _Line("words", "bodyWords", "Words spelt so, that no dictionary has"),
)
_REACHES = (
    (MentionReach.ITEM, "The item"),
    (MentionReach.MEETING, "The whole meeting"),
)
_BOXES = (
    ("print_apologies", "bodyPrintApologies", "Print apologies in the record"),
    ("print_restricted_heading", "bodyPrintRestricted", "Print the heading of restricted items"),
    ("bold_resolved", "bodyBoldResolved", "Bold RESOLVED"),
    ("records_votes", "bodyRecordsVotes", "Records votes"),
    ("mention_initials", "bodyMentionInitials", "First mention has initials"),
)


class BodyForm(QWidget):
    """Everything that is set of a body."""

    def __init__(self, look: Look, commit: Commit) -> None:
        """``commit`` takes a changed body, edits before it, words for undo; see above."""
        super().__init__()
        self._look, self._commit = look, commit
        self._body: Body | None = None
        self.title = Words(look, size=Type.PANEL_TITLE, weight=Weight.TITLE, wrap=True)
        self.form = FieldColumn(look)
        self._lines: dict[str, CommitField] = {}
        self._boxes: dict[str, CheckBox] = {}
        for line in _NAMES:
            self._add_line(line)
        self._add_choices()
        for line in _WORDS:
            self._add_line(line)
        for field, key, words in _BOXES:
            self._add_box(field, key, words)
        self.sections, self.members = SectionsList(look), MembersList(look)
        self._column = QVBoxLayout(self)
        for widget in (self.title, self.form, self.sections, self.members):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        for part in (self.sections, self.members):
            part.given.connect(self._commit)
        look.changed.connect(self._dress)
        self._dress()

    def show_body(self, body: Body, record: Record) -> None:
        """Show another body, or the same as it is now."""
        if self._body is None or body.id != self._body.id:
            for field in self.form.fields.values():
                field.show_wrong("")
        self._body = body
        self.title.setText(body.name)
        for name, line in self._lines.items():
            line.show_text(_shown(body, name))
        self._record_word.choose(body.record_word)
        self._shape.set_entries(_shapes(body))
        self._shape.choose(body.resolution_shape)
        self._reach.choose(body.mention_reach)
        for name, box in self._boxes.items():
            box.setChecked(getattr(body, name))
        self.sections.show_body(body, record)
        self.members.show_body(body, record)

    def first_field(self) -> QWidget:
        """Return where the form begins."""
        return self._lines["name"]

    # --- what it is made of ----------------------------------------------------------------

    def _add_line(self, line: _Line) -> None:
        widget = self._lines[line.field] = CommitField(self._look, hint=line.hint)
        field = self.form.add_field(
            line.key, line.label, widget, beside=line.beside, stretch=line.stretch
        )
        widget.settled.connect(lambda text: self._on_line(line.field, line.key, text))
        widget.textEdited.connect(lambda: field.show_wrong(""))

    def _add_choices(self) -> None:
        words = (("notes", "Notes"), ("minutes", "Minutes"))
        self._record_word = Choice(self._look, words)
        self.form.add_field("bodyRecordWord", "The record is called", self._record_word)
        self._record_word.activated.connect(self._on_record_word)
        self._shape = Choice(self._look)
        self.form.add_field("bodyResolution", "A resolution begins", self._shape)
        self._shape.activated.connect(self._on_shape)
        self._reach = Choice(self._look, _REACHES)
        label = "First mention of a person reaches"
        self.form.add_field("bodyMentionReach", label, self._reach)
        self._reach.activated.connect(self._on_reach)

    def _add_box(self, field: str, key: str, words: str) -> None:
        box = self._boxes[field] = CheckBox(self._look, words)
        box.setObjectName(key)
        box.clicked.connect(lambda checked: self._change("", {field: checked}))
        self.form.add_widget(box)

    # --- what is changed -------------------------------------------------------------------

    def _on_line(self, field: str, key: str, text: str) -> None:
        value: str | int | tuple[str, ...] = text
        if field == "quorum":
            if text and not (text.isascii() and text.isdigit()):
                self._refuse(key, "A quorum is a whole number, or empty where none is set.")
                return
            value = int(text or 0)
        if field == "words":
            value = words_spelt(text.replace(",", " ").split())
            if self._body is not None and value == self._body.words:
                self._lines[field].restore()  # the same, told otherwise
        self._change(key, {field: value})

    def _on_record_word(self) -> None:
        self._change("bodyRecordWord", {"record_word": self._record_word.chosen()})

    def _on_shape(self) -> None:
        shape = ResolutionShape(self._shape.chosen())
        self._change("bodyResolution", {"resolution_shape": shape})

    def _on_reach(self) -> None:
        self._change("bodyMentionReach", {"mention_reach": MentionReach(self._reach.chosen())})

    def _change(self, key: str, changes: dict[str, Any]) -> None:
        body = self._body
        if body is None or replace(body, **changes) == body:
            return
        refused = self._commit(replace(body, **changes), (), f"change {body.name}")
        if refused:
            self._refuse(key, refused)

    def _refuse(self, key: str, sentence: str) -> None:
        """Bring the former value back and say why."""
        field = self.form.fields.get(key)
        if field is not None:
            if isinstance(field.widget, CommitField):
                field.widget.restore()
            field.show_wrong(sentence)

    def _dress(self) -> None:
        self._column.setSpacing(self._look.px(Space.L))
        side = self._look.px(Space.XL)
        self._column.setContentsMargins(side, self._look.px(Space.L), side, side)


def _shown(body: Body, name: str) -> str:
    value = getattr(body, name)
    return ", ".join(value) if isinstance(value, tuple) else str(value or "")


def _shapes(body: Body) -> list[tuple[str, str]]:
    return [
        (shape, f"{preamble(replace(body, resolution_shape=shape)).strip()} …")
        for shape in ResolutionShape
    ]
