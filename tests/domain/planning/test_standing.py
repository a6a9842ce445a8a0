"""An item becomes a standing one of its body, and is so no longer."""

from kcsp_desktop.domain.body import STANDING
from kcsp_desktop.domain.kinds import ItemKind
from kcsp_desktop.domain.planning.standing import with_standing, without_standing
from tests.builders import a_body, a_meeting, an_item

SECTIONS = {one.letter: one for one in a_meeting().sections}


def test_an_item_is_put_into_the_pattern_once_and_taken_out_again():
    item = an_item(title="Road Safety", presenter="Mr Quelch", minutes_planned=10)
    body = with_standing(a_body(), item, SECTIONS["B"])
    (new,) = body.standing[len(STANDING) :]
    assert (new.section, new.title, new.presenter) == ("B", "Road Safety", "Mr Quelch")
    assert with_standing(body, item, SECTIONS["B"]) == body
    assert without_standing(body, item, SECTIONS["B"]) == a_body()
    assert without_standing(body, item, SECTIONS["C"]) == body


def test_the_item_of_the_last_record_is_known_by_its_kind():
    item = an_item(title="Notes of the meeting held on 1 May 2025", kind=ItemKind.LAST_NOTES)
    assert with_standing(a_body(), item, SECTIONS["A"]) == a_body()
