"""The value an incident takes for each field, and who says otherwise."""

from merge.making import BAGHDAD, QAEM, day, number, party, place, report, told
from recoupe.merge.accounts import Account, accounts_of
from recoupe.merge.values import choose_parties, choose_status, choose_when, choose_where, disagreements
from recoupe.model import CodedReport, Mention

IRAQ = place("Irak", (33.0, 44.0), km=370.0)


def _accounts(*mentions: Mention) -> tuple[Account, ...]:
    """Make one report by one outlet for each mention."""
    reports: list[CodedReport] = [
        report(f"r{at}", f"… {one.trigger.text} …", one, outlet=f"outlet {at}", published="2020-03-20")
        for at, one in enumerate(mentions)
    ]
    return accounts_of(reports)[1]


def test_most_sources_decide_the_status() -> None:
    said = [told("a", "ASSAULT"), told("a", "ASSAULT", status="denied"), told("a", "ASSAULT")]
    assert choose_status(_accounts(*said)) == "happened"


def test_the_day_that_more_sources_give_is_chosen_and_the_other_shown() -> None:
    days = ("2020-03-18", "2020-03-19", "2020-03-19")
    accounts = _accounts(*(told("a", "RETREAT", when=day(one)) for one in days))
    chosen = choose_when(accounts)
    assert chosen is not None
    assert chosen.value == "2020-03-19"
    (dissent,) = disagreements(accounts)
    assert [(one.value, len(one.mentions)) for one in dissent.values] == [("2020-03-19", 2), ("2020-03-18", 1)]


def test_a_day_within_a_month_is_no_disagreement() -> None:
    month = told("a", "RETREAT", when=day("2020-03-01", "2020-03-31"))
    assert disagreements(_accounts(month, told("a", "RETREAT", when=day("2020-03-18")))) == ()


def test_a_town_goes_before_its_country_and_the_backed_town_before_another() -> None:
    qaem, baghdad = place("al-Qaïm", QAEM), place("Bagdad", BAGHDAD, km=2.0)
    places = (IRAQ, IRAQ, qaem, qaem, baghdad)
    accounts = _accounts(*(told("a", "RETREAT", where=one) for one in places))
    assert choose_where(accounts) == qaem
    (dissent,) = disagreements(accounts)
    assert (dissent.field, [one.value for one in dissent.values]) == ("where", ["al-Qaïm", "Bagdad"])


def test_a_party_stands_once_under_its_fullest_name() -> None:
    spelt = (
        party("Abou Mahdi al-Mouhandes"),
        party("Abu Mahdi Al-Muhandis", "IRQ", "person/muhandis"),
        party("il"),
    )
    accounts = _accounts(*(told("a", "ASSAULT", to=[one]) for one in spelt))
    assert [one.text for one in choose_parties(accounts, actor=False)] == ["Abu Mahdi Al-Muhandis"]


def test_numbers_are_shown_with_who_gives_them() -> None:
    tolls = (number("8 morts", 8, "dead"), number("11 morts", 11, "dead"))
    (dissent,) = disagreements(_accounts(*(told("a", "ASSAULT", numbers=[one]) for one in tolls)))
    assert dissent.field == "quantity:dead"
    assert [(one.value, one.mentions) for one in dissent.values] == [("11", ("r1/m0",)), ("8", ("r0/m0",))]


def test_nothing_known_stays_nothing() -> None:
    accounts = _accounts(told("a", "ASSAULT"))
    assert (choose_when(accounts), choose_where(accounts), choose_parties(accounts, actor=True)) == (
        None,
        None,
        (),
    )
