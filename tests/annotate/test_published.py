"""The report's own date is given, inferred for reasons that are told, or left open between bounds."""

from pathlib import Path

import pytest

from recoupe.annotate.published import infer_from_text, infer_published
from recoupe.annotate.published_bounds import Known
from recoupe.annotate.times import annotate_times
from recoupe.gazetteer.terms import dated_event
from recoupe.model import Cleaned, Parsed, Quoted, Report

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def _parsed(text: str, published: str | None = None) -> Parsed:
    report = Report(id="r", text=text, published=published)
    columns: tuple[str, ...] = ()
    return Parsed(
        cleaned=Cleaned(report=report, kept=((0, len(text)),)),
        lang="fr",
        words=columns,
        starts=(),
        ends=(),
        lemmas=columns,
        upos=columns,
        feats=columns,
        heads=(),
        deprels=columns,
        sentences=(),
        names=(),
    )


def test_given_date_is_kept_with_where_it_came_from() -> None:
    parse = _parsed("Hier, il a neigé.", "2021-04-15")
    assert infer_published(parse, annotate_times(parse, published="2021-04-15")).basis == "given"


def test_no_time_at_all_leaves_the_date_unknown() -> None:
    assert infer_published(_parsed("Il neige."), ()).value is None


def test_weekdays_and_a_dated_fact_fix_the_day_and_refuse_the_other_years() -> None:
    text = (
        "Depuis la mort de Mouammar Kadhafi, la ville est calme. Lundi 28 novembre, des urnes ont été livrées. "
        "Le mardi 29 novembre, le maire a voté. Ce mardi matin, la foule attendait."
    )
    found = infer_from_text(text, "fr")
    assert (found.value, found.basis) == ("2011-11-29", "inferred")
    assert {"2005-11-29", "2011-11-29", "2016-11-29"} <= set(found.candidates)
    assert any(line.startswith("2005-11-29 refused: before 2011-10-20") for line in found.evidence)
    assert any(line.startswith("2016-11-29 refused") for line in found.evidence)


def test_without_any_bound_several_years_stay_candidates() -> None:
    found = infer_from_text("Le mardi 29 novembre, le maire a voté. Ce mardi, la foule attendait.", "fr")
    assert found.value is None
    assert len(found.candidates) > 1


def test_an_office_bounds_but_does_not_fix_the_day() -> None:
    found = infer_from_text("Le président Joe Biden parlera aujourd'hui, mercredi.", "fr")
    assert found.value is None
    assert found.candidates == ("2021-01-20/2025-01-20",)


def test_a_former_president_bounds_nothing() -> None:
    assert infer_from_text("L'ancien président Joe Biden parlera aujourd'hui, mercredi.", "fr").candidates == ()


def test_a_bare_year_without_a_verb_in_the_past_is_no_lower_bound() -> None:
    assert infer_from_text("Les jeux de 2032 : le maire vote ce mardi.", "fr").candidates == ()


def test_a_year_that_is_planned_is_no_lower_bound() -> None:
    assert infer_from_text("La centrale fermera d'ici à 2050.", "fr").candidates == ()


def test_a_dateline_gives_the_day() -> None:
    found = infer_from_text("TUNIS, 4 mai 2021 (Agence) - Il a neigé hier.", "fr")
    assert (found.value, found.basis) == ("2021-05-04", "inferred")


def test_a_dateline_found_by_cleaning_gives_the_day() -> None:
    text = "TUNIS le 4 mai 2021 Il a neigé hier."
    dateline = Quoted(start=0, end=19, text=text[:19])
    assert infer_from_text(text, "fr", dateline=dateline).value == "2021-05-04"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Publié le 4 mai 2021 à 10 h 12. Il a neigé.", "2021-05-04"),
        ("Il a neigé hier, mardi 4 mai 2021.", "2021-05-05"),
        ("Il neige aujourd'hui, 4 mai 2021, sur la côte.", "2021-05-04"),
        ("Il a neigé ce mardi 4 mai 2021.", "2021-05-04"),
    ],
)
def test_a_report_may_give_its_own_date(text: str, day: str) -> None:
    assert infer_from_text(text, "fr").value == day


def test_what_others_published_on_a_day_does_not_date_the_report() -> None:
    assert infer_from_text("Les médias ont publié le 4 mai 2021 des photos.", "fr").value is None


def test_a_dateline_without_a_year_takes_it_from_the_newest_date() -> None:
    text = "TUNIS, 4 mai (Agence) - Depuis l'accord du 3 mars 2021, il neige."
    found = infer_from_text(text, "fr")
    assert found.value is None
    assert found.candidates[0] == "2021-05-04"


def test_a_dateline_with_a_weekday_and_a_recent_fact_has_its_year() -> None:
    text = "TUNIS, mardi 4 mai (Agence) - Depuis l'accord du 3 mars 2021, il neige."
    assert infer_from_text(text, "fr").value == "2021-05-04"


def test_an_incident_of_the_ledger_is_a_lower_bound() -> None:
    text = "Après la rupture de la digue de Sirac, le calme. Le mardi 29 novembre, le maire a voté. Ce mardi, rien."
    incident = dated_event("the dam break of Sirac", ("digue de Sirac",), "2011-10-04")
    found = infer_from_text(text, "fr", known=Known(facts=(incident,)))
    assert found.value == "2011-11-29"


def test_the_day_of_fetching_is_an_upper_bound() -> None:
    text = "Le 3 mai 2020, il a neigé. Le mardi 29 novembre, le maire a voté. Ce mardi, la foule attendait."
    found = infer_from_text(text, "fr", known=Known(not_after="2023-01-01"))
    assert found.value == "2022-11-29"


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.exists(), reason="needs ../shared/seeds")
def test_seeds_come_out_as_inferred_and_as_open() -> None:
    first, second = (path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    found = infer_from_text(first, "fr")
    assert found.value == "2020-03-19"
    assert any("2015-03-19 refused" in line for line in found.evidence)
    assert any("2026-03-19 refused" in line for line in found.evidence)
    assert infer_from_text(second, "fr").value is None
