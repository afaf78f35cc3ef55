"""Groups without chaining."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from recoupe.merge.cluster import bounded, components, linkage


def _score(likes: dict[tuple[int, int], float]) -> Callable[[int, int], float]:
    return lambda one, two: likes.get((one, two), -3.0)


def test_a_chain_does_not_join_its_ends() -> None:
    likes = {(0, 1): 2.0, (1, 2): 1.0, (0, 2): -4.0}
    assert linkage([0, 1, 2], _score(likes), floor=0.0, never=-10.0) == [[0, 1], [2]]


def test_groups_join_while_they_agree_on_average() -> None:
    likes = {(0, 1): 2.0, (1, 2): 3.0, (0, 2): -0.5}
    assert linkage([0, 1, 2], _score(likes), floor=0.0, never=-10.0) == [[0, 1, 2]]


def test_a_veto_of_one_member_holds_for_its_group() -> None:
    likes = {(0, 1): 9.0, (1, 2): 9.0, (0, 2): -10.0}
    assert linkage([0, 1, 2], _score(likes), floor=0.0, never=-10.0) == [[0, 1], [2]]


def test_components_are_the_connected_parts() -> None:
    assert components(5, [(3, 1), (4, 3)]) == [[0], [1, 3, 4], [2]]


def test_a_large_component_is_cut_where_it_hangs_together_least() -> None:
    edges = {(0, 1): 5.0, (1, 2): 1.0, (2, 3): 5.0}
    assert bounded(4, edges, bar=0.0, step=1.0, largest=3) == [[0, 1], [2, 3]]
    assert bounded(4, edges, bar=0.0, step=1.0, largest=4) == [[0, 1, 2, 3]]


@given(st.dictionaries(st.tuples(st.integers(0, 7), st.integers(0, 7)), st.floats(-5, 5)))
def test_linkage_is_a_partition(likes: dict[tuple[int, int], float]) -> None:
    groups = linkage(range(8), _score(likes), floor=0.0, never=-4.5)
    assert sorted(member for group in groups for member in group) == list(range(8))
