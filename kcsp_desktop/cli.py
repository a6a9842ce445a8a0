"""The command line: an argument in, a sentence, JSON or a file out.

Every command imports what it needs when it is called: the window must not wait for Word, nor a
listing for the window.
"""

from __future__ import annotations

import logging
import os
import sys
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click
from click.exceptions import NoArgsIsHelpError

from kcsp_desktop import __version__, paths
from kcsp_desktop.domain.errors import KcspError

if TYPE_CHECKING:
    from datetime import date

    from kcsp_desktop.documents.parts import Document
    from kcsp_desktop.domain.body import Body
    from kcsp_desktop.domain.disclosure import Edition
    from kcsp_desktop.domain.ids import BodyId, MeetingId
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.domain.record import Record

log = logging.getLogger("kcsp_desktop")

_ON = click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), help="As it is on that day; else as it is today."
)
_PAGES = ("details", "attendance", "agenda", "minutes", "issue")


@click.group(invoke_without_command=True)
@click.option("--store", type=click.Path(path_type=Path), help="The store; else your own.")
@click.version_option(__version__, prog_name="kcsp-desktop")
@click.pass_context
def commands(context: click.Context, store: Path | None) -> None:
    """Minutes as people speak, notes as the council prints them.

    Without a command the window is opened.
    """
    context.obj = store or paths.default_store()
    if context.invoked_subcommand is None:
        from kcsp_desktop.app import run

        context.exit(run(context.obj))


def _record(path: Path) -> Record:
    """Read a store and let it go; one that is not there is not made."""
    # Not before a command needs the store.
    from kcsp_desktop.store.opening import open_store

    store = open_store(path, write=False)
    store.close()
    return store.record


@commands.command()
@click.pass_obj
def sample(path: Path) -> None:
    """Add the sample body and its two meetings to the store."""
    from kcsp_desktop.domain.performing.applying import apply_all
    from kcsp_desktop.importing.sample import sample_body_id, sample_edits
    from kcsp_desktop.store.opening import open_store

    store = open_store(path)
    try:
        if store.read_only:
            raise KcspError(store.read_only)
        if store.record.body(sample_body_id()) is not None:
            raise KcspError(f"The sample is already in {path}.")
        edits = sample_edits(paths.resources() / "sample")
        store.save(apply_all(store.record, edits).record, "sample")
        body = store.record.body(sample_body_id())
        click.echo(f"Added {body.name if body else 'the sample'} with its meetings to {path}")
    finally:
        store.close()


@commands.command()
@click.option("--json", "as_json", is_flag=True, help="A list of objects (docs/json.md).")
@click.pass_obj
def meetings(path: Path, as_json: bool) -> None:
    """List the meetings, earliest first."""
    import json

    from kcsp_desktop.domain.record import by_date

    record = _record(path)
    names = _names(record)
    found = [
        {
            "meeting": names[meeting.id],
            "body": record.body_of(meeting).name,
            "date": meeting.details.date.isoformat(),
            "state": str(meeting.state),
        }
        for meeting in by_date(record.meetings)
    ]
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    for one in found:
        click.echo(f"{one['meeting']:<24}{one['state']:<20}{one['body']}")


@commands.command()
@click.argument("meeting")
@click.option("--json", "as_json", is_flag=True, help="As JSON (docs/json.md).")
@click.option("--public", is_flag=True, help="Only what everybody may see.")
@click.pass_obj
def show(path: Path, meeting: str, as_json: bool, public: bool) -> None:
    """Show MEETING, like KCSP/2021-11-18: your own copy, private notes and all."""
    from kcsp_desktop.documents.meeting_json import meeting_json
    from kcsp_desktop.documents.text import meeting_text
    from kcsp_desktop.domain.disclosure import Audience, edition

    record = _record(path)
    audience = Audience.PUBLIC if public else Audience.SECRETARY
    found = edition(record, _meeting(record, meeting), audience)
    click.echo(meeting_json(found) if as_json else meeting_text(found), nl=False)


