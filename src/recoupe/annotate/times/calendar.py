"""Where a partly named date lies: the year, month or week it leaves out."""

from datetime import date, timedelta
from typing import Protocol

from recoupe.annotate.times.arithmetic import Point, add
from recoupe.annotate.times.bounds import SEASONS
from recoupe.annotate.times.tree import Calendar, Origin, Shift
from recoupe.model.times import Anchor

_BACKWARD_DAYS, _ONWARD_DAYS = 200, 120
"""A history that seems to go back half a year, where the next year's date is near, has gone on."""
Placed = tuple[str | None, Anchor]


class Around(Protocol):
    """What `resolve.Surroundings` offers here."""

    published: date | None
    narrative: bool
    last: Point | None
    year: int | None
    aside: int | None
    newest: int | None
    against_tense: float

    def base(self, origin: Origin) -> tuple[date | None, Anchor]: ...
    def year_near(self, start: int) -> int | None: ...
    def home(self) -> tuple[date | None, Anchor]: ...
    def direction(self, start: int, end: int) -> int: ...


def place(node: Calendar, around: Around, span: tuple[int, int]) -> Placed:
    """Return the TIMEX3 value, X-padded where the base is unknown, and what it was counted from."""
    if node.century is not None or node.decade is not None:
        return _long(node), "absolute"
    if node.within and node.within.unit in {"M", "W"}:
        return _within(node, node.within, around)
    year, anchor = year_of(node, around)
    if year is not None and node.era:
        return f"{node.era}{year:04}", "absolute"
    if year is not None:
        return _named(node, year), anchor
    base, anchor = around.home()
    sign = sign_of(node, around, span)
    if near := _in_year_near(node, around, span[0], sign):
        return near, "last"
    if base is None:
        by_weekday = _by_weekday(node, around.newest)
        return (by_weekday, "last") if by_weekday else (_padded(node), "none")
    if node.month is None and node.weekday is not None and node.day is not None:
        return _day_and_weekday(node.weekday, node.day, base), anchor
    if node.month is None and node.weekday is not None:
        return _weekday(node, base, sign, anchor), anchor
    if node.day is not None and node.month is None:
        return _day_of_month(node.day, base, sign), anchor
    return _nearest(node, base, sign, anchor, around), anchor


def _in_year_near(node: Calendar, around: Around, start: int, sign: int) -> str | None:
    """Return the date in the year that the sentence has just named, unless tense or weekday speak against it."""
    year = around.year_near(start) if node.month and sign in {0, -1} else None
    found = _first(node, year) if year is not None else None
    if year is None or found is None or node.weekday not in {None, found.isoweekday()}:
        return None
    return _named(node, year)


def sign_of(node: Calendar, around: Around, span: tuple[int, int]) -> int:
    """Return -1 or 1 for what tense suggests, -2 or 2 for what the words say, else 0."""
    if node.direction in {"last", "next"}:
        return 2 if node.direction == "next" else -2
    return around.direction(*span) if node.tense is None else node.tense


def _long(node: Calendar) -> str:
    if node.century is not None:
        return f"{node.era}{node.century:02}"
    decade = node.decade or 0
    return f"{decade if decade > 9 else 190 + decade:03}"


def year_of(node: Calendar, around: Around) -> tuple[int | None, Anchor]:
    """Return the year that the words give, and what it was counted from."""
    if node.year is not None:
        return node.year, "absolute"
    if node.within is None:
        return None, "none"
    base, anchor = around.base(node.within.origin)
    day = add(base, node.within.sign * (node.within.count or 0), node.within.unit) if base else None
    return (day.year, anchor) if day else (None, anchor)


def _within(node: Calendar, within: Shift, around: Around) -> Placed:
    base, anchor = around.base(within.origin)
    day = add(base, within.sign * (within.count or 0), within.unit) if base else None
    if day is None:
        return _padded(node), "none"
    if within.unit == "W":
        return (day + timedelta((node.weekday or 1) - day.isoweekday())).isoformat(), anchor
    return _valid(day.year, day.month, node.day or 1), anchor


def _named(node: Calendar, year: int) -> str | None:
    if node.season:
        return f"{year:04}-{node.season}"
    if node.quarter:
        return f"{year:04}-Q{node.quarter}"
    if node.half:
        return f"{year:04}-H{node.half}"
    if node.month is None:
        return f"{year:04}"
    if node.day is None:
        return f"{year:04}-{node.month:02}"
    return _valid(year, node.month, node.day)


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _by_weekday(node: Calendar, newest: int | None) -> str | None:
    """Return the date in the first year, from the newest that the text names, in which the weekday fits.

    A date falls on a weekday again after 5, 6 or 11 years, so four years hold it once at most.
    """
    if newest is None or not (node.weekday and node.month and node.day):
        return None
    days = (_valid(year, node.month, node.day) for year in range(newest, newest + 4))
    return next((day for day in days if day and date.fromisoformat(day).isoweekday() == node.weekday), None)


