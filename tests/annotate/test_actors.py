"""Actors are found as whole noun phrases, one a conjunct, and taken up again."""

from dataclasses import replace

import pytest

from parses import parsed
from recoupe.annotate.actors import annotate_actors
from recoupe.model import Actor, Name, Parsed


def found(report: Parsed, published: str | None = None) -> dict[str, Actor]:
    return {actor.text: actor for actor in annotate_actors(report, places=(), published=published)}


def two_sentences(rows: str, *, cut: int, names: tuple[Name, ...] = ()) -> Parsed:
    whole = parsed(rows, names=names)
    return replace(whole, sentences=((0, cut), (cut, len(whole.words))))


def name(text: str, start: int, type_: str) -> Name:
    return Name(start=start, end=start + len(text), text=text, type=type_)  # type: ignore[arg-type]


TROOPS = """
Des un DET 2 det Number=Plur
soldats soldat NOUN 7 nsubj Gender=Masc|Number=Plur
kényans kényan ADJ 2 amod
et et CCONJ 5 cc
ougandais ougandais ADJ 3 conj
ont avoir AUX 7 aux:tense
tué tuer VERB 0 root
trois trois NUM 9 nummod
rebelles rebelle NOUN 7 obj Number=Plur
en en ADP 11 case
Somalie Somalie PROPN 7 obl:mod
^. . PUNCT 7 punct
"""


def test_a_phrase_is_its_noun_with_what_stands_around_it() -> None:
    actors = found(parsed(TROOPS))
    assert actors["Des soldats kényans"].id == "KEN/armed-forces"
    assert actors["trois rebelles"].sectors == ("REB",)


def test_nationalities_that_share_a_noun_are_actors_each() -> None:
    second = found(parsed(TROOPS))["ougandais"]
    assert (second.id, second.rule) == ("UGA/armed-forces", "shared noun")


def test_a_country_behind_a_preposition_of_place_is_no_actor() -> None:
    assert "Somalie" not in found(parsed(TROOPS))


def test_spans_quote_the_text_and_heads_lie_inside() -> None:
    report = parsed(TROOPS)
    for actor in annotate_actors(report, places=(), published=None):
        assert report.text[actor.start : actor.end] == actor.text
        assert actor.start <= report.starts[actor.head] < actor.end


MINISTER = """
Le le DET 2 det
ministre ministre NOUN 11 nsubj Gender=Masc|Number=Sing
ghanéen ghanéen ADJ 2 amod
de de ADP 6 case
la le DET 6 det
Défense Défense NOUN 2 nmod
^, , PUNCT 8 punct
Kofi Kofi PROPN 2 appos
Exemple Exemple PROPN 8 flat:name
^, , PUNCT 8 punct
accuse accuser VERB 0 root
le le DET 13 det
Togo Togo PROPN 11 obj
^. . PUNCT 11 punct
Il il PRON 16 nsubj Gender=Masc|Number=Sing|Person=3
menace menacer VERB 0 root
^. . PUNCT 16 punct
"""


def minister() -> Parsed:
    text = parsed(MINISTER).text
    return two_sentences(MINISTER, cut=14, names=(name("Kofi Exemple", text.index("Kofi"), "PER"),))


def test_a_name_and_its_description_tell_each_other_who_they_are() -> None:
    actors = found(minister())
    described, named = actors["Le ministre ghanéen de la Défense"], actors["Kofi Exemple"]
    assert described.name == named.name == "Kofi Exemple"
    assert (named.country, named.sectors) == ("GHA", ("GOV",))


def test_the_field_of_a_minister_is_no_actor_of_its_own() -> None:
    assert "Défense" not in found(minister())


def test_a_pronoun_takes_the_only_subject_that_agrees() -> None:
    pronoun = found(minister())["Il"]
    assert (pronoun.name, pronoun.country, pronoun.rule) == ("Kofi Exemple", "GHA", "coref: pronoun")


def test_a_pronoun_with_nobody_before_it_stays_open() -> None:
    rows = """
    Elles elle PRON 2 nsubj Gender=Fem|Number=Plur|Person=3
    protestent protester VERB 0 root
    """
    only = found(parsed(rows))["Elles"]
    assert (only.id, only.name, only.country) == (None, None, None)


