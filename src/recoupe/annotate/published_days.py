"""What a report says of its own day: «aujourd'hui, mercredi», a dateline, its latest dates without a year."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from recoupe.annotate.times.tree import Calendar, DayPart, Reading
from recoupe.model import Quoted

_DATELINE = re.compile(r"\s*(?:(?:[^\W\d_a-zà-ÿ][\w'’.-]*|le|la|les|de|du|d['’]\w+|al|el|[(),/–—-])\s*,?\s*){1,8}")
"""A place name and perhaps an agency before the date."""
_DATELINE_END = re.compile(r"\s*(?:\([^)\n]{1,30}\)\s*\.?\s*)?[-–—:\n]|\s*\)\s*[-–—:]")


@dataclass(frozen=True, slots=True)
class DayOfYear:
    """A day and month without a year; the weekday, where given, tells which years it can be in."""

    month: int
    day: int
    weekday: int | None
    quote: str

    def on(self, year: int) -> date | None:
        """Return the day in that year, where it exists and the weekday fits."""
        try:
            found = date(year, self.month, self.day)
        except ValueError:
            return None
        return found if self.weekday in {None, found.isoweekday()} else None


@dataclass(frozen=True, slots=True)
class Weekday:
    """What weekday the report's day is; `sure` when said of today, not only of «ce jeudi»."""

    weekday: int
    quote: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Clues:
    """All that is said of the report's day, in text order."""

    days: tuple[DayOfYear, ...]
    weekdays: tuple[Weekday, ...]
    own: date | None
    """The full date that a dateline or «Publié le …» gives."""
    own_quote: str


def clues(text: str, readings: tuple[Reading, ...], posted: str, dateline: Quoted | None) -> Clues:
    """Gather the clues; `posted` is the language's pattern for words like «publié le»."""
    days, weekdays = [], []
    own, own_quote = None, ""
    for reading in readings:
        node = reading.node.day if isinstance(reading.node, DayPart) else reading.node
        quote = text[reading.start : reading.end]
        if reading.today:
            offset, weekday = reading.today
            weekdays.append(Weekday((weekday - offset - 1) % 7 + 1, quote, sure=reading.sure))
        if not isinstance(node, Calendar) or not (node.month and node.day):
            continue
        announced = re.search(posted, text[max(0, reading.start - 30) : reading.start]) is not None
        headed = _heads_report(text, reading, dateline)
        if node.year is None and node.within is None and node.direction is None and node.tense != 1:
            days.append(DayOfYear(node.month, node.day, node.weekday, quote))
        elif node.year and own is None and (announced or headed):
            own, own_quote = date(node.year, node.month, node.day), quote
    return Clues(tuple(days), tuple(weekdays), own, own_quote)


def _heads_report(text: str, reading: Reading, dateline: Quoted | None) -> bool:
    """Tell whether the date stands in a dateline: «BAGDAD, 18 mars 2020 —»."""
    if dateline is not None:
        return dateline.start <= reading.start and reading.end <= dateline.end
    return bool(_DATELINE.fullmatch(text[: reading.start]) and _DATELINE_END.match(text, reading.end))


def report_days(found: Clues, year: int) -> tuple[date, str] | None:
    """Return the report's day if it was of that year: the latest dated day, when its weekday is that of the report."""
    dated = [(day, d.quote) for d in found.days if (day := d.on(year))]
    if len(dated) < len(found.days) or not dated:
        return None
    last, quote = max(dated, key=lambda pair: pair[0])
    for weekday in found.weekdays:
        ahead = (weekday.weekday - last.isoweekday()) % 7
        if ahead == 0 or (weekday.sure and ahead <= 2):
            return last + timedelta(ahead), f"«{quote}» and «{weekday.quote}»"
    return None
