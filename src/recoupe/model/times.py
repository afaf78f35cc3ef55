"""Time expressions in TIMEX3's terms."""

from dataclasses import dataclass
from typing import Literal

from recoupe.model.text import Quoted

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Anchor = Literal["absolute", "published", "last", "event", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Time(Quoted):
    """A time expression; what cannot be resolved keeps its value null (or X-padded) and no bounds."""

    type: TimeType
    value: str | None
    earliest: str | None
    """ISO date or date-time, inclusive; null for durations, sets and what is unresolved."""
    latest: str | None
    anchor: Anchor
    """What it was counted from: nothing, the report's date, the last mentioned time, an event."""
    rule: str
    dates: Literal["clause", "complement"] = "clause"
    """Which event the bounds date. «Le vote a eu lieu six jours après que la digue a cédé»: with the day of the vote
    known, they are those of the complement, the dam's break."""
