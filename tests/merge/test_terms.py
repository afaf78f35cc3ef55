"""Words as merging compares them."""

import pytest

from recoupe.merge.terms import cosine, proper, rarity_of, stem, stems, weigh


@pytest.mark.parametrize(
    ("left", "right"), [("évacuée", "évacuation"), ("killed", "killing"), ("retiré", "retirer"), ("talks", "talk")]
)
def test_forms_of_one_word_share_a_stem(left: str, right: str) -> None:
    assert stems(left) == stems(right)


def test_a_short_word_keeps_its_end() -> None:
    assert stem("mer") == "mer"


def test_elided_articles_are_no_words() -> None:
    assert stems("l'armée d’Iran") == (stem("armee"), stem("iran"))


def test_proper_words_are_written_large() -> None:
    assert proper("le général Soleïman a quitté Bagdad") == ("soleiman", "bagdad")


def test_rare_words_weigh_more_than_common_ones() -> None:
    rarity, unseen = rarity_of("fr")
    assert rarity["de"] < rarity["gouve"] < unseen


def test_cosine_is_one_of_equal_and_nought_of_foreign_vectors() -> None:
    one, two = weigh(["paix", "trêve"], {}, 1.0), weigh(["blé"], {}, 1.0)
    assert cosine(one, one) == pytest.approx(1.0)
    assert cosine(one, two) == 0.0
    assert weigh([], {}, 1.0) == {}


def test_an_unknown_language_draws_on_all_packs() -> None:
    assert rarity_of("fi")[1] > max(rarity_of("fr")[1], 0.0)
