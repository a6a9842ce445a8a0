"""The notes in Word: form, determinism, what they must not hold."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from datetime import UTC, datetime, time

import docx
import pytest
from hypothesis import given, settings

from kcsp_desktop import paths
from kcsp_desktop.documents.names import notes_name
from kcsp_desktop.documents.record import notes, opening
from kcsp_desktop.documents.word import write_notes
from kcsp_desktop.domain.attendance import Capacity
from kcsp_desktop.domain.blocks import BlockKind
from kcsp_desktop.domain.disclosure import Audience, edition
from kcsp_desktop.domain.edits import SetDetails
from kcsp_desktop.domain.errors import KcspError
from kcsp_desktop.domain.performing.applying import apply_all
from kcsp_desktop.domain.record import Record
from kcsp_desktop.importing.sample import sample_edits
from tests.builders import DAY, a_block, a_body, a_meeting, a_record, a_row, an_item, some_details
from tests.documents.checker import faults
from tests.documents.outputs import bytes_of
from tests.documents.pdf_reader import numbers_missing
from tests.documents.word_reader import read_word
from tests.domain.test_disclosure import OPEN, PRIVATE, SECRET, meetings

TEMPLATE = paths.notes_template()


def sample() -> Record:
    return apply_all(Record(), sample_edits(paths.resources() / "sample")).record


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.RESTRICTED])
@pytest.mark.parametrize("which", [0, 1])
def test_every_document_of_the_sample_is_faultless(tmp_path, which, audience):
    record = sample()
    made = edition(record, record.meetings[which], audience)
    path, sentence = write_notes(made, tmp_path / notes_name(made), TEMPLATE)
    assert (faults(path), sentence) == ([], "")


def test_the_numbers_in_word_are_the_numbers_of_the_record(tmp_path):
    record = sample()
    made = edition(record, record.meetings[0], Audience.RESTRICTED)
    path, _ = write_notes(made, tmp_path / "notes.docx", TEMPLATE)
    shown = [(label, text) for _, label, text in read_word(path) if label not in ("", "•", "◦")]
    wanted = []
    for item in made.items:
        if item.number:
            wanted.append((f"{item.number}.", item.item.title))
            wanted += [(b.label.text, b.block.text) for b in item.blocks if b.label.value]
    assert shown == wanted


def test_a_missing_venue_is_refused_with_the_place_to_fill():
    record = sample()
    meeting = record.meetings[1]
    gone = type(meeting.details)(date=meeting.details.date, first_number=1, first_number_reason="x")
    edit = SetDetails(meeting_id=meeting.id, details=gone)
    after = apply_all(record, (edit,)).record
    with pytest.raises(KcspError, match="venue") as refusal:
        opening(edition(after, after.meetings[1], Audience.PUBLIC))
    assert "Details" in str(refusal.value)


def marked(path, style):
    """Return the runs of a style that bear a mark, each with its mark's name."""
    word = docx.Document(str(path))
    return [
        (run.text, run.style.name)
        for paragraph in word.paragraphs
        if paragraph.style.name == style
        for run in paragraph.runs
        if run.style.name != "Default Paragraph Font"
    ]


def test_the_house_s_labels_bear_their_marks(tmp_path):
    item = an_item(
        blocks=(
            a_block("The plan was sent.", BlockKind.POST_MEETING_NOTE),
            a_block("RESOLVED to note the update.", BlockKind.RESOLUTION),
        )
    )
    rows = (a_row(1), a_row(2, Capacity.IN_ATTENDANCE), a_row(3, Capacity.APOLOGIES))
    meeting = a_meeting((item,), attendance=rows)
    record = a_record(meeting, bodies=(a_body(print_apologies=True, bold_resolved=True),))
    made = edition(record, meeting, Audience.PUBLIC)
    path, _ = write_notes(made, tmp_path / "notes.docx", TEMPLATE)
    assert marked(path, "Attendance") == [
        ("PRESENT:", "Strong"), ("APOLOGIES:", "Strong"), ("IN ATTENDANCE:", "Strong"),
    ]  # fmt: skip
    assert marked(path, "Item Line") == [("(Item B1)", "Emphasis")]
    assert marked(path, "Post Meeting Note") == [("POST MEETING NOTE: ", "Strong")]
    assert marked(path, "Resolution") == [("RESOLVED", "Strong")]


@pytest.mark.parametrize("start", [time(14, 30), None])
def test_the_package_is_dated_by_the_meeting(tmp_path, start):
    meeting = a_meeting(1, details=some_details(start=start))
    made = edition(a_record(meeting), meeting, Audience.PUBLIC)
    path, _ = write_notes(made, tmp_path / "notes.docx", TEMPLATE)
    begins = datetime.combine(DAY, start or time(0, 0), UTC)
    facts = docx.Document(str(path)).core_properties
    assert (facts.created, facts.modified) == (begins, begins)
    with zipfile.ZipFile(path) as package:
        assert {one.date_time for one in package.infolist()} == {begins.timetuple()[:6]}


_EXPORT = """
import datetime, sys, time
shift, now, true = float(sys.argv[2]), time.time, datetime.datetime
class Shifted(true):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(now() + shift, tz)
    utcnow = today = now
# Before anything of ours: who imports the clock later gets the one that is put forward.
time.time, datetime.datetime = lambda: now() + shift, Shifted
sys.argv = ["kcsp-desktop", "--store", sys.argv[1], "export", "notes", "WCSP/2026-03-19",
            "--out", sys.argv[3]]
from kcsp_desktop.cli import main
main()
"""


def test_exports_of_two_processes_two_days_apart_are_the_same_bytes(tmp_path):
    store, made = tmp_path / "s.db", []
    run = [sys.executable, "-m", "kcsp_desktop", "--store", str(store), "sample"]
    subprocess.run(run, check=True, capture_output=True)
    for seed, shift in (("1", "0"), ("77", "172800")):
        out = tmp_path / f"{seed}.docx"
        command = [sys.executable, "-c", _EXPORT, str(store), shift, str(out)]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run(command, check=True, capture_output=True, env=environment)
        made.append(out.read_bytes())
    assert made[0] == made[1]


def test_the_pdf_shows_the_numbers_of_the_record(tmp_path):
    record = sample()
    made = edition(record, record.meetings[0], Audience.RESTRICTED)
    path, _ = write_notes(made, tmp_path / "notes.docx", TEMPLATE)
    assert numbers_missing(path, tmp_path) == []


@settings(deadline=None)
@given(meetings())
def test_no_byte_of_a_public_output_tells_a_secret(meeting):
    told = bytes_of(edition(a_record(meeting), meeting, Audience.PUBLIC))
    assert SECRET.encode() not in told
    assert PRIVATE.encode() not in told


@settings(deadline=None)
@given(meetings())
def test_no_byte_of_what_the_entitled_get_tells_a_private_note(meeting):
    assert PRIVATE.encode() not in bytes_of(
        edition(a_record(meeting), meeting, Audience.RESTRICTED)
    )


@given(meetings())
def test_what_is_open_is_in_the_public_notes(meeting):
    made = edition(a_record(meeting), meeting, Audience.PUBLIC)
    shown = [part.text for part in notes(made).parts]
    minuted = [one for item in made.items if item.number for one in item.blocks]
    assert sum(text.endswith(OPEN) for text in shown) == len(minuted)
