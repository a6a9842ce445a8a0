"""The written rules, in the order in which they are believed, and why each found what it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcsp_desktop.domain.commitments import coming, perhaps, promises, requests

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kcsp_desktop.domain.commitments.hits import Hit, Scene

RULES: tuple[Callable[[Scene], Iterator[Hit]], ...] = (
    promises.marked,
    promises.listed,
    promises.promised,
    requests.asked_that,
    requests.agreed_that_they,
    requests.suggested_doing,
    requests.were_asked,
    requests.asked_one,
    coming.answers_welcome,
    coming.next_time,
    coming.reports,
    promises.will_do,
    promises.will_be_done,
    coming.deadlines,
    perhaps.events,
    perhaps.planned,
    perhaps.under_way,
    perhaps.offered,
    perhaps.asked_for,
)

WHY = {
    "action": "The minutes call it an action.",
    "listed": "Somebody is named, and what they are to do.",
    "promised": "Somebody agreed, offered or undertook to do it.",
    "asked that": "It was asked, suggested or agreed that it be done.",
    "asked to": "Somebody was asked to do it.",
    "answers": "Comments or questions were to be sent, and will want an answer.",
    "agenda": "It is to stand on the agenda.",
    "deferred": "It was put off to another meeting.",
    "reports": "The meeting is to receive it.",
    "will do": "Somebody said that they would do it.",
    "will be done": "It was said that it would be done.",
    "deadline": "There is a last day for it.",
    "event": "It will happen on a day that is given.",
    "planned": "It was planned, expected or intended.",
    "under way": "It was under way or not settled yet.",
    "offered": "Somebody showed an interest in it.",
    "asked for": "Somebody asked for it.",
    "resolved": "The resolution asks for it.",
    "duty": "The resolution notes that somebody has to do it.",
    "amended": "It was agreed with a change that has to be made.",
    "plans noted": "The resolution notes a plan.",
}
"""Each rule's name, and a plain sentence that says why the phrase is shown."""
