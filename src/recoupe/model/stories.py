"""Incidents and reports that belong together."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Every report is in exactly one story, alone if need be."""

    kind: Literal["story"] = "story"
    id: str
    title: str
    incidents: tuple[str, ...]
    reports: tuple[str, ...]
