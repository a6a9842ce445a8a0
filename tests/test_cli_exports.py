"""The documents that the command line makes: who may read each, and what is refused."""

from __future__ import annotations

import zipfile
from datetime import date

import pytest

from kcsp_desktop.domain.life import Approval, StateChange
from kcsp_desktop.domain.lifecycle import Event, MeetingState
from kcsp_desktop.domain.reports import Report
from kcsp_desktop.store.opening import open_store
from tests.builders import a_meeting, a_record, an_item, some_details
from tests.documents.checker import faults
from tests.documents.word_reader import read_word
from tests.test_cli import run  # noqa: F401 - a fixture

COMING, HELD = "ACP/2026-03-12", "ACP/2025-11-20"
SECRET = "Case Alder"
LOG = (StateChange(event=Event.PUBLISH_AGENDA, at="2026-03-04T09:00:00"),)


@pytest.fixture
def kept(run, tmp_path):  # noqa: F811 - the fixture
    """Return the command line on a store of a meeting to come and one that was approved."""
    report = Report(by=("Ann Barden - Head of Wardens, ABC",), received_on="2026-03-06")
    items = an_item(1, report=report), an_item(2, "D", title="Case Review", detail=SECRET)
    coming = a_meeting(items, state=MeetingState.AGENDA_PUBLISHED, log=LOG)
    held = a_meeting(
        1,
        id="held",
        details=some_details(date(2025, 11, 20)),
        state=MeetingState.APPROVED,
        approval=Approval(
            meeting_id=coming.id, item_id=items[0].id, day="2026-03-12", presiding="Mrs Barden"
        ),
    )
    store = open_store(tmp_path / "store.db")
    store.save(a_record(held, coming))
    store.close()
    return run


def lines(path):
    return [text for _, _, text in read_word(path)]


EXPORTS = [
    ("agenda", COMING),
    ("agenda", COMING, "--public"),
    ("agenda", COMING, "--restricted"),
    ("supplement", COMING),
    ("report", COMING, "--item", "B1"),
    ("report", COMING, "--item", "B1", "--public"),
    ("brief", COMING),
    ("signing-in", COMING),
    ("notes", HELD, "--signing"),
]


@pytest.mark.parametrize("words", EXPORTS, ids=" ".join)
def test_each_document_is_faultless_and_the_same_bytes_each_time(kept, tmp_path, words):
    for name, seed in (("a.docx", "1"), ("b.docx", "77")):
        said = kept("export", *words, "--out", name, PYTHONHASHSEED=seed)
        assert (said.out.strip(), said.status) == (name, 0)
    assert faults(tmp_path / "a.docx") == []
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("agenda", COMING), False),
        (("agenda", COMING, "--public"), False),
        (("agenda", COMING, "--restricted"), True),
        (("supplement", COMING), False),
        (("report", COMING, "--item", "B1"), False),
        (("brief", COMING), True),
        (("signing-in", COMING), False),
    ],
)
def test_detail_is_in_what_those_entitled_get_and_nowhere_else(kept, tmp_path, words, told):
    assert kept("export", *words, "--out", "x.docx").status == 0
    with zipfile.ZipFile(tmp_path / "x.docx") as package:
        found = any(SECRET.encode() in package.read(name) for name in package.namelist())
    assert found is told


def test_an_agenda_bears_the_day_on_which_it_was_published(kept, tmp_path):
    kept("export", "agenda", COMING, "--out", "x.docx")
    assert lines(tmp_path / "x.docx")[-1] == "Wednesday, 4 March 2026"


def test_the_help_of_the_agenda_says_whose_it_is(kept):
    assert "the public one, if nothing else is said" in kept("export", "agenda", "--help").out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("report", COMING), "Missing option '--item'"),
        (("report", COMING, "--item", "D1"), "Item D1 has no report."),
        (("report", COMING, "--item", "B9"), "There is no item B9"),
        (("supplement", HELD), "The agenda is not published yet."),
        (("notes", COMING, "--signing"), "The notes are not approved yet."),
    ],
)
def test_what_cannot_be_made_is_one_sentence(kept, words, sentence):
    assert sentence in kept("export", *words, "--out", "x.docx").refusal
