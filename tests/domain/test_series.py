"""The numbers of all meetings at once are those of each one (house-format 5)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.domain.ids import BodyId, MeetingId
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.numbering import numbered
from kcsp_desktop.domain.series import minute_spans, printed_span
from tests.builders import a_meeting, a_record, some_details


def held(month: int, items: int, first: int, state: MeetingState, body: str):
    return a_meeting(
        items,
        id=MeetingId(f"m{month}"),
        body_id=BodyId(body),
        state=state,
        details=some_details(date(2026, month, 1), first_number=first),
    )


MEETINGS = st.lists(
    st.builds(
        held,
        st.integers(1, 12),
        st.integers(0, 3),
        st.sampled_from([0, 0, 40]),
        st.sampled_from([MeetingState.PLANNED, MeetingState.CANCELLED]),
        st.sampled_from(["body-1", "body-2"]),
    ),
    min_size=1,
    unique_by=lambda meeting: meeting.id,
)


@given(MEETINGS)
def test_the_spans_are_the_numbers_of_each_meeting(meetings) -> None:
    record = a_record(*meetings)
    found = {one.id: numbered(record, one).minutes.values() for one in meetings}
    expected = {one: (min(given), max(given)) for one, given in found.items() if given}
    assert expected == minute_spans(record)


@pytest.mark.parametrize(
    ("span", "expected"), [(None, ""), ((31, 31), "31"), ((31, 40), "31 to 40")]
)
def test_a_span_is_printed(span, expected) -> None:
    assert expected == printed_span(span)
