"""A name mended once is mended wherever the record is still open, and nowhere else."""

from dataclasses import replace

import pytest

from kcsp_desktop.domain.attendance import Declaration
from kcsp_desktop.domain.blocks import BOLD, BlockKind
from kcsp_desktop.domain.edits import PutPerson
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.performing.applying import apply_all
from kcsp_desktop.domain.wording.mending import mended, mended_words, places_mended
from tests.builders import a_block, a_meeting, a_person, a_record, an_item

OLD = a_person(2)  # Mr P M Quelch
NEW = replace(OLD, surname="Quelsh")
DOCTOR = replace(OLD, honorific="Dr")


def a_record_of(*texts, state=MeetingState.DRAFT_NOTES, people=(), kind=BlockKind.PARAGRAPH):
    blocks = tuple(a_block(text, kind, block_id=f"b{n}") for n, text in enumerate(texts))
    record = a_record(a_meeting((an_item(1, blocks=blocks),), state=state))
    return replace(record, people=(*record.people, *people))


def after(record, old=OLD, new=NEW):
    return apply_all(record, mended(record, old, new)).record


def texts(record):
    return [block.text for block in record.meetings[0].items[0].blocks]


@pytest.mark.parametrize(
    ("text", "new", "becomes"),
    [
        ("Mr Quelch said so.", NEW, "Mr Quelsh said so."),
        ("Mr Quelch (Head of Wardens, ABC)", NEW, "Mr Quelsh (Head of Wardens, ABC)"),
        ("Mr P M Quelch (Head of Wardens)", NEW, "Mr P M Quelsh (Head of Wardens)"),
        ("Mr Quelch\u2019s and Mr Quelch's", NEW, "Mr Quelsh\u2019s and Mr Quelsh's"),
        ("Mr Quelch, Mr Quelch", DOCTOR, "Dr Quelch, Dr Quelch"),
        ("Mr Quelcher and Mr Quelch-Bell", NEW, "Mr Quelcher and Mr Quelch-Bell"),
        ("Quelch Road, mr quelch", NEW, "Quelch Road, mr quelch"),
        ("MMr Quelch", NEW, "MMr Quelch"),
        ("", NEW, ""),
    ],
)
def test_every_printed_form_of_a_name_is_mended(text, new, becomes):
    assert texts(after(a_record_of(text), OLD, new)) == [becomes]


@pytest.mark.parametrize(
    ("other", "text", "becomes"),
    [
        ({"initials": "T"}, "Mr Quelch", "Mr Quelch"),
        ({"initials": "T"}, "Mr P M Quelch, Mr T Quelch", "Mr P M Quelsh, Mr T Quelch"),
        ({"surname": "Quelch Bell"}, "Mr Quelch Bell, Mr Quelch", "Mr Quelch Bell, Mr Quelsh"),
        ({"honorific": "Dr"}, "Dr Quelch, Mr Quelch", "Dr Quelch, Mr Quelsh"),
    ],
)
def test_a_name_that_may_be_somebody_elses_is_left(other, text, becomes):
    record = a_record_of(text, people=(a_person(7, **{"surname": "Quelch", **_mr(other)}),))
    assert texts(after(record)) == [becomes]


def _mr(fields):
    return {"honorific": "Mr", "initials": "T"} | fields


def test_letters_behind_the_name_come_with_it():
    old = replace(OLD, post_nominals="OBE")
    record = a_record_of("Mr P M Quelch, OBE, and Mr P M Quelch")
    assert texts(after(record, old, replace(old, surname="Quelsh"))) == [
        "Mr P M Quelsh, OBE, and Mr P M Quelsh"
    ]


def test_a_surname_alone_is_left_for_it_may_be_a_streets():
    old = replace(OLD, honorific="", initials="")
    record = a_record_of("Quelch Road", "Mr Quelch")
    new = replace(old, surname="Quelsh")
    assert texts(after(record, old, new)) == ["Quelch Road", "Mr Quelch"]


def test_marks_stay_and_private_notes_are_mended_too():
    record = a_record_of("Ask Mr Quelch today", kind=BlockKind.PRIVATE_NOTE)
    block = replace(record.meetings[0].items[0].blocks[0], runs=(("Ask ", 0), ("Mr Quelch", BOLD)))
    item = replace(record.meetings[0].items[0], blocks=(block,))
    record = replace(record, meetings=(replace(record.meetings[0], items=(item,)),))
    runs = after(record).meetings[0].items[0].blocks[0].runs
    assert runs == (("Ask ", 0), ("Mr Quelsh", BOLD))


def test_attendance_and_declarations_have_the_new_name():
    told = Declaration(id="d1", person_id=OLD.id, name="Mr P M Quelch", item_id="item-1")
    others = replace(told, id="d2", person_id="person-1", name="Mrs A Barden")
    meeting = a_meeting(1, declarations=(told, others))
    found = after(a_record(meeting)).meetings[0]
    assert found.attendance[1].name == "Mr P M Quelsh"
    assert found.attendance[0] == meeting.attendance[0]
    assert [one.name for one in found.declarations] == ["Mr P M Quelsh", "Mrs A Barden"]


def test_a_name_that_was_another_on_the_day_stays_so():
    meeting = a_meeting(1)
    rows = tuple(replace(row, name="Mr P Maiden") for row in meeting.attendance)
    record = a_record(replace(meeting, attendance=rows))
    assert after(record).meetings[0].attendance == rows


@pytest.mark.parametrize(
    ("state", "changed"),
    [(state, state not in {"circulated", "approved", "signed", "published", "cancelled"})
     for state in MeetingState],
)  # fmt: skip
def test_what_is_issued_keeps_the_name_it_went_out_with(state, changed):
    record = a_record_of("Mr Quelch said so.", state=state)
    assert (after(record).meetings != record.meetings) is changed
    assert after(record).person(OLD.id) == NEW


@pytest.mark.parametrize("fields", [{"post_nominals": "OBE"}, {"initials": "P"}, {"email": "x"}])
def test_what_is_no_spelling_leaves_every_meeting_alone(fields):
    record, new = a_record_of("Mr P M Quelch said so."), replace(OLD, **fields)
    assert mended(record, OLD, new) == (PutPerson(person=new),)
    assert places_mended(record, OLD, new) == 0


def test_places_are_counted_one_by_one():
    record = a_record_of("Mr Quelch told Mr Quelch.", "Mr P M Quelch", "Ms Oduya")
    assert places_mended(record, OLD, NEW) == 4  # one is in the attendance


@pytest.mark.parametrize(("places", "said"), [(1, "1 place"), (2, "2 places")])
def test_it_is_told_in_how_many_places(places, said):
    done, _ = mended_words(OLD, NEW, places)
    assert done == f"Mr Quelch is Mr Quelsh now, in {said} of attendances and minutes."


def test_mending_is_undone_by_its_inverse():
    record = a_record_of("Mr Quelch told Mr Quelch.")
    done = apply_all(record, mended(record, OLD, NEW))
    assert apply_all(done.record, done.inverse).record == record
