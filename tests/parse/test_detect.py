"""Short headlines full of names keep their language; other languages are told apart."""

import pytest

from recoupe.parse import detect


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Gao : trois casques bleus tchadiens tués par une mine", "fr"),
        ("Le Guen, Kervella et Abgrall au conseil", "fr"),
        ("Qui gouverne encore à Bamako ?", "fr"),
        ("Kyiv hit again", "en"),
        ("Tehran summons Swiss envoy", "en"),
        ("Hallitus kaatui epäluottamukseen", "fi"),
        ("El presidente se reunió con los manifestantes", "es"),
        ("Der Kanzler traf die Ministerin", "de"),
    ],
)
def test_the_language_of_a_headline(text, lang) -> None:
    assert detect(text) == lang


def test_too_little_text_has_no_language() -> None:
    assert detect("12 345 — …") is None
