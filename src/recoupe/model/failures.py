"""What could not be done, kept and counted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A report, line or file that a stage could not take, and why."""

    id: str
    stage: str
    reason: str
