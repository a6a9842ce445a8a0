"""Makes a page by its name, when it is first wanted."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kcsp_desktop.ui.look import Look
    from kcsp_desktop.ui.pages.page import Page
    from kcsp_desktop.ui.workspace import Workspace

PAGES = {
    "home": "HomePage",
    "meetings": "MeetingsPage",
    "bodies": "BodiesPage",
    "people": "PeoplePage",
    "organisations": "OrganisationsPage",
    "abbreviations": "AbbreviationsPage",
    "actions": "ActionsPage",
    "decisions": "DecisionsPage",
    "found": "FoundPage",
    "priorities": "PrioritiesPage",
    "registers": "RegistersPage",
    "forward_plan": "ForwardPlanPage",
    "reports": "ReportsPage",
    "details": "DetailsPage",
    "attendance": "AttendancePage",
    "agenda": "AgendaPage",
    "minutes": "MinutesPage",
    "issue": "IssuePage",
}


def made(name: str, workspace: Workspace, look: Look) -> Page:
    """Return a new page. Its module is imported now: only the first page delays the window."""
    module = import_module(f"kcsp_desktop.ui.pages.{name}")
    page: Page = getattr(module, PAGES[name])(workspace, look)
    return page
