"""Every command of the user, once: name, words, keys, menu, where it works.

Menus, the status bar, the F1 sheet and ``docs/driving.md`` are made from this table. A page
answers the commands it handles (``Page.handlers``); the window answers the rest.
"""

from __future__ import annotations

from dataclasses import dataclass

MEETING_PAGES = ("details", "attendance", "agenda", "minutes", "issue")
MENUS = ("&File", "&Edit", "&View", "&Insert", "Ite&m", "&Go", "&Tools", "&Help")


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A command. ``where`` names the pages that answer it; empty: it works everywhere.

    ``hint`` is the short form for the status bar. ``on_list`` keys (single letters, Ins, Del)
    work only while a list has the focus and are given out by the list, not by the menu.
    """

    name: str
    text: str
    keys: str
    menu: str
    where: tuple[str, ...] = ()
    hint: str = ""
    on_list: bool = False


def _c(menu: str, name: str, text: str, keys: str = "", hint: str = "", *where: str) -> Command:
    return Command(name=name, text=text, keys=keys, menu=menu, where=where, hint=hint)


def _l(menu: str, name: str, text: str, keys: str, hint: str, *where: str) -> Command:
    return Command(name=name, text=text, keys=keys, menu=menu, where=where, hint=hint, on_list=True)


_F, _E, _V, _I, _M, _G, _T, _H = MENUS
LISTS = (
    "meetings", "forward_plan", "bodies", "people", "organisations", "abbreviations", "agenda",
    "attendance", "priorities", "registers",
)  # fmt: skip

COMMANDS: tuple[Command, ...] = (
    _c(_F, "new-meeting", "&New meeting…", "Ctrl+N", "New meeting"),
    _c(_F, "plan-meetings", "&Plan meetings…", "", "Plan meetings"),
    _c(_F, "new-body", "New &body…", "", "New body"),
    _c(_F, "open-sample", "Open the &sample"),
    _c(_F, "make-notes", "Make the &notes in Word", "Ctrl+E", "Make the notes"),
    _c(_F, "make-document", "Make another &document in Word…", "Ctrl+Shift+W", "Other documents"),
    _l(
        _F, "calendar-file", "Make the &calendar for others…", "K", "Calendar", "forward_plan",
    ),
    _l(
        _F, "plan-in-word", "Make the &forward plan in Word…", "W", "In Word", "forward_plan",
    ),
    _c(_F, "make-pack", "Make the agenda &pack (PDF)…", "Ctrl+K", "Make the pack"),
    _c(_F, "print", "Pr&int…", "Ctrl+P", "Print"),
    _c(_F, "quit", "&Quit", "Ctrl+Q"),
    _c(_E, "undo", "&Undo", "Ctrl+Z"),
    _c(_E, "redo", "&Redo", "Ctrl+Y"),
    _c(_E, "cut", "Cu&t", "Ctrl+X", "", "minutes"),
    _c(_E, "copy", "&Copy", "Ctrl+C", "", "minutes"),
    _c(_E, "paste", "&Paste", "Ctrl+V", "", "minutes"),
    _c(_E, "paste-words", "Paste &words alone", "Ctrl+Shift+V", "", "minutes"),
    _c(_E, "select-all", "Select &all", "Ctrl+A", "", "minutes"),
    _c(_E, "bold", "&Bold", "Ctrl+B", "", "minutes"),
    _c(_E, "italic", "&Italic", "Ctrl+I", "", "minutes"),
    _c(
        _E, "find", "&Find", "Ctrl+F", "Find", *LISTS, "actions", "decisions", "reports", "found",
        "minutes",
    ),
    _c(_E, "find-next", "Find ne&xt", "F3", "", "minutes"),
    _c(_V, "theme-system", "Theme of the &system"),
    _c(_V, "theme-light", "&Light"),
    _c(_V, "theme-dark", "&Dark"),
    _c(_V, "theme-contrast", "High &contrast"),
    _c(_V, "larger", "&Larger", "Ctrl++"),
    _c(_V, "smaller", "&Smaller", "Ctrl+-"),
    _c(_V, "usual-size", "&Usual size", "Ctrl+0"),
    _c(_V, "outline", "&Outline", "F9", "Agenda", "minutes"),
    _c(_V, "people-panel", "&People and actions", "Shift+F9", "People", "minutes"),
    _c(_V, "only-sheet", "Only the s&heet", "F11", "", "minutes"),
    _c(_V, "room-view", "&Room view", "F5", "Room view", "minutes"),
    _c(_V, "times", "&Times of blocks", "", "", "minutes"),
    _l(_V, "as-table", "&Figures as a table or drawn", "T", "Table", "home"),
    _l(_V, "other-chart", "A&ttendance or actions in the figures", "C", "Other figures", "home"),
    _l(_V, "other-body", "Figures of the next &body", "B", "Next body", "home"),
    _c(_I, "resolution", "&Resolution", "Ctrl+R", "Resolution", "minutes"),
    _c(_I, "usual", "&Usual resolution", "Ctrl+Shift+R", "Usual resolution", "minutes"),
    _c(_I, "vote", "&Vote…", "Ctrl+Shift+T", "Vote", "minutes"),
    _c(_I, "action", "&Action…", "Ctrl+T", "Action", "minutes"),
    _c(_I, "flag", "&Flag for later", "Ctrl+L", "Flag", "minutes"),
    _c(_I, "came-or-went", "Who came or &went…", "Ctrl+Shift+A", "", "minutes"),
    _c(_I, "declaration", "&Declaration of interest…", "Ctrl+Shift+D", "", "minutes"),
    _c(_I, "add-person", "Add a p&erson…", "F4", "Add a person", "minutes"),
    _c(_I, "plain", "Number on or o&ff", "Ctrl+Shift+L", "Number on/off", "minutes"),
    _c(_I, "bullet", "&Bullet", "Ctrl+Shift+B", "", "minutes"),
    _c(_I, "letter", "&Lettered list", "Ctrl+Shift+K", "", "minutes"),
    _c(_I, "private-note", "&Private note", "Ctrl+Shift+N", "Private note", "minutes"),
    _c(
        _I, "post-meeting-note", "Post-&meeting note", "Ctrl+Shift+M", "Post-meeting note",
        "minutes",
    ),
    _c(
        _I, "other-text", "Put in the other te&xt, public or restricted", "Ctrl+Shift+U", "",
        "minutes",
    ),
    _c(_M, "deferred", "De&ferred", "", "", "minutes"),
    _c(_M, "withdrawn", "&Withdrawn", "", "", "minutes"),
    _c(_M, "not-reached", "Not re&ached", "", "", "minutes"),
    _c(_M, "no-outcome", "N&o outcome, and why…", "", "", "minutes"),
    _c(
        _M, "approve-notes", "Approve the &last notes…", "Ctrl+Shift+Q", "Approve the last notes",
        "minutes",
    ),
    _c(_M, "move-to-item", "Move to another &item…", "Ctrl+Shift+G", "", "minutes"),
    _l(_M, "add", "&New…", "Ins", "New", *LISTS),
    _l(_M, "edit", "&Edit…", "Return", "Edit", *LISTS, "actions", "decisions", "reports", "found"),
    _l(_M, "remove", "&Delete", "Del", "Delete", *LISTS),
    _l(_M, "duplicate", "D&uplicate", "D", "Duplicate", "meetings", "agenda"),
    _l(_M, "posts", "P&osts…", "P", "Posts", "people"),
    _l(_M, "merge", "Ma&ke one of two…", "G", "Make one of two", "people"),
    _l(_M, "cancel", "&Cancel or reinstate", "C", "Cancel", "meetings", "forward_plan"),
    _l(_M, "fill", "Fill from the &pattern", "G", "Fill", "meetings", "forward_plan", "agenda"),
    _l(
        _M, "move-meeting", "Mo&ve the meeting…", "V", "Move", "meetings", "forward_plan",
        "details",
    ),
    _l(_M, "provisional", "Pro&visional or settled", "P", "Provisional", "forward_plan"),
    _l(_M, "future-dates", "&Next meetings…", "N", "Next meetings", "agenda", "details"),
    _l(
        _M, "take-dates", "Tak&e the planned meetings as the next", "K", "Take the planned",
        "agenda", "details",
    ),
    _c(_M, "move-up", "Move &up", "Alt+Up", "Move up", "agenda", "minutes", "attendance"),
    _c(_M, "move-down", "Move dow&n", "Alt+Down", "Move down", "agenda", "minutes", "attendance"),
    _l(_M, "restrict", "&Restrict or open", "R", "Restrict", "agenda"),
    _l(_M, "skip", "&Skip once or not", "S", "Skip once", "bodies"),
    _l(_M, "report", "Repor&t…", "T", "Report", "agenda"),
    _l(_M, "attach", "Attach a &file…", "F", "Attach a file", "agenda"),
    _l(_M, "papers", "&Papers of the item", "P", "Papers", "agenda"),
    _l(_M, "add-section", "New &section…", "S", "New section", "agenda"),
    _l(_M, "received", "Re&ceived today", "R", "Received today", "reports"),
    _l(_M, "chase", "&Write a reminder…", "W", "Write a reminder", "reports"),
    _l(_M, "minuted", "&Minuted or not", "M", "Minuted", "agenda"),
    _l(_M, "present", "&Present", "P", "Present", "attendance"),
    _l(_M, "online", "&Online", "O", "Online", "attendance"),
    _l(_M, "apologies", "&Apologies", "A", "Apologies", "attendance"),
    _l(_M, "substitute", "&Substitute…", "S", "Substitute", "attendance"),
    _l(_M, "in-attendance", "&In attendance", "I", "In attendance", "attendance"),
    _l(_M, "also-present", "Also p&resent", "L", "Also present", "attendance"),
    _l(_M, "absent", "A&bsent", "N", "Absent", "attendance"),
    _l(_M, "unmark", "Not mar&ked", "Backspace", "", "attendance"),
    _c(_M, "all-present", "A&ll unmarked are here", "Ctrl+Shift+P", "All are here", "attendance"),
    _l(_M, "arrived-or-left", "Arrived or le&ft…", "T", "Arrived or left", "attendance"),
    _l(_M, "preside", "In the &Chair…", "C", "In the Chair", "attendance"),
    _l(_M, "sitting", "Start, end and &breaks…", "M", "Times", "attendance"),
    _l(_M, "inquorate", "Close for want of a &quorum…", "Q", "No quorum", "attendance"),
    _l(_M, "refresh-members", "Refresh from the &members", "R", "Members", "attendance"),
    _c(_M, "other-tab", "Public &summary or restricted detail", "F7", "Other text", "minutes"),
    _l(_M, "update", "&Update…", "U", "Update", "actions"),
    _l(_M, "close-action", "&Close or open again…", "C", "Close", "actions"),
    _l(_M, "in-progress", "In &progress or not", "P", "In progress", "actions"),
    _l(_M, "mark", "Mar&k for several at once", "Space", "Mark", "actions"),
    _l(
        _M, "go-to-minute", "&Go to where it was agreed", "G", "Minute", "actions", "decisions",
        "found", "registers",
    ),
    _c(_M, "found", "Commitments not lo&gged", "Ctrl+Shift+F", "Not logged"),
    _l(_M, "take", "&Take as an action", "T", "Take", "found"),
    _l(_M, "dismiss", "Dismiss or &bring back", "X", "Dismiss", "found"),
    _l(_M, "item-tags", "What the item is a&bout…", "A", "About", "agenda", "minutes"),
    _l(_M, "tags", "What it is a&bout…", "T", "About", "actions"),
    _l(_M, "new-grant", "&New grant…", "N", "New grant", "registers"),
    _l(_M, "reported", "&Reported at…", "R", "Reported at", "registers"),
    _l(_M, "new-case", "New case re&view…", "V", "New case review", "registers"),
    _l(_M, "keep-filter", "&Keep this filter…", "K", "", "actions"),
    _l(_M, "drop-filter", "Drop this &filter", "D", "", "actions"),
    _c(_G, "home", "&Home", "Alt+Home"),
    _c(_G, "meetings", "&Meetings", "Ctrl+M", "Meetings"),
    _c(_G, "actions", "Acti&ons", "Ctrl+Shift+I"),
    _c(_G, "decisions", "De&cisions", "Ctrl+Shift+C"),
    _c(_G, "priorities", "Prioriti&es"),
    _c(_G, "registers", "G&rants and case reviews"),
    _c(_G, "bodies", "&Bodies", "Ctrl+Shift+O"),
    _c(_G, "people", "&People", "Ctrl+Shift+E"),
    _c(_G, "organisations", "Or&ganisations"),
    _c(_G, "abbreviations", "Abbre&viations", "Ctrl+Shift+Y"),
    _c(_G, "forward-plan", "For&ward plan", "Ctrl+J"),
    _c(_G, "reports", "Reports &owed", "Ctrl+Shift+X"),
    _c(_G, "page-details", "&Details", "Ctrl+1"),
    _c(_G, "page-attendance", "&Attendance", "Ctrl+2"),
    _c(_G, "page-agenda", "A&genda", "Ctrl+3"),
    _c(_G, "page-minutes", "Min&utes", "Ctrl+4"),
    _c(_G, "page-issue", "&Issue", "Ctrl+5"),
    _c(_G, "go-to-item", "&Go to item…", "Ctrl+G", "Go to item", "minutes"),
    _c(_G, "next-flag", "Next f&lag", "F8", "Next flag", "minutes"),
    _c(_G, "next-item", "&Next item", "Ctrl+Return", "Next item", "minutes"),
    _c(_G, "former-item", "&Former item", "Ctrl+Shift+Return", "", "minutes"),
    _c(_G, "next-column", "Ne&xt column", "F6"),
    _c(_G, "former-column", "F&ormer column", "Shift+F6"),
    _c(_T, "next-misspelling", "Next &misspelling", "Shift+F7", "", "minutes"),
    _c(_T, "word-menu", "Menu of the &word in hand", "Shift+F10", "", "minutes"),
    _c(_T, "mend-name", "Mend a &name everywhere…", "Ctrl+Shift+H", "", "minutes"),
    _c(_T, "spelling", "&Spelling: how it stands"),
    _c(_T, "event", "&What happens next…", "Ctrl+Shift+S", "What happens next"),
    _c(_T, "correction", "Record a correc&tion…", "Ctrl+Shift+J", "Correction", "issue"),
    _c(_T, "documents-folder", "Documents &folder…", "", "Folder", "issue"),
    _l(_T, "bring-in", "&Bring a list in…", "B", "Bring in", "abbreviations", "people"),
    _l(
        _T, "write-out", "Write the list &out…", "W", "Write out", "abbreviations", "people",
        "actions", "decisions", "priorities",
    ),
    _l(_T, "chasers", "Write to the o&wners…", "M", "Write to owners", "actions"),
    _c(_H, "all-keys", "All &keys", "F1", "All keys"),
    _c(_H, "about", "&About KCSP Desktop"),
)  # fmt: skip

BY_NAME = {command.name: command for command in COMMANDS}


_HINTS = {
    ("meetings", "add"): "New meeting",
    ("bodies", "add"): "New body",
    ("people", "add"): "New person",
    ("organisations", "add"): "New organisation",
    ("abbreviations", "add"): "New abbreviation",
    ("forward_plan", "add"): "Plan meetings",
    ("agenda", "add"): "New item",
    ("priorities", "add"): "New priority",
    ("registers", "add"): "New project",
    ("attendance", "add"): "Add a person",
    ("reports", "edit"): "Go to the report",
    ("registers", "go-to-minute"): "Go to the report",
}  # the status bar has room to say what is new


def hints(page: str, names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return (keys, words) for the status bar; a name unknown to the table raises ``KeyError``."""
    found = [BY_NAME[name] for name in names]
    return tuple(
        (
            shown_keys(command.keys),
            _HINTS.get((page, command.name)) or command.hint or command.text.replace("&", ""),
        )
        for command in found
        if not command.where or page in command.where
    )


def shown_keys(keys: str) -> str:
    """Return keys as keycaps say them: "Enter" for Return, "Del", "Alt+Up"."""
    return keys.replace("Return", "Enter")
