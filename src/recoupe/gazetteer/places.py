"""The gazetteer pack opened for look-up: what a name may stand for, likeliest first."""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from pathlib import Path

from recoupe.errors import InvalidPack
from recoupe.gazetteer.build import DEGREE, FORM, Entry
from recoupe.gazetteer.keys import closeness, plain, skeleton, spelling_key

PACK = Path(__file__).parent / "places.sqlite"

_COLUMNS = "p.id, p.geonameid, p.name, p.kind, p.feature, p.country, p.lat, p.lon, p.population, p.radius_km, p.parent"
_LIMIT = 120
"""Candidates of one name; the commonest name has 150 bearers, those left out are hamlets."""
_ALIKE = {2: 0.9, 3: 0.78}
_ALIKE_LONG = 0.65
"""Least closeness of names that share a skeleton of so many letters; a long one is a sign in itself
(«Kounaïtra», "Quneitra": four letters, .70; «Aswan», "Asian": three, .85 is the price)."""


class Match(IntEnum):
    """How a name was found, the surest first."""

    NAME = 0
    """By the place's main name."""
    KEY = 1
    """By another of its names."""
    SKELETON = 2
    """By its consonants, and written much alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A place of the gazetteer."""

    id: int
    """Stable within one build of the pack only."""
    geonameid: int | None
    name: str
    kind: str
    feature: str | None
    country: str | None
    lat: float
    lon: float
    population: int
    radius_km: int
    parent: int | None
    """The unit that holds it, or the town that a facility serves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that a name may stand for."""

    place: Located
    match: Match
    likeness: float
    """1 unless found by skeleton."""


def _located(row: tuple[int, int | None, str, str, str | None, str | None, int, int, int, int, int | None]) -> Located:
    number, geonameid, name, kind, feature, country, lat, lon, population, radius_km, parent = row
    return Located(
        id=number,
        geonameid=geonameid,
        name=name,
        kind=kind,
        feature=feature,
        country=country,
        lat=lat / DEGREE,
        lon=lon / DEGREE,
        population=population,
        radius_km=radius_km,
        parent=parent,
    )


class PlaceIndex:
    """Read-only look-up in one pack; safe to share between threads, opened anew in each process."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            raise InvalidPack(str(path), "no gazetteer pack; build it with tools/build_gazetteer.py")
        self._db = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        try:
            form = self._db.execute("SELECT value FROM about WHERE field = 'form'").fetchone()
        except sqlite3.DatabaseError as fault:
            self._db.close()
            raise InvalidPack(str(path), f"expected a gazetteer pack ({fault})") from fault
        if form != (str(FORM),):
            raise InvalidPack(str(path), f"expected a pack of form {FORM}, found {form}")
        self.find = lru_cache(1 << 14)(self._find)
        self.place = lru_cache(1 << 14)(self._place)
        self.facilities = lru_cache(1 << 10)(self._facilities)

    def close(self) -> None:
        """Close the file; the index can't be used after."""
        self._db.close()

    def country_of_domain(self, suffix: str) -> str | None:
        """Return the country of a top-level domain («ml»), None of the general ones."""
        row = self._db.execute("SELECT value FROM about WHERE field = ?", (f"domain:{suffix.lower()}",)).fetchone()
        return str(row[0]) if row else None

    def about(self) -> dict[str, str]:
        """Return what the pack says of itself: its sources, the domains of countries."""
        return dict(self._db.execute("SELECT field, value FROM about WHERE field <> 'form' ORDER BY field"))

    def countries_by_iso2(self) -> dict[str, str]:
        """Return the three-letter codes of countries by their two-letter ones, as their domains give them."""
        codes = {field[7:].upper(): code for field, code in self.about().items() if field.startswith("domain:")}
        return codes | {"GB": codes["UK"]} if "UK" in codes else codes

    def beyond_geonames(self) -> Iterator[Entry]:
        """Give the places that are not GeoNames's, under their keys: seas, regions, bases, camps."""
        by_code = {code: iso2 for iso2, code in self.countries_by_iso2().items()}
        own = "p.geonameid IS NULL AND p.kind NOT LIKE 'admin%'"
        keys: dict[int, list[str]] = {}
        named = f"SELECT n.key, n.place FROM name n JOIN place p ON p.id = n.place WHERE {own}"  # noqa: S608 (ours)
        for key, number in self._db.execute(named):
            keys.setdefault(number, []).append(key)
        for row in self._db.execute(f"SELECT {_COLUMNS} FROM place p WHERE {own} ORDER BY id").fetchall():  # noqa: S608
            place = _located(row)
            yield Entry(
                code=f"own{place.id}",
                name=place.name,
                also=tuple(keys.get(place.id, ())),
                kind=place.kind,
                feature=place.feature,
                country=place.country,
                lat=place.lat,
                lon=place.lon,
                population=place.population,
                radius_km=place.radius_km,
                parent=by_code.get(place.country or ""),
            )

    def _find(self, name: str) -> tuple[Candidate, ...]:
        """Return what the name may stand for, by its key; () where nothing is so called."""
        key = spelling_key(name)
        if not key:
            return ()
        wanted = plain(name)
        return tuple(
            Candidate(place=p, match=Match.NAME if plain(p.name) == wanted else Match.KEY, likeness=1.0)
            for p in self._select("name", key)
        )

    def find_alike(self, name: str, countries: Iterable[str]) -> tuple[Candidate, ...]:
        """Return the places of these countries whose names share the consonants and are written alike."""
        key, known = skeleton(name), frozenset(countries)
        if not key or not known:
            return ()
        least = _ALIKE.get(len(key), _ALIKE_LONG)
        alike = [(closeness(name, p.name), p) for p in self._select("skeleton", key) if p.country in known]
        close = sorted(((like, p) for like, p in alike if like >= least), key=lambda pair: (-pair[0], pair[1].id))
        return tuple(Candidate(place=p, match=Match.SKELETON, likeness=like) for like, p in close)

    def _place(self, number: int) -> Located | None:
        """Return the place of this id."""
        row = self._db.execute(f"SELECT {_COLUMNS} FROM place p WHERE id = ?", (number,)).fetchone()  # noqa: S608
        return _located(row) if row else None

    def holders(self, place: Located) -> tuple[Located, ...]:
        """Return the units that hold a place, the nearest first, up to its country."""
        found: list[Located] = []
        while place.parent is not None and (unit := self.place(place.parent)) is not None:
            found.append(unit)
            place = unit
        return tuple(found)

    def _facilities(self, town: int, feature: str) -> tuple[Located, ...]:
        """Return the airports or bases of a town, the busiest first."""
        query = f"SELECT {_COLUMNS} FROM place p WHERE kind = 'facility' AND parent = ? AND feature = ? ORDER BY id"  # noqa: S608
        return tuple(_located(row) for row in self._db.execute(query, (town, feature)))

    def _select(self, table: str, key: str) -> Sequence[Located]:
        query = f"SELECT {_COLUMNS} FROM {table} n JOIN place p ON p.id = n.place WHERE n.key = ? LIMIT {_LIMIT}"  # noqa: S608
        return [_located(row) for row in self._db.execute(query, (key,))]


@cache
def _open(path: Path, process: int) -> PlaceIndex:  # noqa: ARG001 (a connection must not cross a fork)
    return PlaceIndex(path)


def open_places(path: Path = PACK) -> PlaceIndex:
    """Return the pack opened for this process; the same object at every call."""
    return _open(path, os.getpid())
