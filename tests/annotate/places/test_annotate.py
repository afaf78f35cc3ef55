"""A report's toponyms land where the report puts them, or nowhere."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readings import reading
from recoupe.annotate.places import annotate_places
from recoupe.model import Parsed, Place


def _one(parse: Parsed, text: str) -> Place:
    found = [place for place in annotate_places(parse) if place.text == text]
    assert len(found) == 1, [place.text for place in annotate_places(parse)]
    return found[0]


def _near(place: Place, lat: float, lon: float) -> bool:
    assert place.lat is not None
    assert place.lon is not None
    return abs(place.lat - lat) < 0.4 and abs(place.lon - lon) < 0.4


@pytest.mark.parametrize(
    ("text", "name", "point"),
    [
        ("Un convoi a quitté Qaem, près de la frontière irakienne.", "Qaem", (34.4, 41.1)),
        ("Des roquettes sont tombées sur al-Qayyarah, en Irak.", "al-Qayyarah", (35.8, 43.3)),
        ("Une bombe a explosé à Kirkouk, en Irak.", "Kirkouk", (35.5, 44.4)),
        ("Les combats ont repris à Tombouctou, au Mali.", "Tombouctou", (16.8, -3.0)),
        ("Le navire a franchi le détroit d’Ormuz.", "Ormuz", (26.5, 56.3)),
        ("Le ministre chinois a reçu la délégation à Pékin.", "Pékin", (39.9, 116.4)),
    ],
)
def test_spellings_of_the_french_press_are_placed(text: str, name: str, point: tuple[float, float]) -> None:
    assert _near(_one(reading(text, [(name, "LOC")]), name), *point)


def test_every_place_on_the_map_tells_its_kind_and_precision() -> None:
    text = "De Gao à Kidal, au Mali, et dans tout le Sahel, la bande de Gaza et l’Afrique."
    names = [
        ("Gao", "LOC"),
        ("Kidal", "LOC"),
        ("Mali", "LOC"),
        ("Sahel", "LOC"),
        ("bande de Gaza", "LOC"),
        ("Afrique", "LOC"),
    ]
    places = annotate_places(reading(text, names))
    assert [place.text for place in places] == [name for name, _ in names]
    assert all(place.lat is not None and place.precision_km and place.kind for place in places)
    assert all(place.text == text[place.start : place.end] for place in places)


def test_a_name_that_no_gazetteer_has_stays_off_the_map() -> None:
    place = _one(reading("Ils se sont repliés à Zzyzqwort, au Mali.", [("Zzyzqwort", "LOC")]), "Zzyzqwort")
    assert (place.lat, place.lon, place.country, place.kind, place.precision_km) == (None,) * 5


def test_an_unknown_base_stands_at_the_place_it_lies_in_with_its_precision() -> None:
    text = "Ils ont évacué la base Silicate dans la région de Tikrit, en Irak. La base Silicate est vide."
    places = annotate_places(reading(text, [("Tikrit", "LOC"), ("Irak", "LOC")]))
    bases = [place for place in places if place.text == "Silicate"]
    assert len(bases) == 2
    for base in bases:
        assert _near(base, 34.6, 43.7)
        assert base.kind == "facility"
        assert base.precision_km == 20.0
        assert base.geonameid is None


def test_the_airport_of_a_town_is_placed_at_the_airport() -> None:
    text = "Un avion a décollé de l’aéroport international de Bagdad, en Irak."
    place = _one(reading(text, [("Bagdad", "LOC"), ("Irak", "LOC")]), "Bagdad")
    assert place.kind == "facility"
    assert place.name == "Baghdad International Airport"
    assert place.lat == pytest.approx(33.26, abs=0.02)


def test_a_word_of_territory_chooses_the_unit_before_the_town() -> None:
    town = _one(reading("Ils sont entrés à Raqqa, en Syrie.", [("Raqqa", "LOC")]), "Raqqa")
    unit = _one(reading("Ils contrôlent la province de Raqqa, en Syrie.", [("Raqqa", "LOC")]), "Raqqa")
    assert (town.kind, unit.kind) == ("city", "admin1")


@pytest.mark.parametrize(
    ("text", "country"), [("Ils sont arrivés à Djibouti.", "city"), ("Ils ont servi au Koweït.", "country")]
)
def test_the_preposition_chooses_between_a_country_and_its_town(text: str, country: str) -> None:
    name = text.rstrip(".").split()[-1]
    assert _one(reading(text, [(name, "LOC")]), name).kind == country


def test_the_country_of_a_report_decides_between_namesakes() -> None:
    american = reading("Police in Paris, Texas, arrested a man.", [("Paris", "LOC"), ("Texas", "LOC")], lang="en")
    assert _near(_one(american, "Paris"), 33.66, -95.55)
    french = reading("Police in Paris, France, arrested a man.", [("Paris", "LOC"), ("France", "LOC")], lang="en")
    assert _near(_one(french, "Paris"), 48.85, 2.35)


def test_a_name_in_an_organisation_or_a_person_is_no_place() -> None:
    text = "La Banque de Syrie et Jack London ont signé."
    assert annotate_places(reading(text, [("Banque de Syrie", "ORG"), ("Jack London", "PER")])) == ()


def test_an_english_organisation_is_owned_by_the_place_it_begins_with() -> None:
    text = "The Minnesota Department of Health said so."
    place = _one(reading(text, [("Minnesota Department of Health", "ORG")], lang="en"), "Minnesota")
    assert place.as_actor
    assert place.kind == "admin1"


def test_given_toponyms_are_resolved_and_no_others() -> None:
    text = "Des soldats sont partis de Niamey vers Agadez et Diffa."
    places = annotate_places(reading(text, [("Niamey", "LOC"), ("Agadez", "LOC")], given=["Diffa", "Niamey"]))
    assert [place.text for place in places] == ["Niamey", "Diffa"]
    assert {place.country for place in places} == {"NER"}


def test_no_given_toponym_means_no_place() -> None:
    assert annotate_places(reading("À Niamey.", [("Niamey", "LOC")], given=[])) == ()


def test_the_adjective_of_a_country_is_no_spot() -> None:
    place = _one(reading("Des soldats Maliens à Gao.", [("Gao", "LOC")]), "Maliens")
    assert place.as_actor
    assert place.country == "MLI"


def test_two_countries_in_one_word_are_two_places() -> None:
    places = annotate_places(reading("Le match Iran-Irak est annulé.", [("Iran-Irak", "LOC")]))
    assert [(place.text, place.country) for place in places] == [("Iran", "IRN"), ("Irak", "IRQ")]


def test_an_airport_code_is_no_name() -> None:
    places = annotate_places(reading("Ils sont à Gao, au Mali.", [("Gao", "LOC")]))
    assert [place.country for place in places if place.text == "Gao"] == ["MLI"]


def test_the_same_report_gives_the_same_places() -> None:
    parse = reading("De Gao à Kidal, au Mali.", [("Gao", "LOC"), ("Kidal", "LOC"), ("Mali", "LOC")])
    assert annotate_places(parse) == annotate_places(parse)


WORDS = st.sampled_from(["Gao", "la base", "de", "Mali", ",", "à", "Washington", "entre", "et", "Zz"])


@settings(deadline=None)  # the first call opens the pack
@given(st.lists(WORDS, max_size=12))
def test_any_order_of_words_gives_quoted_disjoint_places_or_none(words: list[str]) -> None:
    parse = reading(" ".join(words), [])
    places = annotate_places(parse)
    assert all(place.text == parse.text[place.start : place.end] for place in places)
    assert all(left.end <= right.start for left, right in pairwise(places))
    assert all((place.lat is None) == (place.kind is None) == (place.precision_km is None) for place in places)


def test_the_house_of_a_government_is_not_the_town_of_its_name() -> None:
    text = "La Maison Blanche et Paris ont confirmé."
    place = _one(reading(text, [("Maison Blanche", "ORG"), ("Paris", "LOC")]), "Maison Blanche")
    assert (place.country, place.kind) == ("USA", "facility")
