"""The command line: an argument in, a sentence, JSON or a file out.

Every command imports what it needs when it is called: the window must not wait for Word, nor a
listing for the window.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kcsp_desktop import paths
from kcsp_desktop.domain.errors import KcspError

if TYPE_CHECKING:
    from kcsp_desktop.domain.meeting import Meeting
    from kcsp_desktop.domain.record import Record
    from kcsp_desktop.store.store import Store

log = logging.getLogger("kcsp_desktop")


@click.group(invoke_without_command=True)
@click.option("--store", type=click.Path(path_type=Path), help="The store; else your own.")
@click.version_option(package_name="kcsp-desktop")
@click.pass_context
def commands(context: click.Context, store: Path | None) -> None:
    """Minutes as people speak, notes as the council prints them.

    Without a command the window is opened.
    """
    context.obj = store or paths.default_store()
    if context.invoked_subcommand is None:
        from kcsp_desktop.app import run

        context.exit(run(context.obj))


def _store(path: Path, *, write: bool = False) -> Store:
    # sqlite-utils costs 150 ms: not before a command needs the store.
    from kcsp_desktop.store.opening import open_store

    return open_store(path, write=write)


@commands.command()
@click.pass_obj
def sample(path: Path) -> None:
    """Add the sample body and its two meetings to the store."""
    from kcsp_desktop.domain.applying import apply_all
    from kcsp_desktop.importing.sample import sample_body_id, sample_edits

    store = _store(path, write=True)
    try:
        if store.read_only:
            raise KcspError(store.read_only)
        if store.record.body(sample_body_id()) is not None:
            raise KcspError("The sample is in this store already.", str(path))
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

    from kcsp_desktop.domain.record import by_date, reference

    store = _store(path)
    store.close()
    record = store.record
    found = [
        {
            "meeting": reference(record, meeting),
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

    store = _store(path)
    store.close()
    audience = Audience.PUBLIC if public else Audience.SECRETARY
    found = edition(store.record, _meeting(store.record, meeting), audience)
    click.echo(meeting_json(found) if as_json else meeting_text(found), nl=False)


@commands.group()
def export() -> None:
    """Make a document."""


@export.command()
@click.argument("meeting")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The .docx to make.")
@click.option("--public", is_flag=True, help="Leave restricted detail out.")
@click.pass_obj
def notes(path: Path, meeting: str, out: Path, public: bool) -> None:
    """Make the notes of MEETING in Word. Private notes are never in them."""
    from kcsp_desktop.documents.word import write_notes
    from kcsp_desktop.domain.disclosure import Audience, edition

    store = _store(path)
    store.close()
    audience = Audience.PUBLIC if public else Audience.RESTRICTED
    found = edition(store.record, _meeting(store.record, meeting), audience)
    made, sentence = write_notes(found, out, paths.notes_template())
    if sentence:
        click.echo(sentence, err=True)
    click.echo(str(made))


@commands.command()
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The .png to make.")
@click.option("--meeting", default="", help="The meeting to show; else the list.")
@click.option("--page", default="minutes", help="The page of that meeting.")
@click.pass_obj
def picture(path: Path, out: Path, meeting: str, page: str) -> None:
    """Make a picture of the window, without showing it."""
    from kcsp_desktop.app import picture as taken

    store = _store(path)
    store.close()
    meeting_id = _meeting(store.record, meeting).id if meeting else ""
    taken(path, out, meeting_id, page)
    click.echo(str(out))


def _meeting(record: Record, name: str) -> Meeting:
    """Find a meeting by "KCSP/2021-11-18", or with its time where a day has two."""
    from kcsp_desktop.domain.record import by_date, reference

    wanted = name.strip()
    found = [m for m in by_date(record.meetings) if reference(record, m) == wanted]
    if not found:
        timed = [m for m in by_date(record.meetings) if _timed(record, m) == wanted]
        if timed:
            return timed[0]
        known = ", ".join(reference(record, m) for m in by_date(record.meetings)) or "none"
        raise KcspError(f"There is no meeting {wanted}.", f"Known: {known}.")
    if len(found) > 1:
        names = " or ".join(_timed(record, m) for m in found)
        raise KcspError(f"That day has {len(found)} meetings.", todo=f"Say {names}.")
    return found[0]


def _timed(record: Record, meeting: Meeting) -> str:
    from kcsp_desktop.domain.record import reference

    start = meeting.details.start
    return f"{reference(record, meeting)}/{start.strftime('%H.%M') if start else ''}"


def main() -> None:
    """Run the command line; a failure is one sentence on stderr and a status that is not 0."""
    try:
        commands(standalone_mode=False)
    except click.ClickException as error:
        _fail(error.format_message())
    except (click.Abort, KeyboardInterrupt):
        _fail("Stopped.")
    except KcspError as error:
        _fail(str(error))
    except Exception as error:
        logging.basicConfig(filename=paths.log_file(), encoding="utf-8")
        log.exception("command line")
        _fail(f"Something went wrong in the program ({error}). {paths.log_file()} says more.")


def _fail(sentence: str) -> None:
    click.echo(" ".join(sentence.split()), err=True)
    sys.exit(1)


def window() -> None:
    """Open the window on the user's own store (for a start menu)."""
    from kcsp_desktop.app import run

    sys.exit(run(paths.default_store()))
