"""Intervals: the first end of «du 3 au 7 mars» gets bounds up to the second; its value stays its own, as in TimeML."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from recoupe.model import Time

_NEAR = 24
"""Characters before the first end in which «du», «entre le» can stand."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TURNS = {"weekday": 7, "clock": 1}
"""Rules whose second end, where it seems to lie before the first, is of the next week or day."""


@cache
def _patterns(before: str, between: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(before), re.compile(between)


def span_intervals(text: str, times: tuple[Time, ...], pairs: tuple[tuple[str, str], ...]) -> tuple[Time, ...]:
    """Widen the first end of each interval; `pairs` are what stands before it and between the ends."""
    found = list(times)
    for i in _firsts(text, times, pairs):
        first, second = found[i], found[i + 1]
        if first.earliest and second.earliest and second.earliest < first.earliest:
            second = found[i + 1] = _turned(second)
        if first.earliest and second.latest and first.earliest <= second.latest:
            found[i] = replace(first, latest=second.latest)
    return tuple(found)


def _firsts(text: str, times: tuple[Time, ...], pairs: tuple[tuple[str, str], ...]) -> Iterator[int]:
    for i, (first, second) in enumerate(pairwise(times)):
        head, joint = text[max(0, first.start - _NEAR) : first.start], text[first.end : second.start]
        if len(joint) > _NEAR or "PT" in (first.value or ""):
            continue
        for before, between in (_patterns(*pair) for pair in pairs):
            if between.fullmatch(joint) and before.search(head):
                yield i
                break


def _turned(time: Time) -> Time:
    days = next((n for name, n in _TURNS.items() if time.rule.startswith(name)), 0)
    if not days or time.anchor == "absolute":
        return time
    value, earliest, latest = (_moved(part, days) for part in (time.value, time.earliest, time.latest))
    return replace(time, value=value, earliest=earliest, latest=latest)


def _moved(value: str | None, days: int) -> str | None:
    if value is None or not _DAY.match(value):
        return value
    return (date.fromisoformat(value[:10]) + timedelta(days)).isoformat() + value[10:]