def _padded(node: Calendar) -> str | None:
    if node.season:
        return f"XXXX-{node.season}"
    if node.quarter:
        return f"XXXX-Q{node.quarter}"
    if node.half:
        return f"XXXX-H{node.half}"
    if node.month is not None:
        return f"XXXX-{node.month:02}" + (f"-{node.day:02}" if node.day else "")
    if node.day is not None:
        return f"XXXX-XX-{node.day:02}"
    return f"XXXX-WXX-{node.weekday}" if node.weekday else None


def _weekday(node: Calendar, base: date, sign: int, anchor: Anchor) -> str:
    weekday = node.weekday or 1
    back = (base.isoweekday() - weekday) % 7
    if node.direction == "this":
        ahead = (7 - back) % 7
        against_past, against_future = {0: (1, 1), -1: (1, 3), 1: (3, 1)}[sign]
        shift = ahead if ahead * against_future < back * against_past else -back
    elif anchor == "last" or sign == 2:
        shift = 7 - back
    elif sign == -2:
        shift = -(back or 7)
    elif sign > 0:
        shift = (7 - back) % 7
    else:
        shift = -back
    return (base + timedelta(shift)).isoformat()


def _day_and_weekday(weekday: int, day: int, base: date) -> str | None:
    """Return the nearest such day of a month that falls on the weekday, within half a year."""
    days = (base + timedelta(n * side) for n in range(190) for side in (-1, 1))
    return next((d.isoformat() for d in days if d.day == day and d.isoweekday() == weekday), None)


def _day_of_month(day: int, base: date, sign: int) -> str | None:
    order = (0, -1, -2) if sign <= 0 else (0, 1, 2)
    for months in order:
        index = base.year * 12 + base.month - 1 + months
        found = _valid(index // 12, index % 12 + 1, day)
        if found and ((found <= base.isoformat()) if sign <= 0 else (found >= base.isoformat())):
            return found
    return _valid(base.year, base.month, day)


def _first(node: Calendar, year: int) -> date | None:
    month = node.month or (3 * node.quarter - 2 if node.quarter else 6 * node.half - 5 if node.half else 0)
    month = month or SEASONS[node.season or "SP"]
    found = _valid(year, month, node.day or 1)
    return date.fromisoformat(found) if found else None


def _nearest(node: Calendar, base: date, sign: int, anchor: Anchor, around: Around) -> str | None:
    """Return the occurrence that tense and distance favour; a weekday that fits outweighs both."""
    middle = around.year or base.year if anchor == "last" else base.year
    candidates = [d for y in range(max(middle - 6, 1), middle + 7) if (d := _first(node, y))]
    if node.weekday and node.day:
        fitting = [d for d in candidates if d.isoweekday() == node.weekday]
        near = [d for d in fitting if abs((d - base).days) < 550]
        candidates = near or candidates
    if anchor == "last":
        chosen = _told(candidates, base, around)
    else:
        chosen = _by_tense(node, candidates, base, sign, around.against_tense)
    return _named(node, chosen.year) if chosen else None


def _told(candidates: list[date], base: date, around: Around) -> date | None:
    """Return the occurrence in the year that is told of; over a turn of the year, the one that comes next."""
    year = around.year or base.year
    plain = next((d for d in candidates if d.year == year), None)
    if plain is None or (base - plain).days < _BACKWARD_DAYS:
        return plain or (candidates[0] if candidates else None)
    onward = [d for d in candidates if 0 <= (d - base).days <= _ONWARD_DAYS and d.year in {around.aside, year + 1}]
    return onward[0] if onward else plain


def _by_tense(node: Calendar, candidates: list[date], base: date, sign: int, against: float) -> date | None:
    """Return the nearest occurrence, those against the tense counted as further off than they are."""
    now = _period_start(node, base)
    if abs(sign) == 2:
        fitting = [d for d in candidates if (d > now if sign > 0 else d < now)]
        return min(fitting, key=lambda d: abs((d - now).days), default=None)
    penalty = {0: (1.0, 1.6), -1: (1.0, against), 1: (6.0, 1.0)}[sign] if not node.quarter else (1.0, 3.0)
    return min(candidates, key=lambda d: abs((d - now).days) * penalty[d > now], default=None)


def _period_start(node: Calendar, base: date) -> date:
    if node.day:
        return base
    if node.quarter:
        return date(base.year, 3 * ((base.month + 2) // 3) - 2, 1)
    if node.half:
        return date(base.year, 7 if base.month > 6 else 1, 1)
    return base.replace(day=1)
