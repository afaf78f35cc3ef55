"""Which day a feast means: that of the year named, or the nearest that tense allows."""

from datetime import date

from recoupe.annotate.times.bounds import NOTHING, Bounds
from recoupe.annotate.times.calendar import Around, sign_of, year_of
from recoupe.annotate.times.feasts import Days, feast_days, own_year_days
from recoupe.annotate.times.tree import Calendar
from recoupe.model.times import Anchor

_OTHER_YEARS = range(1200, 1500)
"""Years of the Islamic and Iranian calendars that news can speak of."""


def place_feast(node: Calendar, around: Around, span: tuple[int, int]) -> tuple[str | None, Anchor, Bounds]:
    """Return the day of a feast; a month of another calendar has bounds but no TIMEX3 value."""
    code = node.feast or ""
    year, anchor = year_of(node, around)
    base, home = around.home()
    if year is not None and year in _OTHER_YEARS and (own := own_year_days(code, year)):
        chosen: Days | None = own
    elif year is not None:
        chosen = next(iter(feast_days(code, year)), None)
    elif base is None:
        return _fixed(code), "none", NOTHING
    else:
        anchor = home
        days = [d for y in range(base.year - 2, base.year + 3) for d in feast_days(code, y)]
        chosen = _nearest_feast(days, base, sign_of(node, around, span))
    if chosen is None:
        return None, anchor, NOTHING
    first, last = (day.isoformat() for day in chosen)
    return (first if first == last else None), anchor, (first, last)


def _fixed(code: str) -> str | None:
    return f"XXXX-{code}" if code[0].isdigit() else None


def _nearest_feast(days: list[Days], base: date, sign: int) -> Days | None:
    if abs(sign) == 2:
        days = [d for d in days if (d[0] > base if sign > 0 else d[1] < base)]
    penalty = {0: (1.0, 1.6), -1: (1.0, 6.0), 1: (6.0, 1.0), 2: (1.0, 1.0), -2: (1.0, 1.0)}[sign]
    return min(days, key=lambda d: abs((d[0] - base).days) * penalty[d[0] > base], default=None)
