"""What is said of few people singles nobody out, and still adds up."""

from hypothesis import given
from hypothesis import strategies as st

from broadsheet.funding.small_numbers import LEAST, Group, merge_neighbours, merge_smallest

people = st.frozensets(st.integers(0, 30), max_size=12)


def groups_of(crowds):
    return [
        Group(label=(number, number + 1), people=crowd, gifts=len(crowd), total=7 * len(crowd))
        for number, crowd in enumerate(crowds)
    ]


def ways_of_merging(groups):
    yield merge_neighbours(groups, named=lambda one, other: (one[0], other[1]))
    yield merge_smallest(groups, others="others")


@given(st.lists(people, max_size=8))
def test_no_group_is_too_small_and_nobody_is_left_out(crowds):
    everybody = frozenset().union(*crowds)
    for merged in ways_of_merging(groups_of(crowds)):
        assert all(len(group.people) >= LEAST for group in merged)
        if len(everybody) >= LEAST:
            assert frozenset().union(*(group.people for group in merged)) == everybody
            assert sum(group.total for group in merged) == sum(7 * len(crowd) for crowd in crowds)
        else:
            assert merged == ()


def test_neighbours_are_merged_with_the_next():
    crowds = [range(3), range(10, 12), range(20, 27), range(30, 31)]
    merged = merge_neighbours(
        groups_of(map(frozenset, crowds)), named=lambda one, other: (one[0], other[1])
    )

    assert [(group.label, len(group.people)) for group in merged] == [((0, 2), 5), ((2, 4), 8)]


def test_who_gave_in_two_ways_counts_once():
    groups = groups_of([frozenset({1, 2, 3}), frozenset({1, 2, 3})])

    assert merge_smallest(groups, others="others") == ()
