"""Completion: what is offered, from what, and that it never says more than it was taught."""

from __future__ import annotations

from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.domain.blocks import Block, BlockKind, Visibility, plain
from kcsp_desktop.domain.disclosure import Audience, edition
from kcsp_desktop.domain.ids import BlockId
from kcsp_desktop.domain.prediction.likelihood import Weights
from kcsp_desktop.domain.prediction.memory import Memory
from kcsp_desktop.domain.prediction.suggester import Suggester
from kcsp_desktop.domain.prediction.taught import name_texts, own_texts, public_texts, room_texts
from kcsp_desktop.domain.prediction.vocabulary import Vocabulary
from kcsp_desktop.domain.prediction.words import classes, tokens
from tests.builders import a_meeting, a_person, a_record, an_item

LANGUAGE = Vocabulary(
    {"the": 900.0, "that": 500.0, "they": 300.0, "committee": 90.0, "commit": 60.0, "noted": 50.0},
    {"the committee": 40.0, "the noted": 1.0},
)
RECORD = (
    ("The warden noted the report on allotments.", "paragraph"),
    ("Mr Quelch confirmed that the allotments were let.", "paragraph"),
    ("Mrs Barden confirmed that the report was late.", "paragraph"),
    ("Mrs Barden confirmed that the porter had left.", "paragraph"),
    *[("RESOLVED that the report be noted.", "resolution")] * 3,
)


def a_memory(*texts: tuple[str, str]) -> Memory:
    memory = Memory(LANGUAGE.counts)
    memory.learn_all(texts)
    return memory


def a_suggester(record=None, meeting=None, room=None, **weights) -> Suggester:
    return Suggester(
        LANGUAGE,
        record=record or a_memory(),
        room=room or a_memory(),
        meeting=meeting or a_memory(),
        weights=Weights(**weights),
    )


def suggested(before: str, *texts: tuple[str, str], kind: str = "paragraph", **how) -> str:
    """Return the whole text that is offered, or nothing."""
    found = a_suggester(a_memory(*texts), least=1).suggest(before, kind, **how)
    return found.text if found else ""


@pytest.mark.parametrize(
    ("before", "kind", "expected"),
    [
        ("Mr Quelch conf", "paragraph", "confirmed that the report"),
        ("Ms Nobody ", "paragraph", "confirmed that the report"),  # another's words after a name
        ("RESOLVED ", "resolution", "that the report be noted."),
        ("", "resolution", "RESOLVED that the report be noted."),
        ("We let the al", "paragraph", "allotments were"),
        ("They saw the commi", "paragraph", "committee"),  # from the language alone
        ("AL", "paragraph", "Allotments"),
        ("al", "paragraph", "Allotments"),  # a sentence begins
        ("mr que", "paragraph", "Mr Quelch confirmed that the report"),
        ("zzz", "paragraph", ""),
        ("It is 10.30 zz", "paragraph", ""),
    ],
)
def test_what_is_offered(before, kind, expected):
    assert suggested(before, *RECORD, kind=kind) == expected


def test_typing_past_a_word_lets_another_come():
    texts = [("the report", "")] * 3 + [("the repair", "")] * 2
    first = suggested("see the re", *texts)
    second = suggested("see the rep", *texts, passed=frozenset({"report"}))
    assert (first, second) == ("report", "repair")


def test_what_saves_too_little_is_not_shown():
    memory = a_memory(("we saw the allotments", ""))
    shown = [a_suggester(memory).suggest(f"the {typed}") for typed in ("allotmen", "allotment")]
    assert (shown[0].rest, shown[1]) == ("ts", None)


def test_the_meeting_in_hand_says_more_than_the_record():
    record, meeting = a_memory(*[("the hall", "")] * 3), a_memory(*[("the harbour", "")] * 2)
    suggester = a_suggester(record, meeting)
    assert suggester.suggest("at the h").text == "harbour"


def test_what_is_forgotten_is_as_if_never_learnt():
    memory = a_memory(*RECORD, ("The clerk read the deeds of Hobbs Meadow.", ""))
    memory.forget("The clerk read the deeds of Hobbs Meadow.", "")
    memory.forget("never learnt", "")
    suggester = a_suggester(memory)
    assert [suggester.suggest(text) for text in ("Hob", "the cle", "read the d")] == [None] * 3
    assert (a_memory(*RECORD).counts, a_memory(*RECORD).size) == (memory.counts, memory.size)


def test_a_date_of_another_meeting_is_not_offered():
    notes = ("the notes of 4 May 2026 were signed", "")
    record = a_memory(notes, notes)
    title = a_memory(("Notes of 9 June 2026", "title"))
    offered = [a_suggester(record, room=room).suggest("sign the no") for room in (None, title)]
    assert [found.text for found in offered] == ["notes of", "notes of 9 June 2026"]


def test_a_post_is_offered_to_its_own_person_only():
    record = a_memory(*[("Mr Quelch (Clerk) spoke.", ""), ("Ms Barden (Warden) spoke.", "")] * 2)
    offered = [a_suggester(record).suggest(f"{name} (") for name in ("Ms Barden", "Mr Hobbs")]
    assert [(offered[0].text, offered[1] is None)] == [("Warden) spoke.", True)]


