"""Number words add up as they are spoken."""

import pytest

from recoupe.annotate.times.numbers import group, total


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ([4, 20, 10, 7], 97),
        ([20, 1], 21),
        ([60, 11], 71),
        ([2, 1000], 2000),
        ([1000, 9, 100, 4, 20, 10], 1990),
        ([19, 90, 6], 1996),
        ([20, 20], 2020),
        ([3, 100, 5], 305),
    ],
)
def test_total(words: list[int], value: int) -> None:
    assert total(words) == value


def test_numbers_that_do_not_belong_together_stay_apart() -> None:
    assert list(group([(0, 3), (2, 4)], lambda *_: "et")) == [(0, 1, 3), (2, 3, 4)]


def test_a_joint_before_one_holds_a_number_together() -> None:
    assert list(group([(0, 20), (2, 1)], lambda *_: "et")) == [(0, 3, 21)]
