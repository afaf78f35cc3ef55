"""Chooses among the places of one name by what the report says, names and lies near."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recoupe.annotate.places.candidates import Group, group_of, holders_of
from recoupe.annotate.places.evidence import scores, settle
from recoupe.annotate.places.spots import Spot
from recoupe.annotate.places.weights import Weights
from recoupe.gazetteer.keys import closeness, spelling_key
from recoupe.gazetteer.places import Located, PlaceIndex
from recoupe.packs.countries import Countries

_BY_PEOPLE = 0.5
"""An adjective («malien») as evidence for its country, the country's name being 1."""
_BACKED = 0.2
"""Evidence of other names for the country of a place, from which the report backs it."""
_HAMLET = 2_000
_HEARD_OF = 100_000
"""Inhabitants from which a name that nothing backs is still taken for that place: recognised, or only looked up."""
_ALIKE_COUNTRY = 0.5
_TIE = 0.03
_TWIN = 0.2
"""Of the unit's inhabitants live in the town of the same name: then the bare name is the town."""
_SMALL_UNIT_KM = 150
"""Of a larger unit (the state of New York) the report means the unit where its other names say so."""
_TWIN_NAMES = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """A toponym with its place; what is None is as the gazetteer has it."""

    place: Located
    rule: str
    name: str | None = None
    kind: str | None = None
    precision_km: int | None = None


def resolve(
    spots: Sequence[Spot], index: PlaceIndex, countries: Countries, *, given: Mapping[str, float], weights: Weights
) -> tuple[Fix | None, ...]:
    """Return the place of each spot, None where the gazetteer has none that the report makes likely.

    `given` is evidence for areas («country:MLI») from outside of the report's names.
    """
    lands = [_land(spot.people, index, countries) if spot.people else None for spot in spots]
    keys = [_group_key(spot) for spot in spots]
    groups: dict[tuple[object, ...], Group] = {}
    for spot, key, land in zip(spots, keys, lands, strict=True):
        if land is None and key in groups:
            groups[key].count += 1
        elif land is None:
            groups[key] = group_of(spot, index, countries, weights)
    evidence = defaultdict(float, given)
    for land in lands:
        if land is not None:
            evidence[f"country:{land.country}"] += _BY_PEOPLE
    masses = settle(list(groups.values()), evidence, weights)
    return tuple(
        Fix(place=land, rule="people") if land else _choose(spot, groups[key], masses, index, weights)
        for spot, key, land in zip(spots, keys, lands, strict=True)
    )


def _land(code: str, index: PlaceIndex, countries: Countries) -> Located | None:
    names = countries.by_code[code].names
    found = (c.place for name in names for c in index.find(name) if c.place.kind == "country")
    return next((place for place in found if place.country == code), None)


def _group_key(spot: Spot) -> tuple[object, ...]:
    return (spelling_key(spot.name), spot.kinds, spot.suggested, spot.holder and spot.holder.names)


def _choose(spot: Spot, group: Group, masses: Mapping[str, float], index: PlaceIndex, w: Weights) -> Fix | None:
    candidates = group.candidates
    if not candidates:
        return _alike(spot, masses, index)
    values = scores(group, masses, w)
    number = max(range(len(values)), key=lambda n: (values[n], -candidates[n].place.id))
    place = candidates[number].place
    backed = masses.get(f"country:{place.country}", 0.0) - group.shares[number] * group.voice > _BACKED
    if not backed and place.kind in {"city", "facility"}:
        floor = _HAMLET if spot.sure else _HEARD_OF
        said = (spot.kinds and not spot.feature) or holders_of(spot, index)
        if place.population < floor and not said:
            return None
    rule = "backed by the report" if backed else "likeliest of its name"
    return Fix(place=_of_asked_kind(spot, place, group, index), rule=rule)


def _of_asked_kind(spot: Spot, place: Located, group: Group, index: PlaceIndex) -> Located:
    """Return the town rather than the unit of its name, or the unit where the words ask for one.

    «Kidal» is the town, «la région de Kidal» and «la province d’Alep» are what holds it.
    """
    if place.kind == "city" and spot.kinds[:1] in {("admin1",), ("admin2",)}:
        units = (u for u in index.holders(place) if u.kind in {"admin1", "admin2"} and u.kind in spot.kinds)
        bearers = {c.place.id for c in group.candidates}
        return next((u for u in units if u.id in bearers or _are_namesakes(u, place)), place)
    small = place.kind == "admin2" or (place.kind == "admin1" and place.radius_km <= _SMALL_UNIT_KM)
    if not small or spot.kinds or place.kind in spot.suggested:
        return place
    towns = (c.place for c in group.candidates if c.place.kind == "city")
    inside = (t for t in towns if any(unit.id == place.id for unit in index.holders(t)))
    return next((t for t in inside if t.population >= _TWIN * place.population), place)


def _are_namesakes(unit: Located, town: Located) -> bool:
    return closeness(unit.name, town.name) >= _TWIN_NAMES


def _alike(spot: Spot, masses: Mapping[str, float], index: PlaceIndex) -> Fix | None:
    """Find a name that is written in another way, in the countries of the report alone; abstain on a tie."""
    if not spot.sure or spot.people or spot.region_people:
        return None
    areas = sorted(area for area, mass in masses.items() if area.startswith("country:") and mass >= _ALIKE_COUNTRY)
    found = index.find_alike(spot.name, [area.partition(":")[2] for area in areas])
    if not found:
        return None
    best = found[0]
    close = [c for c in found[1:] if c.likeness > best.likeness - _TIE]
    rivals = [c.place for c in close if c.place.population * 10 > best.place.population]
    return None if any(_far(best.place, rival) for rival in rivals) else Fix(place=best.place, rule="written alike")


def _far(left: Located, right: Located) -> bool:
    return abs(left.lat - right.lat) + abs(left.lon - right.lon) > 0.5
