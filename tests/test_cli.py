"""The command line, run as a secretary or a script runs it: in a process of its own."""

import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from datetime import time
from pathlib import Path

import pytest

import kcsp_desktop
from kcsp_desktop.domain.body import NoticeRule
from kcsp_desktop.domain.edits import AddMeeting
from kcsp_desktop.domain.ids import MeetingId, SectionId
from kcsp_desktop.domain.meeting import Meeting, Section
from kcsp_desktop.domain.performing.applying import apply_all
from kcsp_desktop.store.opening import open_store
from tests.builders import a_body, a_meeting, a_record, some_details

ROOT = Path(__file__).resolve().parents[1]
FIRST, SECOND = "WCSP/2026-03-19", "WCSP/2026-07-09"
SECRET = "Juniper 2024"  # stands in a restricted paragraph of both meetings
PRIVATE = "Check the cost per visit"


class Ran:
    """What a run said, and its exit status."""

    def __init__(self, done):
        self.status = done.returncode
        self.out = done.stdout.decode("utf-8")
        self.err = done.stderr.decode("utf-8")

    @property
    def refusal(self):
        """The one sentence on stderr of a run that failed, and said nothing else."""
        assert self.status != 0
        assert self.out == ""
        assert self.err.count("\n") == 1
        assert "Traceback" not in self.err
        return self.err.strip()


