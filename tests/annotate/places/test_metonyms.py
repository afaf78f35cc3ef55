"""Syntax tells a government from a town of the same name."""

import pytest

from parses import parsed
from recoupe.annotate.places import annotate_places
from recoupe.model import Name, Parsed


def _acting(parse: Parsed) -> list[str]:
    return [place.text for place in annotate_places(parse) if place.as_actor]


def _with_names(rows: str, *names: str, lang: str = "fr") -> Parsed:
    text = parsed(rows, lang=lang).text
    found = tuple(Name(start=text.index(n), end=text.index(n) + len(n), text=n, type="LOC") for n in names)
    return parsed(rows, lang=lang, names=found)


def test_the_subject_of_a_verb_of_acting_is_a_government() -> None:
    rows = """
        Washington Washington PROPN 2 nsubj
        refuse refuser VERB 0 root VerbForm=Fin
        l’ le DET 4 det
        accord accord NOUN 2 obj
    """
    assert _acting(_with_names(rows, "Washington")) == ["Washington"]


def test_the_subject_of_a_verb_of_state_is_a_town() -> None:
    rows = """
        Bagdad Bagdad PROPN 2 nsubj
        compte compter VERB 0 root VerbForm=Fin
        des un DET 4 det
        parcs parc NOUN 2 obj
    """
    assert _acting(_with_names(rows, "Bagdad")) == []


@pytest.mark.parametrize(("noun", "acting"), [("dialogue", ["Bagdad", "Washington"]), ("route", [])])
def test_what_lies_between_two_capitals_decides(noun: str, acting: list[str]) -> None:
    rows = f"""
        le le DET 2 det
        {noun} {noun} NOUN 7 nsubj
        entre entre ADP 4 case
        Bagdad Bagdad PROPN 2 nmod
        et et CCONJ 6 cc
        Washington Washington PROPN 4 conj
        reprend reprendre VERB 0 root VerbForm=Fin
    """
    assert _acting(_with_names(rows, "Bagdad", "Washington")) == acting


def test_a_place_after_a_preposition_of_place_is_a_spot() -> None:
    rows = """
        Ils lui PRON 2 nsubj
        arrivent arriver VERB 0 root VerbForm=Fin
        à à ADP 4 case
        Téhéran Téhéran PROPN 2 obl:mod
    """
    assert _acting(_with_names(rows, "Téhéran")) == []


def test_the_complement_of_an_act_is_the_government_that_acts() -> None:
    rows = """
        La le DET 2 det
        réponse réponse NOUN 5 nsubj
        de de ADP 4 case
        Moscou Moscou PROPN 2 nmod
        tarde tarder VERB 0 root VerbForm=Fin
    """
    assert _acting(_with_names(rows, "Moscou")) == ["Moscou"]


def test_the_complement_of_a_thing_stays_a_town() -> None:
    rows = """
        Les le DET 2 det
        rues rue NOUN 5 nsubj
        de de ADP 4 case
        Moscou Moscou PROPN 2 nmod
        brillent briller VERB 0 root VerbForm=Fin
    """
    assert _acting(_with_names(rows, "Moscou")) == []


def test_a_headline_prefix_is_a_spot_even_where_the_parse_calls_it_subject() -> None:
    rows = """
        Tchad Tchad PROPN 4 nsubj
        : : PUNCT 1 punct
        elle lui PRON 4 nsubj
        démissionne démissionner VERB 0 root VerbForm=Fin
    """
    assert _acting(_with_names(rows, "Tchad")) == []


def test_the_one_who_is_cited_is_a_government() -> None:
    rows = """
        rien rien PRON 0 root
        selon selon ADP 3 case
        Ottawa Ottawa PROPN 1 obl:mod
    """
    assert _acting(_with_names(rows, "Ottawa")) == ["Ottawa"]


def test_an_inverted_subject_of_speech_is_a_government() -> None:
    rows = """
        « « PUNCT 2 punct
        non non ADV 0 root
        » » PUNCT 2 punct
        affirme affirmer VERB 2 parataxis VerbForm=Fin
        l’ le DET 6 det
        Iran Iran PROPN 4 obj
    """
    assert _acting(_with_names(rows, "Iran")) == ["Iran"]


def test_a_provincial_town_never_stands_for_a_government() -> None:
    rows = """
        Lyon Lyon PROPN 2 nsubj
        refuse refuser VERB 0 root VerbForm=Fin
    """
    assert _acting(_with_names(rows, "Lyon")) == []


def test_the_object_of_a_verb_of_address_is_a_government() -> None:
    rows = """
        Ankara Ankara PROPN 2 nsubj
        accuse accuser VERB 0 root VerbForm=Fin
        Damas Damas PROPN 2 obj
    """
    assert _acting(_with_names(rows, "Ankara", "Damas")) == ["Ankara", "Damas"]


def test_the_object_of_a_verb_of_conquest_is_a_town() -> None:
    rows = """
        Ils lui PRON 2 nsubj
        prennent prendre VERB 0 root VerbForm=Fin
        Damas Damas PROPN 2 obj
    """
    assert _acting(_with_names(rows, "Damas")) == []
