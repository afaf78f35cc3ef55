"""The role nouns of each language."""

import pytest

from recoupe.packs.actors import SECTORS, fold, load_actors
from recoupe.packs.files import languages


@pytest.mark.parametrize("lang", languages())
def test_every_role_and_modifier_has_known_sectors(lang: str) -> None:
    pack = load_actors(lang)
    roles = {role for entries in pack.roles.values() for _, several in entries for role in several}
    modifiers = {m for entries in pack.modifiers.values() for _, several in entries for m in several}
    assert roles
    assert modifiers
    assert {sector for role in roles for sector in role.sectors} <= SECTORS
    assert {sector for modifier in modifiers for sector in modifier.sectors} <= SECTORS


@pytest.mark.parametrize("lang", languages())
def test_modifiers_work_on_kinds_and_roles_that_exist(lang: str) -> None:
    pack = load_actors(lang)
    roles = {role for entries in pack.roles.values() for _, several in entries for role in several}
    known = {role.kind for role in roles} | {role.id for role in roles} | {"government"}
    for entries in pack.modifiers.values():
        for words, several in entries:
            for modifier in several:
                assert modifier.on <= known, words


def test_languages_share_the_roles_of_state_that_make_identities() -> None:
    ids = [
        {
            role.id
            for entries in load_actors(lang).roles.values()
            for _, several in entries
            for role in several
            if role.state
        }
        for lang in ("fr", "en")
    ]
    shared = {"government", "parliament", "armed-forces", "police", "president", "prime-minister", "foreign-minister"}
    assert shared <= ids[0] & ids[1]


@pytest.mark.parametrize(
    ("word", "lang", "folded"),
    [
        ("Généraux", "fr", "general"),
        ("policières", "fr", "policiere"),
        ("retraités", "fr", "retraité"),
        ("retraites", "fr", "retraite"),
        ("armées", "fr", "armée"),
        ("des", "fr", "des"),
        ("authorities", "en", "authority"),
        ("policemen", "en", "policeman"),
        ("press", "en", "press"),
    ],
)
def test_fold_sets_number_and_accents_aside_but_keeps_participles(word: str, lang: str, folded: str) -> None:
    assert fold(word, lang) == folded


def test_phrases_are_found_longest_first() -> None:
    lengths = [len(words) for words, _ in load_actors("fr").roles["ministre"]]
    assert lengths == sorted(lengths, reverse=True)
    assert lengths[0] > 1
