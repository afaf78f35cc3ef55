"""First and last day (or minute) that a TIMEX3 value covers."""

import re
from datetime import date, timedelta

from recoupe.annotate.times.tree import Part

Bounds = tuple[str | None, str | None]
NOTHING: Bounds = (None, None)
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
PARTS = {
    "MO": ("05:00", "12:00"),
    "MI": ("11:00", "14:00"),
    "AF": ("12:00", "18:00"),
    "EV": ("17:00", "23:59"),
    "DT": ("06:00", "20:00"),
}
_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)(?P<end>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|(?P<season>SP|SU|FA|WI)|(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<time>\w\w(?::\d\d)?)\w*)?)?))?"
)


def bounds(value: str | None, mod: Part | None = None) -> Bounds:
    """Return both ends, inclusive; nothing for what is no place in the calendar."""
    days = _decades(value or "")
    match = _VALUE.match(value or "") if days is None else None
    if match and match.end() < len(value or "") and not match["time"]:
        return NOTHING
    if match and match["time"]:
        return _times(value or "", match["time"])
    if match:
        days = _days(match)
    if days is None:
        return NOTHING
    first, last = _third(days, mod)
    return first.isoformat(), last.isoformat()


def _decades(value: str) -> tuple[date, date] | None:
    if re.fullmatch(r"\d\d\d", value):
        return date(int(value) * 10 or 1, 1, 1), date(int(value) * 10 + 9, 12, 31)
    if re.fullmatch(r"\d\d", value):
        return date(int(value) * 100 or 1, 1, 1), date(int(value) * 100 + 99, 12, 31)
    return None


def _days(match: re.Match[str]) -> tuple[date, date] | None:
    year = int(match["year"])
    if not 1 <= year <= 9998:
        return None
    if match["week"]:
        monday = date.fromisocalendar(year, int(match["week"]), 1) if int(match["week"]) <= 52 else None
        monday = monday or date.fromisocalendar(year, 52, 1) + timedelta(7)
        return monday + timedelta(5 if match["end"] else 0), monday + timedelta(6)
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return day, day
    first, months = 1, 12
    if match["month"]:
        first, months = int(match["month"]), 1
    elif match["quarter"]:
        first, months = 3 * int(match["quarter"]) - 2, 3
    elif match["half"]:
        first, months = 6 * int(match["half"]) - 5, 6
    elif match["season"]:
        first, months = SEASONS[match["season"]], 3
    after = year * 12 + first - 1 + months
    return date(year, first, 1), date(after // 12, after % 12 + 1, 1) - timedelta(1)


def _times(value: str, time: str) -> Bounds:
    day = value[:10]
    if time == "NI":
        night = date.fromisoformat(day)
        return f"{day}T20:00", f"{night + timedelta(1)}T06:00"
    if time in PARTS:
        first, last = PARTS[time]
        return f"{day}T{first}", f"{day}T{last}"
    if time == "24:00":
        day, time = (date.fromisoformat(day) + timedelta(1)).isoformat(), "00:00"
    return (f"{day}T{time}", f"{day}T{time}") if time[:2].isdigit() else NOTHING


def _third(days: tuple[date, date], mod: Part | None) -> tuple[date, date]:
    first, last = days
    third = ((last - first).days + 1) // 3
    if not third or mod is None:
        return days
    if mod == "start":
        return first, first + timedelta(third - 1)
    if mod == "end":
        return last - timedelta(third - 1), last
    return first + timedelta(third), last - timedelta(third)
