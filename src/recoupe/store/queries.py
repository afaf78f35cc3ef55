"""Which incidents are wanted: by the date of the event, its place, its parties, its type and status."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from anyascii import anyascii
from sqlalchemy import Select

from recoupe.model import Incident, Party
from recoupe.store import tables

__all__ = ["Wanted", "matches"]

Columns = TypeVar("Columns", bound=tuple[object, ...])


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked for; null asks for nothing. Dates are inclusive and those of the event, not of the report."""

    start: str | None = None
    end: str | None = None
    place: str | None = None
    actor: str | None = None
    type: str | None = None
    status: str | None = None

    def narrow(self, query: Select[Columns]) -> Select[Columns]:
        """Return the query with the conditions that the table's columns can answer."""
        columns = tables.incidents.c
        if self.start:
            query = query.where(columns.latest >= self.start)
        if self.end:
            # A date-time of the last day sorts after the bare day: the letter T does, and ~ after T.
            query = query.where(columns.earliest <= f"{self.end}~")
        if self.type:
            query = query.where(columns.type == self.type.upper())
        if self.status:
            query = query.where(columns.status == self.status)
        return query


def matches(incident: Incident, wanted: Wanted) -> bool:
    """Tell whether the incident's place and parties are those wanted; accents and case do not count."""
    where = incident.where
    places = (where.text, where.name, where.country) if where else ()
    parties = (*incident.actor, *incident.recipient)
    return _holds(wanted.place, places) and _holds(wanted.actor, _names(parties))


def _names(parties: Iterable[Party]) -> Iterable[str | None]:
    for party in parties:
        yield from (party.text, party.name, party.id, party.country)


def _holds(sought: str | None, words: Iterable[str | None]) -> bool:
    if sought is None:
        return True
    key = anyascii(sought).lower().strip()
    return any(key in anyascii(word).lower() for word in words if word)
