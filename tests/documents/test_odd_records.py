"""Records as nobody would wish them: each makes a document that opens, or a clear sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import docx
import pytest

from kcsp_desktop import paths
from kcsp_desktop.documents.word import write_notes
from kcsp_desktop.domain.attendance import Capacity
from kcsp_desktop.domain.blocks import BlockKind, Vote, plain
from kcsp_desktop.domain.body import Role
from kcsp_desktop.domain.disclosure import Audience, edition
from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.domain.kinds import Mode
from kcsp_desktop.domain.lifecycle import MeetingState
from tests.builders import a_block, a_body, a_meeting, a_record, a_row, an_item, some_details
from tests.documents.checker import faults
from tests.documents.word_reader import read_word

K = BlockKind
ODD = "A & B <c> \"d\" 'e' 😀 \x00\x0b\x1f\ud800\ufffe end"
CLEAN = "A & B <c> \"d\" 'e' 😀  end"


@pytest.fixture
def made(tmp_path):
    """Write the notes of a meeting, check them, and return what Word shows."""

    def written(meeting, audience=Audience.PUBLIC, **body):
        record = a_record(meeting, bodies=(a_body(**body),))
        target = tmp_path / "notes.docx"
        path, _ = write_notes(edition(record, meeting, audience), target, paths.notes_template())
        assert faults(path) == []
        return read_word(path)

    return written


def blocks(*pairs):
    return tuple(a_block(text, kind, block_id=f"b{n}") for n, (kind, text) in enumerate(pairs))


def in_styles(shown, *styles):
    return [(label, text) for style, label, text in shown if style in styles]


def test_letters_that_xml_has_no_place_for_are_left_out_everywhere(made):
    item = an_item(title=ODD, blocks=blocks((K.PARAGRAPH, ODD), (K.CLAUSE, ODD)))
    rows = (a_row(1, name=ODD),)
    meeting = a_meeting((item,), details=some_details(venue=ODD), attendance=rows)
    shown = made(meeting, name=ODD, authority=ODD)
    assert [text for _, label, text in shown if label] == [CLEAN] * 3
    assert f"PRESENT: {CLEAN}." in [text for _, _, text in shown]


def test_breaks_inside_a_text_become_spaces(made):
    item = an_item(blocks=blocks((K.PARAGRAPH, "one\ntwo\rthree\x85four\u2028five\u2029six")))
    shown = made(a_meeting((item,)))
    assert in_styles(shown, "Minute Paragraph") == [("1.", "one two three four five six")]


def test_a_long_name_is_cut_in_the_properties_only(made, tmp_path):
    shown = made(a_meeting(1), name="Alder Partnership " * 20)
    assert len(in_styles(shown, "Title")[0][1]) > 255
    title = docx.Document(str(tmp_path / "notes.docx")).core_properties.title
    assert title.startswith("DRAFT Notes of the Alder Partnership")
    assert len(title) <= 255


@pytest.mark.parametrize("day", [date(1950, 3, 2), date(2107, 12, 31), date(2999, 3, 2)])
def test_a_day_that_a_package_cannot_be_dated_with_is_printed_all_the_same(made, day):
    opening = in_styles(made(a_meeting(1, details=some_details(day))), "Opening")
    assert str(day.year) in opening[0][1]


def test_an_item_without_a_title_is_refused_with_the_place_to_fill(made):
    meeting = a_meeting((an_item(1), an_item(2, title="  ")))
    with pytest.raises(KcspError, match=r"Item B2 has no title\. .*Agenda"):
        made(meeting)
    made(a_meeting((an_item(1), an_item(2, title="", minuted=False))))


def test_an_authority_of_spaces_is_no_line(made):
    assert in_styles(made(a_meeting(1), authority="  "), "Council") == []


def test_headings_tell_of_each_item_whether_it_is_restricted(made):
    items = (an_item(1), an_item(2, restricted=True), an_item(3), an_item(4, "D"))
    shown = in_styles(
        made(a_meeting(items), print_restricted_heading=True), "heading 1", "heading 2"
    )
    assert [text for _, text in shown] == [
        "UNRESTRICTED ITEMS", "Report 1", "RESTRICTED ITEMS", "Report 2",
        "UNRESTRICTED ITEMS", "Report 3", "RESTRICTED ITEMS", "Report 4",
    ]  # fmt: skip


@pytest.mark.parametrize("prints", [True, False])
def test_restricted_items_alone_are_not_called_unrestricted(made, prints):
    shown = made(a_meeting((an_item(1, "D"),)), print_restricted_heading=prints)
    assert in_styles(shown, "heading 1") == [("", "RESTRICTED ITEMS")]


def test_a_meeting_of_nobody_and_nothing_is_its_heading(made):
    shown = made(a_meeting((), attendance=()))
    assert [style for style, _, _ in shown] == ["Council", "Title", "Draft Mark", "Opening"]


def test_an_item_with_nothing_in_it_is_its_heading(made):
    item = an_item(blocks=blocks((K.PARAGRAPH, " "), (K.RESOLUTION, ""), (K.CLAUSE, "")))
    assert [style for style, _, _ in made(a_meeting((item,)))][-2:] == ["heading 2", "Item Line"]


def test_clauses_and_bullets_stand_without_what_they_hang_under(made):
    lists = ((K.CLAUSE_BULLET, "x"), (K.CLAUSE, "c"), (K.CLAUSE_BULLET, "y"), (K.SUB_BULLET, "z"))
    shown = made(a_meeting((an_item(1, blocks=blocks(*lists)), an_item(2, blocks=blocks(*lists)))))
    labels = [label for style, label, _ in shown if style != "heading 2" and label]
    assert labels == ["•", "a)", "•", "◦"] * 2


def test_clauses_go_on_after_z_as_word_counts(made):
    many = blocks((K.RESOLUTION, "RESOLVED that:"), *((K.CLAUSE, f"c{n}") for n in range(30)))
    shown = in_styles(made(a_meeting((an_item(blocks=many),))), "Clause")
    assert [label for label, _ in shown][24:29] == ["y)", "z)", "aa)", "bb)", "cc)"]


def test_who_is_away_is_not_present_whatever_the_office(made):
    rows = (
        a_row(1, Capacity.APOLOGIES, role=Role.CHAIR),
        a_row(3, Capacity.SUBSTITUTE, substitute_for=a_row(1).person_id),
        a_row(2, role=Role.VICE_CHAIR),
    )
    shown = made(a_meeting(1, attendance=rows))
    assert in_styles(shown, "Attendance") == [
        ("", "PRESENT: Mr P M Quelch (Vice-Chair) and Ms S Oduya.")
    ]


@pytest.mark.parametrize(
    ("mode", "place"),
    [
        (Mode.ONLINE, "held online on"),
        (Mode.HYBRID, "held in the Old Hall and online on"),
        (Mode.IN_PERSON, "held in the Old Hall on"),
    ],
)
def test_the_opening_says_where(made, mode, place):
    details = some_details(mode=mode, venue="The Old Hall")
    assert place in in_styles(made(a_meeting(1, details=details)), "Opening")[0][1]


def test_approved_notes_bear_no_draft_mark(made, tmp_path):
    assert in_styles(made(a_meeting(1)), "Draft Mark") == [("", "DRAFT")]
    assert in_styles(made(a_meeting(1, state=MeetingState.APPROVED)), "Draft Mark") == []
    assert "DRAFT" not in docx.Document(str(tmp_path / "notes.docx")).core_properties.title


def test_very_long_words_are_left_whole(made):
    word = "w" * 5000
    item = an_item(title=word, blocks=(a_block(word),))
    assert [text for _, label, text in made(a_meeting((item,))) if label] == [word, word]


def test_marks_are_the_template_s_character_styles(made, tmp_path):
    runs = (("plain ", 0), ("bold", 1), ("italic", 2), ("both", 3), *plain("."))
    item = an_item(blocks=(replace(a_block(), runs=runs),))
    made(a_meeting((item,)))
    (found,) = [
        p for p in docx.Document(str(tmp_path / "notes.docx")).paragraphs if "both" in p.text
    ]
    styles = [run.style.name for run in found.runs]
    usual = "Default Paragraph Font"
    assert styles == [usual, "Strong", "Emphasis", "Strong Emphasis", usual]


@pytest.mark.parametrize("typed", ["Sent to all.", "POST MEETING NOTE: Sent to all.",
                                   "Post-meeting note:  Sent to all."])  # fmt: skip
def test_the_label_of_a_post_meeting_note_is_printed_once(made, typed):
    blocks = (a_block(typed, K.POST_MEETING_NOTE), a_block("RESOLVED.", K.RESOLUTION))
    shown = [text for _, _, text in made(a_meeting((an_item(1, blocks=blocks),)))]
    assert "POST MEETING NOTE: Sent to all." in shown


def test_a_vote_is_printed_behind_all_of_the_resolution_where_the_body_records_votes(made):
    vote = Vote(mover="Mrs Barden", in_favour=3, named=(("Mr Quelch", "against"),))
    blocks = (
        replace(a_block("RESOLVED that:", K.RESOLUTION, block_id="r"), vote=vote),
        a_block("note it.", K.CLAUSE, block_id="c"),
        a_block("After it.", block_id="p"),
    )
    meeting = a_meeting((an_item(1, blocks=blocks),))
    texts = [text for _, _, text in made(meeting, records_votes=True)]
    assert texts[-5:] == [
        "RESOLVED that:", "note it.", "Proposed by Mrs Barden. Voting: 3 for.",
        "Against: Mr Quelch.", "After it.",
    ]  # fmt: skip
    assert "Proposed" not in " ".join(text for _, _, text in made(meeting))
