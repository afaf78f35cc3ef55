"""The words around an act tell its mode."""

import pytest

from recoupe.packs.modes import load_modes


def _told(lang: str, kind: str, given: str | None, sentence: str) -> str | None:
    return load_modes(lang).told(kind, given, lambda word: word in sentence)


@pytest.mark.parametrize(
    ("lang", "kind", "given", "sentence", "mode"),
    [
        ("en", "ASSAULT", None, "they attack the base with mortar fire", "heavy-weapons"),
        ("en", "ASSAULT", "explosives", "a suicide bomber hit the gate", "suicide-attack"),
        ("en", "ASSAULT", "aerial", "a drone struck the convoy", "drone"),
        ("en", "PROTEST", "demo", "the march turned violent", "riot"),
        ("fr", "ASSAULT", None, "attaquer à la machette", "primitive"),
        ("fr", "PROTEST", "demo", "le cortège a été émaillé de jets de pierres", "riot"),
    ],
)
def test_words_of_the_sentence_tell_the_mode(lang: str, kind: str, given: str | None, sentence: str, mode: str) -> None:
    assert _told(lang, kind, given, sentence) == mode


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_mode_that_no_rule_may_stand_over_is_kept(lang: str) -> None:
    assert _told(lang, "ASSAULT", "sexual", "drone missile bombe bomb") == "sexual"
    assert _told(lang, "CONSULT", "visit", "drone missile bombe bomb") == "visit"


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_nothing_told_leaves_what_was_given(lang: str) -> None:
    assert _told(lang, "ASSAULT", None, "") is None
    assert _told(lang, "PROTEST", "demo", "") == "demo"