@commands.command()
@click.argument("meeting")
@click.option("--json", "as_json", is_flag=True, help="As JSON (docs/json.md).")
@_ON
@click.pass_obj
def notice(path: Path, meeting: str, as_json: bool, on: datetime | None) -> None:
    """Say by when the agenda of MEETING must be issued, or how many clear days it is short."""
    import json

    from kcsp_desktop.documents.notice_json import notice_json
    from kcsp_desktop.domain.notice import notice as found_notice
    from kcsp_desktop.domain.notice import said
    from kcsp_desktop.importing.bank_holidays import bank_holidays

    record = _record(path)
    one = _meeting(record, meeting)
    body = record.body_of(one)
    day = _day(on)
    found = found_notice(one, body.notice, day, bank_holidays(one.details.date.year))
    if as_json:
        values = notice_json(_names(record)[one.id], one.details.date, day, found)
        click.echo(json.dumps(values, ensure_ascii=False, indent=2))
    else:
        none = f"{body.short_name} has no rule of notice: Bodies, “Notice”, sets one."
        click.echo(said(found) if found else none)


@commands.command()
@click.option("--json", "as_json", is_flag=True, help="A list of objects (docs/json.md).")
@click.option("--body", default="", help="Of the body of that short name alone.")
@click.option("--all", "closed_too", is_flag=True, help="Closed ones as well.")
@click.option("--found", default="", metavar="MEETING",
              help="What the minutes of a meeting record and nobody logged.")  # fmt: skip
@_ON
@click.pass_obj
def actions(
    path: Path, as_json: bool, body: str, closed_too: bool, found: str, on: datetime | None
) -> None:
    """List what is owed, by the day it is due: your own copy, restricted actions and all."""
    if found:
        _show_found(_record(path), found, as_json=as_json)
        return
    from kcsp_desktop.documents.registers.listing import action_object, action_text
    from kcsp_desktop.documents.registers.rows import action_lines, open_first
    from kcsp_desktop.domain.disclosure import Audience
    from kcsp_desktop.domain.registers.actions import meeting_days
    from kcsp_desktop.domain.registers.editions import editions

    record = _record(path)
    own = editions(record, Audience.SECRETARY, _body_id(record, body))
    owed, done = open_first(action_lines(own, meeting_days(record), _day(on)))
    names = {str(meeting_id): name for meeting_id, name in _names(record).items()}
    lines = (*owed, *done) if closed_too else owed
    if as_json:
        _as_json([action_object(line, names[line.meeting_id]) for line in lines])
        return
    for line in lines:
        click.echo(action_text(line, names[line.meeting_id]))


@commands.command()
@click.option("--json", "as_json", is_flag=True, help="A list of objects (docs/json.md).")
@click.option("--body", default="", help="Of the body of that short name alone.")
@click.pass_obj
def decisions(path: Path, as_json: bool, body: str) -> None:
    """List what was decided, earliest first: your own copy, restricted items and all."""
    from kcsp_desktop.documents.registers.listing import decision_object, decision_text
    from kcsp_desktop.documents.registers.rows import decision_lines
    from kcsp_desktop.domain.disclosure import Audience
    from kcsp_desktop.domain.registers.editions import editions

    record = _record(path)
    lines = decision_lines(editions(record, Audience.SECRETARY, _body_id(record, body)))
    names = {str(meeting_id): name for meeting_id, name in _names(record).items()}
    if as_json:
        _as_json([decision_object(line, names[line.meeting_id]) for line in lines])
        return
    for line in lines:
        click.echo(decision_text(line, names[line.meeting_id]))


@commands.group()
def export() -> None:
    """Make a document."""


_OUT = click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="The .docx to make."
)
_PUBLIC = click.option("--public", is_flag=True, help="Leave restricted detail out.")
_FOR_WHOM = click.option(
    "--public/--restricted",
    default=True,
    help="For everybody, as without either; or for those entitled, with the restricted detail.",
)


@export.command()
@click.argument("meeting")
@_OUT
@_PUBLIC
@click.option("--signing", is_flag=True, help="With a place for the signature, once approved.")
@click.pass_obj
def notes(path: Path, meeting: str, out: Path, public: bool, signing: bool) -> None:
    """Make the notes of MEETING in Word. Private notes are never in them."""
    from kcsp_desktop.documents.record import notes as made

    _, found = _edition(path, meeting, public=public)
    _export(path, found.body, made(found, signing=signing), out)


