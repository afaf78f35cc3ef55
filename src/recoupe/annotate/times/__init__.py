"""Time expressions: found by the patterns of a language's pack, resolved by one resolver for all languages."""

from datetime import date

from recoupe.annotate.times.genre import is_narrative
from recoupe.annotate.times.match import read
from recoupe.annotate.times.resolve import Surroundings, resolve_all
from recoupe.annotate.times.tense import direction
from recoupe.model import Parsed, Time
from recoupe.packs.times import load_times

__all__ = ["annotate_times", "times_of"]


def times_of(text: str, published: str | None, lang: str) -> tuple[Time, ...]:
    """Return the time expressions of a text, in text order; `published` is an ISO date or date-time."""
    pack = load_times(lang)
    readings = read(text, pack)
    if not readings:
        return ()
    day = _day(published)
    around = Surroundings(
        published=day,
        narrative=is_narrative(readings, day),
        against_tense=float(pack.settings["against_tense"]),
        direction=lambda start, end: direction(text, start, end, pack),
    )
    return resolve_all(text, readings, around)


def annotate_times(parsed: Parsed, *, published: str | None) -> tuple[Time, ...]:
    """Return the time expressions of a parsed report, in text order."""
    return times_of(parsed.text, published, parsed.lang)


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
