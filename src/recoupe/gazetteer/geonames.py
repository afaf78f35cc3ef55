"""Reads a full dump of GeoNames, for users who want every hamlet in their pack."""

import io
import math
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from recoupe.errors import UnreadableInput
from recoupe.gazetteer.build import Entry, write_pack
from recoupe.gazetteer.places import PACK, PlaceIndex

_COLUMNS = 19
_KINDS = {"PCLI": "country", "PCLS": "country", "PCLD": "country", "PCLF": "country", "PCLIX": "country"} | {
    "TERR": "country",
    "ADM1": "admin1",
    "ADM2": "admin2",
}
_FEATURES = {
    "PPLC": ("city", "capital"),
    "AIRP": ("facility", "airport"),
    "AIRB": ("facility", "base"),
    "MILB": ("facility", "base"),
    "NVB": ("facility", "base"),
    "DAM": ("facility", "dam"),
    "PRN": ("facility", "prison"),
    "STM": ("water", "river"),
    "LK": ("water", "lake"),
    "SEA": ("water", "sea"),
    "STRT": ("water", "strait"),
    "GULF": ("water", "gulf"),
    "BAY": ("water", "bay"),
    "CNL": ("water", "canal"),
    "RGN": ("region", None),
    "MTS": ("region", None),
    "ISL": ("region", "island"),
    "ISLS": ("region", "island"),
    "DSRT": ("region", None),
    "PEN": ("region", None),
}
_RADIUS_KM = {"country": 300, "admin1": 100, "admin2": 25, "region": 50, "water": 50, "facility": 3}
"""Where the dump tells no extent."""


def build_from_dump(dump: Path, out: Path, *, least_population: int = 0) -> int:
    """Write a pack of the dump and of what the shipped pack has beyond GeoNames, and return its size.

    Towns below `least_population` are left out; with 0 the full dump needs about 8 GB of memory.
    Raises UnreadableInput where the file is no dump of GeoNames (allCountries.zip or .txt).
    """
    shipped = PlaceIndex(PACK)
    own = tuple(shipped.beyond_geonames())
    entries = read_dump(dump, shipped.countries_by_iso2(), least_population=least_population)
    total = write_pack((*entries, *own), out, {**shipped.about(), "sources": f"GeoNames ({dump.name}), Recoupe"})
    shipped.close()
    return total


def read_dump(dump: Path, countries: Mapping[str, str], *, least_population: int = 0) -> Iterator[Entry]:
    """Give the places of a dump; `countries` maps its two-letter codes to three letters."""
    for number, line in enumerate(_lines(dump), 1):
        cells = line.rstrip("\n").split("\t")
        if len(cells) != _COLUMNS:
            raise UnreadableInput(f"{dump}, line {number}", f"{_COLUMNS} columns of GeoNames", f"{len(cells)}")
        entry = _entry(cells, countries)
        if entry and (entry.kind != "city" or entry.population >= least_population):
            yield entry


def _lines(dump: Path) -> Iterator[str]:
    if not zipfile.is_zipfile(dump):
        with dump.open(encoding="utf-8") as text:
            yield from text
        return
    with zipfile.ZipFile(dump) as folder:
        names = [name for name in folder.namelist() if name.endswith(".txt") and "readme" not in name.lower()]
        if len(names) != 1:
            raise UnreadableInput(str(dump), "one table of places", f"{len(names)} text files")
        with folder.open(names[0]) as raw:
            yield from io.TextIOWrapper(raw, encoding="utf-8")


def _entry(cells: list[str], countries: Mapping[str, str]) -> Entry | None:
    group, code, iso2 = cells[6], cells[7], cells[8]
    kind, feature = _FEATURES.get(code, (_KINDS.get(code, "city" if group == "P" else ""), None))
    if not kind or (iso2 not in countries and kind not in {"water", "region"}):
        return None
    people = int(cells[14] or 0)
    radius = max(1, round(math.sqrt(people) / 150)) if kind == "city" else _RADIUS_KM[kind]
    return Entry(
        code=_code(kind, iso2, cells[10], cells[11]) or f"g{cells[0]}",
        name=cells[1],
        also=tuple(sorted(name for name in cells[3].split(",") if len(name) > 2)),
        kind=kind,
        feature=feature,
        country=countries.get(iso2),
        lat=float(cells[4]),
        lon=float(cells[5]),
        population=people,
        radius_km=radius,
        geonameid=int(cells[0]),
        parent=_parent(kind, iso2, cells[10], cells[11]),
        loose=not cells[3].isascii(),
    )


def _code(kind: str, iso2: str, admin1: str, admin2: str) -> str | None:
    codes = {"country": iso2, "admin1": f"{iso2}.{admin1}", "admin2": f"{iso2}.{admin1}.{admin2}"}
    return codes.get(kind)


def _parent(kind: str, iso2: str, admin1: str, admin2: str) -> str | None:
    if kind == "country":
        return None
    if kind == "admin1" or not admin1:
        return iso2
    return f"{iso2}.{admin1}" if kind == "admin2" or not admin2 else f"{iso2}.{admin1}.{admin2}"
