"""The words of status are complete in form, and a broken file says what is wrong with it."""

from pathlib import Path

import pytest

from recoupe.errors import InvalidPack
from recoupe.packs import status
from recoupe.packs.status import load_status

LISTS = ["negation.adverbs", "adverbs.possible", "adjectives.denied", "prepositions.before", "subordinators.condition"]


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("path", LISTS)
def test_every_language_has_every_list(lang: str, path: str) -> None:
    assert load_status(lang).words[path]


def test_both_languages_have_the_same_lists() -> None:
    only = {
        "negation.pairs",
        "negation.subjects",
        "subordinators.inverted",
        "subordinators.background",
        "subordinators.purpose",
    }
    assert set(load_status("fr").words) - only == set(load_status("en").words) - only


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_class_has_an_example_that_holds_and_one_that_does_not(lang: str) -> None:
    classes = load_status(lang).classes
    assert [g.id for g in classes if g.example is None or g.counter is None] == []


def test_the_keys_of_a_verb_name_its_preposition_and_its_reflexive() -> None:
    pack = load_status("fr")
    plain, bound = pack.governors["verb", "défendre de"], pack.governors["verb", "se défendre de"]
    assert plain[0].id == "not"
    assert bound[0].id == "denial"


def test_regular_present_forms_lead_back_to_their_verb() -> None:
    assert load_status("fr").forms["songe"] == "songer"
    assert load_status("fr").forms["dément"] == "démentir"
    assert load_status("en").forms["denies"] == "deny"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('[signatures]\nx = { happened = "maybe" }\n[[class]]\nid = "a"', "maybe"),
        ('[signatures]\n[[class]]\nid = "a"\nclause = "nowhere"', "nowhere"),
        ('[signatures]\n[[class]]\nid = "a"\nverb = ["x"]', "verb"),
    ],
)
def test_a_broken_file_is_refused_with_its_fault(
    text: str, problem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "status.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(status, "folder", lambda _: tmp_path)
    with pytest.raises(InvalidPack, match=problem):
        load_status.__wrapped__("fr")
