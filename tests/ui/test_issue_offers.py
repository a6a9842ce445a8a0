"""The Issue page offers public notes wherever others hold restricted detail."""

import pytest

from tests.builders import MEETING, a_block, a_meeting, a_record, an_item
from tests.ui.pressing import Shown


@pytest.mark.parametrize(
    ("item", "offered"),
    [
        (an_item(), False),
        (an_item(section="D"), True),
        (an_item(blocks=(a_block(restricted=True),)), True),
    ],
    ids=["nothing restricted", "a restricted item", "a restricted paragraph of an open item"],
)
def test_public_notes_are_offered_where_others_hold_restricted_detail(qtbot, item, offered):
    shown = Shown(qtbot, "issue", a_record(a_meeting((item,))))
    shown.page.open(MEETING)
    assert shown.page.public.isVisible() is offered
