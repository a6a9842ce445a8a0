"""What came after the agenda had gone out (house-format 2.6)."""

from __future__ import annotations

from datetime import date

import pytest

from kcsp_desktop import paths
from kcsp_desktop.documents.supplement import supplement
from kcsp_desktop.documents.word import write_document
from kcsp_desktop.domain.disclosure import Audience, edition
from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.domain.ids import FileId, PaperId
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.life import StateChange
from kcsp_desktop.domain.lifecycle import Event, MeetingState
from kcsp_desktop.domain.reports import Paper, Report
from kcsp_desktop.domain.wording.exempt import NOT_OPEN
from tests.builders import a_meeting, a_record, an_item
from tests.documents.checker import faults
from tests.documents.word_reader import read_word

PUBLIC, RESTRICTED = Audience.PUBLIC, Audience.RESTRICTED
ISSUED, DAY = date(2026, 3, 4), date(2026, 3, 9)
PAPER = Paper(id=PaperId("p"), label="Appendix A", file_name="a.pdf", file_id=FileId("0" * 64))


def reported(number, day, section="B", **fields):
    return an_item(number, section, report=Report(received_on=day), papers=(PAPER,), **fields)


def made_of(*items, audience=PUBLIC, **fields):
    log = (StateChange(event=Event.PUBLISH_AGENDA, at="2026-03-04T09:00:00"),)
    meeting = a_meeting(items, state=MeetingState.AGENDA_PUBLISHED, **{"log": log} | fields)
    return edition(a_record(meeting), meeting, audience)


def lines(made):
    return [part.text for part in supplement(made, issued=ISSUED, day=DAY).parts]


@pytest.mark.parametrize(
    ("received", "is_late"),
    [("2026-03-03", False), ("2026-03-04", False), ("2026-03-05", True), ("", False)],
)
def test_a_report_is_late_that_came_after_the_day_of_issue(received, is_late):
    made = made_of(reported(1, received), an_item(2, urgent_reason="It burns."))
    assert [item.late for item in made.items] == [is_late, False]
    assert ("Late reports" in lines(made)) is is_late


def test_nothing_is_late_where_the_agenda_was_recalled():
    recalled = (
        StateChange(event=Event.PUBLISH_AGENDA, at="2026-03-04T09:00:00"),
        StateChange(event=Event.RECALL_AGENDA, at="2026-03-04T10:00:00"),
    )
    made = made_of(reported(1, "2026-03-05"), log=recalled)
    assert not made.items[0].late


def test_a_supplement_names_late_reports_and_urgent_items(tmp_path):
    flood = an_item(3, title="Flood", kind=ItemKind.URGENT, urgent_reason="The river rises.")
    made = made_of(reported(1, "2026-03-06"), reported(2, "2026-03-01"), flood)
    assert lines(made)[4:] == [
        "This belongs to the agenda issued on Wednesday, 4 March 2026.",
        "Late reports",
        "Report 1",
        "Appendix A",
        "Urgent items",
        "Flood",
        "Reason for urgency: The river rises.",
        "Monday, 9 March 2026",
    ]
    document = supplement(made, issued=ISSUED, day=DAY)
    path, _ = write_document(document, tmp_path / "s.docx", paths.notes_template())
    codes = [label for style, label, _ in read_word(path) if style == "Agenda Item"]
    assert (faults(path), codes) == ([], ["B1", "B3"])


def test_of_a_late_closed_report_only_those_entitled_are_told():
    items = reported(1, "2026-03-06", "D", title="Case"), an_item(2, urgent_reason="It burns.")
    assert "Case" not in lines(made_of(*items))
    entitled = lines(made_of(*items, audience=RESTRICTED))
    at = entitled.index("Case")
    assert entitled[at : at + 3] == ["Case", NOT_OPEN, "Appendix A"]
    assert entitled[2] == "RESTRICTED"


@pytest.mark.parametrize(
    ("issued", "words"), [(None, "not published yet"), (ISSUED, "Nothing has come")]
)
def test_a_supplement_to_nothing_or_of_nothing_is_refused(issued, words):
    with pytest.raises(KcspError, match=words):
        supplement(made_of(reported(1, "2026-03-01")), issued=issued, day=DAY)
