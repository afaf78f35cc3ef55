"""The report's own date: given, inferred with its evidence, or unknown; never the machine's day."""

from datetime import date, timedelta

from recoupe.annotate.published_bounds import Known, Window, window
from recoupe.annotate.published_days import Clues, clues, report_days
from recoupe.annotate.times.match import read
from recoupe.model import Parsed, Published, Quoted, Time
from recoupe.packs.times import load_times

_NOTHING = Known()
_YEARS = (2000, 2035)
"""Years looked at when the text does not lead further back."""
_NEAR_DAYS = 730
"""News names a fact as recent within so long of it …"""
_GAP_DAYS = 1400
"""… and a candidate later than the first by so much is far behind it."""


def infer_published(parsed: Parsed, times: tuple[Time, ...], *, known: Known = _NOTHING) -> Published:
    """Return the date given with the report, else what the text itself and what is known from elsewhere allow."""
    report = parsed.cleaned.report
    if report.published:
        basis = report.published_evidence or "given with the report"
        return Published(value=report.published, basis="given", candidates=(), evidence=(basis,))
    if not times:
        return Published(value=None, basis="unknown")
    return infer_from_text(report.text, parsed.lang, dateline=parsed.cleaned.dateline, known=known)


def infer_from_text(text: str, lang: str, *, dateline: Quoted | None = None, known: Known = _NOTHING) -> Published:
    """Return the date that the text's own time expressions and dated facts allow."""
    pack = load_times(lang)
    readings = read(text, pack)
    found = clues(text, readings, pack.settings["posted"], dateline)
    full = found.full_date()
    if found.own and full:
        return _inferred(full.isoformat(), (), (f"the report gives its own date: «{found.own.quote}»",))
    limits = window(text, readings, pack, known)
    fitting = _fitting(found, limits)
    if fitting:
        return _choose(fitting, limits)
    return _open(found, limits)


def _fitting(found: Clues, limits: Window) -> list[tuple[date, str]]:
    first = min(_YEARS[0], limits.lower.day.year) if limits.lower else _YEARS[0]
    days = (report_days(found, year) for year in range(first, _YEARS[1] + 1))
    return [day for day in days if day]


def _choose(fitting: list[tuple[date, str]], limits: Window) -> Published:
    """Keep the candidate that stands alone between the bounds or far ahead of the rest; say why not the others."""
    lower, upper = limits.lower, limits.upper
    evidence = [f"{fitting[0][1]}: possible on {', '.join(d.isoformat() for d, _ in fitting)}"]
    left = []
    for day, _ in fitting:
        if lower and day < lower.day:
            evidence.append(f"{day} refused: before {lower.day}, as {lower.why}")
        elif upper and day > upper.day:
            evidence.append(f"{day} refused: after {upper.day}, as {upper.why}")
        else:
            left.append(day)
    if lower and lower.fact and len(left) > 1 and (left[0] - lower.day).days <= _NEAR_DAYS:
        far = [day for day in left[1:] if (day - left[0]).days >= _GAP_DAYS]
        if len(far) == len(left) - 1:
            near = (left[0] - lower.day).days
            evidence.extend(
                f"{day} refused: {(day - lower.day).days} days after {lower.day} ({lower.why}), {left[0]} only {near}"
                for day in far
            )
            left = left[:1]
    candidates = tuple(day.isoformat() for day, _ in fitting)
    if len(left) == 1:
        return _inferred(left[0].isoformat(), candidates, tuple(evidence))
    kept = tuple(day.isoformat() for day in left)
    return Published(value=None, basis="unknown", candidates=kept, evidence=tuple(evidence))


def _inferred(value: str, candidates: tuple[str, ...], evidence: tuple[str, ...]) -> Published:
    return Published(value=value, basis="inferred", candidates=candidates or (value,), evidence=evidence)


def _open(found: Clues, limits: Window) -> Published:
    """Say between which days it lies; a single day left between them is the report's."""
    lower, upper = limits.lower, limits.upper
    evidence = [f"not before {lower.day}: {lower.why}"] if lower else []
    evidence += [f"not after {upper.day}: {upper.why}"] if upper else []
    sure = [w for w in found.weekdays if w.sure]
    evidence += [f"«{w.quote}»: the report's day is weekday {w.weekday} (1 is Monday)" for w in sure]
    evidence += [f"«{d.quote}» has no year" for d in found.days]
    if lower and upper and sure and (upper.day - lower.day).days < 14:
        days = [lower.day + timedelta(n) for n in range((upper.day - lower.day).days + 1)]
        left = [day for day in days if all(day.isoweekday() == w.weekday for w in sure)]
        if len(left) == 1:
            return _inferred(left[0].isoformat(), (), tuple(evidence))
    span = f"{lower.day if lower else '..'}/{upper.day if upper else '..'}"
    return Published(
        value=None, basis="unknown", candidates=(span,) if lower or upper else (), evidence=tuple(evidence)
    )
