"""Places bases, airports and camps: at their own point where it is known, else at their town with its precision."""

from collections.abc import Sequence

from recoupe.annotate.places.resolve import Fix
from recoupe.annotate.places.spots import Spot
from recoupe.gazetteer.keys import spelling_key
from recoupe.gazetteer.places import Located, PlaceIndex

_WIDEST_KM = 200
"""Of a place so wide that a pin in its middle would tell nothing of a facility somewhere in it."""
_AROUND_TOWN_KM = 20
"""A base is said to be «of» a town that lies within a day's patrol of it."""


def facility_at(spots: Sequence[Spot], fixes: Sequence[Fix | None], index: PlaceIndex) -> tuple[Fix | None, ...]:
    """Return the fixes with each facility at its best known point; other places stay as they are.

    A facility that is no name of the gazetteer («le camp Alizé dans la région d’Agadez») stands where
    the place that it is said to lie in stands, and keeps that place wherever the report names it again.
    """
    holders = [_holder(spot, number, spots, fixes) for number, spot in enumerate(spots)]
    placed = [
        _placed(spot, fix, holder, index) if spot.feature else fix
        for spot, fix, holder in zip(spots, fixes, holders, strict=True)
    ]
    by_name: dict[str, Fix] = {}
    for spot, fix in zip(spots, placed, strict=True):
        if fix is not None and fix.rule == "facility at the place it lies in":
            by_name.setdefault(spelling_key(spot.name), fix)
    return tuple(
        by_name.get(spelling_key(spot.name)) if fix is None and not spot.people else fix
        for spot, fix in zip(spots, placed, strict=True)
    )


def _placed(spot: Spot, fix: Fix | None, holder: Located | None, index: PlaceIndex) -> Fix | None:
    if fix is not None and fix.place.kind not in {"city", "admin2"}:
        return fix
    if fix is not None and not _contradicted(fix.place, holder):
        return _of_town(spot, fix.place, index)
    return _inside(spot, holder) if holder and holder.radius_km <= _WIDEST_KM else None


def _holder(spot: Spot, number: int, spots: Sequence[Spot], fixes: Sequence[Fix | None]) -> Located | None:
    if spot.holder is None or number + 1 >= len(spots):
        return None
    following, fix = spots[number + 1], fixes[number + 1]
    starts_there = spot.holder.first in following.tokens
    return fix.place if fix and starts_there else None


def _contradicted(place: Located, holder: Located | None) -> bool:
    return holder is not None and holder.country is not None and holder.country != place.country


def _of_town(spot: Spot, town: Located, index: PlaceIndex) -> Fix:
    own = index.facilities(town.id, spot.feature or "")
    if own:
        return Fix(place=own[0], rule=f"{spot.feature} of a town")
    return Fix(
        place=town,
        name=spot.text,
        kind="facility",
        precision_km=max(_AROUND_TOWN_KM, town.radius_km),
        rule="facility at its town",
    )


def _inside(spot: Spot, holder: Located) -> Fix:
    return Fix(
        place=holder,
        name=spot.text,
        kind="facility",
        precision_km=max(_AROUND_TOWN_KM, holder.radius_km),
        rule="facility at the place it lies in",
    )
