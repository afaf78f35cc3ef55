"""Every country is known by its names, adjectives and seats of government, in both languages."""

import pytest

from recoupe.packs.countries import fold, load_countries


@pytest.mark.parametrize(
    ("lang", "words", "code"),
    [
        ("fr", "Etats-Unis", "USA"),
        ("fr", "ÉTATS-UNIS", "USA"),
        ("fr", "Côte d'Ivoire", "CIV"),
        ("fr", "RDC", "COD"),
        ("fr", "Birmanie", "MMR"),
        ("fr", "MALI", "MLI"),
        ("en", "Burma", "MMR"),
        ("en", "the US".removeprefix("the "), "USA"),
        ("en", "Czechia", "CZE"),
    ],
)
def test_a_country_is_found_by_any_of_its_names(lang: str, words: str, code: str) -> None:
    assert load_countries(lang).named(words) == (code,)


def test_an_acronym_is_not_found_in_lower_case() -> None:
    assert load_countries("en").named("us") == ()
    assert load_countries("en").named("car") == ()


@pytest.mark.parametrize(
    ("word", "code"),
    [("nigérienne", "NER"), ("nigérianes", "NGA"), ("burkinabè", "BFA"), ("grecques", "GRC")],
)
def test_french_adjectives_agree_in_gender_and_number(word: str, code: str) -> None:
    assert load_countries("fr").of_adjective(word) == (code,)


def test_an_adjective_of_two_countries_gives_both_the_usual_one_first() -> None:
    assert load_countries("fr").of_adjective("congolais") == ("COD", "COG")
    assert load_countries("en").of_adjective("Dominican") == ("DOM", "DMA")


@pytest.mark.parametrize(
    ("lang", "words", "code"),
    [
        ("fr", "Elysée", "FRA"),
        ("fr", "Kremlin", "RUS"),
        ("fr", "Bagdad", "IRQ"),
        ("en", "White House", "USA"),
    ],
)
def test_seats_of_government_stand_for_their_country(lang: str, words: str, code: str) -> None:
    assert load_countries(lang).governed_from(words) == (code,)


def test_both_languages_hold_the_same_countries() -> None:
    french, english = load_countries("fr"), load_countries("en")
    assert sorted(french.by_code) == sorted(english.by_code)
    assert len(french.by_code) == 250


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_name_stands_for_two_countries(lang: str) -> None:
    countries = load_countries(lang)
    names = [name for country in countries.by_code.values() for name in country.names]
    assert [name for name in names if len(countries.named(name)) != 1] == []


def test_fold_sets_case_accents_and_apostrophes_aside() -> None:
    assert fold("N’Djaména") == "n'djamena"
