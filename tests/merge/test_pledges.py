"""What becomes of a promise."""

from merge.making import KIRKUK, QAEM, day, party, place, report, told
from recoupe.merge import merge
from recoupe.model import CodedReport, Pledge

FRANCE = party("La France", "FRA", "FRA", "GOV")
MALI = party("le Mali", "MLI", "MLI", "GOV")
GAO = place("Gao", (16.27, -0.04), "MLI")


def _pledge(*reports: CodedReport) -> Pledge:
    return next(one for one in merge(reports).pledges if one.evidence[0].mention == "a/m0")


def _announced(published: str = "2022-02-17", until: str | None = None) -> CodedReport:
    when = day(until) if until else None
    return report(
        "a",
        "La France retirera ses soldats de Gao.",
        told("retirera", "RETREAT", by=[FRANCE], status="future", where=GAO, when=when),
        published=published,
    )


def test_silence_before_the_deadline_says_nothing() -> None:
    later = report("b", "La France garde ses soldats à Gao, dit un diplomate.", published="2022-05-01")
    assert _pledge(_announced(until="2022-08-31"), later).state == "open"


def test_a_promise_lapses_when_its_story_goes_on_after_the_deadline() -> None:
    later = report("b", "La France retirera-t-elle ses soldats de Gao ?", published="2022-04-10")
    pledge = _pledge(_announced(until="2022-03-31"), later)
    assert (pledge.state, pledge.deadline) == ("lapsed", "2022-03-31")


def test_a_deed_elsewhere_keeps_no_promise() -> None:
    elsewhere = report(
        "b",
        "La France a retiré ses soldats de Ménaka.",
        told("retiré", "RETREAT", by=[FRANCE], where=place("Ménaka", (15.92, 2.4), "MLI")),
        published="2022-06-13",
    )
    assert _pledge(_announced(), elsewhere).state == "open"


def test_a_deed_of_another_keeps_no_promise() -> None:
    other = report(
        "b",
        "L'Allemagne a retiré ses soldats de Gao.",
        told("retiré", "RETREAT", by=[party("L'Allemagne", "DEU", "DEU", "GOV")], where=GAO),
        published="2022-06-13",
    )
    assert _pledge(_announced(), other).state == "open"


def test_an_earlier_deed_keeps_no_later_promise() -> None:
    before = report(
        "b",
        "La France a retiré des soldats de Gao.",
        told("retiré", "RETREAT", by=[FRANCE], where=GAO, when=day("2021-11-01")),
        published="2021-11-02",
    )
    assert _pledge(_announced(), before).state == "open"


def test_a_truce_is_broken_by_an_attack_told_against_it() -> None:
    north, south = party("le Front du Nord", None, "body/north"), party("l'Armée du Sud", None, "body/south")
    truce = report(
        "a",
        "Le Front du Nord et l'Armée du Sud ont conclu une trêve.",
        told("conclu", "AGREE", by=[north, south]),
        published="2024-08-01",
    )
    attack = report(
        "b",
        "Malgré la trêve, le Front du Nord a bombardé l'Armée du Sud.",
        told("bombardé", "ASSAULT", by=[north], to=[south]),
        published="2024-08-05",
    )
    pledge = _pledge(truce, attack)
    assert pledge.state == "broken"
    assert [(one.mention, one.says) for one in pledge.evidence][1:] == [("b/m0", "broken")]


def test_a_threat_names_the_act_it_threatens_and_its_condition() -> None:
    threat = report(
        "a",
        "Le Mali menace de fermer l'ambassade si la France refuse.",
        told("menace", "THREATEN", by=[MALI], to=[FRANCE], condition="si la France refuse"),
        told("fermer", "SANCTION", by=[MALI], to=[FRANCE], status="possible"),
        published="2022-02-17",
    )
    merged = merge([threat])
    assert [one.mentions for one in merged.incidents] == [("a/m0", "a/m1")]
    (pledge,) = merged.pledges
    assert (pledge.act.type, pledge.condition, pledge.state) == ("SANCTION", "si la France refuse", "open")


def test_a_guess_of_others_is_no_pledge() -> None:
    guess = report(
        "a",
        "Selon un expert, le Mali pourrait fermer l'ambassade.",
        told("fermer", "SANCTION", by=[MALI], to=[FRANCE], status="possible", said_by="un expert"),
    )
    assert merge([guess]).pledges == ()


def test_steps_in_two_places_are_two_pledges() -> None:
    plan = report(
        "a",
        "Le retrait de la base d'al-Qaïm, puis le départ de Kirkouk, auront lieu.",
        told("retrait", "RETREAT", by=[FRANCE], status="future", where=place("al-Qaïm", QAEM)),
        told("départ", "RETREAT", by=[FRANCE], status="future", where=place("Kirkouk", KIRKUK)),
    )
    assert len(merge([plan]).pledges) == 2


def test_a_promise_whose_author_denies_the_act_is_withdrawn() -> None:
    denial = report(
        "b",
        "La France n'a pas retiré ses soldats de Gao.",
        told("retiré", "RETREAT", by=[FRANCE], where=GAO, status="denied", when=day("2022-06-12")),
        published="2022-06-13",
    )
    assert _pledge(_announced(), denial).state == "withdrawn"


def test_a_speaker_stands_for_an_author_who_is_not_named() -> None:
    text = "Un porte-parole français promet un départ de Gao."
    promise = told("départ", "RETREAT", status="future", where=GAO, said_by="Un porte-parole français")
    assert [one.text for one in _pledge(report("a", text, promise)).by] == ["Un porte-parole français"]


def test_an_author_may_hold_his_own_act_possible() -> None:
    text = "Le Mali pourrait fermer l'ambassade, dit le Mali."
    own = told("fermer", "SANCTION", by=[MALI], to=[FRANCE], status="possible", said_by="le Mali")
    assert len(merge([report("a", text, own)]).pledges) == 1


def test_a_deed_before_the_report_answers_a_promise_that_is_recalled() -> None:
    recalled = report(
        "a",
        "La France avait promis un retrait de Gao.",
        told("retrait", "RETREAT", by=[FRANCE], status="future", where=GAO),
        published="2022-08-20",
    )
    deed = report(
        "b",
        "La France a retiré ses soldats de Gao.",
        told("retiré", "RETREAT", by=[FRANCE], where=GAO, when=day("2022-08-15")),
        published="2022-08-15",
    )
    assert _pledge(recalled, deed).state == "kept"
