"""The status of an act follows from its clause and from all that governs it."""

import pytest

from annotating import annotated, read, token_of
from parses import parsed
from recoupe.extract.status import StatusDecision, status_of
from recoupe.model import Time
from recoupe.packs.status import load_status

FINITE = "VerbForm=Fin|Mood=Ind|Tense=Pres"


def decide(rows: str, token: int, *, lang: str = "fr", published: str | None = None) -> StatusDecision:
    return status_of(annotated(parsed(rows, lang=lang), published=published), token)


def test_a_plain_perfect_happened() -> None:
    found = decide(
        "rebelles rebelle NOUN 3 nsubj\n ont avoir AUX 3 aux:tense VerbForm=Fin\n fui fuir VERB 0 root VerbForm=Part", 2
    )
    assert (found.status, found.rule, found.cue) == ("happened", "asserted", None)


def test_negation_denies_and_is_the_cue() -> None:
    found = decide(
        f"""
        rebelles rebelle NOUN 3 nsubj
        ne ne ADV 3 advmod
        fuient fuir VERB 0 root {FINITE}
        pas pas ADV 3 advmod
        """,
        2,
    )
    assert found.status == "denied"
    assert found.cue is not None
    assert found.cue.text == "pas"


def test_not_only_denies_nothing() -> None:
    found = decide(
        f"""
        il il PRON 3 nsubj
        ne ne ADV 3 advmod
        critique critiquer VERB 0 root {FINITE}
        pas pas ADV 3 advmod
        seulement seulement ADV 3 advmod
        """,
        2,
    )
    assert found.status == "happened"


def test_the_expletive_ne_denies_nothing() -> None:
    found = decide(
        f"""
        elle elle PRON 3 nsubj
        ne ne ADV 3 advmod
        part partir VERB 0 root {FINITE}
        """,
        2,
    )
    assert found.status == "happened"


@pytest.mark.parametrize(
    ("word", "lemma", "status"),
    [
        ("quitterait", "quitter", "possible"),
        ("tirait", "tirer", "happened"),
        ("tirerait", "tirer", "possible"),
        ("courait", "courir", "happened"),
        ("courrait", "courir", "possible"),
        ("offrirait", "offrir", "possible"),
        ("offrait", "offrir", "happened"),
        ("serait", "être", "possible"),
        ("tira", "tirer", "happened"),
        ("tirera", "tirer", "future"),
        ("quitteront", "quitter", "future"),
    ],
)
def test_conditional_and_future_are_read_off_the_ending_whatever_the_tagger_says(
    word: str, lemma: str, status: str
) -> None:
    rows = f"armée armée NOUN 2 nsubj\n {word} {lemma} VERB 0 root VerbForm=Fin|Mood=Ind|Tense=Imp"
    assert decide(rows, 1).status == status


def test_a_conditional_under_a_past_report_is_a_future_seen_from_then() -> None:
    rows = """
    armée armée NOUN 3 nsubj
    a avoir AUX 3 aux:tense VerbForm=Fin|Mood=Ind|Tense=Pres
    annoncé annoncer VERB 0 root VerbForm=Part|Tense=Past
    qu' que SCONJ 6 mark
    elle elle PRON 6 nsubj
    partirait partir VERB 3 ccomp VerbForm=Fin|Mood=Cnd
    """
    assert decide(rows, 5).status == "future"


@pytest.mark.parametrize(
    ("governor", "lemma", "marker", "status"),
    [
        ("réussit", "réussir", "à", "happened"),
        ("refuse", "refuser", "de", "denied"),
        ("menace", "menacer", "de", "future"),
        ("envisage", "envisager", "de", "possible"),
        ("continue", "continuer", "de", "happened"),
        ("nie", "nier", "", "denied"),
    ],
)
def test_attitude_verbs_decide_about_their_infinitive(governor: str, lemma: str, marker: str, status: str) -> None:
    middle = f"{marker} {marker} ADP 4 mark" if marker else "bien bien ADV 4 advmod"
    rows = f"""
    armée armée NOUN 2 nsubj
    {governor} {lemma} VERB 0 root {FINITE}
    {middle}
    attaquer attaquer VERB 2 xcomp VerbForm=Inf
    """
    found = decide(rows, 3)
    assert found.status == status
    assert status == "happened" or (found.cue is not None and found.cue.text == governor)


def test_the_governors_own_negation_is_composed_with_its_signature() -> None:
    rows = f"""
    armée armée NOUN 3 nsubj
    ne ne ADV 3 advmod
    réussit réussir VERB 0 root {FINITE}
    pas pas ADV 3 advmod
    à à ADP 6 mark
    attaquer attaquer VERB 3 xcomp VerbForm=Inf
    """
    assert decide(rows, 5).status == "denied"


def test_what_is_condemned_happened_even_if_nobody_condemns_it() -> None:
    rows = f"""
    maire maire NOUN 3 nsubj
    ne ne ADV 3 advmod
    condamne condamner VERB 0 root {FINITE}
    pas pas ADV 3 advmod
    l' le DET 6 det
    attaque attaque NOUN 3 obj
    """
    assert decide(rows, 5).status == "happened"


@pytest.mark.parametrize(
    ("noun", "status"),
    [("menace", "future"), ("projet", "future"), ("hypothèse", "possible"), ("échec", "denied"), ("fin", "happened")],
)
def test_nouns_govern_nouns(noun: str, status: str) -> None:
    rows = f"{noun} {noun} NOUN 0 root\n de de ADP 3 case\n grève grève NOUN 1 nmod"
    assert decide(rows, 2).status == status


