"""From a matched pattern to the trees it stands for."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from recoupe.annotate.times.scan import Scan
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
from recoupe.packs.patterns import FROM, TO
from recoupe.packs.times import Rule, Value

Fields = dict[str, Value]
_UNIT = re.compile(r"([A-Z]+)(?:\*(\d+))?")
_NUMDATE = re.compile(r"(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?:T(\d\d):(\d\d))?")
_LISTED = {"WEEKDAY": "weekday", "DAY": "day", "YEAR": "year"} | dict.fromkeys(
    ("MONTH", "MONTHABBR", "MAY", "MARS"), "month"
)
_CALENDAR = ("year", "month", "day", "weekday", "quarter", "half", "decade", "century")


def build(rule: Rule, match: re.Match[str], scan: Scan) -> tuple[Reading, ...]:
    """Return the readings of one match in text order; none where its numbers make no sense."""
    first, last = border(match, FROM, match.start()), border(match, TO, match.end())
    if rule.make == "none":
        return ()
    if rule.make == "list":
        return _listed(rule, match, scan, (first, last))
    fields = _captured(rule, match, scan)
    node = _MAKERS[rule.make](fields)
    return (_reading(rule, scan, (first, last), node, fields),) if node else ()


def border(match: re.Match[str], name: str, default: int) -> int:
    """Return where `<<` or `>>` stood, or the default."""
    found = [match.start(g) for g in match.re.groupindex if g.split("__")[0] == name]
    return max((f for f in found if f >= 0), default=default)


def _captured(rule: Rule, match: re.Match[str], scan: Scan) -> Fields:
    fields: Fields = dict(rule.constants)
    for group, classes in rule.compiled.captures.items():
        name = group.split("__")[0]
        if match.start(group) >= 0 and name not in {FROM, TO, "items"}:
            value = _read(scan, range(*match.span(group)), name, classes)
            if value is not None:
                fields[name] = value
    return fields


def _reading(rule: Rule, scan: Scan, tokens: tuple[int, int], node: Node, fields: Fields) -> Reading:
    mod = fields.get("mod")
    return Reading(
        start=scan.starts[tokens[0]],
        end=scan.ends[tokens[1] - 1],
        node=node,
        mod=mod if mod in {"start", "mid", "end"} else None,  # type: ignore[arg-type]
        rule=rule.id,
        today=_today(fields),
        sure="deictic" in fields,
    )


def _today(fields: Fields) -> tuple[int, int] | None:
    if "own_weekday" in fields:
        return int(fields.get("deictic", 0)), int(fields["own_weekday"])
    return (0, int(fields["weekday"])) if "this" in fields and "weekday" in fields else None


def _read(scan: Scan, tokens: range, name: str, classes: tuple[str, ...]) -> Value | None:
    """Return the value of the first token that has one of the capture's classes, or the class it is named for."""
    wanted = [c for c in classes if c.isupper()] + [name.upper(), *(c for c in classes if not c.isupper())]
    for i in tokens:
        for kind in wanted:
            value = scan.classes[i].get(kind)
            if value is not None:
                return value
    return None


def _listed(rule: Rule, match: re.Match[str], scan: Scan, tokens: tuple[int, int]) -> tuple[Reading, ...]:
    """Split `items` at its joints; each gets what stands outside of it (month, year) as well."""
    shared = _captured(rule, match, scan)
    groups: list[list[int]] = []
    fresh = True
    for i in range(*match.span("items")):
        named = any(kind in scan.classes[i] for kind in _LISTED)
        if named and fresh:
            groups.append([])
        fresh = not named
        if named:
            groups[-1].append(i)
    readings = []
    for n, group in enumerate(groups):
        fields = dict(shared)
        for i in group:
            for kind in rule.compiled.captures["items"]:
                if kind in _LISTED and kind in scan.classes[i]:
                    fields[_LISTED[kind]] = scan.classes[i][kind]
        start = tokens[0] if n == 0 else group[0]
        end = tokens[1] if n == len(groups) - 1 else group[-1] + 1
        node = _moment(fields)
        if node:
            readings.append(_reading(rule, scan, (start, end), node, fields))
    return tuple(readings)


def _moment(fields: Fields) -> Node | None:
    day = _day(fields)
    if "part" in fields:
        return DayPart(day=day, part=str(fields["part"]))
    if "clock" in fields:
        hour, minute = (int(x) for x in str(fields["clock"]).split(":")[:2])
    elif "hour" in fields:
        hour, minute = int(fields["hour"]), int(fields.get("minute", 0))
    else:
        return day
    hour = _hour(hour, str(fields.get("ampm", "")))
    fits = 0 <= hour <= 24 and 0 <= minute <= 59
    return Clock(day=day, hour=hour, minute=minute, zone=str(fields.get("zone", ""))) if fits else None