@export.command()
@click.argument("meeting")
@_OUT
@_FOR_WHOM
@click.pass_obj
def agenda(path: Path, meeting: str, out: Path, public: bool) -> None:
    """Make the agenda of MEETING in Word: the public one, if nothing else is said."""
    from kcsp_desktop.app import without_window
    from kcsp_desktop.documents.agenda import agenda as made
    from kcsp_desktop.domain.notice import issued_on
    from kcsp_desktop.ui.printing.pack import own_pages

    one, found = _edition(path, meeting, public=public)
    with without_window():
        own = own_pages(_record(path), one)  # its page ranges are those of the pack
    _export(path, found.body, made(found, issued=issued_on(one), own=own), out)


@export.command()
@click.argument("meeting")
@_OUT
@_FOR_WHOM
@click.pass_obj
def supplement(path: Path, meeting: str, out: Path, public: bool) -> None:
    """Make what came after the agenda of MEETING in Word: late reports, urgent items."""
    from kcsp_desktop.documents.supplement import supplement as made
    from kcsp_desktop.domain.notice import issued_on

    one, found = _edition(path, meeting, public=public)
    today = datetime.now().astimezone().date()
    _export(path, found.body, made(found, issued=issued_on(one), day=today), out)


@export.command()
@click.argument("meeting")
@click.option("--item", required=True, help="The code of its item, like B2.")
@_OUT
@_PUBLIC
@click.pass_obj
def report(path: Path, meeting: str, item: str, out: Path, public: bool) -> None:
    """Make the cover of a report to MEETING in Word."""
    from kcsp_desktop.documents.report import report as made

    _, found = _edition(path, meeting, public=public)
    _export(path, found.body, made(found, item), out)


@export.command()
@click.argument("meeting")
@_OUT
@click.pass_obj
def brief(path: Path, meeting: str, out: Path) -> None:
    """Make the chair's brief of MEETING in Word: a running script, for chair and secretary."""
    from kcsp_desktop.documents.brief import brief as made
    from kcsp_desktop.domain.planning.briefing import briefing

    record = _record(path)
    found = _meeting(record, meeting)
    _export(path, record.body_of(found), made(briefing(record, found)), out)


@export.command("signing-in")
@click.argument("meeting")
@_OUT
@click.pass_obj
def signing_in(path: Path, meeting: str, out: Path) -> None:
    """Make the sheet in Word on which people sign at MEETING."""
    from kcsp_desktop.documents.signing_in import signing_in as made
    from kcsp_desktop.domain.disclosure import Audience, edition

    record = _record(path)
    found = edition(record, _meeting(record, meeting), Audience.SECRETARY)
    _export(path, found.body, made(found), out)


def _edition(path: Path, meeting: str, *, public: bool) -> tuple[Meeting, Edition]:
    from kcsp_desktop.domain.disclosure import Audience, edition

    record = _record(path)
    found = _meeting(record, meeting)
    audience = Audience.PUBLIC if public else Audience.RESTRICTED
    return found, edition(record, found, audience)


def _export(path: Path, body: Body, document: Document, out: Path) -> None:
    """Write a document in the body's own template or the delivered one; say where it lies."""
    from kcsp_desktop.documents.word import write_document
    from kcsp_desktop.store.files import template_file

    _made(*write_document(document, out, template_file(path, body.template_id)))


@commands.command()
@click.argument("body")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The .ics to make.")
@click.pass_obj
def calendar(path: Path, body: str, out: Path) -> None:
    """Make the calendar of BODY, like KCSP: its meetings to come, for other programs."""
    from datetime import UTC, datetime

    from kcsp_desktop.documents.calendar_file import write_calendar
    from kcsp_desktop.domain.planning.calendar import calendar_entries

    record = _record(path)
    now = datetime.now(UTC)
    entries = calendar_entries(record, _body(record, body), now.date())
    _made(*write_calendar(entries, now, out))


@export.command("plan")
@click.argument("body")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The .docx to make.")
@click.pass_obj
def export_plan(path: Path, body: str, out: Path) -> None:
    """Make the forward plan of BODY, like KCSP, in Word: what comes to which meeting."""
    from datetime import datetime

    from kcsp_desktop.documents.forward_plan import write_plan
    from kcsp_desktop.domain.disclosure import Audience
    from kcsp_desktop.domain.planning.forward import forward_plan

    record = _record(path)
    today = datetime.now().astimezone().replace(tzinfo=None)
    plan = forward_plan(record, _body(record, body), Audience.PUBLIC, since=today.date())
    _made(*write_plan(plan, today, out, paths.notes_template()))


