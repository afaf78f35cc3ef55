"""The place words of both languages keep their form."""

import pytest

from recoupe.errors import InvalidPack
from recoupe.packs import places as module
from recoupe.packs.places import load_place_words


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_word_is_both_a_territory_and_a_building(lang: str) -> None:
    words = load_place_words(lang)
    assert set(words.units) & set(words.facilities) == set()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_words_that_take_a_bare_name_are_words_of_kind(lang: str) -> None:
    words = load_place_words(lang)
    assert words.bare <= set(words.units) | set(words.facilities)


def test_the_kind_word_follows_its_name_in_english_only() -> None:
    assert load_place_words("en").kind_after
    assert not load_place_words("fr").kind_after


def test_peoples_of_regions_lead_to_the_region() -> None:
    assert load_place_words("fr").peoples["tchetchenes"] == "Chechnya"


def test_an_unknown_kind_of_place_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "read_toml", lambda _: {"units": {"planète": ["planet"]}})
    with pytest.raises(InvalidPack, match="planet"):
        load_place_words.__wrapped__("fr")
