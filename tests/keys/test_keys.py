"""The figures of the benchmark hold, on records that the model has never seen."""

from __future__ import annotations

import pytest

from kcsp_desktop.domain.prediction.memory import Memory
from kcsp_desktop.importing.base_words import base_words
from tests.keys.__main__ import figures, widget_figures
from tests.keys.meetings import block_texts, others, samples
from tests.keys.model_sheet import ModelSheet
from tests.keys.typist import Keys, type_block

CHARACTERS = 3_000  # typed into the window here; the whole by ``make keys``
RECORDS = [meeting for meeting in samples() if block_texts(meeting)]


def test_without_prediction_a_letter_is_a_key():
    keys = Keys()
    type_block(ModelSheet(None, Memory()), "Noted, 3.5 (late).", "paragraph", keys)
    assert (keys.letters, keys.taken, keys.all) == (18, 0, 19)


def test_a_record_is_never_in_its_own_store():
    for meeting in RECORDS:
        texts = {text for other in others(meeting, samples()) for text, _ in block_texts(other)}
        own = {text for text, _ in block_texts(meeting) if len(text) > 60}
        assert len(texts & own) <= len(own) // 10


@pytest.mark.skipif(not RECORDS, reason="the records are not beside the project")
def test_the_model_alone_needs_few_keys():
    vocabulary = base_words()
    found = {
        len(meeting["items"]): figures(meeting, others(meeting, samples()), vocabulary).a
        for meeting in RECORDS
    }
    assert found[11] <= 0.56  # the notes of 2021; asked for: 0.60
    assert found[10] <= 0.60  # the page of 2025; asked for: 0.66
    assert found[9] <= 0.56  # the notes of 2023


@pytest.mark.parametrize(("items", "most"), [(11, 0.60), (10, 0.66)], ids=["2021", "2025"])
@pytest.mark.skipif(not RECORDS, reason="the records are not beside the project")
def test_typing_a_record_into_the_window_takes_few_keys(qapp, tmp_path, items, most):
    meeting = next(one for one in RECORDS if len(one["items"]) == items)
    store = others(meeting, samples())
    found = widget_figures(meeting, store, tmp_path / "store.db", most=CHARACTERS)
    assert found.a <= most
    assert found.otherwise == ()