@export.command("actions")
@click.option("--out", type=click.Path(path_type=Path), required=True,
              help="The .docx, .xlsx, .csv or .ics to make.")  # fmt: skip
@click.option("--body", default="", help="Of the body of that short name alone.")
@click.option("--public", is_flag=True, help="Leave restricted actions and updates out.")
@_ON
@click.pass_obj
def export_actions(path: Path, out: Path, body: str, public: bool, on: datetime | None) -> None:
    """Make a file of the actions: the log in Word, a table, or the days they are due."""
    from kcsp_desktop.documents.registers.exporting import write_actions
    from kcsp_desktop.domain.registers.actions import meeting_days

    record = _record(path)
    found = _editions(record, body, public=public)
    _made(*write_actions(found, meeting_days(record), _day(on), out, _template(path, found)))


@export.command("decisions")
@click.option("--out", type=click.Path(path_type=Path), required=True,
              help="The .docx, .xlsx or .csv to make.")  # fmt: skip
@click.option("--body", default="", help="Of the body of that short name alone.")
@click.option("--public", is_flag=True, help="Leave restricted decisions and outcomes out.")
@_ON
@click.pass_obj
def export_decisions(path: Path, out: Path, body: str, public: bool, on: datetime | None) -> None:
    """Make a file of the decisions: in Word, or a table."""
    from kcsp_desktop.documents.registers.exporting import write_decisions

    found = _editions(_record(path), body, public=public)
    _made(*write_decisions(found, _day(on), out, _template(path, found)))


@export.command()
@click.argument("meeting")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The .pdf to make.")
@click.option("--restricted", is_flag=True, help="With the restricted papers, behind the public.")
@click.pass_obj
def pack(path: Path, meeting: str, out: Path, restricted: bool) -> None:
    """Make the agenda pack of MEETING as one PDF: front sheet, last record, papers."""
    from kcsp_desktop.app import without_window
    from kcsp_desktop.domain.disclosure import Audience
    from kcsp_desktop.ui.printing.making import written_pack

    record = _record(path)
    audience = Audience.RESTRICTED if restricted else Audience.PUBLIC
    found = _meeting(record, meeting)
    with without_window():
        made, sentence = written_pack(record, found, audience, path, out, out.parent)
    if sentence:
        click.echo(sentence, err=True)
    click.echo(str(made))


@commands.command()
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The .png to make.")
@click.option("--meeting", default="", help="The meeting to show; else the list.")
@click.option("--page", type=click.Choice(_PAGES), default="minutes", help="Its page.")
@click.pass_obj
def picture(path: Path, out: Path, meeting: str, page: str) -> None:
    """Make a picture of the window, without showing it."""
    from kcsp_desktop.app import picture as taken

    record = _record(path)
    meeting_id = _meeting(record, meeting).id if meeting else ""
    taken(path, out, meeting_id, page)
    click.echo(str(out))


def _made(target: Path, sentence: str) -> None:
    """Say what was made, and apart from that where it is not what was asked for."""
    if sentence:
        click.echo(sentence, err=True)
    click.echo(str(target))


def _as_json(value: object) -> None:
    import json

    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def _day(on: datetime | None) -> date:
    return (on or datetime.now().astimezone()).date()


def _editions(record: Record, body: str, *, public: bool) -> tuple[Edition, ...]:
    """Return what members, or the public, may see of a body's meetings, or of all."""
    from kcsp_desktop.domain.disclosure import Audience
    from kcsp_desktop.domain.registers.editions import editions

    audience = Audience.PUBLIC if public else Audience.RESTRICTED
    return editions(record, audience, _body_id(record, body))


def _body_id(record: Record, name: str) -> BodyId | None:
    return _body(record, name).id if name.strip() else None


def _show_found(record: Record, name: str, *, as_json: bool) -> None:
    """Say what was found in the minutes of a meeting, less what was dismissed."""
    from kcsp_desktop.documents.actions_json import found_json, found_text
    from kcsp_desktop.domain.commitments import left_to_take
    from kcsp_desktop.domain.disclosure import Audience, edition

    meeting = _meeting(record, name)
    commitments = left_to_take(meeting)
    own = edition(record, meeting, Audience.SECRETARY)
    click.echo((found_json if as_json else found_text)(own, commitments), nl=False)


