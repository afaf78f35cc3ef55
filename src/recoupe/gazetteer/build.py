"""Writes the gazetteer pack: one read-only SQLite file, the same bytes for the same entries."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from recoupe.gazetteer.keys import plain, skeleton, spelling_key

SCHEMA = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, geonameid INTEGER, name TEXT NOT NULL, kind TEXT NOT NULL, feature TEXT,
    country TEXT, lat INTEGER NOT NULL, lon INTEGER NOT NULL, population INTEGER NOT NULL,
    radius_km INTEGER NOT NULL, parent INTEGER
);
CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE skeleton (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE about (field TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
DEGREE = 10_000
"""Coordinates are stored in ten-thousandths of a degree (11 m)."""
FORM = 1
"""Version of the schema; a pack of another form is refused."""

_FACILITIES = "CREATE INDEX facility ON place (parent, feature) WHERE kind = 'facility'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A place on its way into the pack."""

    code: str
    """Unique among the entries, and what `parent` refers to."""
    name: str
    also: tuple[str, ...] = ()
    kind: str
    """country, admin1, admin2, city, region, water, facility."""
    feature: str | None = None
    """Narrower than the kind: airport, base, camp, strait, sea, river, capital …"""
    country: str | None
    """ISO 3166-1 alpha-3."""
    lat: float
    lon: float
    population: int = 0
    radius_km: int
    geonameid: int | None = None
    parent: str | None = None
    loose: bool = False
    """May be looked up by its consonants: names that are transliterated in many ways."""


def _rank(entry: Entry) -> tuple[bool, int, str]:
    return (entry.kind != "country", -entry.population, entry.code)


def _keys(entry: Entry) -> set[str]:
    coded = entry.kind == "city"
    names = (entry.name, *entry.also)
    keys = {spelling_key(name) for name in names if not (coded and _is_code(name, entry.name))}
    return {key for key in keys if key}


def _is_code(name: str, main: str) -> bool:
    """Whether an alternate is no name but a code that might equal one (IATA «GAO»)."""
    return name != main and len(name) <= 3 and name.isascii() and name.isupper()


def _rows(entries: Sequence[Entry]) -> Iterable[tuple[object, ...]]:
    numbers = {entry.code: number for number, entry in enumerate(entries, 1)}
    for number, e in enumerate(entries, 1):
        point = (round(e.lat * DEGREE), round(e.lon * DEGREE))
        parent = numbers.get(e.parent or "")
        rest = (e.population, e.radius_km, parent)
        yield (number, e.geonameid, e.name, e.kind, e.feature, e.country, *point, *rest)


def _skeletons(entry: Entry) -> set[str]:
    if not entry.loose:
        return set()
    found = {skeleton(name) for name in (entry.name, *entry.also) if plain(name)}
    return {key for key in found if key}


def write_pack(entries: Iterable[Entry], path: Path, about: dict[str, str]) -> int:
    """Write the entries to a new file and return how many there are; ids follow importance.

    Of entries with the same code the last one counts. Countries come first, then all else by population, so
    that the first candidates of a name are the likeliest ones.
    """
    ordered = sorted({entry.code: entry for entry in entries}.values(), key=_rank)
    path.unlink(missing_ok=True)
    db = sqlite3.connect(path)
    db.executescript("PRAGMA page_size = 8192; PRAGMA journal_mode = OFF;" + SCHEMA)
    marks = ",".join("?" * 11)
    db.executemany(f"INSERT INTO place VALUES ({marks})", _rows(ordered))  # noqa: S608 (marks only)
    for table, keys_of in (("name", _keys), ("skeleton", _skeletons)):
        pairs = sorted({(key, number) for number, entry in enumerate(ordered, 1) for key in keys_of(entry)})
        db.executemany(f"INSERT INTO {table} VALUES (?, ?)", pairs)  # noqa: S608 (our own names)
    db.execute(_FACILITIES)
    db.executemany("INSERT INTO about VALUES (?, ?)", sorted({"form": str(FORM), **about}.items()))
    db.commit()
    db.execute("ANALYZE")
    db.commit()
    db.execute("VACUUM")
    db.close()
    return len(ordered)
