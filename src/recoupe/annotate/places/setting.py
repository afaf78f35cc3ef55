"""What a report's outlet and language tell of the places it is likely to name."""

from urllib.parse import urlsplit

from recoupe.gazetteer.places import PlaceIndex
from recoupe.model import Report
from recoupe.packs.countries import Countries
from recoupe.packs.places import PlaceWords

_OUTLET = 0.5
_DOMAIN = 0.3
_LANGUAGE = 0.2
"""Evidence for a country by the outlet's name, its domain, the report's language; one name of the text is 1."""


def evidence_of_setting(
    report: Report, index: PlaceIndex, *, words: PlaceWords, countries: Countries
) -> dict[str, float]:
    """Return evidence for countries: of the outlet («Mali Actu»), of its domain (.ml), of the language's home."""
    weights: dict[str, float] = {}
    for code in words.home:
        weights[code] = weights.get(code, 0.0) + _LANGUAGE
    for code in _of_outlet(report.outlet or "", words, countries):
        weights[code] = weights.get(code, 0.0) + _OUTLET
    host = urlsplit(report.url).hostname if report.url else None
    domain = index.country_of_domain(host.rpartition(".")[2]) if host else None
    if domain:
        weights[domain] = weights.get(domain, 0.0) + _DOMAIN
    return {f"country:{code}": weight for code, weight in weights.items()}


def _of_outlet(outlet: str, words: PlaceWords, countries: Countries) -> tuple[str, ...]:
    if known := words.outlets.get(outlet.lower()):
        return (known,)
    found = [
        code
        for word in outlet.replace("-", " ").split()
        for code in (countries.named(word) or countries.of_adjective(word) or countries.with_capital(word))[:1]
    ]
    return tuple(dict.fromkeys(found))
