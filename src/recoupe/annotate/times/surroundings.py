"""What is known where a time expression stands."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from recoupe.annotate.times.arithmetic import Point
from recoupe.annotate.times.bounds import bounds
from recoupe.annotate.times.tree import Calendar, DayPart, Origin, Reading
from recoupe.model.times import Anchor, TimeType

_STEP_YEARS = 4
"""How far a history moves from one date to the next; beyond it is a digression."""
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
_SENTENCE_REACH, _YEAR_REACH = 120, 12
_LONGEST_DAYS = 370
"""A decade is no place to count on from."""


@dataclass(slots=True)
class Surroundings:
    """What is known where the next expression stands; `last` moves on as the text is read."""

    text: str
    published: date | None
    narrative: bool
    """Told in the order of its own dates, as histories are, not from the report's date."""
    direction: Callable[[int, int], int]
    """Span -> -1 past, 1 future, 0 unknown."""
    against_tense: float = 6.0
    """How much further off a future date counts beside a verb in the past; less where tense is hard to see."""
    last: Point | None = None
    day: Point | None = None
    """The last time of the size of a day."""
    quarter: date | None = None
    """The last quarter named by its number: "the quarter", "a year earlier" hang on it."""
    year: int | None = None
    """The year that a history is telling of."""
    aside: int | None = None
    """A year mentioned by the way, or too far off; it may become the one told of."""

    named: tuple[int, int, int] | None = None
    """Where a date with its year ended, the year, and how many characters it holds for within the sentence."""
    newest: int | None = None
    """The newest year that the text names for something past."""
    events: list[tuple[int, date]] = field(default_factory=list)
    """Where a day was told, and which: what stands in the same sentence happened then."""

    def base(self, origin: Origin) -> tuple[date | None, Anchor]:
        """Return the day that a distance is counted from; the report's own day is never replaced by another."""
        if self.last and (origin == "last" or (origin == "told" and self.narrative and self.published)):
            return self.last.day, "last"
        return (self.published, "published") if self.published else (None, "none")

    def home(self) -> tuple[date | None, Anchor]:
        """Return the day near which a partly named date lies: of a history, the last told."""
        if self.last and (self.narrative or not self.published):
            return self.last.day, "last"
        return self.base("published")

    def year_near(self, start: int) -> int | None:
        """Return the year that a date in the same sentence has just named."""
        if self.named is None or not 0 <= start - self.named[0] <= self.named[2]:
            return None
        return None if _SENTENCE_END.search(self.text, self.named[0], start) else self.named[1]

    def remember(self, reading: Reading, value: str | None, kind: TimeType, *, leads: bool) -> None:
        """Move on past a reading; `leads` tells that it heads its sentence."""
        first, last = bounds(value)
        if kind in {"DATE", "TIME"} and first is not None and last is not None:
            self._move(date.fromisoformat(first[:10]), date.fromisoformat(last[:10]), reading)
        near = self.year_near(reading.start)
        if near is not None and value is not None and value.startswith(f"{near:04}-"):
            self.named = reading.end, near, _SENTENCE_REACH
        self._follow(reading, leads=leads)

    def _move(self, start: date, end: date, reading: Reading) -> None:
        days = (end - start).days
        if days > _LONGEST_DAYS:
            return
        self.last = Point(start, _grain(days))
        if days <= 1:
            self.day = self.last
            self.events.append((reading.start, start))
        if isinstance(reading.node, Calendar) and reading.node.quarter:
            self.quarter = start

    def _follow(self, reading: Reading, *, leads: bool) -> None:
        """Keep the year that is told of.

        A date with its year sets it, a bare year only at the head of a sentence; one far off must be confirmed.
        """
        node = reading.node.day if isinstance(reading.node, DayPart) else reading.node
        if not isinstance(node, Calendar) or node.year is None:
            return
        self.named = reading.end, node.year, _SENTENCE_REACH if node.month else _YEAR_REACH
        confirmed = node.year == self.aside
        near = self.year is None or abs(node.year - self.year) <= _STEP_YEARS
        if confirmed or self.year is None or (near and (node.month or leads)):
            self.year, self.aside = node.year, None
        else:
            self.aside = node.year


def _grain(days: int) -> str:
    return "D" if days <= 1 else "W" if days <= 7 else "M" if days <= 31 else "Q" if days <= 92 else "Y"
