"""How near two mentions are in time."""

import pytest

from merge.making import account, day, told
from recoupe.merge.compare.times import compare_times
from recoupe.model import When


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (day("2020-03-18"), day("2020-03-18"), "time: same day"),
        (day("2020-03-18"), day("2020-03-19"), "time: next day"),
        (day("2020-03-18"), day("2020-03-20"), "time: days apart"),
        (day("2020-03-18"), day("2020-04-18"), "time: other time"),
        (day("2020-03-18"), day("2020-03-16", "2020-03-22"), "time: same week"),
        (day("2020-03-18"), day("2020-03-01", "2020-03-31"), "time: same period"),
        (day("2020-03-01", "2020-03-31"), day("2020-04-09"), "time: days apart"),
    ],
)
def test_told_times_are_compared_within_their_precision(left: When, right: When, level: str) -> None:
    one, two = told("a", "ASSAULT", when=left), told("a", "ASSAULT", when=right)
    assert compare_times(account(one), account(two, report_id="b")).level == level


@pytest.mark.parametrize(
    ("published", "level"),
    [
        ("2020-03-19", "time: in the news then"),
        ("2020-05-01", "time: no longer news"),
        ("2020-03-01", "time: after the telling"),
        (None, "time: unknown"),
    ],
)
def test_a_mention_without_a_date_is_held_against_the_day_it_was_told(published: str | None, level: str) -> None:
    dated = account(told("a", "ASSAULT", when=day("2020-03-18")), published="2020-03-19")
    undated = account(told("a", "ASSAULT"), report_id="b", published=published)
    assert compare_times(dated, undated).level == level


def test_background_without_a_date_says_nothing_of_time() -> None:
    dated = account(told("a", "ASSAULT", when=day("2020-03-18")), published="2020-03-19")
    old = account(told("a", "ASSAULT", background=True), report_id="b", published="2021-03-19")
    assert compare_times(dated, old).level == "time: unknown"


def test_within_one_report_the_telling_is_no_evidence() -> None:
    one = account(told("a", "ASSAULT"), published="2020-03-19")
    assert compare_times(one, one).level == "time: unknown"


def test_a_reason_names_both_days() -> None:
    one, two = told("a", "ASSAULT", when=day("2020-03-18")), told("a", "ASSAULT", when=day("2020-03-19"))
    found = compare_times(account(one), account(two, report_id="b"))
    assert found.reason == "time: next day (2020-03-18 / 2020-03-19)"
