"""Time expressions: found by the patterns of a language's pack, resolved by one resolver for all languages."""

from datetime import date

from recoupe.annotate.times.genre import is_narrative
from recoupe.annotate.times.intervals import span_intervals
from recoupe.annotate.times.match import read
from recoupe.annotate.times.resolve import resolve_all
from recoupe.annotate.times.surroundings import Surroundings
from recoupe.annotate.times.tense import direction
from recoupe.annotate.times.tree import Calendar, DayPart, Reading
from recoupe.model import Parsed, Span, Time
from recoupe.packs.times import load_times

_LAST_YEAR = 2027
"""Years from here on are named as plans only."""

__all__ = ["annotate_times", "times_of"]


def times_of(text: str, published: str | None, lang: str, *, skip: tuple[Span, ...] = ()) -> tuple[Time, ...]:
    """Return the time expressions of a text, in text order, but for those in `skip`.

    `published` is an ISO date or date-time. Raises UnsupportedLanguage where there is no pack.
    """
    pack = load_times(lang)
    readings = tuple(r for r in read(text, pack) if not any(r.start < end and start < r.end for start, end in skip))
    if not readings:
        return ()
    day = _day(published)
    around = Surroundings(
        text=text,
        published=day,
        narrative=is_narrative(readings, day),
        against_tense=float(pack.settings["against_tense"]),
        newest=_newest(readings) if day is None else None,
        direction=lambda start, end: direction(text, start, end, pack),
    )
    times = resolve_all(text, readings, around, pack.settings["occurs"])
    return span_intervals(text, times, tuple((before, between) for before, between in pack.settings["intervals"]))


def annotate_times(parsed: Parsed, *, published: str | None) -> tuple[Time, ...]:
    """Return the time expressions of a parsed report, in text order; its residue has none."""
    residue = tuple((piece.start, piece.end) for piece in parsed.cleaned.removed)
    return times_of(parsed.text, published, parsed.lang, skip=residue)


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _newest(readings: tuple[Reading, ...]) -> int | None:
    """Return the newest year named; one that no report can look back on yet is a plan."""
    nodes = (r.node.day if isinstance(r.node, DayPart) else r.node for r in readings)
    years = [n.year for n in nodes if isinstance(n, Calendar) and n.year and n.year <= _LAST_YEAR]
    return max(years, default=None)
