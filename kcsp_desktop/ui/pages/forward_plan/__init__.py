"""The Forward plan page, and what can be done about the days of meetings.

The page imports the rules of planning: only those who want it load them.
"""

from kcsp_desktop.ui.pages.forward_plan.page import ForwardPlanPage

__all__ = ["ForwardPlanPage"]
