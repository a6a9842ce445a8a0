"""Ranks rise in the order of the list, and an insertion changes one."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kcsp_desktop.store.ranks import STEP, ranks

NAMES = [f"r{n}" for n in range(30)]
orders = st.permutations(NAMES).flatmap(lambda all_: st.integers(0, 30).map(lambda n: all_[:n]))
known_ranks = st.dictionaries(st.sampled_from(NAMES), st.floats(-1e6, 1e6), max_size=30)


@given(orders, known_ranks)
def test_ranks_always_rise_in_the_order_of_the_list(order, known):
    given_ranks = ranks(order, known)
    assert list(given_ranks) == list(order)
    assert all(before < after for before, after in pairwise(given_ranks.values()))


@given(orders)
def test_the_same_order_keeps_every_rank(order):
    first = ranks(order, {})
    assert first == ranks(order, first)


@given(orders.filter(bool), st.data())
def test_a_row_put_anywhere_gets_the_only_new_rank(order, data):
    known = ranks(order, {})
    at = data.draw(st.integers(0, len(order)))
    after = ranks([*order[:at], "new", *order[at:]], known)
    assert known == {one: rank for one, rank in after.items() if one != "new"}


@given(orders.filter(lambda order: len(order) > 1), st.data())
def test_a_row_moved_anywhere_changes_only_its_own_rank(order, data):
    known = ranks(order, {})
    moved = data.draw(st.sampled_from(order))
    rest = [one for one in order if one != moved]
    at = data.draw(st.integers(0, len(rest)))
    after = ranks([*rest[:at], moved, *rest[at:]], known)
    assert sum(known[one] != after[one] for one in order) <= 1


def test_all_are_given_anew_where_there_is_no_room_left():
    assert ranks("abc", {"a": 1.0, "c": 1.0000001}) == {"a": STEP, "b": 2 * STEP, "c": 3 * STEP}


def test_a_thousand_rows_put_in_one_place_one_by_one_stay_in_order():
    order, known = ["first", "last"], ranks(["first", "last"], {})
    for n in range(1000):
        order.insert(1, f"r{n}")
        known = ranks(order, known)
    assert order == sorted(known, key=known.__getitem__)
