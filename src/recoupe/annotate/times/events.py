"""The day of an event that a time expression counts from: «une semaine après que X», «la veille de l'attaque»."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from recoupe.annotate.times.surroundings import Surroundings
from recoupe.annotate.times.tree import Reading
from recoupe.packs.times import unaccented

_WORD = re.compile(r"[^\W\d_]{4,}")
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_STEM = 5
"""Letters that «bombardé» and «bombardement» share; shorter stems confuse too many words."""
_COMPLEMENT_REACH = 80
_VERB_REACH = 30


@dataclass(frozen=True, slots=True)
class EventDay:
    """A known day, and what is counted from it: the event of the complement («après que X»), or of the clause."""

    day: date
    of_complement: bool


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)


def event_day(text: str, reading: Reading, around: Surroundings, occurs: str) -> EventDay | None:
    """Return the day known of either event; None where neither was dated before."""
    before = text[max(0, reading.start - _VERB_REACH) : reading.start]
    if around.day and _pattern(occurs).search(before):
        return EventDay(around.day.day, of_complement=True)
    closing = _SENTENCE_END.search(text, reading.end, reading.end + _COMPLEMENT_REACH)
    end = closing.start() if closing else reading.end + _COMPLEMENT_REACH
    words = _WORD.findall(text[reading.end : end].split(",", maxsplit=1)[0])[:4]
    stems = {_stem(word) for word in words if len(word) >= _STEM}
    for start, day in reversed(around.events):
        if stems & {_stem(word) for word in _WORD.findall(_sentence(text, start)) if len(word) >= _STEM}:
            return EventDay(day, of_complement=False)
    return None


def _stem(word: str) -> str:
    return unaccented(word.lower())[:_STEM]


def _sentence(text: str, at: int) -> str:
    start = max((m.end() for m in _SENTENCE_END.finditer(text, max(0, at - 400), at)), default=max(0, at - 400))
    closing = _SENTENCE_END.search(text, at)
    return text[start : closing.start() if closing else len(text)]
