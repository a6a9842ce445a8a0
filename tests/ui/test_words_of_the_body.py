"""A word added on the sheet belongs to the body: it is stored, and undone like anything else."""

from dataclasses import replace

from kcsp_desktop.domain.edits import PutBody
from kcsp_desktop.domain.ids import BodyId
from tests.builders import MEETING, a_body, a_record
from tests.ui.a_speller import a_speller
from tests.ui.pressing import Shown


def shown_minutes(qtbot, *words):
    """Return the Minutes page of a body that knows those words, and its speller."""
    other = a_body(id=BodyId("body-2"), name="Birch Board", short_name="BB", words=("Birchy",))
    record = a_record(bodies=(a_body(words=words), other))
    shown = Shown(qtbot, "minutes", record)
    speller = a_speller(qtbot)
    shown.page.set_speller(speller)
    shown.page.open(MEETING)
    return shown, speller


def test_the_words_of_the_body_that_meets_are_known(qtbot):
    _, speller = shown_minutes(qtbot, "Tyland")
    assert speller.known_words == {"Tyland"}


def test_a_word_added_is_stored_in_order_and_once(qtbot):
    shown, speller = shown_minutes(qtbot, "Tyland")
    speller.add_word("Aylesham")
    assert shown.record.bodies[0].words == ("Aylesham", "Tyland")
    assert shown.record.bodies[1].words == ("Birchy",)
    speller.add_word("Tyland")
    assert shown.record.bodies[0].words == ("Aylesham", "Tyland")
    assert shown.workspace.undo_stack.count() == 1


def test_a_word_that_cannot_be_stored_is_marked_again(qtbot):
    shown, speller = shown_minutes(qtbot)
    shown.workspace.read_only = "Another window writes."
    speller.add_word("Aylesham")
    assert speller.known_words == frozenset()


def test_undo_marks_the_word_again(qtbot):
    shown, speller = shown_minutes(qtbot)
    speller.add_word("Aylesham")
    assert speller.known_words == {"Aylesham"}
    shown.undo()
    assert shown.record.bodies[0].words == ()
    assert speller.known_words == frozenset()


def test_a_word_taken_away_in_the_form_is_marked_again(qtbot):
    shown, speller = shown_minutes(qtbot, "Tyland")
    shown.page.submit(PutBody(body=replace(shown.record.bodies[0], words=())))
    assert speller.known_words == frozenset()
