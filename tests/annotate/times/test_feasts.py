"""Feasts and days of other calendars fall where the almanac has them."""

from datetime import date

import pytest

from recoupe.annotate.times.feasts import feast_days, hijri, jalali, own_year_days


@pytest.mark.parametrize(
    ("code", "year", "day"),
    [
        ("12-25", 2020, date(2020, 12, 25)),
        ("E0", 2020, date(2020, 4, 12)),
        ("E0", 2024, date(2024, 3, 31)),
        ("E39", 2021, date(2021, 5, 13)),
        ("N11-4-4", 1999, date(1999, 11, 25)),
        ("N5-1--1", 2021, date(2021, 5, 31)),
        ("H10-1", 2020, date(2020, 5, 24)),
        ("I1-1", 2021, date(2021, 3, 21)),
    ],
)
def test_feast_falls_on(code: str, year: int, day: date) -> None:
    assert feast_days(code, year) == ((day, day),)


def test_a_month_of_the_moon_has_first_and_last_day() -> None:
    assert feast_days("H9", 2020) == ((date(2020, 4, 24), date(2020, 5, 23)),)


def test_a_month_of_the_moon_may_fall_twice_in_a_year() -> None:
    assert len(feast_days("H9", 2030)) == 2


def test_years_of_other_calendars() -> None:
    assert jalali(1357, 11, 22) == date(1979, 2, 11)
    assert hijri(1441, 9, 1) == date(2020, 4, 24)
    assert own_year_days("I3-15", 1399) == (date(2020, 6, 4), date(2020, 6, 4))
    assert own_year_days("E0", 1399) is None
