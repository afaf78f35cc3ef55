"""One event as one report tells it."""

from dataclasses import dataclass
from typing import Literal

from recoupe.model.text import Quoted, Span

Status = Literal["happened", "future", "possible", "denied"]
WhenBasis = Literal["stated", "published", "last", "event", "inherited"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(Quoted):
    """An actor in a role of an event."""

    id: str | None
    name: str | None
    country: str | None
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker(Quoted):
    """Whom the text credits with the claim."""

    id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class When(Quoted):
    """When it happened: the words, and the bounds they give."""

    value: str | None
    earliest: str | None
    latest: str | None
    basis: WhenBasis
    """What the bounds are counted from: `stated`, the words alone; `last`, a date told before; `event`, another event;
    `inherited` is not given yet. `published` has two cases: words counted from the report's day («mardi»); or, for the
    news of a lead or headline that names no time, that day itself, and then the words quoted are the trigger's.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Where(Quoted):
    """Where it happened, never without its precision once it is on the map."""

    name: str | None
    geonameid: int | None
    lat: float | None
    lon: float | None
    country: str | None
    precision_km: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Quoted):
    """A number tied to an event: `value` when exact, `low`/`high` bounds (inclusive) otherwise."""

    role: str
    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An event of one of PLOVER's sixteen types, as one sentence tells it."""

    id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    trigger: Quoted
    actor: tuple[Party, ...]
    recipient: tuple[Party, ...]
    status: Status
    condition: Quoted | None
    said_by: Speaker | None
    when: When | None
    where: Where | None
    quantities: tuple[Quantity, ...]
    confidence: float
    rule: str
    background: bool
    """Told as history, not as the news of the report."""
    sentence: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Quoted):
    """A standing number that belongs to no event («800 casques bleus à Chypre»)."""

    measure: str
    value: float | None
    low: float | None
    high: float | None
    of: str | None
    place: str | None
    when: str | None
