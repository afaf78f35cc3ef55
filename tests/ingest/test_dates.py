"""Dates that come with a file."""

import pytest

from recoupe.ingest.dates import date_in_name


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2020-03-19-outlet-slug.txt", "2020-03-19"),
        ("le-courrier_20200319.html", "2020-03-19"),
        ("2020_03_19.txt", "2020-03-19"),
        ("000_868098ec395f7bd1.txt", None),
        ("article-1520200319.txt", None),
        ("2020-03-19-to-2020-03-21.txt", None),
        ("2020-02-30.txt", None),
        ("convoi.txt", None),
    ],
)
def test_a_file_name_dates_a_report_only_if_it_holds_one_date(name, day):
    assert date_in_name(name) == day
