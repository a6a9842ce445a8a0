"""The law of codes and minute numbers: after whatever is done to an agenda they have no hole."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.domain import edits as e
from kcsp_desktop.domain.ids import ItemId, SectionId
from kcsp_desktop.domain.meeting import in_order
from kcsp_desktop.domain.numbering import numbers
from kcsp_desktop.domain.performing.applying import apply_all
from tests.builders import MEETING, a_meeting, a_record, an_item

LETTERS = "ABCD"
DEEDS = ("insert", "delete", "move", "restrict", "minuted", "close a section", "undo")


def edit_of(record, deed, pick, letter):
    """Return the edit of a deed, or ``None`` where there is nothing to do it to."""
    meeting = record.meetings[0]
    section, items = SectionId(f"section-{letter}"), meeting.items
    item = items[pick % len(items)] if items else None
    after = items[(pick // 7) % len(items)].id if items else None
    match deed:
        case "insert":
            new = an_item(1000 + pick, letter, id=ItemId(f"new-{pick}"), blocks=())
            known = meeting.item(new.id)
            return None if known else e.AddItem(meeting_id=MEETING, item=new, after=after)
        case "close a section":
            turned = tuple(replace(s, restricted=s.id == section) for s in meeting.sections)
            return e.SetSections(meeting_id=MEETING, sections=turned)
    if item is None:
        return None
    match deed:
        case "delete":
            return e.RemoveItem(meeting_id=MEETING, item_id=item.id)
        case "move":
            behind = None if after == item.id else after
            return e.MoveItem(meeting_id=MEETING, item_id=item.id, section_id=section, after=behind)
        case "restrict":
            new = replace(item, restricted=not item.restricted)
        case _:
            new = replace(item, minuted=not item.minuted)
    return e.SetItem(meeting_id=MEETING, item=new)


def check(meeting, first):
    """Fail where a code or a number has a hole, a repeat, or is out of order."""
    given_numbers = numbers(meeting, first)
    ordered = in_order(meeting)
    for letter in LETTERS:
        there = [one.id for one in ordered if one.section_id == f"section-{letter}"]
        codes = [given_numbers.codes[item_id] for item_id in there]
        assert codes == [f"{letter}{n}" for n in range(1, len(there) + 1)]
    minuted = [given_numbers.minutes[one.id] for one in ordered if one.minuted]
    assert minuted == list(range(first, first + len(minuted)))
    assert given_numbers.next == first + len(minuted)
    assert set(given_numbers.codes) == {one.id for one in meeting.items}


@given(
    st.lists(
        st.tuples(st.sampled_from(DEEDS), st.integers(0, 99), st.sampled_from(LETTERS)),
        max_size=25,
    ),
    st.integers(1, 300),
)
def test_codes_and_numbers_have_no_hole_after_whatever_is_done(deeds, first):
    record, undone = a_record(a_meeting(3)), []
    for deed, pick, letter in deeds:
        if deed == "undo":
            edits = undone.pop() if undone else ()
        else:
            edit = edit_of(record, deed, pick, letter)
            edits = (edit,) if edit else ()
        applied = apply_all(record, edits)
        if deed != "undo" and edits:
            undone.append(applied.inverse)
        record = applied.record
        check(record.meetings[0], first)
    while undone:
        record = apply_all(record, undone.pop()).record
    assert record == a_record(a_meeting(3))
