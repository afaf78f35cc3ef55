"""How alike the parties of two mentions are."""

import pytest

from merge.making import account, party, told
from recoupe.merge.compare.actors import compare_actors, face_level
from recoupe.merge.names import face
from recoupe.model import Party


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (party("le Front du Nord", None, "body/front"), party("FDN", None, "body/front"), "identity"),
        (party("Paris", "FRA", "FRA"), party("la France", "FRA", "FRA"), "state"),
        (party("Abou Mahdi al-Mouhandes"), party("Abu Mahdi Al-Muhandis"), "name"),
        (party("le parlement", "IRQ", None, "LEG"), party("les députés", "IRQ", None, "LEG"), "office"),
        (party("Paris", "FRA", "FRA"), party("Berlin", "DEU", "DEU"), "other"),
        (party("la coalition", "IGO", "body/coalition"), party("Paris", "FRA", "FRA"), "unknown"),
        (party("ces soldats", "IRQ", "IRQ/armed-forces"), party("Paris", "FRA", "FRA"), "unknown"),
        (party("elle"), party("Paris", "FRA", "FRA"), "unknown"),
    ],
)
def test_faces_share_what_is_surest(left: Party, right: Party, level: str) -> None:
    assert face_level(face(left), face(right)) == level
    assert face_level(face(right), face(left)) == level


def test_the_sides_of_a_meeting_are_free() -> None:
    mali, niger = party("Bamako", "MLI", "MLI"), party("Niamey", "NER", "NER")
    one = account(told("a", "CONSULT", by=[mali], to=[niger]))
    two = account(told("a", "CONSULT", by=[niger, mali]), report_id="b")
    assert [found.level for found in compare_actors(one, two)] == ["actor: state", "recipient: state"]


def test_who_does_and_who_suffers_are_not_exchanged() -> None:
    mali, niger = party("Bamako", "MLI", "MLI"), party("Niamey", "NER", "NER")
    one = account(told("a", "SANCTION", by=[mali], to=[niger]))
    two = account(told("a", "SANCTION", by=[niger], to=[mali]), report_id="b")
    assert [found.level for found in compare_actors(one, two)] == ["actor: other", "recipient: other"]


def test_a_party_whose_role_is_open_counts_a_little() -> None:
    mali = party("Bamako", "MLI", "MLI")
    one, two = told("a", "RETREAT", by=[mali]), told("a", "RETREAT", to=[mali])
    assert compare_actors(account(one), account(two, report_id="b"))[0].level == "actor: in doubt"
