"""Lemmas come from the lists; where these are silent none is invented."""

import pytest

from recoupe.parse.lemmas import lemmatizer
from recoupe.parse.lexicon import Lexicon

WORDS = Lexicon(
    tagged={("était", "AUX"): "être"},
    entries={"espionner": "espionner", "retirés": "retiré", "frappes": "frappe", "milices": "milice"},
    lemmas=frozenset(("espionner", "retirer", "appeler", "commencer", "finir", "frapper")),
    classes={},
)


@pytest.mark.parametrize(
    ("word", "upos", "lemma"),
    [
        ("était", "AUX", "être"),
        ("espionnaient", "VERB", "espionner"),
        ("retirés", "VERB", "retirer"),
        ("retirés", "ADJ", "retiré"),
        ("appellent", "VERB", "appeler"),
        ("commençait", "VERB", "commencer"),
        ("Milices", "NOUN", "milice"),
        ("xylonnaient", "VERB", "xylonnaient"),
        ("Erbil", "PROPN", "Erbil"),
        ("2 500", "NUM", "2 500"),
    ],
)
def test_french_lemmas(word: str, upos: str, lemma: str) -> None:
    assert lemmatizer("fr", WORDS)(word, upos) == lemma
