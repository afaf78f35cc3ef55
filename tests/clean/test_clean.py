"""What is kept of a report, what is cut, and that nothing is rewritten."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.clean import clean
from recoupe.model import Report

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
SCRAPS = [
    "Lire aussi",
    "Publicité",
    "Par Jean",
    "(AFP)",
    "© AFP",
    "\n",
    " ",
    "Tunis (AFP) – ",
    "Il part.",
    "a",
    "À",
    ".",
]


def cleaned(text):
    return clean(Report(id="r", text=text))


def kept(text):
    return [text[start:end] for start, end in cleaned(text).kept]


@given(st.lists(st.sampled_from(SCRAPS) | st.text(max_size=5)).map("".join))
def test_blocks_and_residue_are_disjoint_in_order_and_trimmed(text):
    result = cleaned(text)
    pieces = sorted([*result.kept, *((piece.start, piece.end) for piece in result.removed)])
    assert all(left[1] <= right[0] for left, right in pairwise(pieces))
    for start, end in result.kept:
        block = text[start:end]
        assert block == block.strip() != ""
    assert all(text[piece.start : piece.end] == piece.text for piece in result.removed)


@given(st.lists(st.sampled_from(SCRAPS) | st.text(max_size=5)).map("".join))
def test_no_letter_is_lost(text):
    result = cleaned(text)
    pieces = [*result.kept, *((piece.start, piece.end) for piece in result.removed)]
    covered = {at for start, end in pieces for at in range(start, end)}
    assert all(at in covered for at, letter in enumerate(text) if letter.isalpha())


def test_a_paragraph_is_a_block():
    assert kept("Un.\n\n  Deux. \r\nTrois.\u2028Quatre.") == ["Un.", "Deux.", "Trois.", "Quatre."]


WRAPPED = """L'armée s'est retirée mardi de
la ville de Gao, a annoncé le
ministre, qui a promis des
renforts.

Elle reviendra jeudi, selon
son porte-parole."""


def test_lines_of_a_wrapped_text_are_joined_to_paragraphs():
    assert [" ".join(block.split()) for block in kept(WRAPPED)] == [
        "L'armée s'est retirée mardi de la ville de Gao, a annoncé le ministre, qui a promis des renforts.",
        "Elle reviendra jeudi, selon son porte-parole.",
    ]


@pytest.mark.parametrize(
    "text",
    ["Dialogue stratégique\nLe ministre part.\nElle reste.", "un\ndeux", "Il part.\nelle reste.\nil revient.\nFin."],
)
def test_lines_that_are_paragraphs_are_not_joined(text):
    assert kept(text) == text.split("\n")


def test_what_stands_around_residue_is_kept():
    text = "Il part. Publicité Il revient.\nPublicité\nFin."
    assert kept(text) == ["Il part.", "Il revient.", "Fin."]


def test_headlines_below_a_bare_link_go_with_it():
    text = "Il part demain.\nLire aussi\nLe pont rouvert\nQui tient le port ?\nLe ministre a dit oui.\nSuite"
    assert kept(text) == ["Il part demain.", "Le ministre a dit oui.", "Suite"]


def test_behind_a_long_tail_the_report_goes_on():
    story = "Le ministre a répondu que rien ne changerait avant le mois de juin. " * 12
    text = f"Il part demain. Lire aussi : Le pont est rouvert. {story}"
    assert kept(text) == ["Il part demain.", story.strip()]


def test_comments_below_a_report_are_none_of_it():
    text = "Il part demain.\nElle reste.\nEux aussi.\nLaisser un commentaire\nPierre : bravo !\nPaul : non."
    assert kept(text) == ["Il part demain.", "Elle reste.", "Eux aussi."]


def test_a_menu_that_names_comments_does_not_swallow_the_report():
    text = "Commentaires\nIl part demain.\nElle reste.\nEux aussi."
    assert kept(text) == ["Il part demain.", "Elle reste.", "Eux aussi."]


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Il part demain.\nSource: Avec RadioSahel", "RadioSahel"),
        ("Il part demain.\nSource : Agence du Levant", "Agence du Levant"),
        ("Il part demain. (avec AFP et Reuters)", "AFP et Reuters"),
        ("TUNIS (AP) — Il part demain.", "AP"),
        ("TUNIS (AP) — Il part demain.\nAvec Radio Littoral", "Radio Littoral"),
        ("Avec Amara, la ville respire.", None),
        ("Il part demain.", None),
    ],
)
def test_a_credit_line_names_the_agency(text, credit):
    assert cleaned(text).credit == credit


def test_a_dateline_is_a_block_of_its_own():
    text = "BAGDAD, 18 mars (Agence du Levant) — Le parlement a siégé."
    assert kept(text) == ["BAGDAD, 18 mars (Agence du Levant) —", "Le parlement a siégé."]
    assert cleaned(text).dateline.text == "BAGDAD, 18 mars (Agence du Levant) —"


def test_a_town_that_opens_a_headline_is_text():
    assert kept("Nantes. Le pont est fermé.") == ["Nantes. Le pont est fermé."]


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.is_dir(), reason="needs the folder ../shared")
def test_the_residue_of_the_two_real_pages_is_found():
    first, second = (cleaned(path.read_text(encoding="utf-8")) for path in sorted(SEEDS.glob("*.txt")))
    assert first.credit == "PressTV"
    assert [piece.why for piece in first.removed] == ["credit"]
    assert [piece.why for piece in second.removed] == ["link to other articles", "advertisement"]
