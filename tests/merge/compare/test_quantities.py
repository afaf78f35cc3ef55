"""Whether the numbers of two mentions agree."""

import pytest

from merge.making import account, number, told
from recoupe.merge.compare.quantities import compare_quantities
from recoupe.model import Quantity

OVER_TWENTY = Quantity(start=0, end=13, text="plus de vingt", role="dead", value=None, low=21, high=None)


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (number("9 morts", 9, "dead"), number("9 tués", 9, "dead"), "number: equal"),
        (number("9 morts", 9, "dead"), number("11 morts", 11, "dead"), "number: near"),
        (number("9 morts", 9, "dead"), number("40 morts", 40, "dead"), "number: other"),
        (number("9 morts", 9, "dead"), number("9 blessés", 9, "wounded"), "number: unknown"),
        (OVER_TWENTY, number("30 morts", 30, "dead"), "number: equal"),
    ],
)
def test_numbers_of_one_role_are_compared(left: Quantity, right: Quantity, level: str) -> None:
    one, two = told("a", "ASSAULT", numbers=[left]), told("a", "ASSAULT", numbers=[right])
    assert compare_quantities(account(one), account(two, report_id="b")).level == level
