"""Words are cut as the treebanks cut them, and numbers and transliterations stay whole."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.parse.tokens import tokenizer


def words(lang: str, text: str) -> list[str]:
    return [text[start:end] for start, end in tokenizer(lang)(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l’armée qu'il n’aime", ["l’", "armée", "qu'", "il", "n’", "aime"]),
        ("aujourd’hui, c'est-à-dire", ["aujourd’hui", ",", "c'est-à-dire"]),
        ("a-t-il dit ; est-ce", ["a", "-t-il", "dit", ";", "est", "-ce"]),
        ("celui-ci, au-delà", ["celui-ci", ",", "au-delà"]),
        ("al-Bab et T-4", ["al-Bab", "et", "T-4"]),
        ("3 800 marins, 24\u202f000 hommes", ["3 800", "marins", ",", "24\u202f000", "hommes"]),
        ("N’Djamena", ["N’Djamena"]),
        ("«Oui…»", ["«", "Oui", "…", "»"]),
        ("<<Non>>", ["<<", "Non", ">>"]),
        ("M. Dupont et J.-P. Martin", ["M.", "Dupont", "et", "J.-P.", "Martin"]),
        ("du 6 avril", ["du", "6", "avril"]),
    ],
)
def test_french_words(text: str, expected: list[str]) -> None:
    assert words("fr", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("didn't and don’t", ["did", "n't", "and", "do", "n’t"]),
        ("Iraq's army cannot", ["Iraq", "'s", "army", "can", "not"]),
        ("US-led al-Asad anti-government", ["US", "-", "led", "al-Asad", "anti-government"]),
        ("at 7:30pm, $1.5 million", ["at", "7:30", "pm", ",", "$", "1.5", "million"]),
        ("Gen. Smith", ["Gen.", "Smith"]),
    ],
)
def test_english_words(text: str, expected: list[str]) -> None:
    assert words("en", text) == expected


@given(st.text(alphabet="aZé-'’. 0«»,\u00a0_", max_size=60), st.sampled_from(("fr", "en")))
def test_words_are_ordered_disjoint_and_lose_nothing_but_blanks(text: str, lang: str) -> None:
    spans = tokenizer(lang)(text)
    assert all(start < end for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


def test_a_long_run_without_blanks_is_cut_in_reasonable_steps() -> None:
    """A pattern that tries every split of such a run would never come back."""
    assert words("en", "a_b" * 3000) == ["a_b" * 3000]
