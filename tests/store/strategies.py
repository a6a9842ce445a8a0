"""Random records and random edits of them, for the laws of the store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from hypothesis import strategies as st

from kcsp_desktop.domain.abbreviations import Abbreviation
from kcsp_desktop.domain.actions import Action, ActionState, Due, DueKind, Update
from kcsp_desktop.domain.attendance import Attendance, Capacity, Declaration, InterestKind
from kcsp_desktop.domain.blocks import Block, BlockKind, Visibility, Vote, normalised
from kcsp_desktop.domain.body import (
    Body,
    DateForm,
    Holidays,
    Membership,
    MentionReach,
    NoticeKind,
    NoticeRule,
    ParagraphForm,
    ResolutionShape,
    Role,
    SectionPattern,
    StandingItem,
)
from kcsp_desktop.domain.entries import (
    CaseReview,
    Grant,
    Project,
    ProjectState,
    SavedFilter,
    Tag,
    TagKind,
)
from kcsp_desktop.domain.ids import (
    AbbreviationId,
    ActionId,
    AmendmentId,
    BlockId,
    BodyId,
    DeclarationId,
    EntryId,
    FileId,
    ItemId,
    MeetingId,
    OrganisationId,
    PaperId,
    PersonId,
    SectionId,
)
from kcsp_desktop.domain.kinds import Course, ItemKind, Mode
from kcsp_desktop.domain.life import (
    Adjournment,
    Amendment,
    Approval,
    FutureDate,
    Issued,
    MovedDate,
    Outcome,
    StateChange,
)
from kcsp_desktop.domain.lifecycle import MeetingState
from kcsp_desktop.domain.meeting import AgendaItem, Details, Meeting, Section
from kcsp_desktop.domain.people import Organisation, OrganisationKind, Person, Post
from kcsp_desktop.domain.record import Record
from kcsp_desktop.domain.reports import Classification, Contact, Paper, Report, ReportState

words = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
numbers = st.integers(min_value=0, max_value=10**6)
ids = st.uuids().map(str)


tags_of = st.lists(ids.map(EntryId), max_size=2).map(tuple)


def lists(values, key, size=4):
    return st.lists(values, max_size=size, unique_by=key).map(tuple)


def by_id(value):
    return value.id


runs = st.lists(st.tuples(words, st.integers(0, 3)), max_size=3).map(normalised)
blocks = st.builds(
    Block,
    id=ids.map(BlockId),
    kind=st.sampled_from(BlockKind),
    runs=runs,
    visibility=st.sampled_from(Visibility),
    noted_at=words,
    flagged=st.booleans(),
    vote=st.none()
    | st.builds(
        Vote,
        mover=words,
        seconder=words,
        in_favour=st.none() | st.integers(0, 99),
        against=st.none() | st.integers(0, 99),
        abstained=st.none() | st.integers(0, 99),
        named=st.lists(st.tuples(words, words), max_size=2).map(tuple),
    ),
)
people = st.builds(
    Person,
    id=ids.map(PersonId),
    honorific=words,
    initials=words,
    surname=words,
    forename=words,
    post_nominals=words,
    organisation_id=st.none() | ids.map(OrganisationId),
    posts=st.lists(
        st.builds(Post, title=words, organisation=words, begins=words, ends=words), max_size=2
    ).map(tuple),
    email=words,
    phone=words,
    spellings=st.lists(words, max_size=2).map(tuple),
)
organisations = st.builds(
    Organisation,
    id=ids.map(OrganisationId),
    name=words,
    short_name=words,
    kind=st.sampled_from(OrganisationKind),
    responsible=st.booleans(),
)
memberships = st.builds(
    Membership,
    person_id=ids.map(PersonId),
    role=st.sampled_from(Role),
    organisation_id=st.none() | ids.map(OrganisationId),
    begins=words,
    ends=words,
    voting=st.booleans(),
    substitute_id=st.none() | ids.map(PersonId),
)
standing = st.builds(
    StandingItem,
    section=words,
    title=words,
    kind=st.sampled_from(ItemKind),
    minuted=st.booleans(),
    restriction=words,
    presenter=words,
    minutes_planned=numbers,
    month=st.integers(0, 12),
    skip_once=st.booleans(),
    decided=words,
)
notices = st.builds(
    NoticeRule,
    days=numbers,
    kind=st.sampled_from(NoticeKind),
    holidays=st.sampled_from(Holidays),
)
starts = st.none() | st.times().map(lambda at: time(at.hour, at.minute))
patterns = st.builds(SectionPattern, letter=words, title=words, restricted=st.booleans())
bodies = st.builds(
    Body,
    id=ids.map(BodyId),
    name=words,
    short_name=words,
    authority=words,
    record_word=words,
    chair_word=words,
    vice_chair_word=words,
    member_word=words,
    resolution_shape=st.sampled_from(ResolutionShape),
    sections=st.lists(patterns, max_size=3).map(tuple),
    print_apologies=st.booleans(),
    print_restricted_heading=st.booleans(),
    bold_resolved=st.booleans(),
    quorum=numbers,
    usual_venue=words,
    members=st.lists(memberships, max_size=3).map(tuple),
    records_votes=st.booleans(),
    mention_reach=st.sampled_from(MentionReach),
    mention_initials=st.booleans(),
    words=st.lists(words, max_size=3).map(tuple),
    parent_id=st.none() | ids.map(BodyId),
    contact=words,
    contact_phone=words,
    contact_email=words,
    usual_mode=st.sampled_from(Mode),
    usual_start=starts,
    notice=notices,
    chair_days=numbers,
    circulate_days=numbers,
    standing=st.lists(standing, max_size=3).map(tuple),
    paragraph_form=st.sampled_from(ParagraphForm),
    date_form=st.sampled_from(DateForm),
    print_future_dates=st.booleans(),
    print_posts=st.booleans(),
    cites_exempt=st.booleans(),
    template_id=st.none() | ids.map(FileId),
    annex_actions=st.booleans(),
    keeps_grants=st.booleans(),
    keeps_cases=st.booleans(),
)
sections = st.builds(
    Section,
    id=ids.map(SectionId),
    letter=words,
    title=words,
    restricted=st.booleans(),
)
reports = st.builds(
    Report,
    by=st.lists(words, max_size=2).map(tuple),
    to=words,
    classification=st.sampled_from(Classification),
    subject=words,
    summary=words,
    recommendations=st.lists(words, max_size=2).map(tuple),
    contacts=st.lists(st.builds(Contact, name=words, post=words, email=words), max_size=2).map(
        tuple
    ),
    deadline=words,
    received_on=words,
    state=st.sampled_from(ReportState),
    author_email=words,
)
papers = st.builds(
    Paper,
    id=ids.map(PaperId),
    label=words,
    file_name=words,
    file_id=ids.map(FileId),
    pages=numbers,
    restricted=st.booleans(),
    draft=st.booleans(),
)
items = st.builds(
    AgendaItem,
    id=ids.map(ItemId),
    section_id=ids.map(SectionId),
    title=words,
    kind=st.sampled_from(ItemKind),
    presenter=words,
    pages=words,
    minutes_planned=numbers,
    minuted=st.booleans(),
    restricted=st.booleans(),
    restriction=words,
    no_outcome=words,
    course=st.sampled_from(Course),
    began=words,
    spent=numbers,
    standing=st.booleans(),
    exempt=st.lists(st.integers(1, 7), max_size=2).map(tuple),
    detail=words,
    urgent_reason=words,
    notes_of=st.none() | ids.map(MeetingId),
    report=st.none() | reports,
    papers=lists(papers, by_id, 2),
    tags=tags_of,
    blocks=lists(blocks, by_id),
)
times = starts
amendments = st.builds(
    Amendment,
    id=ids.map(AmendmentId),
    item_id=ids.map(ItemId),
    block_id=st.none() | ids.map(BlockId),
    cited=words,
    before=words,
    after=words,
    asked_by=words,
    meeting_id=st.none() | ids.map(MeetingId),
)
approvals = st.builds(
    Approval,
    meeting_id=ids.map(MeetingId),
    item_id=ids.map(ItemId),
    day=words,
    presiding=words,
    signed_on=words,
)


def few(kind, /, **values):
    return st.lists(st.builds(kind, **values), max_size=2).map(tuple)


details = st.builds(
    Details,
    date=st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 1, 1)),
    start=times,
    end=times,
    mode=st.sampled_from(Mode),
    venue=words,
    contact=words,
    contact_phone=words,
    contact_email=words,
    first_number=numbers,
    first_number_reason=words,
    provisional=st.booleans(),
)
attendances = st.builds(
    Attendance,
    person_id=ids.map(PersonId),
    name=words,
    post=words,
    organisation=words,
    role=st.sampled_from(Role),
    capacity=st.sampled_from(Capacity),
    substitute_for=st.none() | ids.map(PersonId),
    arrived=words,
    left=words,
    arrived_item=st.none() | ids.map(ItemId),
    left_item=st.none() | ids.map(ItemId),
)
declarations = st.builds(
    Declaration,
    id=ids.map(DeclarationId),
    person_id=ids.map(PersonId),
    name=words,
    item_id=ids.map(ItemId),
    kind=st.sampled_from(InterestKind),
    text=words,
    left_room=st.booleans(),
)
abbreviations = st.builds(
    Abbreviation,
    id=ids.map(AbbreviationId),
    short=words,
    full=words,
    acronym=st.booleans(),
)
actions = st.builds(
    Action,
    id=ids.map(ActionId),
    item_id=ids.map(ItemId),
    block_id=st.none() | ids.map(BlockId),
    text=words,
    owner=words,
    due=st.builds(Due, kind=st.sampled_from(DueKind), words=words, date=words),
    state=st.sampled_from(ActionState),
    note=words,
    visibility=st.sampled_from(Visibility),
    closed_on=words,
    dormant_until=words,
    updates=st.lists(
        st.builds(Update, day=words, text=words, meeting_id=st.none() | ids.map(MeetingId)),
        max_size=2,
    ).map(tuple),
    tags=tags_of,
)
owned = {"id": ids.map(EntryId), "body_id": ids.map(BodyId)}
item_ids = st.lists(ids.map(ItemId), max_size=2).map(tuple)
entries = st.one_of(
    st.builds(
        Tag,
        **owned,
        name=words,
        kind=st.sampled_from(TagKind),
        lead=words,
        begins=numbers,
        ends=numbers,
    ),
    st.builds(Grant, **owned, year=words, allocation=numbers, upfront=numbers, tactical=numbers),
    st.builds(
        Project,
        **owned,
        grant_id=ids.map(EntryId),
        name=words,
        run_by=words,
        from_tactical=st.booleans(),
        bid=numbers,
        approved=numbers,
        spent=numbers,
        returned=numbers,
        deadline=words,
        state=st.sampled_from(ProjectState),
        items=item_ids,
    ),
    st.builds(
        CaseReview,
        **owned,
        pseudonym=words,
        year=numbers,
        stage=words,
        next_report=words,
        items=item_ids,
    ),
    st.builds(
        SavedFilter,
        **owned,
        name=words,
        register=words,
        settings=st.lists(st.tuples(words, words), max_size=2).map(tuple),
    ),
)
meetings = st.builds(
    Meeting,
    id=ids.map(MeetingId),
    body_id=ids.map(BodyId),
    details=details,
    state=st.sampled_from(MeetingState),
    sections=lists(sections, by_id),
    items=lists(items, by_id),
    attendance=lists(attendances, lambda row: row.person_id),
    actions=lists(actions, by_id),
    declarations=lists(declarations, by_id),
    issued_numbers=st.lists(st.tuples(ids.map(ItemId), numbers), max_size=3).map(tuple),
    presided_by=st.none() | ids.map(PersonId),
    adjournments=few(Adjournment, at=words, resumed=words),
    inquorate=st.booleans(),
    future_dates=few(FutureDate, day=words, start=words, provisional=st.booleans()),
    moved_from=few(MovedDate, day=words, start=words, moved_on=words, reason=words),
    amendments=st.lists(amendments, max_size=2).map(tuple),
    approval=st.none() | approvals,
    log=few(StateChange, event=words, at=words, who=words, note=words),
    issued=few(
        Issued,
        kind=words,
        stage=words,
        audience=words,
        name=words,
        digest=words,
        at=words,
        who=words,
    ),
    outcomes=few(Outcome, block_id=ids.map(BlockId), text=words, tags=tags_of),
    dismissed=st.lists(words, max_size=2).map(tuple),
)


@st.composite
def records(draw):
    """A record whose meetings are all of one of its bodies."""
    found = draw(lists(bodies, by_id, 3))
    held = draw(lists(meetings, by_id, 3)) if found else ()
    return Record(
        bodies=found,
        organisations=draw(lists(organisations, by_id)),
        people=draw(lists(people, by_id)),
        abbreviations=draw(lists(abbreviations, by_id)),
        entries=tuple(
            replace(one, body_id=draw(st.sampled_from(found)).id)
            for one in (draw(lists(entries, by_id)) if found else ())
        ),
        meetings=tuple(replace(one, body_id=draw(st.sampled_from(found)).id) for one in held),
    )


def shuffled(draw, values, new):
    """Some of ``values`` in any order, and some new ones anywhere between."""
    kept = draw(st.lists(st.sampled_from(values), unique_by=by_id)) if values else []
    for one in draw(st.lists(new, max_size=2, unique_by=by_id)):
        kept.insert(draw(st.integers(0, len(kept))), one)
    return tuple(kept)


@st.composite
def edited(draw, record: Record):
    """Another record that shares most of its values with ``record``, blocks moved and all."""
    changed = tuple(draw(edited_meeting(one)) if draw(st.booleans()) else one
                    for one in record.meetings)  # fmt: skip
    if record.bodies and draw(st.booleans()):
        body = draw(st.sampled_from(record.bodies)).id
        changed = shuffled(draw, changed, meetings.map(lambda one: replace(one, body_id=body)))
    return replace(record, meetings=changed, people=shuffled(draw, record.people, people))


@st.composite
def edited_meeting(draw, meeting: Meeting):
    """The meeting with blocks moved between items, rewritten, added and taken away."""
    found = list(shuffled(draw, meeting.items, items))
    pool = [block for item in found for block in item.blocks]
    if found and pool and draw(st.booleans()):
        pool = draw(st.permutations(pool))
        cut = draw(st.integers(0, len(pool)))
        first = tuple(replace(one, runs=draw(runs)) for one in pool[:cut])
        found = [replace(item, blocks=()) for item in found]
        found[0] = replace(found[0], blocks=first)
        found[-1] = replace(found[-1], blocks=found[-1].blocks + tuple(pool[cut:]))
    return replace(meeting, items=tuple(found), details=draw(details))