COMMITTEE = """
Le le DET 2 det
Comité comité NOUN 9 nsubj Gender=Masc|Number=Sing
des de ADP 4 case
planteurs planteur NOUN 2 nmod
unis uni ADJ 4 amod
( ( PUNCT 7 punct
^CPU CPU PROPN 2 appos
^) ) PUNCT 7 punct
menace menacer VERB 0 root
le le DET 11 det
gouvernement gouvernement NOUN 9 obj
^. . PUNCT 9 punct
La le DET 14 det
commission commission NOUN 15 nsubj Gender=Fem|Number=Sing
refuse refuser VERB 0 root
; ; PUNCT 15 punct
le le DET 18 det
CPU CPU PROPN 19 nsubj
insiste insister VERB 15 parataxis
^. . PUNCT 15 punct
"""


def committee() -> Parsed:
    text = parsed(COMMITTEE).text
    names = (
        name("Comité des planteurs unis", text.index("Comité"), "ORG"),
        name("CPU", text.index("CPU"), "ORG"),
        name("CPU", text.rindex("CPU"), "ORG"),
    )
    return two_sentences(COMMITTEE, cut=12, names=names)


@pytest.mark.parametrize("words", ["La commission", "le CPU"])
def test_a_body_is_taken_up_by_a_like_noun_and_by_its_acronym(words: str) -> None:
    again = found(committee())[words]
    assert again.name == "Le Comité des planteurs unis"
    assert again.rule.startswith("coref")


GENERAL = """
Le le DET 2 det
général général NOUN 5 nsubj Gender=Masc|Number=Sing
Oumar Oumar PROPN 2 appos
Essai Essai PROPN 3 flat:name
promet promettre VERB 0 root
une un DET 7 det
riposte riposte NOUN 5 obj
^. . PUNCT 5 punct
Le le DET 10 det
général général NOUN 11 nsubj Gender=Masc|Number=Sing
accuse accuser VERB 0 root
Essai Essai PROPN 11 obj
^. . PUNCT 11 punct
"""


def test_a_title_and_a_last_name_take_up_the_person() -> None:
    text = parsed(GENERAL).text
    report = two_sentences(GENERAL, cut=8, names=(name("Oumar Essai", text.index("Oumar"), "PER"),))
    actors = found(report)
    assert actors["Le général Oumar Essai"].sectors == ("MIL",)
    assert actors["Le général"].name == actors["Essai"].name == "Oumar Essai"


def test_an_adjective_of_nationality_beside_a_thing_is_an_actor() -> None:
    rows = """
    Un un DET 2 det
    tir tir NOUN 4 nsubj
    kényan kényan ADJ 2 amod
    détruit détruire VERB 0 root
    un un DET 6 det
    pont pont NOUN 4 obj
    """
    only = found(parsed(rows))["kényan"]
    assert (only.id, only.country, only.rule) == ("KEN", "KEN", "adjective")


def test_a_noun_for_a_kind_of_thing_is_no_actor() -> None:
    rows = """
    Une un DET 2 det
    voiture voiture NOUN 5 nsubj
    de de ADP 4 case
    police police NOUN 2 nmod
    brûle brûler VERB 0 root
    """
    assert not found(parsed(rows))


def test_the_holder_of_an_office_is_named_by_the_date_of_the_report() -> None:
    rows = """
    La le DET 2 det
    présidente président NOUN 4 nsubj Gender=Fem|Number=Sing
    libérienne libérien ADJ 2 amod
    accepte accepter VERB 0 root
    """
    assert found(parsed(rows), "2010-05-01")["La présidente libérienne"].name == "Ellen Johnson Sirleaf"
    assert found(parsed(rows))["La présidente libérienne"].id == "LBR/president"


def test_english_phrases_are_read_from_their_last_noun() -> None:
    rows = """
    Ghanaian ghanaian ADJ 3 amod
    army army NOUN 3 compound
    chiefs chief NOUN 4 nsubj Number=Plur
    met meet VERB 0 root
    union union NOUN 6 compound
    leaders leader NOUN 4 obj Number=Plur
    """
    actors = found(parsed(rows, lang="en"))
    assert (actors["Ghanaian army chiefs"].country, actors["Ghanaian army chiefs"].sectors) == ("GHA", ("MIL",))
    assert actors["union leaders"].sectors == ("LAB",)
