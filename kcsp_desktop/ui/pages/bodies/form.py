"""The form of one body: each line is kept when it is left, as one edit that can be undone.

How this works: the form knows nothing of the record's rules. It makes the body as it would be and
hands it to ``commit``, which answers with a sentence where the rules refuse; then the former value
comes back and the sentence stands under the line. What is asked stands in ``fields``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kcsp_desktop.ui.committing import CommitField
from kcsp_desktop.ui.kit.choices import CheckBox, Choice
from kcsp_desktop.ui.kit.fields import Field, FieldColumn
from kcsp_desktop.ui.kit.words import Hairline, Words
from kcsp_desktop.ui.pages.bodies.fields import GROUPS, Box, Group, Line, Pick, value_of, with_value
from kcsp_desktop.ui.pages.bodies.lists import MembersList, SectionsList
from kcsp_desktop.ui.pages.bodies.standing import StandingList
from kcsp_desktop.ui.pages.bodies.template import TemplateLine
from kcsp_desktop.ui.theme import Space, Type, Weight

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.pages.bodies.lists import BodyList

    Commit = Callable[[Body, tuple[Any, ...], str], str]


class FieldGroup(QWidget):
    """A title, a line, and the fields of one group."""

    def __init__(self, look: Look, group: Group, give: Callable[[str, str, object], None]) -> None:
        """``give`` takes a field's name, its widget's name and the new value."""
        super().__init__()
        self._look, self._group, self._give = look, group, give
        title = Words(look, group.title, weight=Weight.TITLE)
        self.form = FieldColumn(look)
        self._widgets: dict[str, CommitField | Choice | CheckBox] = {}
        for entry in group.entries:
            match entry:
                case Line():
                    self._add_line(entry)
                case Pick():
                    self._add_pick(entry)
                case Box():
                    self._add_box(entry)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (title, Hairline(look), self.form):
            self._column.addWidget(widget)
        look.changed.connect(self._dress)
        self._dress()

    def first(self) -> QWidget:
        """Return where the group begins."""
        return next(iter(self._widgets.values()))

    def field(self, key: str) -> Field | None:
        """Return the field of a widget's name."""
        return self.form.fields.get(key)

    def forgive(self) -> None:
        """Take away what was said to be wrong."""
        for field in self.form.fields.values():
            field.show_wrong("")

    def show_body(self, body: Body, record: Record) -> None:
        """Show every value as it is now."""
        for entry in self._group.entries:
            value, widget = value_of(body, entry.field), self._widgets[entry.key]
            match entry, widget:
                case Line(), CommitField():
                    widget.show_text(entry.shows(value))
                case Pick(), Choice():
                    widget.set_entries(entry.entries(body, record))
                    widget.choose(str(value or ""))
                case _, CheckBox():
                    widget.setChecked(bool(value))

    def _add_line(self, line: Line) -> None:
        widget = self._widgets[line.key] = CommitField(self._look, hint=line.hint)
        field = self.form.add_field(
            line.key, line.label, widget, beside=line.beside, stretch=line.stretch
        )
        widget.settled.connect(lambda text: self._on_line(line, widget, text))
        widget.textEdited.connect(lambda: field.show_wrong(""))

    def _on_line(self, line: Line, widget: CommitField, text: str) -> None:
        try:
            value = line.reads(text)
        except ValueError as error:
            widget.restore()
            self.form.fields[line.key].show_wrong(str(error))
            return
        widget.restore()  # the same, told otherwise, is shown as it is; another comes at once
        self._give(line.field, line.key, value)

    def _add_pick(self, pick: Pick) -> None:
        widget = self._widgets[pick.key] = Choice(self._look)
        self.form.add_field(pick.key, pick.label, widget, beside=pick.beside, stretch=pick.stretch)
        widget.activated.connect(
            lambda: self._give(pick.field, pick.key, pick.made(widget.chosen()))
        )

    def _add_box(self, box: Box) -> None:
        widget = self._widgets[box.key] = CheckBox(self._look, box.label)
        widget.setObjectName(box.key)
        widget.clicked.connect(lambda checked: self._give(box.field, box.key, checked))
        self.form.add_widget(widget)

    def _dress(self) -> None:
        self._column.setSpacing(self._look.px(Space.S))


class BodyForm(QWidget):
    """Everything that is set of a body."""

    def __init__(self, look: Look, commit: Commit) -> None:
        """``commit`` takes a changed body, edits before it, words for undo; see above."""
        super().__init__()
        self._look, self._commit = look, commit
        self._body: Body | None = None
        self.title = Words(look, size=Type.PANEL_TITLE, weight=Weight.TITLE, wrap=True)
        self.groups = tuple(FieldGroup(look, group, self._give) for group in GROUPS)
        self.template = TemplateLine(look)
        self.sections, self.members = SectionsList(look), MembersList(look)
        self.standing = StandingList(look)
        self.lists: tuple[BodyList, ...] = (self.sections, self.standing, self.members)
        self._column = QVBoxLayout(self)
        for widget in (self.title, *self.groups, self.template, *self.lists):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        for part in self.lists:
            part.given.connect(self._commit)
        look.changed.connect(self._dress)
        self._dress()

    def show_body(self, body: Body, record: Record) -> None:
        """Show another body, or the same as it is now."""
        if self._body is None or body.id != self._body.id:
            for group in self.groups:
                group.forgive()
        self._body = body
        self.title.setText(body.name)
        for group in self.groups:
            group.show_body(body, record)
        self.template.show_template(body.template_id)
        for part in self.lists:
            part.show_body(body, record)

    def first_field(self) -> QWidget:
        """Return where the form begins."""
        return self.groups[0].first()

    def stops(self) -> tuple[QWidget, ...]:
        """Return where F6 goes: the beginning of each group, and the lists."""
        groups = (group.first() for group in self.groups)
        return (*groups, *(part.stop() for part in self.lists))

    def _give(self, field: str, key: str, value: object) -> None:
        """Keep another value, or bring the former one back and say why."""
        body = self._body
        if body is None:
            return
        changed = with_value(body, field, value)
        if changed == body:
            return
        refused = self._commit(changed, (), f"change {body.name}")
        place = next((found for g in self.groups if (found := g.field(key)) is not None), None)
        if refused and place is not None:
            if isinstance(place.widget, CommitField):
                place.widget.restore()
            place.show_wrong(refused)

    def _dress(self) -> None:
        self._column.setSpacing(self._look.px(Space.XL))
        side = self._look.px(Space.XL)
        self._column.setContentsMargins(side, self._look.px(Space.L), side, side)
