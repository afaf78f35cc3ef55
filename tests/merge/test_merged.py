"""Reports in, ledger out."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from merge.making import BAGHDAD, KIRKUK, QAEM, day, number, party, place, report, told
from recoupe.merge import Merged, merge
from recoupe.model import CodedReport, Incident, Pledge

US = party("les troupes américaines", "USA", "usa-mil", "MIL")


def _incident(merged: Merged, mention: str) -> Incident:
    return next(one for one in merged.incidents if mention in one.mentions)


def _pledge(merged: Merged, mention: str) -> Pledge:
    return next(one for one in merged.pledges if one.evidence[0].mention == mention)


def _evacuation() -> tuple[CodedReport, ...]:
    """Two outlets date one evacuation differently; a third tells what is to follow."""
    return (
        report(
            "a",
            "Les troupes américaines ont quitté mercredi la base d'al-Qaïm, près de la Syrie.",
            told("quitté", "RETREAT", by=[US], when=day("2020-03-18"), where=place("al-Qaïm", QAEM)),
            published="2020-03-19",
            outlet="Le Courrier",
        ),
        report(
            "b",
            "Jeudi, la base d'al-Qaem a été évacuée par les soldats américains. "
            "Leur départ de la base de Kirkouk suivra.",
            told("évacuée", "RETREAT", by=[US], when=day("2020-03-19"), where=place("al-Qaem", QAEM)),
            told("départ", "RETREAT", by=[US], status="future", where=place("Kirkouk", KIRKUK)),
            published="2020-03-19",
            outlet="La Dépêche",
        ),
        report(
            "c",
            "L'aviation américaine a tué un général iranien à Bagdad.",
            told("tué", "ASSAULT", by=[US], to=[party("un général iranien", "IRN")], where=place("Bagdad", BAGHDAD)),
            published="2020-03-20",
            outlet="Le Courrier",
        ),
    )


def test_merge_joins_two_tellings_of_one_act_and_shows_the_day_they_differ_on() -> None:
    incident = _incident(merge(_evacuation()), "a/m0")
    assert incident.mentions == ("a/m0", "b/m0")
    assert incident.independent_sources == 2
    assert [(one.field, [v.value for v in one.values]) for one in incident.disagreements] == [
        ("when", ["2020-03-18", "2020-03-19"])
    ]
    assert incident.why[0].reasons


def test_merge_keeps_an_announced_act_apart_from_the_act_done_elsewhere() -> None:
    merged = merge(_evacuation())
    assert _incident(merged, "b/m1").mentions == ("b/m1",)
    assert _pledge(merged, "b/m1").state == "open"


def test_merge_does_not_depend_on_the_order_of_arrival() -> None:
    reports = _evacuation()
    ledgers = {merge(order) for order in itertools.permutations(reports)}
    assert len(ledgers) == 1
    assert merge((*reports, *reports)) in ledgers


def test_merge_counts_a_wire_copy_as_no_source_of_its_own() -> None:
    text = (
        "Les troupes américaines ont quitté mercredi la base d'al-Qaïm, près de la frontière avec la Syrie. "
        "Le commandement irakien a salué ce départ et promis que d'autres bases suivraient avant l'été."
    )
    act = told("quitté", "RETREAT", by=[US], when=day("2020-03-18"), where=place("al-Qaïm", QAEM))
    merged = merge(
        [
            report("wire", text, act, published="2020-03-18T10:00", outlet="Agence"),
            report("copy", text + " (Agence)", act, published="2020-03-18T12:00", outlet="Le Courrier"),
        ]
    )
    assert [(one.of, one.reports) for one in merged.copies] == [("wire", ("copy",))]
    assert merged.incidents[0].independent_sources == 1
    assert len(merged.incidents[0].reports) == 2


def test_merge_ties_the_deed_to_the_announcement_it_carries_out() -> None:
    first = report(
        "a",
        "La France retirera ses soldats de Gao.",
        told(
            "retirera",
            "RETREAT",
            by=[party("La France", "FRA", "fra", "GOV")],
            status="future",
            where=place("Gao", (16.27, -0.04), "MLI"),
        ),
        published="2022-02-17",
    )
    then = report(
        "b",
        "Les derniers soldats français ont quitté Gao.",
        told(
            "quitté",
            "RETREAT",
            by=[party("soldats français", "FRA", "fra-mil", "MIL")],
            where=place("Gao", (16.27, -0.04), "MLI"),
            when=day("2022-08-15"),
        ),
        published="2022-08-15",
    )
    merged = merge([first, then])
    assert _pledge(merged, "a/m0").state == "kept"
    assert _incident(merged, "b/m0").fulfils == _incident(merged, "a/m0").id


def test_merge_calls_a_counted_promise_partly_kept_until_the_count_is_reached() -> None:
    promise = report(
        "a",
        "La coalition quittera trois bases.",
        told(
            "quittera",
            "RETREAT",
            by=[party("La coalition", None, "coalition", "MIL")],
            status="future",
            numbers=[number("trois bases", 3, "bases")],
        ),
        published="2020-03-01",
    )
    deed = report(
        "b",
        "La coalition a quitté la base d'al-Qaïm.",
        told(
            "quitté",
            "RETREAT",
            by=[party("La coalition", None, "coalition", "MIL")],
            where=place("al-Qaïm", QAEM),
            when=day("2020-03-18"),
        ),
        published="2020-03-19",
    )
    assert _pledge(merge([promise, deed]), "a/m0").state == "partly kept"


@pytest.mark.parametrize("reports", [(), (report("a", "", title=None),), (report("a", "Rien à dire."),)])
def test_merge_gives_every_report_one_story_even_without_events(reports: tuple[CodedReport, ...]) -> None:
    stories = merge(reports).stories
    assert [one.reports for one in stories] == [(single.id,) for single in reports]


@given(st.permutations(_evacuation()), st.integers(0, 3))
@settings(max_examples=20, deadline=None)
def test_merge_of_any_part_in_any_order_is_the_same(reports: list[CodedReport], kept: int) -> None:
    part = reports[:kept]
    assert merge(part) == merge(sorted(part, key=lambda one: one.id))


def test_every_mention_is_in_exactly_one_incident() -> None:
    reports = _evacuation()
    told_in = [mention for one in merge(reports).incidents for mention in one.mentions]
    wanted = [f"{one.id}/{mention.id}" for one in reports for mention in one.mentions]
    assert sorted(told_in) == sorted(wanted)
