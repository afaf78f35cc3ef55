"""Chooses among the places of one name by what the report says, names and lies near."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from recoupe.annotate.places.spots import Spot
from recoupe.gazetteer.keys import closeness, spelling_key
from recoupe.gazetteer.places import Candidate, Located, Match, PlaceIndex
from recoupe.packs.countries import Countries

_UNITS = frozenset({"country", "admin1", "admin2", "region"})
_LARGE = frozenset({"country", "admin1"})
_CELL_DEGREES = 1.5
_ROUNDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much each ground counts, in units of one power of ten of inhabitants (`population`).

    Swept over LGL and GeoVirus together (evaluation/places.py --sweep); they are a set.
    """

    population: float = 0.35
    main_name: float = 0.8
    other_name: float = 1.6
    country: float = 1.5
    capital: float = 1.0
    """Before a unit of the same name («Washington»)."""
    admin1: float = 0.5
    admin2: float = 0.0
    region: float = 1.0
    facility: float = -0.8
    water: float = 0.3
    kind: float = 0.8
    wrong_kind: float = -0.4
    suggested: float = 0.5
    holder: float = 3.0
    holder_of_large: float = 0.3
    """Where the name may be that of a country or a first-level unit: «Mali, Niger» is a list."""
    in_country: float = 1.6
    in_unit: float = 1.2
    in_cell: float = 1.8
    same_kind: float = 0.8
    warmth: float = 0.5
    """Of the probabilities that candidates lend to their surroundings."""


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """A toponym with its place; what is None is as the gazetteer has it."""

    place: Located
    rule: str
    name: str | None = None
    kind: str | None = None
    precision_km: int | None = None


@dataclass(slots=True, kw_only=True)
class _Group:
    """The spots of one name that are taken for the same place, and its candidates."""

    candidates: tuple[Candidate, ...]
    base: list[float]
    areas: list[tuple[str, ...]]
    shares: list[float] = field(default_factory=list)
    count: int = 1


def resolve(
    spots: Sequence[Spot], index: PlaceIndex, countries: Countries, weights: Weights = WEIGHTS
) -> tuple[Fix | None, ...]:
    """Return the place of each spot, None where the gazetteer has none that the report makes likely.

    Every name lends its candidates, by their likelihood, as evidence for the country, the unit and the
    neighbourhood of the others; three rounds settle it.
    """
    people = [_land(spot.people, index, countries) if spot.people else None for spot in spots]
    keys = [_group_key(spot) for spot in spots]
    groups: dict[tuple[object, ...], _Group] = {}
    for spot, key, land in zip(spots, keys, people, strict=True):
        if land is None and key in groups:
            groups[key].count += 1
        elif land is None:
            groups[key] = _group(spot, index, weights)
    given: dict[str, float] = defaultdict(float)
    for land in people:
        if land is not None:
            given[f"country:{land.country}"] += 0.5
    _settle(list(groups.values()), given, weights)
    masses = _masses(list(groups.values()), given)
    fixes = [
        Fix(place=land, rule="people") if land else _choose(spot, groups[key], masses, index, weights)
        for spot, key, land in zip(spots, keys, people, strict=True)
    ]
    return tuple(fixes)


def _land(code: str, index: PlaceIndex, countries: Countries) -> Located | None:
    names = countries.by_code[code].names
    found = (c.place for name in names for c in index.find(name) if c.place.kind == "country")
    return next((place for place in found if place.country == code), None)


def _group_key(spot: Spot) -> tuple[object, ...]:
    return (spelling_key(spot.name), spot.kinds, spot.suggested, spot.holders[:1] and spot.holders[0][1])


def _group(spot: Spot, index: PlaceIndex, weights: Weights) -> _Group:
    candidates = index.find(spot.name)
    holders = _holders(spot, index)
    large = any(c.place.kind in _LARGE and c.match is Match.NAME for c in candidates)
    base = [_base(c, spot, weights) for c in candidates]
    if any(c.place.kind == "admin1" for c in candidates):
        base = [b + weights.capital * (c.place.feature == "capital") for b, c in zip(base, candidates, strict=True)]
    if holders:
        gain = weights.holder_of_large if large else weights.holder
        base = [b + gain * _lies_in(c.place, holders, index) for b, c in zip(base, candidates, strict=True)]
    areas = [_areas(c.place, index) for c in candidates]
    return _Group(candidates=candidates, base=base, areas=areas, shares=_shares(base, weights))


def _holders(spot: Spot, index: PlaceIndex) -> frozenset[int]:
    for _, name in spot.holders:
        units = frozenset(c.place.id for c in index.find(name) if c.place.kind in _UNITS)
        if units:
            return units
    return frozenset()


def _lies_in(place: Located, holders: frozenset[int], index: PlaceIndex) -> bool:
    return any(unit.id in holders for unit in index.holders(place))


