"""What a time expression says, before anything is known of its surroundings."""

from dataclasses import dataclass
from typing import Literal

Origin = Literal["published", "told", "last", "event"]
"""The report's date; the same, but in a history the last time told; the last time; an event."""
Direction = Literal["last", "next", "this"]
Part = Literal["start", "mid", "end"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A place in the calendar, as far as it is named; what is missing is found from the surroundings."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """1 is Monday."""
    season: str | None = None
    quarter: int | None = None
    half: int | None = None
    decade: int | None = None
    """198 for the 1980s, 8 for "the eighties"."""
    century: int | None = None
    """The first two digits of its years: 19 for the twentieth."""
    era: str = ""
    """"BC" or nothing."""
    feast: str | None = None
    """A day or month that moves from year to year or that another calendar names; see `feasts.py`."""
    direction: Direction | None = None
    tense: int | None = None
    """-1 or 1 where the expression itself tells."""
    within: "Shift | None" = None
    """The year or month that other words give («octobre de la même année»)."""

    def is_somewhere(self) -> bool:
        """Tell whether anything is named at all."""
        named = (self.year, self.month, self.day, self.weekday, self.season, self.quarter, self.half, self.feast)
        return any(part is not None for part in named)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """So many units from the report's date, the last time or an event; `count` null where it is vague."""

    unit: str
    """Y M W D H MIN S Q HY WE DE CE."""
    count: float | None
    origin: Origin
    sign: int = 1
    """Which way, also where the count is vague."""
    compares: bool = False
    """Sets a figure beside an earlier one («a year earlier»): of a quarter where a quarter is spoken of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPart:
    """MO, MI, AF, EV, NI or DT of a day; the day may be left out."""

    day: "Calendar | Shift | None"
    part: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time of day."""

    day: "Calendar | Shift | DayPart | None"
    hour: int
    minute: int = 0
    zone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """A length; where it reaches from or to a known point, `origin` and `sign` say so."""

    amounts: tuple[tuple[float | None, str], ...]
    origin: Origin | None = None
    sign: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence:
    """A set of times, its value as in TIMEX3."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """PRESENT_REF, PAST_REF or FUTURE_REF."""

    value: str


Node = Calendar | Shift | DayPart | Clock | Duration | Recurrence | Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One expression found in the text."""

    start: int
    end: int
    node: Node
    mod: Part | None
    """Which third of the period is meant («début mars»)."""
    rule: str
    today: tuple[int, int] | None = None
    """How many days from the report's day, and the weekday that this day has («hier, mercredi»: -1, 3)."""
    today_date: "Calendar | None" = None
    """The date that goes with it («aujourd'hui, lundi 3 mai»)."""
    sure: bool = False
    """The words say so («aujourd'hui, lundi»); «ce lundi» only suggests it."""
