"""Whether the words around a time expression speak of the past or of the future."""

import re
from functools import cache

from recoupe.packs.times import TimePack

_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
_REACH = 160
"""Characters looked at on either side."""


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)


def direction(text: str, start: int, end: int, pack: TimePack) -> int:
    """Return -1 for past, 1 for future, 0 where nothing tells; the nearest sign in the sentence decides."""
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    for match in _SENTENCE_END.finditer(text, low, start):
        low = match.end()
    closing = _SENTENCE_END.search(text, end, high)
    high = closing.start() if closing else high
    best, sign = _REACH * 2, 0
    for name, value in (("past", -1), ("future", 1)):
        for match in _pattern(pack.settings[name]).finditer(text, low, high):
            if match.start() < end and match.end() > start:
                continue
            distance = max(start - match.end(), match.start() - end)
            if distance < best:
                best, sign = distance, value
    return sign