def _base(candidate: Candidate, spot: Spot, w: Weights) -> float:
    """Return the score of a candidate apart from the rest of the report."""
    place = candidate.place
    score = w.population * math.log10(place.population + 10)
    score += _of_kind(place.kind, w)
    if candidate.match is Match.NAME:
        score += w.main_name
    else:
        score -= w.other_name * (1 - closeness(spot.name, place.name))
    if spot.kinds:
        fits = place.kind in spot.kinds
        score += w.kind - 0.15 * spot.kinds.index(place.kind) if fits else w.wrong_kind
    elif spot.suggested:
        score += w.suggested if place.kind in spot.suggested else -w.suggested
    return score


def _of_kind(kind: str, w: Weights) -> float:
    weights = {"country": w.country, "admin1": w.admin1, "admin2": w.admin2, "region": w.region}
    return {**weights, "facility": w.facility, "water": w.water}.get(kind, 0.0)


def _areas(place: Located, index: PlaceIndex) -> tuple[str, ...]:
    """Return what a candidate is evidence for: its country, its first-level unit, the cell of the map."""
    areas = [f"kind:{place.kind}"]
    if place.country:
        areas.append(f"country:{place.country}")
    if place.kind in {"country", "region", "water"}:
        return tuple(areas)
    units = [place, *index.holders(place)]
    areas += [f"unit:{unit.id}" for unit in units if unit.kind == "admin1"]
    if place.kind != "admin1":
        row, column = round(place.lat / _CELL_DEGREES), round(place.lon / _CELL_DEGREES)
        areas.append(f"cell:{row}:{column}")
    return tuple(areas)


def _shares(scores: Sequence[float], w: Weights) -> list[float]:
    if not scores:
        return []
    best = max(scores)
    raised = [math.exp((score - best) / w.warmth) for score in scores]
    total = sum(raised)
    return [value / total for value in raised]


def _masses(groups: Sequence[_Group], given: Mapping[str, float]) -> dict[str, float]:
    masses = defaultdict(float, given)
    for group in groups:
        for share, areas in zip(group.shares, group.areas, strict=True):
            for area in areas:
                masses[area] += share * _voice(group)
    return masses


def _voice(group: _Group) -> float:
    """Return the weight of a name as evidence: said again it counts a little more."""
    return 1.0 + 0.3 * math.log2(group.count)


def _settle(groups: Sequence[_Group], given: Mapping[str, float], w: Weights) -> None:
    for _ in range(_ROUNDS):
        masses = _masses(groups, given)
        for group in groups:
            group.shares = _shares(_scores(group, masses, w), w)


def _scores(group: _Group, masses: Mapping[str, float], w: Weights) -> list[float]:
    own: dict[str, float] = defaultdict(float)
    for share, areas in zip(group.shares, group.areas, strict=True):
        for area in areas:
            own[area] += share * _voice(group)
    return [
        base + sum(_support(area, masses[area] - own[area], masses, w) for area in areas)
        for base, areas in zip(group.base, group.areas, strict=True)
    ]


def _support(area: str, others: float, masses: Mapping[str, float], w: Weights) -> float:
    """Return what the other names of the report add for one area, levelling off with their number."""
    kind = area.partition(":")[0]
    if kind == "cell":
        row, column = (int(part) for part in area.split(":")[1:])
        near = [(row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j]
        others += 0.5 * sum(masses.get(f"cell:{i}:{j}", 0.0) for i, j in near)
        weight = w.in_cell
    else:
        weight = {"country": w.in_country, "unit": w.in_unit, "kind": w.same_kind}[kind]
    return weight * others / (others + 1.0) if others > 0 else 0.0


_HAMLET = 2_000
_HEARD_OF = 100_000


def _choose(spot: Spot, group: _Group, masses: Mapping[str, float], index: PlaceIndex, w: Weights) -> Fix | None:
    candidates = group.candidates
    if not candidates:
        return _alike(spot, masses, index)
    scores = _scores(group, masses, w)
    number = max(range(len(scores)), key=lambda n: (scores[n], -candidates[n].place.id))
    place = candidates[number].place
    backed = masses.get(f"country:{place.country}", 0.0) - group.shares[number] * _voice(group) > 0.2
    if not backed and place.kind in {"city", "facility"}:
        floor = _HAMLET if spot.sure else _HEARD_OF
        if place.population < floor and not spot.kinds and not _holders(spot, index):
            return None
    return Fix(place=place, rule="backed by the report" if backed else "likeliest of its name")


def _alike(spot: Spot, masses: Mapping[str, float], index: PlaceIndex) -> Fix | None:
    """Find a name that is written in another way, in the countries of the report alone; abstain on a tie."""
    lands = [
        area.partition(":")[2] for area, mass in sorted(masses.items()) if area.startswith("country:") and mass >= 0.5
    ]
    found = index.find_alike(spot.name, lands)
    if not found or not spot.sure:
        return None
    best = found[0]
    rivals = [
        c for c in found[1:] if c.likeness > best.likeness - 0.03 and c.place.population * 10 > best.place.population
    ]
    if any(_far(best.place, rival.place) for rival in rivals):
        return None
    return Fix(place=best.place, rule="written alike")


def _far(left: Located, right: Located) -> bool:
    return abs(left.lat - right.lat) + abs(left.lon - right.lon) > 0.5