@pytest.fixture
def run(tmp_path):
    """Run the command line on a store in an empty folder."""

    def ran(*words, store="store.db", **environment):
        known = {**os.environ, "XDG_DATA_HOME": str(tmp_path), "HOME": str(tmp_path),
                 "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}  # fmt: skip
        command = [sys.executable, "-m", "kcsp_desktop", "--store", str(tmp_path / store)]
        return Ran(
            subprocess.run(
                [*command, *map(str, words)],
                capture_output=True,
                cwd=tmp_path,
                env=known | environment,
                check=False,
            )
        )

    return ran


@pytest.fixture
def sampled(run):
    assert run("sample").status == 0
    return run


def test_the_sample_is_added_once(sampled, tmp_path):
    before = (tmp_path / "store.db").read_bytes()
    assert "is already in" in sampled("sample").refusal
    assert before == (tmp_path / "store.db").read_bytes()


def test_meetings_are_listed_for_people_and_for_programs(sampled):
    lines = sampled("meetings").out.splitlines()
    assert [line.split()[0] for line in lines] == [FIRST, SECOND]
    found = json.loads(sampled("meetings", "--json").out)
    assert [list(one) for one in found] == [["meeting", "body", "date", "state"]] * 2
    assert (found[0]["date"], found[0]["state"]) == ("2026-03-19", "circulated")


def test_reading_commands_make_no_store(run, tmp_path):
    for words in (["meetings"], ["show", FIRST], ["export", "notes", FIRST, "--out", "x.docx"],
                  ["picture", "--out", "x.png"]):  # fmt: skip
        assert "There is no store." in run(*words).refusal
    assert list(tmp_path.iterdir()) == []


def test_a_meeting_is_shown_with_everything_to_the_secretary_alone(sampled):
    own = sampled("show", FIRST).out
    public = sampled("show", FIRST, "--public").out
    assert SECRET in own
    assert PRIVATE in own
    assert SECRET not in public
    assert PRIVATE not in public
    assert "Members received an update" in public


def test_a_meeting_as_json_says_whose_copy_it_is(sampled):
    own = json.loads(sampled("show", FIRST, "--json").out)
    public = sampled("show", FIRST, "--json", "--public").out
    assert (own["audience"], own["meeting"], own["draft"]) == ("secretary", FIRST, True)
    assert [item["minute"] for item in own["items"]] == [None, None, *range(31, 39)]
    assert json.loads(public)["audience"] == "public"
    assert SECRET not in public
    assert PRIVATE not in public


def keys_of(value):
    """Yield every key of the objects in a value."""
    if isinstance(value, dict):
        yield from value
    for one in value.values() if isinstance(value, dict) else value:
        if isinstance(one, dict | list):
            yield from keys_of(one)


def test_docs_json_md_names_every_key_and_no_other(sampled):
    shown = json.loads(sampled("show", FIRST, "--json").out)
    listed = json.loads(sampled("meetings", "--json").out)
    notice = json.loads(sampled("notice", FIRST, "--json").out)
    registers = [json.loads(sampled(name, "--json").out)[0] for name in ("actions", "decisions")]
    registers.append(json.loads(sampled("actions", "--found", FIRST, "--json").out))
    text = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    assert {
        key for key in keys_of([shown, listed, notice, registers]) if f"`{key}`" not in text
    } == set()
    told = {
        key
        for row in re.findall(r"^\| (`\w+`(?:, `\w+`)*) \|", text, re.MULTILINE)
        for key in re.findall(r"\w+", row)
    }
    assert told - {*shown, *listed[0], *notice}.union(*registers) == set()
    public = json.loads(sampled("show", FIRST, "--json", "--public").out)
    own = {"id", "noted_at", "flagged", "arrived", "left", "began", "spent"}
    assert set(keys_of(shown)) - set(keys_of(public)) == own | {"item", "at"}


def everything_in(path):
    with zipfile.ZipFile(path) as package:
        return b"".join(package.read(name) for name in package.namelist()).decode("latin-1")


def test_notes_leave_without_what_their_readers_may_not_see(sampled, tmp_path):
    assert sampled("export", "notes", FIRST, "--out", "all.docx").out.strip() == "all.docx"
    sampled("export", "notes", FIRST, "--public", "--out", "public.docx")
    entitled = everything_in(tmp_path / "all.docx")
    public = everything_in(tmp_path / "public.docx")
    assert SECRET in entitled
    assert PRIVATE not in entitled
    assert SECRET not in public
    assert PRIVATE not in public


def test_the_same_meeting_gives_the_same_bytes(sampled, tmp_path):
    for name, seed in (("a.docx", "1"), ("b.docx", "2")):
        sampled("export", "notes", FIRST, "--out", name, PYTHONHASHSEED=seed)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_actions_are_listed_by_the_day_they_are_due_as_they_stood_that_day(sampled):
    lines = sampled("actions", "--on", "2026-05-01").out.splitlines()
    assert [line.split()[:4] for line in lines] == [
        [FIRST, "minute", "34", "Overdue"], [SECOND, "minute", "42", "Open"],
    ]  # fmt: skip
    found = json.loads(sampled("actions", "--json", "--body", "wcsp", "--on", "2026-05-01").out)
    assert [(one["meeting"], one["due_day"], one["standing"]) for one in found] == [
        (FIRST, "2026-04-30", "overdue"), (SECOND, "2026-07-31", "open"),
    ]  # fmt: skip


def test_what_nobody_logged_is_found_in_the_minutes(sampled):
    whole = json.loads(sampled("actions", "--found", FIRST, "--json").out)
    rows = whole["commitments"]
    assert whole["found"] + whole["perhaps"] == len(rows) > 0
    lines = sampled("actions", "--found", FIRST).out.splitlines()
    assert len(lines) == len(rows)
    assert " ".join(rows[0]["sentence"].split()) in lines[0]
    assert "There is no meeting" in sampled("actions", "--found", "moon").refusal


def test_decisions_are_listed_a_clause_each(sampled):
    found = json.loads(sampled("decisions", "--json").out)
    clauses = [(one["minute"], one["letter"], one["verb"]) for one in found if one["letter"]]
    assert clauses[:3] == [(33, "a", "agree"), (33, "b", "note"), (33, "c", "send")]
    assert f"{FIRST}     minute 33    a) agree the priorities" in sampled("decisions").out
    assert any(one["restricted"] for one in found)


@pytest.mark.parametrize("name", ["log.docx", "log.xlsx", "log.csv", "log.ics"])
def test_actions_leave_as_what_the_ending_says(sampled, tmp_path, name):
    assert sampled("export", "actions", "--out", name).out.strip() == name
    content = (tmp_path / name).read_bytes()
    whole = content if b"PK" not in content[:2] else everything_in(tmp_path / name).encode()
    assert b"Circulate the dates of the sprin" in whole


def test_decisions_leave_for_members_or_for_the_public(sampled, tmp_path):
    sampled("export", "decisions", "--out", "all.csv")
    sampled("export", "decisions", "--out", "public.csv", "--public", "--body", "WCSP")
    heads = {name: (tmp_path / name).read_text("utf-8-sig").splitlines()[0]
             for name in ("all.csv", "public.csv")}  # fmt: skip
    assert heads["all.csv"] == f"{heads['public.csv']},Outcome,Restricted"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["actions", "--body", "moon"], "There is no body moon. Those there are: WCSP."),
        (["export", "actions", "--out", "x.pdf"], "x.pdf has no ending by which it could be made."),
        (["export", "decisions", "--out", "x.ics"], "Let its name end in .docx, .xlsx or .csv."),
        (["show", "WCSP/2026-03-20"], "There is no meeting WCSP/2026-03-20"),
        (["show"], "Missing argument 'MEETING'"),
        (["show", FIRST, "--jason"], "No such option"),
        (["export"], "Say what to do: actions, agenda, brief, decisions, notes"),
        (["export", "notes", FIRST], "Missing option '--out'"),
        (["export", "notes", FIRST, "--out", "none/x.docx"], "There is no folder"),
        (["export", "notes", FIRST, "--out", "."], "is a folder"),
        (["picture", "--out", "x.png", "--page", "moon"], "is not one of"),
        (["minutes"], "No such command 'minutes'"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(sampled, words, sentence):
    assert sentence in sampled(*words).refusal


def test_a_file_that_is_no_store_is_left_alone(run, tmp_path):
    (tmp_path / "letter.txt").write_text("Dear all")
    for words in (["meetings"], ["sample"]):
        assert "not a KCSP Desktop store" in run(*words, store="letter.txt").refusal
    assert (tmp_path / "letter.txt").read_text() == "Dear all"


def test_a_meeting_is_found_in_small_letters_and_by_its_time(sampled):
    for name in ("wcsp/2026-03-19", "WCSP/2026-03-19/10.00", f" {FIRST} "):
        assert sampled("show", name).status == 0


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display")
@pytest.mark.parametrize("entry", ["main", "window"])
def test_a_window_without_a_display_is_refused_in_a_sentence(tmp_path, entry):
    code = f"import sys; sys.argv[1:] = []; from kcsp_desktop.__main__ import {entry}; {entry}()"
    none = dict.fromkeys(("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"), "")
    env = {**os.environ, "XDG_DATA_HOME": str(tmp_path), "PYTHONPATH": str(ROOT), **none}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, check=False, env=env, timeout=60)
    assert "There is no display to open the window on." in Ran(done).refusal
    assert list(tmp_path.iterdir()) == []


