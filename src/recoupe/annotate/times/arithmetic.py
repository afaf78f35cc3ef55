"""Calendar arithmetic at the grain of a unit; values as in TIMEX3."""

from dataclasses import dataclass
from datetime import date, timedelta

_SMALLER = {"Y": (12, "M"), "W": (7, "D"), "D": (24, "H")}
_MONTHS = {"M": 1, "Q": 3, "HY": 6, "Y": 12}


@dataclass(frozen=True, slots=True)
class Point:
    """A day that stands for a period: its first day, and how large it is."""

    day: date
    grain: str
    """Y HY Q M W D."""


def add_months(day: date, months: int) -> date | None:
    """Return the same day so many months on, the last of the month where there is none; None out of range."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9998:
        return None
    after = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(day.day, (after - timedelta(1)).day))


def add(day: date, count: float, unit: str) -> date | None:
    """Return the day so many units on; hours and less leave the day alone; None out of range."""
    if unit in _MONTHS:
        return add_months(day, round(count * _MONTHS[unit]))
    days = {"D": 1, "W": 7, "WE": 7}.get(unit, 0) * count
    if abs(days) > 366 * 5000 or not 1 <= day.year + days / 366 <= 9990:
        return None
    return day + timedelta(round(days))


def label(day: date, unit: str) -> str:
    """Return the TIMEX3 value of the period of that size which holds the day."""
    if unit in {"W", "WE"}:
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if unit == "WE" else "")
    forms = {
        "Y": f"{day.year:04}",
        "HY": f"{day.year:04}-H{(day.month + 5) // 6}",
        "Q": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "M": f"{day.year:04}-{day.month:02}",
        "DE": f"{day.year // 10:03}",
        "CE": f"{day.year // 100:02}",
    }
    return forms.get(unit, day.isoformat())


def whole(count: float, unit: str) -> tuple[float, str]:
    """Return the same length in units of which it has a whole number: 1.5 Y is 18 M."""
    if count != int(count) and unit in _SMALLER:
        factor, smaller = _SMALLER[unit]
        return count * factor, smaller
    return count, unit