def test_a_governing_noun_is_found_by_its_place_when_the_parser_hung_the_act_elsewhere() -> None:
    rows = f"""
    syndicat syndicat NOUN 2 nsubj
    lève lever VERB 0 root {FINITE}
    sa son DET 4 det
    menace menace NOUN 2 obj
    de de ADP 6 case
    grève grève NOUN 2 obl:mod
    """
    assert decide(rows, 5).status == "future"


def test_a_condition_makes_the_act_possible_and_is_kept() -> None:
    rows = f"""
    milice milice NOUN 2 nsubj
    frappera frapper VERB 0 root VerbForm=Fin|Mood=Ind|Tense=Fut
    si si SCONJ 5 mark
    Rome Rome PROPN 5 nsubj
    refuse refuser VERB 2 advcl {FINITE}
    """
    found = decide(rows, 1)
    assert found.status == "possible"
    assert found.condition is not None
    assert found.condition.text == "si Rome refuse"
    assert decide(rows, 4).status == "possible"


def test_a_threat_that_was_made_keeps_its_condition_and_happened() -> None:
    rows = f"""
    milice milice NOUN 3 nsubj
    a avoir AUX 3 aux:tense {FINITE}
    menacé menacer VERB 0 root VerbForm=Part|Tense=Past
    de de ADP 5 mark
    frapper frapper VERB 3 xcomp VerbForm=Inf
    si si SCONJ 8 mark
    Rome Rome PROPN 8 nsubj
    refuse refuser VERB 3 advcl {FINITE}
    """
    threat, act = decide(rows, 2), decide(rows, 4)
    assert (threat.status, act.status) == ("happened", "possible")
    assert threat.condition == act.condition
    assert threat.condition is not None


def test_a_present_told_of_a_day_after_the_report_is_to_come() -> None:
    rows = f"avocats avocat NOUN 2 nsubj\n manifestent manifester VERB 0 root {FINITE}\n samedi samedi NOUN 2 obl:mod"
    report = parsed(rows)
    day = Time(
        start=report.starts[2], end=report.ends[2], text="samedi", type="DATE", value="2020-01-11",
        earliest="2020-01-11", latest="2020-01-11", anchor="published", rule="weekday",
    )  # fmt: skip
    assert status_of(annotated(report, published="2020-01-09", times=(day,)), 1).status == "future"
    assert status_of(annotated(report, published="2020-01-13", times=(day,)), 1).status == "happened"


def test_history_is_marked_as_background() -> None:
    rows = f"""
    Depuis depuis ADP 3 case
    l' le DET 3 det
    assassinat assassinat NOUN 6 obl:mod
    la le DET 5 det
    ville ville NOUN 6 nsubj
    tremble trembler VERB 0 root {FINITE}
    """
    found = decide(rows, 2)
    assert (found.status, found.background) == ("happened", True)
    assert not decide(rows, 5).background


TRAPS = [
    ("en", "Rebels could attack the town.", "attack", "possible"),
    ("en", "Rebels will attack the town.", "attack", "future"),
    ("en", "Rebels attacked the town in 1973.", "attacked", "happened"),
    ("en", "Rebels did not attack the town.", "attack", "denied"),
    ("en", "The town was attacked by rebels.", "attacked", "happened"),
    ("en", "The colonel is said to have attacked the town.", "attacked", "possible"),
    ("en", "The colonel denied attacking the town.", "attacking", "denied"),
    ("en", "Rebels threatened to attack the town.", "attack", "future"),
    ("en", "The colonel called on rebels to attack the town.", "attack", "future"),
    ("en", "If rebels attack the town, the army will intervene.", "attack", "possible"),
    ("en", "Attack feared in the capital", "Attack", "possible"),
    ("en", "Attack foiled near the border", "Attack", "denied"),
    ("en", "Soldiers took part in a mock attack.", "attack", "denied"),
    ("fr", "Les rebelles pourraient attaquer la ville.", "attaquer", "possible"),
    ("fr", "Les rebelles attaqueront la ville.", "attaqueront", "future"),
    ("fr", "Les rebelles ont attaqué la ville en 1973.", "attaqué", "happened"),
    ("fr", "Les rebelles n'ont pas attaqué la ville.", "attaqué", "denied"),
    ("fr", "La ville a été attaquée par les rebelles.", "attaquée", "happened"),
    ("fr", "Le colonel aurait attaqué la ville.", "attaqué", "possible"),
    ("fr", "Le colonel nie avoir attaqué la ville.", "attaqué", "denied"),
    ("fr", "Les rebelles menacent d'attaquer la ville.", "attaquer", "future"),
    ("fr", "Le colonel appelle les rebelles à attaquer la ville.", "attaquer", "future"),
    ("fr", "Si les rebelles attaquent la ville, l'armée interviendra.", "attaquent", "possible"),
    ("fr", "La capitale redoute une attaque.", "attaque", "possible"),
    ("fr", "La police a déjoué une attaque.", "attaque", "denied"),
    ("fr", "Les soldats ont filmé une attaque simulée.", "attaque", "denied"),
]


@pytest.mark.model
@pytest.mark.parametrize(("lang", "text", "trigger", "status"), TRAPS, ids=[t[1] for t in TRAPS])
def test_the_traps_that_keyword_coders_fall_into(lang: str, text: str, trigger: str, status: str) -> None:
    found = read(text, lang)
    assert status_of(found, token_of(found, trigger)).status == status


@pytest.mark.model
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_class_of_governors_holds_on_its_own_examples(lang: str) -> None:
    wrong = []
    for governor in load_status(lang).classes:
        for case in (governor.example, governor.counter):
            if case is None:
                continue
            text, trigger, status = case
            found = read(text, lang)
            if status_of(found, token_of(found, trigger)).status != status:
                wrong.append((governor.id, text))
    assert wrong == []
