"""A grant, a project that is paid from it, or a case review."""

from __future__ import annotations

import re
import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kcsp_desktop.domain.dates import printed, understood_date
from kcsp_desktop.domain.entries import CaseReview, Grant, Project, ProjectState
from kcsp_desktop.domain.ids import BodyId, EntryId
from kcsp_desktop.domain.registers.grants import pounds, understood_pounds
from kcsp_desktop.ui.kit.choices import CheckBox, Choice
from kcsp_desktop.ui.kit.dialog import QuestionDialog
from kcsp_desktop.ui.kit.fields import TextField

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.ui.look import Look

_AMOUNT = "Write an amount in pounds, for example 39,661 or 1,200.50."
_DATE = "Write a date, for example 9 May 2026, or leave it empty."


def _new_id() -> EntryId:
    return EntryId(str(uuid.uuid4()))


def _shown(pence: int) -> str:
    return pounds(pence) if pence else ""


def _pence(field: TextField) -> int | None:
    text = field.text().strip()
    return understood_pounds(text) if text else 0


def _day(text: str) -> tuple[bool, date | None]:
    """Return whether the text is a date or nothing, and the date."""
    day = understood_date(text) if text.strip() else None
    return not text.strip() or day is not None, day


def _printed(day: str) -> str:
    found = understood_date(day) if day else None
    return printed(found) if found else ""


class _EntryDialog(QuestionDialog):
    """Asks for an entry; ``given`` carries it."""

    given = Signal(object)

    def _bodies(self, look: Look, bodies: Sequence[Body], chosen: str) -> Choice:
        """Return the choice of body; it is asked for only where there are several."""
        choice = Choice(look, [(str(one.id), one.name) for one in bodies])
        if chosen:
            choice.choose(chosen)
        return choice


class GrantDialog(_EntryDialog):
    """A year's grant and how it is shared out."""

    def __init__(
        self, look: Look, bodies: Sequence[Body], parent: QWidget, *, one: Grant | None = None
    ) -> None:
        """``one`` is what is to be changed."""
        question = "What was granted?" if one is None else "What has changed?"
        super().__init__(look, question, "Keep it", parent)
        self.setObjectName("grantDialog")
        self._id = one.id if one else _new_id()
        self._body = self._bodies(look, bodies, str(one.body_id) if one else "")
        self._year = TextField(look, one.year if one else "", hint="For example: 2025/26")
        self._allocation = TextField(look, _shown(one.allocation) if one else "", hint="£39,661")
        self._upfront = TextField(look, _shown(one.upfront) if one else "")
        self._tactical = TextField(look, _shown(one.tactical) if one else "")
        if len(bodies) > 1:
            self.add_field("grantBody", "&Body", self._body)
        self.add_field("grantYear", "&Year", self._year)
        self.add_field("grantAllocation", "&Allocation", self._allocation)
        self.add_field("grantUpfront", "Paid &upfront", self._upfront)
        self.add_field("grantTactical", "&Tactical pot", self._tactical)
        self.set_check(self._wrong_answer)
        self.accepted.connect(lambda: self.given.emit(self._answer()))

    def _wrong_answer(self) -> str:
        if not self._year.text().strip():
            return "It needs its year, for example 2025/26."
        amounts = (self._allocation, self._upfront, self._tactical)
        return _AMOUNT if any(_pence(one) is None for one in amounts) else ""

    def _answer(self) -> Grant:
        return Grant(
            id=self._id,
            body_id=BodyId(self._body.chosen()),
            year=" ".join(self._year.text().split()),
            allocation=_pence(self._allocation) or 0,
            upfront=_pence(self._upfront) or 0,
            tactical=_pence(self._tactical) or 0,
        )


