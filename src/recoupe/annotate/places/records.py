"""Places as records, with the precision that their kind allows."""

from recoupe.annotate.places.resolve import Fix
from recoupe.annotate.places.spots import Spot
from recoupe.model import Place


def written(spot: Spot, fix: Fix | None, *, as_actor: bool) -> Place:
    """Return the record of a toponym, with nothing but its words where it is not resolved."""
    if fix is None:
        return Place(
            start=spot.start,
            end=spot.end,
            text=spot.text,
            name=None,
            geonameid=None,
            lat=None,
            lon=None,
            country=None,
            kind=None,
            precision_km=None,
            as_actor=as_actor,
            rule="unknown",
        )
    place = fix.place
    return Place(
        start=spot.start,
        end=spot.end,
        text=spot.text,
        name=fix.name or place.name,
        geonameid=None if fix.name else place.geonameid,
        lat=place.lat,
        lon=place.lon,
        country=place.country,
        kind=fix.kind or place.kind,
        precision_km=float(fix.precision_km or place.radius_km),
        as_actor=as_actor,
        rule=fix.rule,
    )
