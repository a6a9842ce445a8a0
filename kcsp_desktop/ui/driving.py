"""Makes ``docs/driving.md``: every key, and the names of widgets that stay the same."""

from __future__ import annotations

from kcsp_desktop.ui.keys_sheet import rows

NAMES = (
    ("mainWindow", "the window"),
    ("strip_tabs, strip_home, strip_saved", "the strip: tabs, Home, the saved state"),
    ("notice_deed, notice_close", "the notice's deed and its Close"),
    ("deed, leave", "a dialog's main button, and the one that leaves"),
    ("outline", "Minutes: the agenda at the left"),
    ("itemHead", "Minutes: number, title, facts, the two texts of a restricted item"),
    ("sheet", "Minutes: the text of the item in hand"),
    ("sheetMenu", "Minutes: the menu of the text: suggestions, then commands"),
    ("roomPanel", "Minutes: people and actions"),
    ("noticeLines", "Details, Issue: the last day to issue, what is due after the meeting"),
    ("attendanceList, attendanceFilter", "Attendance: the list, and what narrows it"),
    ("attendanceQuorum, attendanceChair", "Attendance: the quorum, and who is in the Chair"),
    ("printedPresent, printedApologies", "Attendance: a line as it will be printed"),
    ("insteadName, insteadOrganisation", "S on a member: who is here, and for whom they come"),
    ("arrivedItem, arrivedTime", "T: at which item, and when; leftItem and leftTime too"),
    ("presidedBy", "C: who is in the Chair"),
    ("sittingStart, sittingEnd, sittingBreaks", "M: when the meeting sat"),
    ("forward_planList, forwardBody", "Forward plan: the meetings to come, and whose"),
    ("planDialog, planDates, planStart", "the question for the days of a year"),
    ("moveDialog, moveDate, moveStart, moveWhy, moveLists", "the question where it is moved"),
    ("detailsMove, detailsMoved", "Details: the button that moves it, and where it was before"),
    ("futureDatesDialog, futureDates, takePlanned, futurePlan", "the question for later meetings"),
    ("itemDates, itemDatesEdit, itemDatesTake", "Agenda: the dates that its item lists"),
    ("bodyForm", "Bodies: the form; its fields are called after the field, as bodyQuorum"),
    ("bodySections, bodyStanding, bodyMembers", "Bodies: the lists in the form"),
    ("bodyTemplateChoose, bodyTemplateDrop", "Bodies: the Word template of its own, or not"),
    ("standingMore", "Standing item: opens what few items have"),
    ("memberFrom, memberTo, memberSubstitute, memberVoting", "Member: term, substitute, vote"),
    ("organisationsList", "Organisations: the list"),
    ("personPosts, personSpellings", "People: the posts (P), other spellings of the surname"),
    ("mergeOther, mergeKept, mergePreview", "People, G: who it is, which name, what it does"),
    ("bringInNew, bringInChanged", "People, B: what a list will do"),
    ("itemTitle, itemKind, itemTime, itemRecord, itemPresenter, itemUrgent", "Agenda: the item"),
    ("itemMinuted, itemStanding, itemRestricted", "Agenda: what holds of the item"),
    (
        "itemRestriction, itemReadyReason, itemExempt1 … itemExempt7, itemDetail",
        "Agenda: why it is closed, and the restricted detail",
    ),
    ("reportState, reportButton, papers, papersAdd, itemPages", "Agenda: report, papers, pages"),
    (
        "reportStateChoice, reportDeadline, reportBy, reportEmail, reportClass, reportSubject,"
        " reportSummary, reportRecommendations, reportContacts, reportBack, reportAway",
        "Agenda: the report of an item",
    ),
    ("attachDialog, paperDialog, packDialog, packAudience", "Agenda: files, papers, the pack"),
    ("reportsList", "Reports: what is owed"),
    (
        "foundList, foundWhich, foundMeeting, foundSentence, foundWhy",
        "Ctrl+Shift+F: what nobody logged, of which meeting, the sentence in hand and why",
    ),
    ("writeOutDialog, writeOutFile, writeOutFor, writeOutScope", "W on a register: what to write"),
    ("chasersDialog, chasersScope", "Actions, M: about what the owners are written to"),
    (
        "reportedDialog, reportedMeeting, reportedItem",
        "Grants and case reviews, R: at which item one was reported",
    ),
    ("tagsDialog", "what an item or an action is about; a box a priority, tag- and its id"),
    ("printDialog, printWhich", "Ctrl+P: which document"),
    ("findings", "Issue: what to look at"),
    ("notesForMembers, publicNotes", "Issue: the documents to make"),
    ("makeDocuments, documentsMade", "Issue: the button, and what was made"),
    ("documentDialog, documentWhich, documentItem", "Ctrl+Shift+W: which document, which minute"),
    ("nextState, nextEvent", "Issue: what happens next"),
    ("eventFindings, eventEffect", "What happens next: what stands before it, what it closes"),
    ("eventEnded, eventSigned, eventWhy, eventConfirmed", "What happens next: what it needs"),
    ("corrections, correctionsAdd, story", "Issue: corrections, and what has happened"),
    (
        "correctionMinute, correctionPlace, correctionWhole",
        "a correction: minute and paragraph, and all of its words",
    ),
    (
        "correctionBefore, correctionAfter, correctionAskedBy, correctionAgreed",
        "a correction: the words, who asked for it, which later meeting agreed it",
    ),
    ("approvalPresides, approvalReads", "Approving notes: who presided, the resolution"),
    ("keysSheet", "F1: all keys"),
)


def driving_text() -> str:
    """Return the page, ready to be written."""
    lines = [
        "# Driving the application by keys",
        "",
        "Made from `kcsp_desktop/ui/commands.py`; a test keeps it so. Single letters, Ins, Del and",
        "Enter work while the page's list has the focus.",
        "",
        "| Keys | What it does | Where |",
        "| --- | --- | --- |",
        *(f"| {keys} | {what} | {where} |" for keys, what, where in rows()),
        "",
        "## Names of widgets (`objectName`)",
        "",
        "They stay the same from version to version, so that a test or a tool can find its way.",
        "",
        "| Name | What it is |",
        "| --- | --- |",
        *(f"| `{name}` | {what} |" for name, what in NAMES),
        "",
    ]
    return "\n".join(lines)
