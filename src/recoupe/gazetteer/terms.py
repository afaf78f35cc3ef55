"""Facts with a day: killings, events and terms of office that bound the date of a report which speaks of them."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from recoupe.errors import InvalidPack
from recoupe.gazetteer.actorbase import actor_base
from recoupe.gazetteer.keys import plain

_FILE = Path(__file__).parent / "terms.toml"
_HEADS = frozenset({"pres", "pm", "king"})


@dataclass(frozen=True, slots=True)
class DatedFact:
    """Something that has a day; `names` find it in plain text (lower case, no accents, no marks)."""

    what: str
    names: re.Pattern[str]
    also: re.Pattern[str] | None
    """Must stand in the same sentence, when given."""
    day: str
    needs_killing: bool


@dataclass(frozen=True, slots=True)
class HeadTerm:
    """A head of state or government in office; days as precise as known, `end` null while it lasts."""

    name: str
    names: re.Pattern[str]
    country: str
    start: str
    end: str | None


@cache
def dated_facts() -> tuple[DatedFact, ...]:
    """Return the killings and events with a day; raises InvalidPack where the file breaks its form."""
    try:
        data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as fault:
        raise InvalidPack(str(_FILE), str(fault)) from fault
    killings = [_fact(row, "who", "names", killing=True) for row in data["killing"]]
    events = [_fact(row, "what", "words", killing=False) for row in data["event"]]
    return tuple(killings + events)


def dated_event(what: str, words: tuple[str, ...], day: str) -> DatedFact:
    """Return a fact that is not in the file, as an incident of the ledger: what, words that name it, its ISO day."""
    return DatedFact(what, _any_of(words), None, day, needs_killing=False)


def _fact(row: dict[str, Any], title: str, words: str, *, killing: bool) -> DatedFact:
    also = _any_of(row["with"]) if "with" in row else None
    return DatedFact(row[title], _any_of(row[words]), also, row["day"], killing)


@cache
def head_terms() -> tuple[HeadTerm, ...]:
    """Return the terms of heads of state and government in the actor base whose first day is known."""
    found = []
    for _, names, office, country, start, end in actor_base().terms():
        if office in _HEADS and start:
            found.append(HeadTerm(names[0], _any_of(_full_and_last(names)), country, start, end))
    return tuple(found)


def _full_and_last(names: tuple[str, ...]) -> Iterable[str]:
    return (*names, names[0].split()[-1]) if len(names[0].split()) > 1 else names


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    parts = sorted({re.escape(plain(word)) for word in words if plain(word)}, key=lambda p: (-len(p), p))
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")
