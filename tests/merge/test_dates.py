"""Dates as days on a line."""

from datetime import date

import pytest

from recoupe.merge.dates import Days, bounds, gap_days, iso


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020-02-29", date(2020, 2, 29), date(2020, 2, 29)),
        ("2020-02-29T08:00", date(2020, 2, 29), date(2020, 2, 29)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
    ],
)
def test_bounds_cover_what_the_text_names(text: str, first: date, last: date) -> None:
    assert bounds(text) == Days(first.toordinal(), last.toordinal())


@pytest.mark.parametrize("text", [None, "", "hier", "2020-13", "XXXX-WXX-3"])
def test_what_is_no_date_has_no_bounds(text: str | None) -> None:
    assert bounds(text) is None


def test_gaps_are_counted_between_the_nearest_days() -> None:
    assert gap_days(Days(10, 12), Days(12, 20)) == 0
    assert gap_days(Days(10, 12), Days(15, 20)) == 3
    assert gap_days(Days(15, 20), Days(10, 12)) == 3


def test_a_day_reads_as_iso() -> None:
    assert iso(date(2024, 2, 6).toordinal()) == "2024-02-06"