class ProjectDialog(_EntryDialog):
    """A project: who runs it, its money on one line, its deadline and how it stands."""

    def __init__(
        self, look: Look, grant: Grant, parent: QWidget, *, one: Project | None = None
    ) -> None:
        """``grant`` is what pays it; ``one`` is what is to be changed."""
        question = "Which project?" if one is None else "What has changed?"
        super().__init__(look, question, "Keep it", parent, explanation=f"Paid from {grant.year}")
        self.setObjectName("projectDialog")
        self._one = one or Project(id=_new_id(), body_id=grant.body_id, grant_id=grant.id, name="")
        now = self._one
        self._name = TextField(look, now.name)
        self._run_by = TextField(look, now.run_by, hint="An organisation or a person")
        money = (now.bid, now.approved, now.spent, now.returned)
        self._money = TextField(
            look,
            " / ".join(pounds(each) for each in money) if any(money) else "",
            hint="£4,500 / £4,389 / £4,389 / £0",
        )
        self._deadline = TextField(look, _printed(now.deadline), hint="9 May 2026")
        self._state = Choice(look, [(str(s), str(s).capitalize()) for s in ProjectState])
        self._state.choose(str(now.state))
        self._pot = CheckBox(look, "From the &tactical pot")
        self._pot.setObjectName("projectPot")
        self._pot.setChecked(now.from_tactical)
        self.add_field("projectName", "&Name", self._name)
        self.add_field("projectRunBy", "&Run by", self._run_by)
        self.add_field("projectMoney", "&Bid / approved / spent / returned", self._money)
        self.add_field("projectDeadline", "By &when", self._deadline)
        self.add_field("projectState", "&How it stands", self._state)
        self.form.add_widget(self._pot)
        self.set_check(self._wrong_answer)
        self.accepted.connect(lambda: self.given.emit(self._answer()))

    def _amounts(self) -> tuple[int, ...] | None:
        """Return up to four amounts, 0 for those not given; ``None`` where one is none."""
        parts = (
            re.split(r"\s*/\s*", self._money.text().strip()) if self._money.text().strip() else []
        )
        read = [understood_pounds(part) if part else 0 for part in parts]
        if len(read) > 4 or any(each is None for each in read):
            return None
        return (*(each or 0 for each in read), *(0,) * (4 - len(read)))

    def _wrong_answer(self) -> str:
        if not self._name.text().strip():
            return "It needs a name."
        if self._amounts() is None:
            return "Write up to four amounts with strokes between: £4,500 / £4,389 / £4,389 / £0."
        return "" if _day(self._deadline.text())[0] else f"By when: {_DATE}"

    def _answer(self) -> Project:
        bid, approved, spent, returned = self._amounts() or (0, 0, 0, 0)
        day = _day(self._deadline.text())[1]
        return Project(
            id=self._one.id,
            body_id=self._one.body_id,
            grant_id=self._one.grant_id,
            name=" ".join(self._name.text().split()),
            run_by=" ".join(self._run_by.text().split()),
            from_tactical=self._pot.isChecked(),
            bid=bid,
            approved=approved,
            spent=spent,
            returned=returned,
            deadline=day.isoformat() if day else "",
            state=ProjectState(self._state.chosen()),
            items=self._one.items,
        )


class CaseDialog(_EntryDialog):
    """A case review by pseudonym and year; its facts stay with those who review it."""

    def __init__(
        self, look: Look, bodies: Sequence[Body], parent: QWidget, *, one: CaseReview | None = None
    ) -> None:
        """``one`` is what is to be changed."""
        question = "Which case review?" if one is None else "What has changed?"
        super().__init__(
            look, question, "Keep it", parent,
            explanation="Only a pseudonym and the year: no name and no fact of the case is kept.",
        )  # fmt: skip
        self.setObjectName("caseDialog")
        self._one = one
        self._body = self._bodies(look, bodies, str(one.body_id) if one else "")
        self._pseudonym = TextField(look, one.pseudonym if one else "", hint="For example: Diana")
        self._year = TextField(look, str(one.year) if one and one.year else "", hint="2026")
        self._stage = TextField(look, one.stage if one else "", hint="For example: report drafted")
        self._next = TextField(look, _printed(one.next_report) if one else "", hint="9 July 2026")
        if len(bodies) > 1:
            self.add_field("caseBody", "&Body", self._body)
        self.add_field("casePseudonym", "&Pseudonym", self._pseudonym)
        self.add_field("caseYear", "&Year", self._year)
        self.add_field("caseStage", "&How far it has come", self._stage)
        self.add_field("caseNext", "&Next report", self._next)
        self.set_check(self._wrong_answer)
        self.accepted.connect(lambda: self.given.emit(self._answer()))

    def _wrong_answer(self) -> str:
        if not self._pseudonym.text().strip():
            return "It needs a pseudonym."
        year = self._year.text().strip()
        if year and not re.fullmatch(r"(?:19|20)\d\d", year):
            return "Year: write four digits, for example 2026."
        return "" if _day(self._next.text())[0] else f"Next report: {_DATE}"

    def _answer(self) -> CaseReview:
        day = _day(self._next.text())[1]
        year = self._year.text().strip()
        return CaseReview(
            id=self._one.id if self._one else _new_id(),
            body_id=BodyId(self._body.chosen()),
            pseudonym=" ".join(self._pseudonym.text().split()),
            year=int(year) if year else 0,
            stage=" ".join(self._stage.text().split()),
            next_report=day.isoformat() if day else "",
            items=self._one.items if self._one else (),
        )
