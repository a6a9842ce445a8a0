"""By when reports are wanted, with the bank holidays as the library of this machine has them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kcsp_desktop.domain.planning.deadline import report_deadline
from kcsp_desktop.importing.bank_holidays import bank_holidays
from kcsp_desktop.ui.background import Task

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtCore import QObject

    from kcsp_desktop.domain.body import Body


def deadline_of(body: Body) -> Callable[[date], str]:
    """Return what gives the ISO date by which the reports of a meeting are wanted."""
    return lambda day: report_deadline(day, body.notice, bank_holidays(day.year))


def holidays_loaded(year: int, parent: QObject) -> Task:
    """Begin to load the library of holidays: its first question takes a tenth of a second."""
    task = Task(partial(bank_holidays, year), parent)
    task.start()
    return task
