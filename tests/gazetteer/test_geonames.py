"""A dump of GeoNames becomes a pack that also holds what GeoNames lacks."""

import zipfile
from pathlib import Path

import pytest

from recoupe.errors import UnreadableInput
from recoupe.gazetteer.geonames import build_from_dump, read_dump
from recoupe.gazetteer.places import PlaceIndex

ROWS = (
    ("1", "Republic of Mali", "Mali", "Mali,مالي", "17", "-4", "A", "PCLI", "ML", "", "00", "", "", "", "20000000"),
    ("2", "Gao Region", "Gao", "Gao", "17", "-1", "A", "ADM1", "ML", "", "09", "", "", "", "540000"),
    ("3", "Tabankort", "Tabankort", "Tabankorte", "18.2", "0.2", "P", "PPL", "ML", "", "09", "", "", "", "0"),
    ("4", "Some Spring", "Some Spring", "", "18", "0", "H", "SPNG", "ML", "", "09", "", "", "", "0"),
)


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "allCountries.zip"
    with zipfile.ZipFile(path, "w") as folder:
        folder.writestr("allCountries.txt", "".join("\t".join((*row, "", "", "", "")) + "\n" for row in ROWS))
    return path


def test_a_dump_gives_countries_units_and_hamlets_with_what_holds_them(dump: Path) -> None:
    entries = list(read_dump(dump, {"ML": "MLI"}))
    assert [(e.name, e.kind, e.country, e.parent) for e in entries] == [
        ("Republic of Mali", "country", "MLI", None),
        ("Gao Region", "admin1", "MLI", "ML"),
        ("Tabankort", "city", "MLI", "ML.09"),
    ]


def test_small_towns_can_be_left_out(dump: Path) -> None:
    assert "Tabankort" not in {e.name for e in read_dump(dump, {"ML": "MLI"}, least_population=1)}


def test_the_pack_of_a_dump_keeps_our_own_places(dump: Path, tmp_path: Path) -> None:
    build_from_dump(dump, tmp_path / "pack.sqlite")
    index = PlaceIndex(tmp_path / "pack.sqlite")
    assert index.find("Tabankort")[0].place.geonameid == 3
    assert index.find("détroit d’Ormuz")[0].place.kind == "water"
    assert index.country_of_domain("ml") == "MLI"
    index.close()


def test_a_file_of_another_form_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "towns.txt"
    path.write_text("a\tb\n", encoding="utf-8")
    with pytest.raises(UnreadableInput, match="line 1"):
        list(read_dump(path, {}))
