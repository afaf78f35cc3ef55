"""Whether two mentions tell one happening."""

from merge.making import KIRKUK, QAEM, account, day, party, place, told
from recoupe.merge.judge import NEVER, judge
from recoupe.model import Mention

ARMY = party("l'armée", "IRQ", "IRQ/armed-forces", "MIL")


def _raid(date: str, *, at: tuple[float, float] = QAEM, **more: str) -> Mention:
    where = place("al-Qaïm" if at == QAEM else "Kirkouk", at)
    return told("raid", "ASSAULT", by=[ARMY], when=day(date), where=where, **more)


def test_same_act_place_and_day_are_the_same() -> None:
    one = account(_raid("2020-03-18"), text="Le raid de mercredi a détruit deux entrepôts.")
    two = account(_raid("2020-03-18"), report_id="b", text="Nouveau bilan du raid.")
    found = judge(one, two)
    assert found.verdict == "same"
    assert 0.5 < found.score <= 1
    assert found.reasons[0].startswith("time: same day")


def test_the_same_act_at_two_times_is_two() -> None:
    found = judge(account(_raid("2020-03-18")), account(_raid("2020-06-18"), report_id="b"))
    assert found.verdict == "different"
    assert found.odds < NEVER / 2


def test_the_same_act_in_two_towns_is_two() -> None:
    found = judge(account(_raid("2020-03-18")), account(_raid("2020-03-18", at=KIRKUK), report_id="b"))
    assert found.verdict != "same"


def test_an_act_announced_is_not_the_act_done() -> None:
    done, announced = account(_raid("2020-03-18")), account(_raid("2020-03-18", status="future"), report_id="b")
    assert judge(done, announced).odds < NEVER / 2


def test_what_is_denied_is_the_act_that_others_tell() -> None:
    done, denied = account(_raid("2020-03-18")), account(_raid("2020-03-18", status="denied"), report_id="b")
    assert judge(done, denied).verdict == "same"


def test_absence_alone_joins_nothing() -> None:
    one = account(told("raid", "ASSAULT"), text="Le raid a duré une heure, dit un berger.")
    two = account(told("raid", "ASSAULT"), report_id="b", text="La mairie déplore ce raid.")
    assert judge(one, two).verdict != "same"


def test_judging_is_symmetric_in_its_odds() -> None:
    one, two = account(_raid("2020-03-18")), account(told("raid", "ASSAULT", by=[ARMY]), report_id="b")
    assert judge(one, two).odds == judge(two, one).odds
