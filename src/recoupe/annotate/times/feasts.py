"""Days that move from year to year, and days and months of the Islamic and Iranian calendars.

A feast is written as a code: "12-25" a fixed day; "E-2" days from Easter; "N11-4-4" the fourth Thursday of November
("N5-1--1" the last Monday of May); "H9" a month and "H10-1" a day of the Islamic year; "I1-1" of the Iranian year.
The Islamic calendar is the tabular one, which is at most a day or two from what is seen of the moon.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

Days = tuple[date, date]
_CODE = re.compile(r"([EHI])(-?\d+)(?:-(\d+))?")
_NTH = re.compile(r"N(\d+)-(\d)-(-?\d)")
_HIJRI_EPOCH = 227_015
"""Proleptic Gregorian ordinal of 1 Muharram of the year 1."""


def feast_days(code: str, year: int) -> tuple[Days, ...]:
    """Return first and last day of each time the feast falls in a Gregorian year, in order."""
    nth = _NTH.fullmatch(code)
    if nth:
        day = _nth_weekday(year, int(nth[1]), int(nth[2]), int(nth[3]))
        return ((day, day),)
    match = _CODE.fullmatch(code)
    if not match:
        month, number = (int(part) for part in code.split("-"))
        fixed = date(year, month, number)
        return ((fixed, fixed),)
    if match[1] == "E":
        easter = _easter(year) + timedelta(int(match[2]))
        return ((easter, easter),)
    days = _islamic(match, year) if match[1] == "H" else _iranian(match, year)
    return tuple(pair for pair in days if pair[0].year == year)


def _easter(year: int) -> date:
    """Western Easter, by the anonymous Gregorian computus."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
    if n > 0:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (n - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
    return last - timedelta((last.isoweekday() - weekday) % 7)


def hijri(year: int, month: int, day: int) -> date:
    """Return the day of the tabular Islamic calendar, leap years 2 5 7 10 13 16 18 21 24 26 29 of thirty."""
    leaps = (11 * year + 3) // 30
    return date.fromordinal(_HIJRI_EPOCH + (year - 1) * 354 + leaps + 29 * (month - 1) + month // 2 + day - 1)


def jalali(year: int, month: int, day: int) -> date:
    """Return the day of the Iranian calendar, years 1206 to 1498 (33-year cycle)."""
    days = 365 * (year - 1) + (8 * (year - 1) + 29) // 33 + 31 * min(month - 1, 6) + 30 * max(month - 7, 0) + day
    return date.fromordinal(226_894 + days)


def _islamic(match: re.Match[str], year: int) -> list[Days]:
    near = round((year - 622) * 33 / 32)
    return [_period(hijri, y, match) for y in range(near - 1, near + 3)]


def _iranian(match: re.Match[str], year: int) -> list[Days]:
    return [_period(jalali, y, match) for y in (year - 622, year - 621)]


def own_year_days(code: str, year: int) -> Days | None:
    """Return the days in a year of the feast's own calendar («15 Khordad 1399»); None for others."""
    match = _CODE.fullmatch(code)
    if not match or match[1] == "E":
        return None
    return _period(hijri if match[1] == "H" else jalali, year, match)


def _period(calendar: Callable[[int, int, int], date], year: int, match: re.Match[str]) -> Days:
    month = int(match[2])
    if match[3]:
        found = calendar(year, month, int(match[3]))
        return found, found
    following = calendar(year + month // 12, month % 12 + 1, 1)
    return calendar(year, month, 1), following - timedelta(1)