def _hour(hour: int, half: str) -> int:
    if half == "pm" and hour < 12:
        return hour + 12
    return 0 if half == "am" and hour == 12 else hour


def _day(fields: Fields) -> Calendar | Shift | None:
    if "deictic" in fields:
        return Shift(
            unit="D", count=abs(int(fields["deictic"])), sign=_sign(int(fields["deictic"])), origin=_origin(fields)
        )
    if "date" in fields:
        return _numeric(str(fields["date"]), str(fields.get("order", "dmy")))
    if "named" in fields:
        return Calendar(**_iso(str(fields["named"])))
    if "holiday" in fields:
        month, day = str(fields["holiday"]).split("-")
        fields = fields | {"month": int(month), "day": int(day)}
    if "unit" in fields:
        return _shift(fields)
    given = {name: int(fields[name]) for name in _CALENDAR if name in fields}
    if "season" not in fields and not given:
        return None
    if (
        given.get("month")
        and given.get("day", 1) > (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[given["month"] - 1]
    ):
        return None
    return Calendar(
        **given,
        season=str(fields["season"]) if "season" in fields else None,
        era=str(fields.get("era", "")),
        direction=fields.get("direction"),  # type: ignore[arg-type]
        tense=int(fields["tense"]) if "tense" in fields else None,
        within=_within(fields),
    )


def _within(fields: Fields) -> Shift | None:
    if "within_unit" not in fields:
        return None
    count = int(fields.get("within_count", 0))
    origin = "last" if fields.get("within_origin") == "last" else "published"
    return Shift(unit=str(fields["within_unit"]), count=abs(count), sign=_sign(count), origin=origin)


def _iso(value: str) -> dict[str, int]:
    return dict(zip(("year", "month", "day"), (int(x) for x in value.split("-")), strict=False))


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


def _origin(fields: Fields) -> "str":
    return str(fields.get("origin", "published"))


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
    sign = int(fields.get("sign", 1))
    return Shift(unit=unit, count=count, sign=sign, origin=_origin(fields), compares="compares" in fields)  # type: ignore[arg-type]


def _shifted(fields: Fields) -> Node:
    shift = _shift(fields)
    return DayPart(day=shift, part=str(fields["part"])) if "part" in fields else shift


def _duration(fields: Fields) -> Duration:
    amounts = [_amount(fields)]
    if "unit2" in fields:
        amounts.append(_amount({k: v for k, v in fields.items() if k != "plus"}, "2"))
    origin = fields.get("origin")
    return Duration(amounts=tuple(amounts), origin=origin, sign=int(fields.get("sign", 0)))  # type: ignore[arg-type]


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


def period(amounts: tuple[tuple[float | None, str], ...]) -> str:
    """Return the TIMEX3 value of a length: P6M, PT1H30M, PXD."""
    days, hours = "", ""
    for count, unit in amounts:
        for number, letter in _whole(count, unit):
            if letter in {"H", "MIN", "S"}:
                hours += f"{number}{letter[0]}"
            else:
                days += f"{number}{letter}"
    return "P" + days + ("T" + hours if hours else "")


_SMALLER = {"Y": (12, "M"), "H": (60, "MIN"), "D": (24, "H"), "MIN": (60, "S"), "HY": (6, "M")}


def _whole(count: float | None, unit: str) -> list[tuple[str, str]]:
    """Write halves in the next smaller unit: 2.5 Y -> 2Y 6M."""
    if unit == "HY" and count is not None:
        return _whole(count * 6, "M")
    if count is None or count == int(count) or unit not in _SMALLER:
        return [("X" if count is None else f"{count:g}" if count < 1e6 else str(int(count)), unit)]
    factor, smaller = _SMALLER[unit]
    rest = round((count - int(count)) * factor)
    return [(str(int(count)), unit)] * (count >= 1) + [(str(rest), smaller)]


def _decade(fields: Fields) -> Calendar:
    named = int(fields["decade"])
    return Calendar(decade=named // 10)


def _short_year(fields: Fields) -> Calendar:
    return Calendar(year=1900 + int(fields["yy"]) if int(fields["yy"]) > 40 else 2000 + int(fields["yy"]))


_MAKERS: Mapping[str, Callable[[Fields], Node | None]] = {
    "calendar": _moment,
    "shift": _shifted,
    "duration": _duration,
    "set": _recurrence,
    "decade": _decade,
    "century": lambda fields: Calendar(century=int(fields["century"]) - 1),
    "yy": _short_year,
    "ref": lambda fields: Reference(value=str(fields["value"])),
}
