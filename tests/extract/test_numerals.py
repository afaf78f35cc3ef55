"""Numbers are read with their bounds, and tied to the noun they count."""

import pytest

from parses import parsed
from recoupe.extract.numerals import numerals
from recoupe.extract.tree import Tree
from recoupe.packs.numbers import load_numbers


@pytest.mark.parametrize(
    ("rows", "value", "low", "high", "counted"),
    [
        ("trois trois NUM 2 nummod\nbases base NOUN 0 root", 3, None, None, "bases"),
        ("2.500 2500 NUM 2 nummod\nsoldats soldat NOUN 0 root", 2500, None, None, "soldats"),
        (
            "plus plus ADV 3 advmod\nde de ADP 1 fixed\n24 24 NUM 4 nummod\nfois fois NOUN 0 root",
            None,
            25,
            None,
            "fois",
        ),
        (
            "au au ADP 3 advmod\nmoins moins ADV 1 fixed\ndix dix NUM 4 nummod\nmorts mort NOUN 0 root",
            None,
            10,
            None,
            "morts",
        ),
        ("dizaines dizaine NOUN 0 root\nde de ADP 3 case\ncivils civil NOUN 1 nmod", None, 20, 99, "civils"),
        ("vingtaine vingtaine NOUN 0 root\nde de ADP 3 case\nblessés blessé NOUN 1 nmod", None, 16, 24, "blessés"),
        (
            "trois trois NUM 3 nummod\nmille mille NUM 1 flat\npersonnes personne NOUN 0 root",
            3000,
            None,
            None,
            "personnes",
        ),
        (
            "deux deux NUM 4 nummod\nmillions million NOUN 4 nmod\nde de ADP 4 case\neuros euro NOUN 0 root",
            2000000,
            None,
            None,
            "euros",
        ),
    ],
)
def test_a_number_has_its_bounds_and_its_noun(rows, value, low, high, counted) -> None:
    tree = Tree.of(parsed(rows))
    found = numerals(tree, 0, len(tree.parsed.words), load_numbers("fr"))
    assert len(found) == 1
    numeral = found[0]
    assert (numeral.value, numeral.low, numeral.high) == (value, low, high)
    assert numeral.counted is not None
    assert tree.parsed.words[numeral.counted] == counted


def test_an_article_is_no_number() -> None:
    tree = Tree.of(parsed("une un DET 2 det\nattaque attaque NOUN 0 root"))
    assert numerals(tree, 0, 2, load_numbers("fr")) == []
