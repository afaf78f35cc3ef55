"""From the fields of a match to the tree they stand for."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import get_args

from recoupe.annotate.times.lengths import period
from recoupe.annotate.times.tree import (
    Calendar,
    Clock,
    DayPart,
    Direction,
    Duration,
    Node,
    Origin,
    Recurrence,
    Reference,
    Shift,
)
from recoupe.packs.times import Value

Fields = dict[str, Value]
_UNIT = re.compile(r"([A-Z]+)(?:\*(\d+))?")
_NUMDATE = re.compile(r"(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})")
_WRITTEN_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_HALVES = {"MO": "am", "AF": "pm", "EV": "pm"}
_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ORIGINS: Mapping[str, Origin] = {o: o for o in get_args(Origin)}
_DIRECTIONS: Mapping[str, Direction] = {"last": "last", "next": "next", "this": "this"}


def moment(fields: Fields) -> Node | None:
    day = _day(fields)
    if "part" in fields:
        return DayPart(day=day, part=str(fields["part"]))
    if "clock" in fields:
        hour, minute = (int(x) for x in str(fields["clock"]).split(":")[:2])
    elif "hour" in fields:
        hour, minute = int(fields["hour"]), int(fields.get("minute", 0))
    elif written := _WRITTEN_CLOCK.search(str(fields.get("date", ""))):
        hour, minute = int(written[1]), int(written[2])
    else:
        return day
    hour = _hour(hour, str(fields.get("ampm") or _HALVES.get(str(fields.get("daypart")), "")))
    fits = 0 <= hour <= 24 and 0 <= minute <= 59
    return Clock(day=day, hour=hour, minute=minute, zone=str(fields.get("zone", ""))) if fits else None


def _hour(hour: int, half: str) -> int:
    if half == "pm" and hour < 12:
        return hour + 12
    return 0 if half == "am" and hour == 12 else hour


def _day(fields: Fields) -> Calendar | Shift | None:
    if "deictic" in fields:
        count = int(fields["deictic"])
        return Shift(unit="D", count=abs(count), sign=_sign(count), origin=_origin(fields) or "published")
    if "date" in fields:
        return _numeric(str(fields["date"]), str(fields.get("order", "dmy")))
    if "named" in fields:
        year, month, day = (int(x) for x in str(fields["named"]).split("-"))
        return Calendar(year=year, month=month, day=day)
    if "unit" in fields:
        return _shift(fields)
    return _calendar(fields)


def _calendar(fields: Fields) -> Calendar | None:
    month, day = _number(fields, "month"), _number(fields, "day")
    if month and day and day > _MONTH_DAYS[month - 1]:
        return None
    found = Calendar(
        year=_number(fields, "year"),
        month=month,
        day=day,
        weekday=_number(fields, "weekday"),
        season=str(fields["season"]) if "season" in fields else None,
        quarter=_number(fields, "quarter"),
        half=_number(fields, "half"),
        feast=_feast(fields),
        era=str(fields.get("era", "")),
        direction=_DIRECTIONS.get(str(fields.get("direction"))),
        tense=_number(fields, "tense"),
        within=_within(fields),
    )
    return found if found.is_somewhere() else None


def _feast(fields: Fields) -> str | None:
    if "moon" in fields:
        return f"{fields['moon']}-{fields['day']}" if "day" in fields else str(fields["moon"])
    if "nth" in fields:
        return f"N{fields['nth_month']}-{fields['nth_weekday']}-{fields['nth']}"
    return str(fields["holiday"]) if "holiday" in fields else None


def _number(fields: Fields, name: str) -> int | None:
    return int(fields[name]) if name in fields else None


def _within(fields: Fields) -> Shift | None:
    if "within_unit" not in fields:
        return None
    count = int(fields.get("within_count", 0))
    origin: Origin = "last" if fields.get("within_origin") == "last" else "published"
    return Shift(unit=str(fields["within_unit"]), count=abs(count), sign=_sign(count), origin=origin)


def _numeric(written: str, order: str) -> Calendar | None:
    match = _NUMDATE.match(written)
    if not match:
        return None
    a, b, c = int(match[1]), int(match[2]), int(match[3])
    if len(match[1]) == 4:
        year, month, day = a, b, c
    else:
        year, (month, day) = c, ((b, a) if order == "dmy" else (a, b))
        if month > 12 >= day:
            month, day = day, month
        if len(match[3]) == 2:
            year += 2000 if year < 50 else 1900
    try:
        date(year, month, day)
    except ValueError:
        return None
    return Calendar(year=year, month=month, day=day)


def _sign(count: float) -> int:
    return -1 if count < 0 else 1


def _origin(fields: Fields) -> Origin | None:
    return _ORIGINS.get(str(fields.get("origin")))


def _amount(fields: Fields, suffix: str = "") -> tuple[float | None, str]:
    unit = _UNIT.fullmatch(str(fields["unit" + suffix]))
    if not unit:
        raise ValueError(f"no such unit: {fields['unit' + suffix]}")
    count = fields.get("count" + suffix, 1)
    factor = int(unit[2] or 1)
    if isinstance(count, str):
        return None, unit[1]
    return (count + float(fields.get("plus", 0))) * factor, unit[1]


def _shift(fields: Fields) -> Shift:
    count, unit = _amount(fields)
    return Shift(
        unit=unit,
        count=count,
        sign=int(fields.get("sign", 1)),
        origin=_origin(fields) or "published",
        compares="compares" in fields,
    )


def _shifted(fields: Fields) -> Node:
    shift = _shift(fields)
    return DayPart(day=shift, part=str(fields["part"])) if "part" in fields else shift


def _duration(fields: Fields) -> Duration:
    amounts = [_amount(fields)]
    if "unit2" in fields:
        amounts.append(_amount({k: v for k, v in fields.items() if k != "plus"}, "2"))
    return Duration(amounts=tuple(amounts), origin=_origin(fields), sign=int(fields.get("sign", 0)))


def _recurrence(fields: Fields) -> Recurrence:
    if "value" in fields:
        return Recurrence(value=str(fields["value"]))
    tail = f"T{fields['part']}" if "part" in fields else ""
    if "weekday" in fields:
        return Recurrence(value=f"XXXX-WXX-{fields['weekday']}{tail}")
    if "month" in fields:
        return Recurrence(value=f"XXXX-{int(fields['month']):02}")
    if "season" in fields:
        return Recurrence(value=f"XXXX-{fields['season']}")
    if tail:
        return Recurrence(value=f"XXXX-XX-XX{tail}")
    return Recurrence(value=period((_amount(fields),)))


def _decade(fields: Fields) -> Calendar:
    named = int(fields["decade"])
    return Calendar(decade=named // 10)


def _short_year(fields: Fields) -> Calendar:
    """Return the second year of a pair in the century of the first («1995-96», «1999-00»)."""
    base, short = int(fields["base"]), int(fields["yy"])
    return Calendar(year=base // 100 * 100 + short + (100 if short < base % 100 else 0))


MAKERS: Mapping[str, Callable[[Fields], Node | None]] = {
    "calendar": moment,
    "shift": _shifted,
    "duration": _duration,
    "set": _recurrence,
    "decade": _decade,
    "century": lambda fields: Calendar(century=int(fields["century"]) - 1, era=str(fields.get("era", ""))),
    "yy": _short_year,
    "ref": lambda fields: Reference(value=str(fields["value"])),
}
