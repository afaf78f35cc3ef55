"""The outlet and the language tell where an unexplained name is likely to lie."""

import pytest

from readings import reading
from recoupe.annotate.places import annotate_places
from recoupe.annotate.places.setting import evidence_of_setting
from recoupe.gazetteer.places import open_places
from recoupe.model import Report
from recoupe.packs.countries import load_countries
from recoupe.packs.places import load_place_words


def _evidence(*, lang: str = "en", outlet: str | None = None, url: str | None = None) -> dict[str, float]:
    report = Report(id="r", text="", lang=lang, outlet=outlet, url=url)
    return evidence_of_setting(report, open_places(), words=load_place_words(lang), countries=load_countries(lang))


@pytest.mark.parametrize(
    ("outlet", "country"),
    [("Kyiv Independent", "UKR"), ("Mali Actu", "MLI"), ("The Iraqi Post", "IRQ"), ("The Moscow Times", "RUS")],
)
def test_an_outlet_named_after_a_country_or_capital_speaks_for_it(outlet: str, country: str) -> None:
    assert set(_evidence(outlet=outlet)) == {f"country:{country}"}


def test_the_domain_of_a_country_speaks_for_it() -> None:
    assert set(_evidence(url="https://www.example.bf/politique")) == {"country:BFA"}
    assert _evidence(url="https://www.example.com/politics") == {}


def test_french_reports_are_at_home_in_france_a_little() -> None:
    assert 0 < _evidence(lang="fr")["country:FRA"] < 0.5


def test_the_outlet_decides_where_the_text_is_silent() -> None:
    text, names = "Un incendie à Saint-Louis a détruit le marché.", [("Saint-Louis", "LOC")]
    assert annotate_places(reading(text, names, outlet="Seneweb", url="https://seneweb.sn/x"))[0].country == "SEN"
