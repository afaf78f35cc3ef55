"""Near-duplicate reports."""

from merge.making import report
from recoupe.merge.accounts import Sheet
from recoupe.merge.copies import copies_of, originals
from recoupe.model import CodedReport, Copies

TEXT = (
    "Le gouvernement a annoncé mardi la réouverture du poste frontière de Malanville, fermé depuis six mois. "
    "Les camions pourront passer dès jeudi matin. Le préfet a remercié les douaniers des deux pays. "
    "Des commerçants attendaient depuis des semaines dans la chaleur et la poussière du fleuve."
)


def _copies(*reports: CodedReport) -> tuple[Copies, ...]:
    return copies_of([Sheet(report=one) for one in reports])


def test_a_new_headline_and_credit_make_no_new_report() -> None:
    wire = report("wire", TEXT, title="Frontière : réouverture", published="2024-02-06")
    copy = report("copy", TEXT + " (Agence)", title="Enfin !", published="2024-02-07")
    assert _copies(copy, wire) == (Copies(of="wire", reports=("copy",)),)


def test_a_cut_tail_makes_no_new_report() -> None:
    wire = report("wire", TEXT, published="2024-02-06")
    cut = report("cut", TEXT[: len(TEXT) * 2 // 3], published="2024-02-06")
    assert _copies(wire, cut) == (Copies(of="wire", reports=("cut",)),)


def test_another_report_of_the_same_thing_is_no_copy() -> None:
    other = "Le poste frontière de Malanville rouvre jeudi, après six mois, a dit le gouvernement mardi soir."
    assert _copies(report("a", TEXT), report("b", other)) == ()


def test_equal_headlines_are_copies_and_like_ones_are_not() -> None:
    found = _copies(report("a", "Grève à Lens."), report("b", "Grève à Lens."), report("c", "Grève à Lille."))
    assert found == (Copies(of="a", reports=("b",)),)


def test_each_copy_knows_its_original() -> None:
    assert originals([Copies(of="a", reports=("b", "c"))]) == {"b": "a", "c": "a"}
