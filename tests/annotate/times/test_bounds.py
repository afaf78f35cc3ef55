"""Bounds say which days a value covers, first and last included."""

import pytest

from recoupe.annotate.times.bounds import bounds


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2020", ("2020-01-01", "2020-12-31")),
        ("2020-02", ("2020-02-01", "2020-02-29")),
        ("2020-W53", ("2020-12-28", "2021-01-03")),
        ("2020-W12-WE", ("2020-03-21", "2020-03-22")),
        ("2020-Q4", ("2020-10-01", "2020-12-31")),
        ("2020-H1", ("2020-01-01", "2020-06-30")),
        ("2019-WI", ("2019-12-01", "2020-02-29")),
        ("198", ("1980-01-01", "1989-12-31")),
        ("19", ("1900-01-01", "1999-12-31")),
        ("2020-03-17TNI", ("2020-03-17T20:00", "2020-03-18T06:00")),
        ("2020-03-17T14:15", ("2020-03-17T14:15", "2020-03-17T14:15")),
        ("2020-03-17T24:00", ("2020-03-18T00:00", "2020-03-18T00:00")),
        ("PRESENT_REF", (None, None)),
        ("XXXX-03-18", (None, None)),
        ("P6M", (None, None)),
        ("BC0146", (None, None)),
        (None, (None, None)),
    ],
)
def test_bounds(value: str | None, expected: tuple[str | None, str | None]) -> None:
    assert bounds(value) == expected


def test_thirds_do_not_overlap() -> None:
    start, mid, end = (bounds("2020-03", mod) for mod in ("start", "mid", "end"))
    assert start == ("2020-03-01", "2020-03-10")
    assert mid == ("2020-03-11", "2020-03-21")
    assert end == ("2020-03-22", "2020-03-31")