def two_on_a_day(path, *starts):
    """Make a store with meetings of one body that start at these hours of one day."""
    record = a_record()
    section = Section(id=SectionId("s"), letter="A", title="Business")
    edits = [
        AddMeeting(
            meeting=Meeting(
                id=MeetingId(f"m{n}"),
                body_id=a_body().id,
                details=some_details(start=start),
                sections=(Section(id=SectionId(f"s{n}"), letter="A", title=section.title),),
            )
        )
        for n, start in enumerate(starts)
    ]
    store = open_store(path)
    store.save(apply_all(a_record().__class__(bodies=record.bodies), edits).record)
    store.close()


@pytest.mark.parametrize(
    ("starts", "names"),
    [
        ((time(10), time(14)), ["ACP/2026-03-12/10.00", "ACP/2026-03-12/14.00"]),
        ((time(10), None), ["ACP/2026-03-12/1", "ACP/2026-03-12/2"]),
        ((time(10), time(10)), ["ACP/2026-03-12/1", "ACP/2026-03-12/2"]),
    ],
)
def test_two_meetings_of_one_day_have_two_names(run, tmp_path, starts, names):
    two_on_a_day(tmp_path / "store.db", *starts)
    assert [one["meeting"] for one in json.loads(run("meetings", "--json").out)] == names
    assert " or ".join(names) in run("show", "ACP/2026-03-12").refusal
    assert all(run("show", name).status == 0 for name in names)


