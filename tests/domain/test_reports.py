"""How it stands with a report on a day, and what its papers are called."""

from datetime import date

import pytest

from kcsp_desktop.domain.ids import FileId, PaperId
from kcsp_desktop.domain.reports import Paper, Report, ReportState, Standing, next_label, standing

TODAY = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("state", "deadline", "expected"),
    [
        (ReportState.EXPECTED, "", Standing.EXPECTED),
        (ReportState.EXPECTED, "2026-03-06", Standing.EXPECTED),
        (ReportState.EXPECTED, "2026-03-05", Standing.EXPECTED),
        (ReportState.EXPECTED, "2026-03-04", Standing.LATE),
        (ReportState.RECEIVED, "2026-03-04", Standing.RECEIVED),
        (ReportState.TO_FOLLOW, "2026-03-04", Standing.TO_FOLLOW),
        (ReportState.WITHDRAWN, "2026-03-04", Standing.WITHDRAWN),
    ],
)
def test_a_report_is_late_from_the_day_after_its_deadline(state, deadline, expected):
    assert standing(Report(state=state, deadline=deadline), TODAY) is expected


def papers(*labels):
    return [
        Paper(id=PaperId(label), label=label, file_name="f.pdf", file_id=FileId("0"))
        for label in labels
    ]


@pytest.mark.parametrize(
    ("there", "expected"),
    [
        ((), "Report"),
        (("Report",), "Appendix A"),
        (("Report", "Appendix A"), "Appendix B"),
        (("Report", "appendix a", "Appendix C"), "Appendix B"),
        (("Plan",), "Appendix A"),
        (("Report", *(f"Appendix {chr(n)}" for n in range(65, 91))), "Appendix AA"),
    ],
)
def test_papers_are_labelled_in_order_and_no_label_comes_twice(there, expected):
    assert next_label(papers(*there)) == expected
