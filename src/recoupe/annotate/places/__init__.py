"""Puts the toponyms of a report on the map, each with its precision, or leaves them unresolved."""

from recoupe.annotate.places.facilities import facility_at
from recoupe.annotate.places.finding import spots_of
from recoupe.annotate.places.metonyms import acts_as_government
from recoupe.annotate.places.records import written
from recoupe.annotate.places.resolve import resolve
from recoupe.annotate.places.setting import evidence_of_setting
from recoupe.annotate.places.spots import given_spots
from recoupe.annotate.places.weights import weights_for
from recoupe.gazetteer.places import open_places
from recoupe.model import Parsed, Place
from recoupe.packs.countries import load_countries
from recoupe.packs.places import load_place_words

__all__ = ["annotate_places"]


def annotate_places(parsed: Parsed) -> tuple[Place, ...]:
    """Return the toponyms in text order.

    Those that the report gives along are the only ones looked at, where it gives any. A name that stands
    for a government is marked `as_actor`, and so is the adjective or the people of a country or region,
    and the place that owns an organisation: none of these is a spot where something happens.
    """
    index, words, countries = open_places(), load_place_words(parsed.lang), load_countries(parsed.lang)
    given = parsed.cleaned.report.places
    if given is not None:
        spots = given_spots(parsed, given, index, words=words, countries=countries)
    else:
        spots = spots_of(parsed, index, words=words, countries=countries)
    setting = evidence_of_setting(parsed.cleaned.report, index, words=words, countries=countries)
    found = resolve(spots, index, countries, given=setting, weights=weights_for(parsed.lang))
    return tuple(
        written(
            spot,
            fix,
            as_actor=acts_as_government(parsed, spot, fix.place if fix else None, words=words, countries=countries),
        )
        for spot, fix in zip(spots, facility_at(spots, found, index), strict=True)
        if fix is not None or spot.sure
    )
