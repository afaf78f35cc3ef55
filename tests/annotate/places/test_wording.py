"""Words beside a name tell its kind and what it lies in."""

import pytest

from readings import reading
from recoupe.annotate.places.wording import announced, holder_of, is_name, suggested, token_range
from recoupe.model import Parsed
from recoupe.packs.places import load_place_words


def _at(parse: Parsed, name: str) -> range:
    start = parse.text.index(name)
    return token_range(parse, start, start + len(name))


@pytest.mark.parametrize(
    ("lang", "text", "name", "kind"),
    [
        ("fr", "la province d’Idlib", "Idlib", "admin1"),
        ("fr", "l’aéroport international de Tripoli", "Tripoli", "facility"),
        ("fr", "la base Silicate", "Silicate", "facility"),
        ("fr", "le village de Boni", "Boni", "city"),
        ("en", "in Anbar province", "Anbar", "admin1"),
        ("en", "the province of Anbar", "Anbar", "admin1"),
        ("en", "at Erbil international airport", "Erbil", "facility"),
        ("en", "across Lake Chad", "Chad", "water"),
    ],
)
def test_a_word_of_kind_announces_the_name(lang: str, text: str, name: str, kind: str) -> None:
    parse = reading(text, lang=lang)
    assert announced(parse, _at(parse, name), load_place_words(lang)).kinds[0] == kind


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("fr", "la ville Bagdad", "Bagdad"),
        ("fr", "une base, à Bagdad", "Bagdad"),
        ("en", "the state Senator Smith", "Smith"),
    ],
)
def test_a_word_of_kind_that_is_not_tied_to_the_name_announces_nothing(lang: str, text: str, name: str) -> None:
    parse = reading(text, lang=lang)
    assert announced(parse, _at(parse, name), load_place_words(lang)).kinds == ()


@pytest.mark.parametrize(
    ("lang", "text", "name", "holder", "stated"),
    [
        ("fr", "Gao, au Mali", "Gao", "Mali", True),
        ("fr", "Tripoli, dans le nord du Liban", "Tripoli", "Liban", True),
        ("fr", "Gao, Mali", "Gao", "Mali", False),
        ("en", "Paris, Texas", "Paris", "Texas", False),
        ("en", "Qaim, in western Iraq", "Qaim", "Iraq", True),
    ],
)
def test_what_a_place_lies_in_follows_it(lang: str, text: str, name: str, holder: str, stated: bool) -> None:
    parse = reading(text, lang=lang)
    found = holder_of(parse, _at(parse, name), load_place_words(lang))
    assert found is not None
    assert (found.names[-1], found.stated) == (holder, stated)


@pytest.mark.parametrize("text", ["Gao a reçu le Mali", "Gao. Mali", "Gao"])
def test_other_words_between_two_places_tie_nothing(text: str) -> None:
    parse = reading(text)
    assert holder_of(parse, _at(parse, "Gao"), load_place_words("fr")) is None


def test_the_french_preposition_suggests_a_kind() -> None:
    parse = reading("à Djibouti")
    assert suggested(parse, _at(parse, "Djibouti"), load_place_words("fr"))[0] == "city"


@pytest.mark.parametrize(("word", "named"), [("Gao", True), ("al-Bab", True), ("gao", False), ("d’Agadez", True)])
def test_a_name_may_begin_with_an_article_in_lower_case(word: str, named: bool) -> None:
    assert is_name(word) is named
