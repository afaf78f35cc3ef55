"""Dates as days on a line, so that nearness is a subtraction."""

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from recoupe.model import When

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class Days(NamedTuple):
    """First and last day, both included (proleptic Gregorian ordinals)."""

    first: int
    last: int

    @property
    def width(self) -> int:
        return self.last - self.first


def gap_days(left: Days, right: Days) -> int:
    """Days between two intervals, nought where they overlap."""
    return max(0, left.first - right.last, right.first - left.last)


def bounds(text: str | None) -> Days | None:
    """Days that an ISO date, date-time, month or year covers; None for what is none of these."""
    found = _DAY.match(text) if text else None
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    if not year or (month is not None and not 1 <= month <= 12):
        return None
    if month is None:
        return Days(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())
    last = monthrange(year, month)[1]
    if day is None:
        return Days(date(year, month, 1).toordinal(), date(year, month, last).toordinal())
    exact = date(year, month, min(max(day, 1), last)).toordinal()
    return Days(exact, exact)


def days_of(when: When | None) -> Days | None:
    """Days that a mention's time allows; None unless both ends are known."""
    if when is None:
        return None
    first, last = bounds(when.earliest), bounds(when.latest)
    if first is None or last is None or last.last < first.first:
        return None
    return Days(first.first, last.last)


def iso(ordinal: int) -> str:
    """ISO date of a day."""
    return date.fromordinal(ordinal).isoformat()
