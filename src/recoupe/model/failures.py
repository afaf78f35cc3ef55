"""What could not be done, kept and counted."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A report, line or file that a stage could not take, and why."""

    id: str
    stage: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A line of `recoupe merge` that is no coded report, on the wire among the ledger's records."""

    kind: Literal["failure"] = "failure"
    id: str
    error: str
