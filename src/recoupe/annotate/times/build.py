"""From a matched pattern to the trees it stands for."""

import re

from recoupe.annotate.times.nodes import MAKERS, Fields, moment
from recoupe.annotate.times.scan import Scan
from recoupe.annotate.times.tree import Calendar, Node, Part, Reading
from recoupe.packs.patterns import FROM, TO
from recoupe.packs.times import Rule, Value

_PARTS: dict[str, Part] = {"start": "start", "mid": "mid", "end": "end"}
_LISTED = {"WEEKDAY": "weekday", "DAY": "day", "YEAR": "year"} | dict.fromkeys(
    ("MONTH", "MONTHABBR", "MAY", "MARS"), "month"
)


def build(rule: Rule, match: re.Match[str], scan: Scan) -> tuple[Reading, ...]:
    """Return the readings of one match in text order; none where its numbers make no sense."""
    first, last = border(match, FROM, match.start()), border(match, TO, match.end())
    if rule.make == "none":
        return ()
    if rule.make == "list":
        return _listed(rule, match, scan, (first, last))
    fields = _captured(rule, match, scan)
    node = MAKERS[rule.make](fields)
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
    return Reading(
        start=scan.starts[tokens[0]],
        end=scan.ends[tokens[1] - 1],
        node=node,
        mod=_PARTS.get(str(fields.get("mod"))),
        rule=rule.id,
        today=_today(fields),
        today_date=_today_date(fields),
        sure="deictic" in fields,
    )


def _today_date(fields: Fields) -> Calendar | None:
    own: Fields = {name: fields[f"own_{name}"] for name in ("year", "month", "day") if f"own_{name}" in fields}
    node = moment(own) if "month" in own and "day" in own else None
    return node if isinstance(node, Calendar) else None


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
        node = moment(fields)
        if node:
            readings.append(_reading(rule, scan, (start, end), node, fields))
    return tuple(readings)
