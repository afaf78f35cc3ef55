"""How near two mentions are in space."""

import pytest

from merge.making import BAGHDAD, KIRKUK, QAEM, account, place, told
from recoupe.merge.compare.places import compare_places, distance_km
from recoupe.model import Where

IRAQ = place("Irak", (33.0, 44.0), km=370.0)
NIAMEY = place("Niamey", (13.51, 2.11), country="NER")


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (place("Kirkouk", KIRKUK), place("Kirkuk", KIRKUK), "place: near"),
        (place("Kirkouk", KIRKUK), place("Kirkouk", KIRKUK), "place: same"),
        (place("Kirkouk", KIRKUK), place("Bagdad", BAGHDAD), "place: elsewhere"),
        (place("Kirkouk", KIRKUK), NIAMEY, "place: other country"),
        (place("al-Qaïm", QAEM), IRAQ, "place: within"),
        (IRAQ, IRAQ, "place: same region"),
        (place("Kirkouk", KIRKUK), None, "place: unknown"),
        (place("la base"), place("la base"), "place: same"),
        (place("la base"), place("le camp"), "place: other name"),
    ],
)
def test_places_are_compared_within_their_precision(left: Where, right: Where | None, level: str) -> None:
    one, two = told("a", "ASSAULT", where=left), told("a", "ASSAULT", where=right)
    assert compare_places(account(one), account(two, report_id="b")).level == level


def test_words_said_in_two_places_may_be_one_saying() -> None:
    one = told("a", "AGREE", where=place("Kirkouk", KIRKUK))
    two = told("a", "AGREE", where=NIAMEY)
    assert compare_places(account(one), account(two, report_id="b")).level == "place: other venue"


def test_distance_is_that_of_the_great_circle() -> None:
    assert distance_km(place("Bagdad", BAGHDAD), place("Kirkouk", KIRKUK)) == pytest.approx(237, abs=3)
    assert distance_km(place("Bagdad", BAGHDAD), place("la base")) is None