def test_notes_without_a_venue_are_refused_with_the_place_to_fill(run, tmp_path):
    store = open_store(tmp_path / "store.db")
    store.save(a_record(a_meeting(details=some_details(venue=" "))))
    store.close()
    refusal = run("export", "notes", "ACP/2026-03-12", "--out", "notes.docx").refusal
    assert refusal.startswith("The venue is not set.")
    assert "under Details" in refusal
    assert not (tmp_path / "notes.docx").exists()


def test_the_notice_of_a_meeting_is_told_as_of_any_day(sampled):
    in_time = json.loads(sampled("notice", SECOND, "--json", "--on", "2026-07-01").out)
    assert (in_time["last_lawful_day"], in_time["days_left"]) == ("2026-07-01", 0)
    assert (in_time["clear_days"], in_time["short"]) == (5, 0)
    late = sampled("notice", SECOND, "--on", "2026-07-02").out
    assert "The last day to issue the agenda was Wednesday 1 July 2026." in late
    assert "4 clear working days, 1 short of 5" in late


def test_a_body_without_a_rule_has_no_last_day(run, tmp_path):
    store = open_store(tmp_path / "store.db")
    store.save(a_record(bodies=(a_body(notice=NoticeRule(days=0)),)))
    store.close()
    assert run("notice", "ACP/2026-03-12").out.startswith("ACP has no rule of notice")
    found = json.loads(run("notice", "ACP/2026-03-12", "--json").out)
    assert (found["needed"], found["last_lawful_day"]) == (0, None)


def test_output_is_utf8_whatever_the_system_speaks(sampled):
    shown = sampled("show", FIRST, PYTHONIOENCODING="ascii", LANG="C", PYTHONUTF8="0")
    assert "£1,000" in shown.out


def test_a_reader_that_goes_early_is_no_fault(sampled, tmp_path):
    command = f"{sys.executable} -m kcsp_desktop --store {tmp_path}/store.db show {FIRST} | true"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["sh", "-c", command], capture_output=True, env=env, check=False)
    assert done.stderr == b""


def test_a_fault_of_the_program_is_a_sentence_that_names_the_log(sampled, tmp_path):
    (tmp_path / "sitecustomize.py").write_text(
        "import kcsp_desktop.documents.text as t\n"
        "def broken(edition): raise ZeroDivisionError('a fault for the test')\n"
        "t.meeting_text = broken\n"
    )
    ran = sampled("show", FIRST, PYTHONPATH=f"{tmp_path}{os.pathsep}{ROOT}")
    assert "a fault for the test" in ran.refusal
    log = tmp_path / "kcsp-desktop" / "kcsp-desktop.log"
    assert str(log) in ran.err
    assert "ZeroDivisionError" in log.read_text()


def test_help_and_version_are_told(run):
    assert "Minutes as people speak" in run("--help").out
    assert kcsp_desktop.__version__ in run("--version").out


def test_the_version_is_that_of_the_project():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["version"] == kcsp_desktop.__version__


def test_a_listing_imports_neither_qt_nor_word():
    code = (
        "import sys; sys.argv = ['kcsp-desktop', '--help']\n"
        "from kcsp_desktop.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print([n for n in ('PySide6', 'docx', 'sqlite_utils') if n in sys.modules])"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_calendar_of_a_body_is_made_for_other_programs(sampled, tmp_path):
    ran = sampled("calendar", "wcsp", "--out", tmp_path / "year.ics")
    assert ran.out.strip() == str(tmp_path / "year.ics")
    assert (tmp_path / "year.ics").read_text("utf-8").startswith("BEGIN:VCALENDAR")
    said = sampled("calendar", "XYZ", "--out", tmp_path / "x.ics").refusal
    assert said == "There is no body XYZ. Those there are: WCSP."


def test_the_forward_plan_of_a_body_is_made_in_word(sampled, tmp_path):
    ran = sampled("export", "plan", "WCSP", "--out", tmp_path / "plan.docx")
    assert ran.out.strip() == str(tmp_path / "plan.docx")
    assert zipfile.is_zipfile(tmp_path / "plan.docx")
