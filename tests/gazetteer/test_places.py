"""The pack is built the same every time, and look-up ranks what a name may stand for."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from recoupe.errors import InvalidPack
from recoupe.gazetteer.build import Entry, write_pack
from recoupe.gazetteer.places import Match, PlaceIndex, open_places

MALI = Entry(
    code="ML", name="Mali", kind="country", country="MLI", lat=17, lon=-4, population=20_000_000, radius_km=600
)
GAO_REGION = Entry(
    code="ML.09",
    name="Gao",
    kind="admin1",
    country="MLI",
    lat=16.5,
    lon=0,
    population=240_000,
    radius_km=150,
    parent="ML",
)
GAO = replace(GAO_REGION, code="g1", kind="city", lat=16.27, lon=-0.04, population=130_000, radius_km=3, parent="ML.09")
CUBAN = Entry(
    code="g2",
    name="Guantánamo",
    also=("GAO",),
    kind="city",
    country="CUB",
    lat=20.1,
    lon=-75.2,
    population=200_000,
    radius_km=4,
)
QUNEITRA = Entry(
    code="g3",
    name="Quneitra",
    kind="city",
    country="SYR",
    lat=32.7,
    lon=36.6,
    population=60_000,
    radius_km=2,
    loose=True,
)
AIRPORT = Entry(
    code="a1",
    name="Korogoussou",
    kind="facility",
    feature="airport",
    country="MLI",
    lat=16.25,
    lon=0,
    radius_km=3,
    parent="g1",
)
ENTRIES = (AIRPORT, GAO, CUBAN, MALI, QUNEITRA, GAO_REGION)


@pytest.fixture
def index(tmp_path: Path) -> Iterator[PlaceIndex]:
    write_pack(ENTRIES, tmp_path / "pack.sqlite", {"sources": "test"})
    found = PlaceIndex(tmp_path / "pack.sqlite")
    yield found
    found.close()


def test_the_same_entries_in_any_order_give_the_same_bytes(tmp_path: Path) -> None:
    write_pack(ENTRIES, tmp_path / "a.sqlite", {"sources": "test"})
    write_pack(reversed(ENTRIES), tmp_path / "b.sqlite", {"sources": "test"})
    assert (tmp_path / "a.sqlite").read_bytes() == (tmp_path / "b.sqlite").read_bytes()


def test_the_larger_place_of_a_name_comes_first(index: PlaceIndex) -> None:
    assert [candidate.place.kind for candidate in index.find("GAO")] == ["admin1", "city"]


def test_a_code_is_not_looked_up_as_a_name(index: PlaceIndex) -> None:
    assert "CUB" not in {candidate.place.country for candidate in index.find("Gao")}


def test_articles_accents_and_case_make_no_difference(index: PlaceIndex) -> None:
    assert [c.place.name for c in index.find("guantanamo")] == ["Guantánamo"]
    assert [c.place.name for c in index.find("al-Quneitra")] == ["Quneitra"]


def test_another_transliteration_is_found_in_the_countries_of_the_report_only(index: PlaceIndex) -> None:
    assert index.find("Kounaïtra") == ()
    assert [c.match for c in index.find_alike("Kounaïtra", ["SYR"])] == [Match.SKELETON]
    assert index.find_alike("Kounaïtra", ["MLI"]) == ()


def test_one_skeleton_is_not_enough_for_names_written_very_differently(tmp_path: Path) -> None:
    entry = replace(QUNEITRA, name="Sweida")
    write_pack([entry], tmp_path / "pack.sqlite", {})
    assert PlaceIndex(tmp_path / "pack.sqlite").find_alike("Saada", ["SYR"]) == ()


def test_a_place_knows_what_holds_it(index: PlaceIndex) -> None:
    town = index.find("Gao")[1].place
    assert [unit.code for unit in (GAO_REGION, MALI)] == ["ML.09", "ML"]
    assert [(unit.name, unit.kind) for unit in index.holders(town)] == [("Gao", "admin1"), ("Mali", "country")]


def test_a_town_knows_its_airport(index: PlaceIndex) -> None:
    town = index.find("Gao")[1].place
    assert [facility.name for facility in index.facilities(town.id, "airport")] == ["Korogoussou"]
    assert index.facilities(town.id, "base") == ()


def test_an_empty_name_is_no_place(index: PlaceIndex) -> None:
    assert index.find("—") == ()


def test_a_missing_pack_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidPack, match="no gazetteer pack"):
        PlaceIndex(tmp_path / "none.sqlite")


def test_a_file_that_is_no_pack_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    other.write_bytes(b"not a database at all" * 100)
    with pytest.raises(InvalidPack):
        PlaceIndex(other)


def test_the_pack_that_ships_knows_the_world() -> None:
    pack = open_places()
    assert pack is open_places()
    assert pack.find("Bagdad")[0].place.country == "IRQ"
    assert pack.find("بغداد")[0].place.country == "IRQ"
    assert pack.country_of_domain("ml") == "MLI"
    assert pack.country_of_domain("org") is None
