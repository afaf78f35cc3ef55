"""One happening with everything that was said of it."""

from dataclasses import dataclass
from typing import Literal

from recoupe.model.mentions import Party, Status, When, Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One value of a field and the mentions (report-id/mention-id) that give it."""

    value: str
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A field on which mentions differ: when, where, actor, recipient, status, quantity:<role>."""

    field: str
    values: tuple[Variant, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why two mentions were held to be the same; score between 0 and 1."""

    left: str
    right: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One happening; its id is a hash of its first mention's content."""

    kind: Literal["incident"] = "incident"
    id: str
    type: str
    mode: str | None
    title: str
    mentions: tuple[str, ...]
    reports: tuple[str, ...]
    independent_sources: int
    when: When | None
    where: Where | None
    actor: tuple[Party, ...]
    recipient: tuple[Party, ...]
    status: Status
    disagreements: tuple[Disagreement, ...]
    why: tuple[Reason, ...]
    fulfils: str | None
    """The incident (announced, threatened) that this one carries out."""
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """Near-duplicates of one report."""

    kind: Literal["copies"] = "copies"
    of: str
    reports: tuple[str, ...]
