"""Toponyms and where they are."""

from dataclasses import dataclass

from recoupe.model.text import Quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Quoted):
    """A toponym; coordinates are null where it is unresolved."""

    name: str | None
    geonameid: int | None
    lat: float | None
    lon: float | None
    country: str | None
    """ISO 3166-1 alpha-3."""
    kind: str | None
    """country, admin1, admin2, city, region, water, facility."""
    precision_km: float | None
    as_actor: bool = False
    """The name stands for a government («Washington refuse»)."""
    rule: str = ""
