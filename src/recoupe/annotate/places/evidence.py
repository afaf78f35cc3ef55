"""What the names of a report tell of one another: countries, units and neighbourhoods that they share."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from recoupe.annotate.places.candidates import Group
from recoupe.annotate.places.weights import Weights

_ROUNDS = 3
"""After the third round less than one choice in a thousand changes (LGL)."""
_NEXT_CELL = 0.5


def settle(groups: Sequence[Group], given: Mapping[str, float], w: Weights) -> dict[str, float]:
    """Give each candidate its share by the others' evidence, in rounds, and return the evidence for each area.

    `given` is evidence from elsewhere: adjectives, the outlet. Complexity is that of the candidates, not of
    their pairs: places share areas, they are not measured against one another.
    """
    for group in groups:
        group.shares = _shares(group.base, w)
    for _ in range(_ROUNDS):
        masses = _masses(groups, given)
        for group in groups:
            group.shares = _shares(scores(group, masses, w), w)
    return _masses(groups, given)


def scores(group: Group, masses: Mapping[str, float], w: Weights) -> list[float]:
    """Return the score of each candidate by its own grounds and by the evidence of the other names."""
    own: dict[str, float] = defaultdict(float)
    for share, areas in zip(group.shares, group.areas, strict=True):
        for area in areas:
            own[area] += share * group.voice
    return [
        base + sum(_support(area, masses.get(area, 0.0) - own[area], masses, w) for area in areas)
        for base, areas in zip(group.base, group.areas, strict=True)
    ]


def _shares(values: Sequence[float], w: Weights) -> list[float]:
    if not values:
        return []
    best = max(values)
    raised = [math.exp((value - best) / w.warmth) for value in values]
    total = sum(raised)
    return [value / total for value in raised]


def _masses(groups: Sequence[Group], given: Mapping[str, float]) -> dict[str, float]:
    masses = defaultdict(float, given)
    for group in groups:
        for share, areas in zip(group.shares, group.areas, strict=True):
            for area in areas:
                masses[area] += share * group.voice
    return masses


def _support(area: str, others: float, masses: Mapping[str, float], w: Weights) -> float:
    """Return what the evidence for one area adds, levelling off with its amount."""
    kind = area.partition(":")[0]
    if kind == "cell":
        row, column = (int(part) for part in area.split(":")[1:])
        near = [(row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j]
        others += _NEXT_CELL * sum(masses.get(f"cell:{i}:{j}", 0.0) for i, j in near)
    weight = {"country": w.in_country, "unit": w.in_unit, "kind": w.same_kind, "cell": w.in_cell}[kind]
    return weight * others / (others + 1.0) if others > 0 else 0.0
