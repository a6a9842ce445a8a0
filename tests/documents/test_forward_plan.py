"""The forward plan as a document."""

from datetime import date, datetime, time

import docx

from kcsp_desktop import paths
from kcsp_desktop.documents.forward_plan import forward_plan_document, write_plan
from kcsp_desktop.documents.parts import Style
from kcsp_desktop.domain.ids import MeetingId
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.planning.forward import Coming, ComingMeeting, ForwardPlan, Why

TODAY = datetime(2026, 2, 2, 9, 30)  # noqa: DTZ001 - a document's date has no zone


def a_plan(*meetings: ComingMeeting, loose=()) -> ForwardPlan:
    return ForwardPlan(
        body="Alder Community Partnership", short_name="ACP", authority="Alder County Council",
        meetings=meetings, loose=loose,
    )  # fmt: skip


def a_coming(*items: Coming, **fields) -> ComingMeeting:
    known = {
        "meeting_id": MeetingId("m1"), "day": date(2026, 7, 9), "start": time(10),
        "place": "Council Chamber", "state": MeetingState.PLANNED, "provisional": False,
        "made": False, "items": items,
    }  # fmt: skip
    return ComingMeeting(**known | fields)


WARDENS = Coming(title="Wardens", why=Why.STANDING, kind=ItemKind.DECISION, by="Ms Ash")
REVIEWS = Coming(title="Reviews", why=Why.STANDING, restricted=True)


def lines(plan):
    document = forward_plan_document(plan, TODAY)
    return [(part.style, part.text) for part in document.parts]


def test_each_meeting_is_a_heading_with_its_place_and_what_comes_to_it():
    assert lines(a_plan(a_coming(WARDENS, REVIEWS))) == [
        (Style.COUNCIL, "ALDER COUNTY COUNCIL"),
        (Style.BODY, "ALDER COMMUNITY PARTNERSHIP"),
        (Style.OPENING, "FORWARD PLAN as at 2 February 2026."),
        (Style.HEADING, "Thursday, 9 July 2026 at 10.00 am"),
        (Style.ITEM_LINE, "Council Chamber"),
        (Style.BULLET, "Wardens (decision; Ms Ash)"),
        (Style.BULLET, "Reviews (restricted)"),
    ]


def test_what_is_not_settled_says_so():
    loose = (Coming(title="Report back on floods", why=Why.REPORT_BACK),)
    found = lines(a_plan(a_coming(start=None, provisional=True, place=""), loose=loose))
    assert found[3:] == [
        (Style.HEADING, "Thursday, 9 July 2026 (provisional)"),
        (Style.PLAIN, "Nothing is planned for it yet."),
        (Style.HEADING, "At a meeting yet to be settled"),
        (Style.BULLET, "Report back on floods"),
    ]
    assert lines(a_plan())[-1] == (Style.PLAIN, "No meetings are planned.")


def test_the_word_file_has_real_headings_and_lists(tmp_path):
    plan = a_plan(a_coming(WARDENS))
    made, said = write_plan(plan, TODAY, tmp_path / "plan.docx", paths.notes_template())
    word = docx.Document(str(made))
    styles = [(one.style.name, one.text) for one in word.paragraphs]
    assert ("Heading 1", "Thursday, 9 July 2026 at 10.00 am") in styles
    assert ("Bullet 1", "Wardens (decision; Ms Ash)") in styles
    assert (word.core_properties.title, said) == (
        "Forward plan of the Alder Community Partnership", "",
    )  # fmt: skip
