"""The benchmarks can fail; they are not run here."""

import pytest

from tests.benchmarks.figures import PASSED, PAST, Figure, from_json, past_their_bounds, to_json


def figure(ours, **fields):
    return Figure(name="one", ours=ours, floor=(1.0, 1.0, 1.0, 1.0), floor_name="least", **fields)


@pytest.mark.parametrize(
    ("ours", "bounds", "expected"),
    [
        (1.4, {"bound": 1.5}, PASSED),
        (1.6, {"bound": 1.5}, PAST),
        (16.0, {"limit": 16.7}, PASSED),
        (17.0, {"limit": 16.7}, PAST),
        (2.1, {"bound": 2, "limit": 16.7}, PAST),
        (9.9, {}, ""),
    ],
)
def test_a_figure_past_its_bound_fails(ours, bounds, expected):
    one = figure((ours,) * 4, **bounds)
    assert one.verdict == expected
    assert past_their_bounds([one]) == ([one] if expected == PAST else [])


def test_a_figure_is_the_ratio_of_medians_with_the_quartiles_of_the_rounds():
    one = figure((2.0, 2.0, 2.0, 9.0))
    assert (one.ratio, one.spread) == (2.0, (2.0, 7.25))


def test_figures_come_out_of_their_process_as_they_were():
    assert from_json(to_json([figure((2.0,), bound=3)])) == [figure((2.0,), bound=3)]
