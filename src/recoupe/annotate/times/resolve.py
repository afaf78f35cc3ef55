"""From trees to TIMEX3 values, against the report's date, the last mentioned time and the tense around."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from recoupe.annotate.times.arithmetic import Point, add, label
from recoupe.annotate.times.bounds import NOTHING, Bounds, bounds
from recoupe.annotate.times.build import period
from recoupe.annotate.times.calendar import place
from recoupe.annotate.times.tree import (
    Calendar,
    Clock,
    DayPart,
    Duration,
    Node,
    Origin,
    Reading,
    Recurrence,
    Reference,
    Shift,
)
from recoupe.model import Time
from recoupe.model.times import Anchor, TimeType

_STEP_YEARS = 4
"""How far a history moves from one date to the next; beyond it is a digression."""
_UNPLACED = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX"}


@dataclass(frozen=True, slots=True)
class Resolved:
    """A value, what it was counted from, and its bounds."""

    type: TimeType
    value: str | None
    anchor: Anchor
    bounds: Bounds = NOTHING


@dataclass(slots=True)
class Surroundings:
    """What is known where the next expression stands; `last` moves on as the text is read."""

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

    def base(self, origin: Origin) -> tuple[date | None, Anchor]:
        """Return the day to count from."""
        now = self.published if not self.narrative else None
        if origin == "published" and now:
            return now, "published"
        if self.last and (origin == "last" or not now):
            return self.last.day, "last"
        return (self.published, "published") if self.published else (None, "none")


def resolve(reading: Reading, around: Surroundings) -> Time:
    """Return the record of one reading and remember its time."""
    span = reading.start, reading.end
    found = _node(reading.node, around, span)
    earliest, latest = bounds(found.value, reading.mod) if found.bounds == NOTHING else found.bounds
    return found, earliest, latest


def resolve_all(text: str, readings: tuple[Reading, ...], around: Surroundings) -> tuple[Time, ...]:
    """Return the records of all readings, in text order."""
    times = []
    for reading in readings:
        found, earliest, latest = resolve(reading, around)
        _remember(found, around)
        _follow(reading, around, leads=_leads(text, reading.start))
        if isinstance(reading.node, Calendar) and reading.node.quarter and earliest:
            around.quarter = date.fromisoformat(earliest)
        times.append(
            Time(
                start=reading.start,
                end=reading.end,
                text=text[reading.start : reading.end],
                type=found.type,
                value=found.value,
                earliest=earliest,
                latest=latest,
                anchor=found.anchor,
                rule=reading.rule,
            )
        )
    return tuple(times)


def _remember(found: Resolved, around: Surroundings) -> None:
    first, last = bounds(found.value)
    if found.type not in {"DATE", "TIME"} or first is None or last is None:
        return
    start, end = date.fromisoformat(first[:10]), date.fromisoformat(last[:10])
    days = (end - start).days
    if days > 370:
        return
    grain = "D" if days <= 1 else "W" if days <= 7 else "M" if days <= 31 else "Q" if days <= 92 else "Y"
    around.last = Point(start, grain)
    if grain == "D":
        around.day = around.last


def _follow(reading: Reading, around: Surroundings, *, leads: bool) -> None:
    """Keep the year that is told of.

    A date with its year sets it, a bare year only at the head of a sentence; one far off must be confirmed by the next.
    """
    node = reading.node.day if isinstance(reading.node, DayPart) else reading.node
    if not isinstance(node, Calendar) or node.year is None:
        return
    told = around.year
    if told is None or abs(node.year - told) <= _STEP_YEARS or node.year == around.aside:
        if node.month or leads or told is None or node.year == around.aside:
            around.year, around.aside = node.year, None
            return
    around.aside = node.year


def _leads(text: str, start: int) -> bool:
    """Tell whether at most a preposition stands between the head of the sentence and here."""
    before = text[max(0, start - 14) : start]
    head = max(before.rfind("\n"), before.rfind(". "), before.rfind(".\n"))
    return start <= 14 or (head >= 0 and len(before) - head <= 12)


def _node(node: Node, around: Surroundings, span: tuple[int, int]) -> Resolved:
    match node:
        case Calendar():
            value, anchor = place(node, around, span)
            return Resolved("DATE", value, anchor)
        case Shift():
            return _shift(node, around)
        case DayPart():
            day = _day(node.day, around, span)
            return Resolved("TIME", f"{day.value or 'XXXX-XX-XX'}T{node.part}", day.anchor)
        case Clock():
            inner = node.day.day if isinstance(node.day, DayPart) else node.day
            day = _day(inner, around, span)
            value = f"{day.value or 'XXXX-XX-XX'}T{node.hour:02}:{node.minute:02}{node.zone}"
            return Resolved("TIME", value, day.anchor)
        case Duration():
            return _duration(node, around)
        case Recurrence():
            return Resolved("SET", node.value, "none")
        case Reference():
            return Resolved("DATE", node.value, "published")


def _day(node: Calendar | Shift | None, around: Surroundings, span: tuple[int, int]) -> Resolved:
    if node is not None:
        return _node(node, around, span)
    if around.day:
        return Resolved("DATE", around.day.day.isoformat(), "last")
    base, anchor = around.base("published")
    return Resolved("DATE", base.isoformat() if base else None, anchor)


def _shift(node: Shift, around: Surroundings) -> Resolved:
    if node.count is None:
        return Resolved("DATE", "PAST_REF" if node.sign < 0 else "FUTURE_REF", "published")
    if node.unit in {"H", "MIN", "S"}:
        return _duration(Duration(amounts=((node.count, node.unit),), origin=node.origin, sign=node.sign), around)
    if around.quarter and (
        node.unit == "Q"
        and node.origin == "last"
        or (node.unit, node.count, node.sign) == ("Y", 1, -1)
        and node.compares
    ):
        return Resolved(
            "DATE", label(add(around.quarter, node.sign * node.count, node.unit) or around.quarter, "Q"), "last"
        )
    base, anchor = around.base(node.origin)
    day = add(base, node.sign * node.count, node.unit) if base else None
    if day is None:
        return Resolved("DATE", _UNPLACED.get(node.unit), anchor)
    return Resolved("DATE", label(day, node.unit), anchor)


def _duration(node: Duration, around: Surroundings) -> Resolved:
    value = period(node.amounts)
    if node.origin is None:
        return Resolved("DURATION", value, "none")
    if node.origin == "event":
        return Resolved("DURATION", value, "event")
    base, anchor = around.base(node.origin)
    count, unit = node.amounts[0]
    other = add(base, node.sign * count, unit) if base and count is not None else None
    if base is None or other is None:
        return Resolved("DURATION", value, anchor)
    first, last = sorted((base, other))
    return Resolved("DURATION", value, anchor, (first.isoformat(), last.isoformat()))
