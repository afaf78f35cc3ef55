"""Acts announced, promised or threatened, and what became of them."""

from dataclasses import dataclass
from typing import Literal

from recoupe.model.mentions import Party, When, Where

PledgeState = Literal["open", "kept", "partly kept", "broken", "lapsed", "withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What was pledged."""

    type: str
    mode: str | None
    text: str
    recipient: tuple[Party, ...]
    where: Where | None
    when: When | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A mention (report-id/mention-id) and what it says of the pledge."""

    mention: str
    says: Literal["announces", "repeats", "kept", "partly kept", "broken", "withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge:
    """One commitment; the state follows from evidence, never from silence before the deadline."""

    kind: Literal["pledge"] = "pledge"
    id: str
    by: tuple[Party, ...]
    to: tuple[Party, ...]
    act: Act
    condition: str | None
    deadline: str | None
    state: PledgeState
    evidence: tuple[Evidence, ...]
