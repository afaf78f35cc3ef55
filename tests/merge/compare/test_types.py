"""Whether two types can name one act."""

import pytest

from merge.making import account, report, told
from recoupe.merge.accounts import accounts_of
from recoupe.merge.compare.types import compare_types


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (told("a", "RETREAT", mode="withdraw"), told("b", "RETREAT", mode="withdraw"), "type: same mode"),
        (told("a", "RETREAT", mode="withdraw"), told("b", "RETREAT"), "type: same"),
        (told("a", "CONCEDE"), told("b", "RETREAT"), "type: related"),
        (told("a", "SANCTION", mode="withdraw"), told("b", "RETREAT", mode="withdraw"), "type: related"),
        (told("a", "PROTEST"), told("b", "COERCE"), "type: wavering"),
        (told("blocus", "PROTEST"), told("blocus", "SANCTION"), "type: other, same word"),
        (told("aide", "AID"), told("raid", "ASSAULT"), "type: other"),
        (told("raid", ""), told("raid", "ASSAULT"), "type: untyped, same word"),
        (told("raid", ""), told("visite", ""), "type: untyped, other word"),
    ],
)
def test_types_are_one_related_or_apart(left: object, right: object, level: str) -> None:
    one, two = account(left), account(right, report_id="b")
    assert compare_types(one, two).level == level
    assert compare_types(two, one).level == level


def test_a_threat_stands_with_what_its_sentence_threatens() -> None:
    text = "Ils menacent de frapper le port. Ils pourraient aussi bloquer le fleuve."
    coded = report(
        "a",
        text,
        told("menacent", "THREATEN"),
        told("frapper", "ASSAULT", status="possible"),
        told("bloquer", "COERCE", status="possible"),
    )
    _, (threat, strike, block) = accounts_of([coded])
    assert compare_types(threat, strike).level == "type: threatened"
    assert compare_types(threat, block).level == "type: may be threatened"


def test_two_triggers_are_one_word_by_half_of_theirs() -> None:
    arrest, warrant = account(told("arrest", "COERCE")), account(told("arrest warrant", "COERCE"))
    summons = account(told("convoque l'ambassadeur", "ACCUSE"))
    expulsion = account(told("expulse l'ambassadeur", "SANCTION"))
    assert arrest.names_act_of(warrant)
    assert not summons.names_act_of(expulsion)
