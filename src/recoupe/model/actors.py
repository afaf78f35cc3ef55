"""Those who act: words in the text, and the identity they resolve to."""

from dataclasses import dataclass

from recoupe.model.text import Quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedActor:
    """Who a name stands for; sectors are PLOVER's three-letter codes, the primary one first."""

    id: str | None
    """Stable in the actor base, null when unknown there."""
    name: str | None
    kind: str | None
    """person, state, organ, igo, ngo, armed group, party, media, company, people, group …"""
    country: str | None
    """ISO 3166-1 alpha-3, or PLOVER's UNO, EUR, IGO, NGO, ISM, IMG, MNC."""
    sectors: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Quoted):
    """A phrase of the text that names or describes an actor; the span is the whole noun phrase."""

    id: str | None
    name: str | None
    kind: str | None
    country: str | None
    sectors: tuple[str, ...] = ()
    head: int
    """Index of the phrase's head token in `Parsed`."""
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorQuery:
    """A name to resolve by itself: what `recoupe actor` reads."""

    text: str
    id: str | None = None
    context: str | None = None
    """The sentence or report the name stands in."""
    date: str | None = None
    """ISO date; roles and alliances change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorAnswer:
    """What a name resolves to: what `recoupe actor` writes."""

    id: str
    actor: str | None
    """Stable in the actor base, null when unknown there."""
    name: str | None
    kind: str | None
    country: str | None
    sectors: tuple[str, ...]
    rule: str
    error: str | None
