"""Reports that tell a happening without a coded mention."""

from merge.making import party, report, told
from recoupe.merge import merge

KHAN = party("Omar Sani", None, "person/omar-sani")


def test_a_report_that_uses_the_word_for_the_act_is_listed_and_counts_as_no_source() -> None:
    words = "L'opposant Omar Sani arrêté à Zinder"
    coded = [
        report(
            name,
            words + tail,
            told("arrêté", "COERCE", to=[KHAN]),
            published="2021-04-01",
            outlet=f"outlet {name}",
        )
        for name, tail in (("a", " par la police."), ("b", " jeudi matin."))
    ]
    silent = report("c", "Arrestation de l'opposant Omar Sani, arrêté à Zinder.", published="2021-04-02")
    late = report("d", "Arrestation de l'opposant Omar Sani, arrêté à Zinder.", published="2021-06-02")
    (incident,) = merge([*coded, silent, late]).incidents
    assert incident.reports == ("a", "b", "c")
    assert incident.mentions == ("a/m0", "b/m0")
    assert incident.independent_sources == 2
