"""Mentions come out with their type, roles and words, from parses built by hand."""

from parses import parsed
from recoupe.extract import extract
from recoupe.model import Actor, Annotated, Mention, Parsed, Published


def _mentions(parse: Parsed, **actors: tuple[str, ...]) -> tuple[Mention, ...]:
    """Extract from a parse in which the words named by keyword are actors of the given sectors."""
    found = []
    for word, sectors in actors.items():
        head = parse.words.index(word)
        start, end = parse.starts[head], parse.ends[head]
        found.append(
            Actor(
                start=start,
                end=end,
                text=word,
                id=None,
                name=None,
                kind="organ",
                country=None,
                sectors=sectors,
                head=head,
            )
        )
    return extract(
        Annotated(
            parsed=parse,
            published=Published(value=None, basis="unknown"),
            times=(),
            places=(),
            actors=tuple(sorted(found, key=lambda a: a.start)),
            quotes=(),
        )
    )


def _told(mention: Mention) -> tuple[str, str, list[str], list[str]]:
    return (
        mention.type,
        mention.trigger.text,
        [p.text for p in mention.actor],
        [p.text for p in mention.recipient],
    )


def test_an_arrest_by_the_police_has_both_sides() -> None:
    parse = parsed("""
        police police NOUN 3 nsubj
        a avoir AUX 3 aux:tense
        arrêté arrêter VERB 0 root VerbForm=Part|Tense=Past
        opposants opposant NOUN 3 obj
    """)
    mentions = _mentions(parse, police=("COP",), opposants=("OPP",))
    assert [_told(m) for m in mentions] == [("COERCE", "arrêté", ["police"], ["opposants"])]
    assert mentions[0].status == "happened"
    assert mentions[0].rule.startswith("fr.coerce.")


def test_a_nationality_is_the_actor_of_a_noun() -> None:
    parse = parsed("""
        Frappe frappe NOUN 0 root
        israélienne israélien ADJ 1 amod
        sur sur ADP 5 case
        un un DET 5 det
        camp camp NOUN 1 nmod
    """)
    (mention,) = _mentions(parse)
    assert (mention.type, [p.country for p in mention.actor]) == ("ASSAULT", ["ISR"])


def test_the_end_of_a_strike_is_one_act_of_the_strikers() -> None:
    parse = parsed("""
        Fin fin NOUN 0 root
        de de ADP 4 case
        la le DET 4 det
        grève grève NOUN 1 nmod
        des de ADP 6 case
        dockers docker NOUN 4 nmod
    """)
    mentions = _mentions(parse, dockers=("LAB",))
    assert [(m.type, [p.text for p in m.actor]) for m in mentions] == [("RETREAT", ["dockers"])]


def test_what_is_asked_for_is_no_act_of_its_own() -> None:
    parse = parsed("""
        syndicat syndicat NOUN 2 nsubj
        appelle appeler VERB 0 root
        à à ADP 4 mark
        manifester manifester VERB 2 xcomp VerbForm=Inf
    """)
    assert [m.type for m in _mentions(parse, syndicat=("LAB",))] == ["REQUEST"]


def test_weather_and_disease_do_not_strike_as_armies_do() -> None:
    parse = parsed("""
        grippe grippe NOUN 2 nsubj
        frappe frapper VERB 0 root
        pays pays NOUN 2 obj
    """)
    assert _mentions(parse) == ()


def test_a_series_told_with_then_is_one_act_a_step() -> None:
    parse = parsed("""
        retrait retrait NOUN 0 root
        des de ADP 3 case
        troupes troupe NOUN 1 nmod
        de de ADP 5 case
        Gao Gao PROPN 1 nmod
        puis puis CCONJ 8 cc
        de de ADP 8 case
        Kidal Kidal PROPN 5 conj
    """)
    assert [m.type for m in _mentions(parse, troupes=("MIL",))] == ["RETREAT", "RETREAT"]


def test_what_will_not_be_given_up_is_refused() -> None:
    parse = parsed("""
        Paris Paris PROPN 3 nsubj
        ne ne ADV 3 advmod
        retirera retirer VERB 0 root Mood=Ind|Tense=Fut
        pas pas ADV 3 advmod
        ses son DET 6 det
        troupes troupe NOUN 3 obj
    """)
    (mention,) = _mentions(parse, Paris=("GOV",))
    assert (mention.type, mention.status) == ("REJECT", "happened")
