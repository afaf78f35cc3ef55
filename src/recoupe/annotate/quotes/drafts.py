"""A quotation in token indices, before it becomes a record."""

from dataclasses import dataclass
from typing import Literal

Range = tuple[int, int]
"""Half-open, in token indices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One quotation as half-open ranges of tokens."""

    kind: Literal["direct", "indirect", "mixed"]
    parts: tuple[Range, ...]
    cue: Range | None
    speaker: Range | None
    rule: str

    @property
    def first(self) -> int:
        return self.parts[0][0]

    @property
    def end(self) -> int:
        return self.parts[-1][1]

    def covers(self, first: int, end: int) -> bool:
        """Tell whether a range lies within one of the parts."""
        return any(a <= first and end <= b for a, b in self.parts)

    def size(self) -> int:
        return sum(b - a for a, b in self.parts)
