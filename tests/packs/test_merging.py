"""The few words that merging reads."""

import pytest

from recoupe.merge.terms import words_of
from recoupe.packs.files import languages
from recoupe.packs.merging import anaphors, recalls, sequels, truces


@pytest.mark.parametrize("lang", languages())
def test_the_words_of_every_language_are_folded(lang: str) -> None:
    words = sequels(lang) | recalls(lang) | truces(lang) | anaphors()
    assert words == {folded for word in words for folded in words_of(word)}


def test_a_language_without_a_pack_has_none() -> None:
    assert not sequels("fi") | recalls(None) | truces("fi")