def _template(store: Path, editions: tuple[Edition, ...]) -> Path:
    """Return the Word template of the body, or the delivered one where they are several."""
    from kcsp_desktop.store.files import template_file

    known = {one.body.template_id for one in editions}
    return template_file(store, known.pop() if len(known) == 1 else None)


def _names(record: Record) -> dict[MeetingId, str]:
    """Return how each meeting is called: "KCSP/2021-11-18", with its time where a day has two."""
    from kcsp_desktop.domain.record import by_date, reference

    days: dict[str, list[Meeting]] = {}
    for meeting in by_date(record.meetings):
        days.setdefault(reference(record, meeting), []).append(meeting)
    return {
        meeting.id: name if len(day) == 1 else f"{name}/{ending}"
        for name, day in days.items()
        for meeting, ending in zip(day, _endings(day), strict=True)
    }


def _endings(day: list[Meeting]) -> list[str]:
    """Tell the meetings of one day apart: by their times, or else by counting them."""
    times = [one.details.start.strftime("%H.%M") if one.details.start else "" for one in day]
    if "" in times or len(set(times)) < len(times):
        return [str(n) for n in range(1, len(day) + 1)]
    return times


def _meeting(record: Record, name: str) -> Meeting:
    """Find a meeting by its name; raises ``KcspError`` where it is none's or more than one's."""
    from kcsp_desktop.domain.record import by_date, reference

    wanted = name.strip().casefold()
    names = _names(record)
    found: list[Meeting] = []
    for meeting in by_date(record.meetings):
        called = reference(record, meeting)
        timed = f"{called}/{_endings([meeting])[0]}"
        if names[meeting.id].casefold() == wanted:
            return meeting
        if wanted in (called.casefold(), timed.casefold()):
            found.append(meeting)
    if len(found) > 1:
        said = " or ".join(names[meeting.id] for meeting in found)
        raise KcspError(f"That day has {len(found)} meetings: say {said}.")
    if found:
        return found[0]
    raise KcspError(
        f"There is no meeting {name.strip()}: they are called like KCSP/2021-11-18,"
        " and “kcsp-desktop meetings” lists them."
    )


def _body(record: Record, name: str) -> Body:
    """Find a body by its short name or its name; raises ``KcspError`` where there is none."""
    wanted = " ".join(name.split()).casefold()
    for body in record.bodies:
        if wanted in (body.short_name.casefold(), body.name.casefold()):
            return body
    known = ", ".join(sorted(body.short_name for body in record.bodies)) or "none yet"
    raise KcspError(f"There is no body {name.strip()}. Those there are: {known}.")


def main() -> None:
    """Run the command line; a failure is one sentence on stderr and a status that is not 0."""
    _speak_utf8()
    try:
        status = commands(standalone_mode=False)
        sys.stdout.flush()
    except NoArgsIsHelpError as error:
        known = ", ".join(_commands_of(error.ctx))
        _fail(f"Say what to do: {known}. --help tells more.")
    except click.ClickException as error:
        _fail(error.format_message())
    except click.Abort:
        _fail("Stopped.")
    except BrokenPipeError:
        # Whoever read along has gone, as `| head` does: nobody is left to be told.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except (Exception, KeyboardInterrupt) as error:
        fail(error)
    else:
        sys.exit(status if isinstance(status, int) else 0)


def fail(error: BaseException) -> NoReturn:
    """Say in one sentence what went wrong, and end; what is no fault of the user's is logged."""
    _speak_utf8()
    if isinstance(error, KeyboardInterrupt):
        _fail("Stopped.")
    if isinstance(error, KcspError):
        _fail(str(error))
    where = _begin_log()
    log.error("ended", exc_info=error)
    _fail(f"Something went wrong in the program ({error}).{where}")


def _speak_utf8() -> None:
    """Let other programs read UTF-8 on every system, and no letter stop the output."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _begin_log() -> str:
    """Write to the log from now on; return a sentence that says where, if it can be written."""
    try:
        logging.basicConfig(filename=paths.log_file(), encoding="utf-8")
    except OSError:
        logging.basicConfig(handlers=[logging.NullHandler()])
        return ""
    return f" {paths.log_file()} says more."


def _commands_of(context: click.Context | None) -> list[str]:
    command = context.command if context else None
    return command.list_commands(context) if isinstance(command, click.Group) and context else []


def _fail(sentence: str) -> NoReturn:
    click.echo(" ".join(sentence.split()), err=True)
    sys.exit(1)
