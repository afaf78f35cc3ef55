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
    futures = list(_pattern(pack.settings["future"]).finditer(text, low, high))
    pasts = [m for m in _pattern(pack.settings["past"]).finditer(text, low, high) if not _governed(m, futures)]
    best, sign = _REACH * 2, 0
    for matches, value in ((futures, 1), (pasts, -1)):
        for match in matches:
            distance = start - match.end() if match.end() <= start else 3 * (match.start() - end)
            if 0 <= distance < best:
                best, sign = distance, value
    return sign


def _governed(past: re.Match[str], futures: list[re.Match[str]]) -> bool:
    """Tell whether a participle belongs to a future («will be held»)."""
    return any(0 <= past.start() - f.start() <= f.end() - f.start() + 14 for f in futures)
