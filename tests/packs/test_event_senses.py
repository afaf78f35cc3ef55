"""The trigger lexicons keep to the ontology and to their own form."""

from collections import Counter

import pytest

from recoupe.ontology import load_ontology
from recoupe.packs.events import load_events

LANGUAGES = ("en", "fr")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_type_has_senses(lang: str) -> None:
    named = {sense.type for sense in load_events(lang).senses}
    assert named == {kind.name for kind in load_ontology().types}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_modes_and_sectors_are_those_of_the_ontology(lang: str) -> None:
    ontology = load_ontology()
    modes = {(kind.name, mode.name) for kind in ontology.types for mode in kind.modes}
    sectors = {sector.code for sector in (*ontology.sectors, *ontology.international)}
    for sense in load_events(lang).senses:
        assert sense.mode is None or (sense.type, sense.mode) in modes, sense.id
        assert set(sense.actor_sector) <= sectors, sense.id


@pytest.mark.parametrize("lang", LANGUAGES)
def test_ids_are_unique_and_say_the_type(lang: str) -> None:
    senses = load_events(lang).senses
    repeated = [name for name, times in Counter(sense.id for sense in senses).items() if times > 1]
    assert repeated == []
    assert [sense.id for sense in senses if not sense.id.startswith(f"{sense.type.lower()}.")] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sense_has_a_sentence_for_it_and_one_against_it(lang: str) -> None:
    bare = [sense.id for sense in load_events(lang).senses if not sense.match or not sense.no_match]
    assert bare == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sense_lists_a_word_twice(lang: str) -> None:
    doubled = [sense.id for sense in load_events(lang).senses if len(set(sense.lemmas)) < len(sense.lemmas)]
    assert doubled == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_there_are_fifteen_hundred_pairs_of_word_and_sense(lang: str) -> None:
    assert sum(len(sense.lemmas) for sense in load_events(lang).senses) >= 1500
