"""What a report says of its own day: «aujourd'hui, lundi», a dateline, its latest dates without a year."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from recoupe.annotate.times.tree import Calendar, Clock, DayPart, Reading, Shift
from recoupe.model import Quoted

_DATELINE = re.compile(r"\s*(?:(?:[^\W\d_a-zà-ÿ][\w'’.-]*|le|la|les|de|du|d['’]\w+|al|el|[(),/–—-])\s*,?\s*){1,8}")
"""A place name and perhaps an agency before the date."""
_LONGEST_HEAD = 80
_DATELINE_END = re.compile(r"\s*(?:\([^)\n]{1,30}\)\s*\.?\s*)?[-–—:\n]|\s*\)\s*[-–—:]|\.\s")


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
class OwnDay:
    """The report's day, as a dateline, «publié le» or «hier, 3 mai» gives it."""

    told: Calendar
    offset: int
    """Days from the report to that date («hier»: -1)."""
    quote: str

    def on(self, year: int) -> date | None:
        """Return the report's day if that date was of that year."""
        if self.told.year not in {None, year}:
            return None
        named = DayOfYear(self.told.month or 1, self.told.day or 1, self.told.weekday, self.quote).on(year)
        return named - timedelta(self.offset) if named else None


@dataclass(frozen=True, slots=True)
class Clues:
    """All that is said of the report's day, in text order."""

    days: tuple[DayOfYear, ...]
    weekdays: tuple[Weekday, ...]
    own: OwnDay | None

    def full_date(self) -> date | None:
        """Return the report's day, where it is given with its year."""
        return self.own.on(self.own.told.year) if self.own and self.own.told.year else None


def clues(text: str, readings: tuple[Reading, ...], posted: str, dateline: Quoted | None) -> Clues:
    """Gather the clues; `posted` is the language's pattern for words like «publié le»."""
    days, weekdays = [], []
    own: OwnDay | None = None
    for reading in readings:
        node = reading.node.day if isinstance(reading.node, DayPart) else reading.node
        quote = text[reading.start : reading.end]
        if reading.today:
            offset, weekday = reading.today
            weekdays.append(Weekday((weekday - offset - 1) % 7 + 1, quote, sure=reading.sure))
        own = own or _own_day(text, reading, posted, dateline)
        if isinstance(node, Calendar) and _lacks_year(node):
            days.append(DayOfYear(node.month or 1, node.day or 1, node.weekday, quote))
    return Clues(tuple(days), tuple(weekdays), own)


def _lacks_year(node: Calendar) -> bool:
    named = node.month is not None and node.day is not None and node.year is None
    return named and node.within is None and node.direction is None and node.tense != 1


def _own_day(text: str, reading: Reading, posted: str, dateline: Quoted | None) -> OwnDay | None:
    quote = text[reading.start : reading.end]
    if reading.today_date and isinstance(reading.node, Shift):
        return OwnDay(reading.today_date, int(reading.node.count or 0) * reading.node.sign, quote)
    node = reading.node.day if isinstance(reading.node, DayPart | Clock) else reading.node
    if not isinstance(node, Calendar) or not (node.month and node.day):
        return None
    line = text[text.rfind("\n", 0, reading.start) + 1 : reading.start]
    posted_here = len(line) < _LONGEST_HEAD and re.search(posted, line) is not None
    today = reading.today is not None and node.year is not None
    return OwnDay(node, 0, quote) if today or posted_here or _heads_report(text, reading, dateline) else None


def _heads_report(text: str, reading: Reading, dateline: Quoted | None) -> bool:
    """Tell whether the date stands in a dateline: «BAGDAD, 18 mars 2020 —»."""
    if dateline is not None:
        return dateline.start <= reading.start and reading.end <= dateline.end
    return bool(_DATELINE.fullmatch(text[: reading.start]) and _DATELINE_END.match(text, reading.end))


def report_days(found: Clues, year: int) -> tuple[date, str] | None:
    """Return the report's day if it was of that year, and the words that give it.

    It is the report's own date, or else its latest dated day, when the weekday of that is said to be the report's.
    """
    dated = [(day, d.quote) for d in found.days if (day := d.on(year))]
    if len(dated) < len(found.days):
        return None
    if found.own:
        day = found.own.on(year)
        fits = day and all(day.isoweekday() == w.weekday for w in found.weekdays if w.sure)
        return (day, f"«{found.own.quote}»") if day and fits else None
    if not dated:
        return None
    last, quote = max(dated, key=lambda pair: pair[0])
    for weekday in found.weekdays:
        ahead = (weekday.weekday - last.isoweekday()) % 7
        if ahead == 0 or (weekday.sure and ahead <= 2):
            return last + timedelta(ahead), f"«{quote}» and «{weekday.quote}»"
    return None
