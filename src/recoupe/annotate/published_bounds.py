"""Between which days a report can have been written, from the facts, offices and dates that it names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from recoupe.annotate.times.tense import direction
from recoupe.annotate.times.tree import Calendar, DayPart, Reading
from recoupe.gazetteer.keys import plain
from recoupe.gazetteer.terms import DatedFact, HeadTerm, dated_facts, head_terms
from recoupe.packs.times import TimePack

_SENTENCE = re.compile(r"[^.!?\n]+")
_TITLE_REACH = 40
"""Characters between a title and the name it belongs to («président des États-Unis, Joe Biden»)."""
_NEW_YEARS = 1
"""A government is called new for so long."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A first or last possible day, and why."""

    day: date
    why: str
    fact: bool = False
    """Something told as having happened, near which news is written; an office alone lasts for years."""


@dataclass(frozen=True, slots=True)
class Window:
    """The narrowest bounds; either side may be open."""

    lower: Bound | None
    upper: Bound | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known from elsewhere: the day the report was fetched, and incidents of the ledger that have a day."""

    not_after: str | None = None
    facts: tuple[DatedFact, ...] = ()


def window(text: str, readings: tuple[Reading, ...], pack: TimePack, known: Known) -> Window:
    """Return the bounds that all evidence gives; an upper one that contradicts the lower is dropped."""
    not_after = known.not_after
    heads = list(_heads(text, pack))
    lowers = [*_dates(text, readings, pack), *_facts(text, pack, known.facts), *(low for low, _ in heads)]
    uppers = [high for _, high in heads if high]
    if not_after:
        uppers.append(Bound(date.fromisoformat(not_after[:10]), f"fetched on {not_after[:10]}"))
    lower = max(lowers, key=lambda b: b.day, default=None)
    upper = min(uppers, key=lambda b: b.day, default=None)
    if lower and upper and upper.day < lower.day:
        upper = None
    return Window(lower, upper)


def _dates(text: str, readings: tuple[Reading, ...], pack: TimePack) -> Iterator[Bound]:
    """Yield the dates with their year that are told as past; a bare year (games of 2024) needs a verb that says so."""
    ahead = re.compile(pack.settings["future"])
    for reading in readings:
        node = reading.node.day if isinstance(reading.node, DayPart) else reading.node
        if not isinstance(node, Calendar) or node.year is None or not 1900 <= node.year <= 2100:
            continue
        sentence = text[max(text.rfind(mark, 0, reading.start) for mark in ".\n") + 1 : reading.end + 80]
        if ahead.search(sentence) or re.search(
            pack.settings["until"], text[max(0, reading.start - 24) : reading.start]
        ):
            continue
        if not node.month and direction(text, reading.start, reading.end, pack) >= 0:
            continue
        try:
            day = date(node.year, node.month or 1, node.day or 1)
        except ValueError:
            continue
        yield Bound(day, f"«{text[reading.start : reading.end]}» is told as past", fact=True)


def _facts(text: str, pack: TimePack, facts: tuple[DatedFact, ...]) -> Iterator[Bound]:
    killing = re.compile(pack.settings["killing"])
    for match in _SENTENCE.finditer(text):
        sentence = plain(match[0])
        for fact in (*dated_facts(), *facts):
            found = fact.names.search(sentence)
            if not found or (fact.also and not fact.also.search(sentence)):
                continue
            if not fact.needs_killing or killing.search(sentence):
                told = "the killing or death of " if fact.needs_killing else ""
                why = f"{told}{fact.what} is spoken of («{found[0]}»), which was on {fact.day}"
                yield Bound(date.fromisoformat(fact.day), why, fact=True)


def _heads(text: str, pack: TimePack) -> Iterator[tuple[Bound, Bound | None]]:
    """Yield the term of each head of state or government named with the title; per country only the latest."""
    titles, former = re.compile(pack.settings["titles"]), re.compile(pack.settings["former"])
    latest: dict[str, tuple[HeadTerm, str]] = {}
    for match in _SENTENCE.finditer(text):
        sentence = plain(match[0])
        for title in titles.finditer(sentence):
            if former.search(sentence, max(0, title.start() - 12), min(len(sentence), title.end() + 8)):
                continue
            for term in head_terms():
                named = term.names.search(sentence, title.end(), title.end() + _TITLE_REACH)
                known = latest.get(term.country)
                if named and (known is None or known[0].start < term.start):
                    around = sentence[max(0, title.start() - 60) : title.start()]
                    latest[term.country] = (term, around)
    for country in sorted(latest):
        term, around = latest[country]
        yield _term_bounds(term, is_new=bool(re.search(pack.settings["new"], around)))


def _term_bounds(term: HeadTerm, *, is_new: bool) -> tuple[Bound, Bound | None]:
    first = _first_day(term.start)
    low = Bound(first, f"{term.name} is in office, since {term.start}")
    if is_new:
        return low, Bound(
            first + timedelta(365 * _NEW_YEARS),
            f"{term.name}'s government, in office since {term.start}, is called new",
        )
    if term.end:
        return low, Bound(_last_day(term.end), f"{term.name} is in office, until {term.end}")
    return low, None


def _first_day(known: str) -> date:
    return date.fromisoformat(known + "-01-01"[len(known) - 4 :] if len(known) < 10 else known)


def _last_day(known: str) -> date:
    return date.fromisoformat(known + {4: "-12-31", 7: "-28"}.get(len(known), ""))
