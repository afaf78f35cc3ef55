"""The records of the ontology: event types, modes, contexts, roles, sectors and their foreign codes."""

from dataclasses import dataclass
from typing import Literal

Quad = Literal["VC", "MC", "VK", "MK"]
"""Verbal or material, cooperation or conflict."""

QUAD_CODES: dict[Quad, int] = {"VC": 1, "MC": 2, "VK": 3, "MK": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """How an act of one type is done."""

    name: str
    meaning: str
    score: float | None
    """On PLOVER's scale of -10 to +10; null where the manual gives none."""
    contexts: tuple[str, ...] = ()
    """Contexts that the mode brings along."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """One of PLOVER's sixteen types."""

    name: str
    meaning: str
    quad: Quad
    score: float
    """Of an act without a mode, or with a mode that has no score."""
    recipient_required: bool
    future_as: str
    """The type under which PLOVER's own files keep the act while it is only announced."""
    modes: tuple[Mode, ...]
    notes: tuple[str, ...]
    """Where the type borders on others."""
    labels: tuple[tuple[str, str], ...]
    """Pairs of language and short name, for people."""

    def mode(self, name: str) -> Mode | None:
        """Return the mode of that name, null where the type has none."""
        return next((mode for mode in self.modes if mode.name == name), None)

    def scale(self, mode: str | None) -> float:
        """Return the score of an act of this type and mode."""
        found = self.mode(mode) if mode else None
        return self.score if found is None or found.score is None else found.score


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A context or role with its meaning."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """A sector of actors; a secondary one never stands first."""

    code: str
    name: str
    secondary: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """What a foreign code means in PLOVER."""

    type: str
    mode: str | None
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SubEvent:
    """One of ACLED's sub-event types."""

    event_type: str
    name: str
    coding: Coding | None
    """Null where PLOVER has no such event."""
    exports: tuple[tuple[str, str | None], ...]
    """Types and modes that are written as this sub-event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontology:
    """Everything the folder says."""

    types: tuple[EventType, ...]
    contexts: tuple[Named, ...]
    roles: tuple[Named, ...]
    sectors: tuple[Sector, ...]
    international: tuple[Sector, ...]
    """Codes that stand in a country's place."""
    cameo: tuple[tuple[str, Coding], ...]
    sub_events: tuple[SubEvent, ...]

    def type(self, name: str) -> EventType | None:
        """Return the type of that name, null where there is none."""
        return next((kind for kind in self.types if kind.name == name), None)

    def from_cameo(self, code: str) -> Coding | None:
        """Return what a CAMEO code means; a longer code that is not listed means what its parent means."""
        listed = dict(self.cameo)
        return next((listed[code[:size]] for size in range(len(code), 2, -1) if code[:size] in listed), None)

    def to_acled(self, kind: str, mode: str | None) -> SubEvent | None:
        """Return the sub-event that a type and mode are written as, null for acts that ACLED does not keep."""
        for wanted in ((kind, mode), (kind, None)):
            for sub_event in self.sub_events:
                if wanted in sub_event.exports:
                    return sub_event
        return None
