"""What a name may stand for, and how likely each is apart from the rest of the report."""

import math
from dataclasses import dataclass, field

from recoupe.annotate.places.spots import Spot
from recoupe.annotate.places.weights import Weights
from recoupe.gazetteer.keys import closeness
from recoupe.gazetteer.places import Candidate, Located, Match, PlaceIndex
from recoupe.packs.countries import Countries

UNITS = frozenset({"country", "admin1", "admin2", "region"})
_LARGE = frozenset({"country", "admin1"})
_CELL_DEGREES = 1.5
_OBSCURE = 10_000
"""Inhabitants below which a place is not known by a name that is little like its main one; a name that was only
looked up never is («Google» is among the names of Topeka)."""
_UNLIKE = 0.6


@dataclass(slots=True, kw_only=True)
class Group:
    """The spots of one name that are taken for the same place, and its candidates."""

    candidates: tuple[Candidate, ...]
    base: list[float]
    """Score of each candidate by its own grounds."""
    areas: list[tuple[str, ...]]
    """What each candidate is evidence for."""
    shares: list[float] = field(default_factory=list)
    count: int = 1

    @property
    def voice(self) -> float:
        """Weight of the name as evidence: said again it counts a little more."""
        return 1.0 + 0.3 * math.log2(self.count)


def group_of(spot: Spot, index: PlaceIndex, countries: Countries, w: Weights) -> Group:
    """Return the candidates of a spot with their scores, without shares yet."""
    seats = countries.with_capital(spot.name)
    named = (index.find(spot.phrase) if spot.phrase else ()) or index.find(spot.name)
    candidates = tuple(c for c in named if not _is_far_fetched(c, spot, seats))
    within = holders_of(spot, index)
    large = any(c.place.kind in _LARGE and c.match is Match.NAME for c in candidates)
    rivals = any(c.place.kind == "admin1" for c in candidates)
    base = []
    for candidate in candidates:
        score, place = _score(candidate, spot, w), candidate.place
        if place.kind == "city" and place.feature == "capital":
            score += w.seat * (place.country in seats) + w.capital * rivals
        if place.kind == "facility" and place.country in seats:
            score += w.seat_building
        if any(unit.id in within for unit in index.holders(place)):
            score += w.holder_of_large if large and not (spot.holder and spot.holder.stated) else w.holder
        base.append(score)
    return Group(candidates=candidates, base=base, areas=[_areas(c.place, index) for c in candidates])


def _is_far_fetched(candidate: Candidate, spot: Spot, seats: tuple[str, ...]) -> bool:
    """Whether a small place has the name among its others, perhaps of another age or language."""
    place = candidate.place
    if candidate.match is Match.NAME or place.kind not in {"city", "admin2"}:
        return False
    if place.country in seats or (spot.sure and place.population >= _OBSCURE):
        return False
    return closeness(spot.name, place.name) < _UNLIKE


def holders_of(spot: Spot, index: PlaceIndex) -> frozenset[int]:
    """Return the ids of the units that the spot is said to lie in."""
    for name in spot.holder.names if spot.holder else ():
        units = frozenset(c.place.id for c in index.find(name) if c.place.kind in UNITS)
        if units:
            return units
    return frozenset()


def _score(candidate: Candidate, spot: Spot, w: Weights) -> float:
    place = candidate.place
    score = w.population * math.log10(place.population + 10) + _of_kind(place, w)
    if candidate.match is Match.NAME:
        score += w.main_name
    else:
        score -= w.other_name * (1 - closeness(spot.name, place.name))
    if spot.kinds:
        fits = place.kind in spot.kinds
        score += w.kind - 0.15 * spot.kinds.index(place.kind) if fits else w.wrong_kind
    elif spot.suggested:
        score += w.suggested if place.kind in spot.suggested else -w.suggested
    if spot.feature and spot.feature == place.feature:
        score += w.feature
    return score


def _of_kind(place: Located, w: Weights) -> float:
    weights = {"country": w.country, "admin1": w.admin1, "admin2": w.admin2, "region": w.region}
    return {**weights, "facility": w.facility, "water": w.water}.get(place.kind, 0.0)


def _areas(place: Located, index: PlaceIndex) -> tuple[str, ...]:
    """Return its kind, its country, its first-level unit and the cell of the map where it lies."""
    areas = [f"kind:{place.kind}"]
    if place.country:
        areas.append(f"country:{place.country}")
    if place.kind in {"country", "region", "water"}:
        return tuple(areas)
    units = [place, *index.holders(place)]
    areas += [f"unit:{unit.id}" for unit in units if unit.kind == "admin1"]
    if place.kind != "admin1":
        areas.append(f"cell:{round(place.lat / _CELL_DEGREES)}:{round(place.lon / _CELL_DEGREES)}")
    return tuple(areas)
