"""From trees to TIMEX3 values, against the report's date, the last mentioned time and the tense around."""

from dataclasses import dataclass, replace

from recoupe.annotate.times.arithmetic import add, label, whole
from recoupe.annotate.times.bounds import NOTHING, Bounds, bounds
from recoupe.annotate.times.calendar import place
from recoupe.annotate.times.events import EventDay, event_day
from recoupe.annotate.times.lengths import period
from recoupe.annotate.times.movable import place_feast
from recoupe.annotate.times.surroundings import Surroundings
from recoupe.annotate.times.tree import (
    Calendar,
    Clock,
    DayPart,
    Duration,
    Node,
    Reading,
    Recurrence,
    Reference,
    Shift,
)
from recoupe.model import Time
from recoupe.model.times import Anchor, TimeType

_UNPLACED = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX"}


@dataclass(frozen=True, slots=True)
class Resolved:
    """A value, what it was counted from, and its bounds."""

    type: TimeType
    value: str | None
    anchor: Anchor
    bounds: Bounds = NOTHING


def resolve_all(text: str, readings: tuple[Reading, ...], around: Surroundings, occurs: str) -> tuple[Time, ...]:
    """Return the records of all readings, in text order; `occurs` is the language's pattern for «a eu lieu»."""
    times = []
    for reading in readings:
        found = _node(reading.node, around, (reading.start, reading.end))
        told = event_day(text, reading, around, occurs) if found.anchor == "event" else None
        found = found if told is None else _from_event(found, reading.node, told)
        earliest, latest = bounds(found.value, reading.mod) if found.bounds == NOTHING else found.bounds
        around.remember(reading, found.value, found.type, leads=_leads(text, reading.start))
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
                dates="complement" if told and told.of_complement else "clause",
            )
        )
    return tuple(times)


def _from_event(found: Resolved, node: Node, told: EventDay) -> Resolved:
    """Count from the day of the event, where it is known; a length keeps its value and gets bounds."""
    shift = _event_shift(node)
    if shift is None or shift.count is None:
        return found
    sign = -shift.sign if told.of_complement else shift.sign
    day = add(told.day, sign * shift.count, shift.unit)
    if day is None:
        return found
    value = label(day, shift.unit)
    if found.type == "DURATION":
        return Resolved(found.type, found.value, "event", bounds(value))
    if isinstance(node, DayPart):
        return Resolved("TIME", f"{value}T{node.part}", "event")
    return Resolved("DATE", value, "event")


def _event_shift(node: Node) -> Shift | None:
    if isinstance(node, DayPart):
        return node.day if isinstance(node.day, Shift) else None
    if isinstance(node, Duration):
        count, unit = node.amounts[0]
        return Shift(unit=unit, count=count, sign=node.sign or 1, origin="event")
    return node if isinstance(node, Shift) else None


def _leads(text: str, start: int) -> bool:
    """Tell whether at most a preposition stands between the head of the sentence and here."""
    before = text[max(0, start - 14) : start]
    head = max(before.rfind("\n"), before.rfind(". "), before.rfind(".\n"))
    return start <= 14 or (head >= 0 and len(before) - head <= 12)


def _node(node: Node, around: Surroundings, span: tuple[int, int]) -> Resolved:
    match node:
        case Calendar(feast=str()):
            value, anchor, limits = place_feast(node, around, span)
            return Resolved("DATE", value, anchor, limits)
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
    count, unit = whole(node.count, node.unit)
    if unit != node.unit:
        return _shift(replace(node, count=count, unit=unit), around)
    if node.unit in {"H", "MIN", "S"}:
        return _duration(Duration(amounts=((node.count, node.unit),), origin=node.origin, sign=node.sign), around)
    if around.quarter and (
        (node.unit == "Q" and node.origin == "last")
        or ((node.unit, node.count, node.sign) == ("Y", 1, -1) and node.compares)
    ):
        return Resolved(
            "DATE", label(add(around.quarter, node.sign * node.count, node.unit) or around.quarter, "Q"), "last"
        )
    if node.origin == "event":
        return Resolved("DATE", _UNPLACED.get(node.unit), "event")
    base, anchor = around.base(node.origin)
    if node.origin == "last" and anchor == "published" and node.sign > 0 and node.unit != "Q":
        return Resolved("DATE", _UNPLACED.get(node.unit), "none")
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