def test_a_restricted_item_may_offer_its_own_words():
    own = a_memory(*[("the covenant of Hobbs Meadow", "")] * 2)
    parts = {"record": a_memory(), "room": a_memory(), "meeting": a_memory()}
    offered = [
        Suggester(LANGUAGE, **parts, own=memory).suggest("the cov") for memory in (None, own)
    ]
    assert (offered[0], offered[1].text) == (None, "covenant of Hobbs Meadow")


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (f"{'x' * 200} al", "allotments"),
        (f"{'x, ' * 90}al", "allotments"),
        (f"{' ' * 200}al", "Allotments"),
    ],
)
def test_a_long_block_is_no_matter(before, expected):
    assert suggested(before, *RECORD) == expected


def test_what_was_written_very_often_is_looked_at_in_part():
    assert suggested("the parish c", *[("the parish council", "")] * 300) == "council"


def test_a_block_without_words_teaches_nothing():
    assert a_memory(("", ""), ("  ", "")).revision == 0


def test_learning_goes_on_under_a_suggester():
    memory = a_memory()
    suggester = a_suggester(memory)
    before = suggester.suggest("at Hob")
    memory.learn("at Hobbs Meadow")
    assert (before, "Hobbs Meadow") == (None, suggester.suggest("at Hob").text)


def test_people_of_the_room_are_offered_in_their_printed_forms():
    memory = a_memory(*room_texts([a_person(1)], ["Grass Verges"], ["by correspondence"]))
    suggester = a_suggester(room=memory)
    offered = [suggester.suggest(text).text for text in ("Mrs B", "the Gra", "by cor")]
    assert offered == ["Barden (Head of Wardens, ABC)", "Grass Verges", "correspondence"]


def test_a_name_of_a_list_is_known_as_the_text_has_it():
    assert list(name_texts("Mr P M Quelch, OBE", "Clerk")) == [
        ("Mr P M Quelch, OBE", "name"),
        ("Mr Quelch (Clerk)", "name"),
    ]
    assert list(name_texts("Ada Barden"))[1] == ("Ada Barden", "name")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It's for 2024/25, at 10.30.", ["It's", "for", "2024/25", ",", "at", "10.30", "."]),
        ("(multi-agency)", ["(", "multi-agency", ")"]),
        ("", []),
    ],
)
def test_words_and_marks(text, expected):
    assert tokens(text) == expected


def test_names_and_numbers_count_as_one_class_each():
    words = tokens("Mr J Q van Hobbs paid 400 to Supt Barden")
    assert classes(words) == [
        "mr", "<initial>", "<initial>", "van", "hobbs", "paid", "<number>", "to", "supt", "<name>",
    ]  # fmt: skip


def with_blocks(*blocks: Block):
    return a_record(a_meeting((an_item(blocks=blocks),)))


def a_block(text: str, kind=BlockKind.PARAGRAPH, visibility=Visibility.PUBLIC) -> Block:
    return Block(id=BlockId(text), kind=kind, runs=plain(text), visibility=visibility)


BLOCKS = (
    a_block("open words"),
    a_block("closed words", visibility=Visibility.RESTRICTED),
    a_block("secret words", BlockKind.PRIVATE_NOTE),
)


def test_only_public_text_is_learnt():
    record = with_blocks(*BLOCKS)
    texts = [text for text, _ in public_texts(edition(record, record.meetings[0], Audience.PUBLIC))]
    assert [text for text in texts if "words" in text] == ["open words"]


@pytest.mark.parametrize("audience", [Audience.RESTRICTED, Audience.SECRETARY])
def test_no_other_edition_is_learnt_from(audience):
    record = with_blocks(*BLOCKS)
    with pytest.raises(ValueError, match="public editions only"):
        list(public_texts(edition(record, record.meetings[0], audience)))


def test_a_restricted_item_may_use_its_own_but_no_private_note():
    assert [text for text, _ in own_texts(an_item(blocks=BLOCKS))] == ["open words", "closed words"]


WORDS = st.text(ascii_lowercase, min_size=1, max_size=8)
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=12).map(" ".join), max_size=6)
BEFORE = st.text(f"{ascii_lowercase}ABC .,(-'", max_size=30)


@given(TEXTS, BEFORE)
def test_a_suggestion_goes_on_with_what_is_typed(texts, before):
    suggester = a_suggester(a_memory(*((text, "") for text in texts)))
    found = suggester.suggest(before)
    if found:
        assert before.endswith(found.typed)
        assert found.text.lower().startswith(found.typed.lower())
        assert len(found.text) > len(found.typed)


@given(TEXTS, BEFORE)
def test_no_word_is_offered_that_nobody_taught(texts, before):
    memory = a_memory(*((text, "") for text in texts))
    found = a_suggester(memory).suggest(before)
    known = {word.lower() for word in (*memory.counts, *LANGUAGE.counts)}
    assert {word.lower() for word in tokens(found.text if found else "")} <= known


@given(TEXTS, BEFORE)
def test_the_same_question_has_the_same_answer(texts, before):
    made = [a_suggester(a_memory(*((text, "") for text in texts))) for _ in range(2)]
    assert made[0].suggest(before) == made[0].suggest(before) == made[1].suggest(before)


@given(TEXTS, TEXTS)
def test_forgetting_undoes_learning(kept, gone):
    memory = a_memory(*((text, "") for text in kept))
    counts = dict(memory.counts)
    for text in gone:
        memory.learn(text)
    for text in reversed(gone):
        memory.forget(text)
    assert counts == memory.counts
