"""Intervals: the first end of «du 3 au 7 mars» gets bounds up to the second; its value stays its own, as in TimeML."""

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

from recoupe.model import Time

_NEAR = 24
"""Characters before the first end in which «du», «entre le» can stand."""


@cache
def _patterns(before: str, between: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(before), re.compile(between)


def span_intervals(text: str, times: tuple[Time, ...], pairs: tuple[tuple[str, str], ...]) -> tuple[Time, ...]:
    """Widen the first end of each interval; `pairs` are what stands before it and between the ends."""
    found = list(times)
    for i, (first, second) in enumerate(pairwise(times)):
        if not (first.earliest and second.latest) or first.earliest > second.latest:
            continue
        head, joint = text[max(0, first.start - _NEAR) : first.start], text[first.end : second.start]
        for before, between in (_patterns(*pair) for pair in pairs):
            if len(joint) <= _NEAR and between.fullmatch(joint) and before.search(head):
                found[i] = replace(first, latest=second.latest)
    return tuple(found)
