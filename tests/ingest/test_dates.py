"""Dates that come with a report."""

import pytest

from recoupe.ingest.dates import date_in_name, iso_date


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2020-03-19", "2020-03-19"),
        ("20200319", "2020-03-19"),
        ("2020-03-19T23:30:00+01:00", "2020-03-19"),
        ("2020-03-19T23:30:00Z", "2020-03-19"),
        (" 2020-03-19 08:00 ", "2020-03-19"),
        ("Thu, 19 Mar 2020 23:30:00 -0500", "2020-03-19"),
        ("19/03/2020", None),
        ("03/04/2020", None),
        ("2020-13-01", None),
        ("2020-03", None),
        ("2020", None),
        ("hier", None),
        ("", None),
    ],
)
def test_a_given_date_is_a_day_or_nothing(given, day):
    assert iso_date(given) == day


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
