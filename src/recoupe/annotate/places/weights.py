"""How much each ground for a place counts; the unit is one power of ten of inhabitants times `population`."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The grounds and their weights.

    Swept over LGL and GeoVirus together, one weight at a time, two rounds; they are a set.
    """

    population: float = 0.35
    main_name: float = 0.8
    other_name: float = 1.6
    """Taken away by as much as the name differs from the place's main one."""
    seat: float = 0.0
    """The capital of a country, by the name that the report’s language gives it («Pékin»)."""
    seat_building: float = 6.0
    """The building that a government goes by («la Maison Blanche»)."""
    capital: float = 1.0
    """A capital before a unit of the same name («Washington»)."""
    country: float = 1.5
    admin1: float = 0.5
    admin2: float = 0.0
    region: float = 1.0
    facility: float = -0.8
    water: float = 0.3
    kind: float = 0.8
    """The kind that words beside the name announce; `wrong_kind` where it is another."""
    wrong_kind: float = -0.4
    feature: float = 1.5
    """A facility of the very sort that the words announce («le camp d’al-Hol»)."""
    suggested: float = 0.5
    holder: float = 3.0
    """It lies in what the next words name («Gao, au Mali»)."""
    holder_of_large: float = 0.3
    """The same where it may be a country or first-level unit itself: «Mali, Niger» is a list."""
    in_country: float = 1.6
    in_unit: float = 1.2
    in_cell: float = 1.8
    same_kind: float = 0.8
    warmth: float = 0.5
    """Of the shares that the candidates of one name have as evidence for other names."""


_ENGLISH = Weights()
_OTHERS = replace(_ENGLISH, other_name=0.5, admin1=-0.2, seat=2.0)
"""Main names are mostly English or local ones: in other languages another name is no sign of an odd place."""


def weights_for(lang: str) -> Weights:
    """Return the weights for reports of a language."""
    return _ENGLISH if lang == "en" else _OTHERS
