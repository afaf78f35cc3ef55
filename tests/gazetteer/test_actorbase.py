"""The actor base: terms, look-up, and the tables that ship."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from recoupe.errors import InvalidPack
from recoupe.gazetteer.actorbase import HERE, ActorBase, actor_base, name_words, read_entities
from recoupe.gazetteer.actorfacts import Entity, Term, read_terms

OFFICES = {"pres": ("GOV",), "opp": ("PTY", "OPP"), "reb": ("REB",)}


def person(name: str, terms: str, *aliases: str, country: str = "MLI") -> Entity:
    return Entity(
        id=f"person/{name}",
        name=name,
        kind="person",
        country=country,
        sectors=(),
        aliases=aliases,
        source="enc",
        terms=read_terms(terms, country, OFFICES),
    )


def test_terms_are_read_in_order_with_open_ends_and_other_countries() -> None:
    terms = read_terms("pres 2012-05..;opp@FRA 2008..2012-04", "MLI", OFFICES)
    assert [(t.office, t.country, t.start, t.end) for t in terms] == [
        ("opp", "FRA", "2008", "2012-04"),
        ("pres", "MLI", "2012-05", None),
    ]


def test_an_office_that_is_not_listed_is_refused() -> None:
    with pytest.raises(KeyError):
        read_terms("emperor 2001..", "FRA", OFFICES)


@pytest.mark.parametrize(
    ("day", "covered"), [("2011-12-31", False), ("2012-01-01", True), ("2014-12-31", True), ("2015-01-01", False)]
)
def test_a_bound_known_to_the_year_covers_all_of_it(day: str, covered: bool) -> None:
    term = Term(office="pres", country="MLI", sectors=("GOV",), start="2012", end="2014")
    assert term.covers(day) is covered


@pytest.mark.parametrize(
    ("date", "sectors"),
    [("2005-06-01", ("PTY", "OPP")), ("2015-06-01", ("GOV",)), ("2019-01-01", ("ELI",)), (None, ("ELI",))],
)
def test_sectors_follow_the_offices_held_on_the_date(date: str | None, sectors: tuple[str, ...]) -> None:
    someone = person("Awa Exemple", "opp 2001..2012-01-01;pres 2012-01-02..2018-03-01")
    assert someone.standing_on(date) == ("MLI", sectors)


def test_the_holder_of_an_office_is_found_by_date_and_nobody_without_one() -> None:
    base = ActorBase([person("Awa Un", "pres 2001..2010-05-01"), person("Issa Deux", "pres 2010-05-02..")])
    found = base.holder("MLI", "pres", "2012-01-01")
    assert found is not None
    assert found.name == "Issa Deux"
    assert base.holder("MLI", "pres", None) is None
    assert base.holder("NER", "pres", "2012-01-01") is None


def test_two_holders_on_one_day_are_a_tie() -> None:
    base = ActorBase([person("Awa Un", "pres 2001.."), person("Issa Deux", "pres 2010..")])
    assert base.holder("MLI", "pres", "2012-01-01") is None


def test_another_spelling_finds_the_person_and_a_tie_finds_nobody() -> None:
    base = ActorBase([person("Moussa Traoré Koulibaly", "reb 2012..")])
    found = base.alike("Mousa Traore Coulibali")
    assert found is not None
    assert found.name == "Moussa Traoré Koulibaly"
    assert base.alike("Koulibaly") is None


def test_name_words_leave_articles_and_apostrophes_aside() -> None:
    assert name_words("Gardiens de la Révolution") == ("gardiens", "revolution")
    assert name_words("Bah N’Daw") == name_words("Bah N'Daw")
    assert name_words("al-Khafaji") == ("khafaji",)


def test_a_row_with_too_few_cells_is_refused_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "offices.toml").write_text("", encoding="utf-8")
    (tmp_path / "bodies.tsv").write_text("Ligue des essais\tparty\n", encoding="utf-8")
    with pytest.raises(InvalidPack, match=r"bodies\.tsv:1"):
        list(read_entities(tmp_path))


def test_the_base_that_ships_holds_three_thousand_actors_each_with_a_source() -> None:
    entities = actor_base().entities.values()
    sources = {
        line.split(" = ")[0] for line in (HERE / "sources.toml").read_text("utf-8").splitlines() if " = " in line
    }
    assert len(entities) >= 3000
    assert {entity.source for entity in entities} <= sources


def test_terms_that_ship_do_not_run_backwards() -> None:
    for entity in actor_base().entities.values():
        for term in entity.terms:
            if term.start and term.end:
                assert term.start[: len(term.end)] <= term.end, entity.name


def test_no_state_has_two_heads_of_government_for_long() -> None:
    """Terms of one office in one country may touch, and transitions overlap by days; more is a slip of the pen."""
    terms: dict[str, list[tuple[str, str]]] = {}
    for _, names, office, country, start, end in actor_base().terms():
        if office == "pm" and start and country not in ("LBY", "CHE"):
            terms.setdefault(country, []).append((f"{start:0<10}", f"{end or '9999'}~{names[0]}"))
    overlaps = Counter(
        country
        for country, spans in terms.items()
        for (_, end), (start, _) in pairwise(sorted(spans))
        if start[:7] < end[:7]
    )
    assert overlaps.total() <= 3, overlaps


def test_parents_and_bodies_with_members_are_in_the_base() -> None:
    base = actor_base()
    for entity in base.entities.values():
        assert entity.parent is None or entity.parent in base.entities, entity.name


def test_members_come_and_go() -> None:
    base = actor_base()
    union = next(e.id for e in base.entities.values() if e.name == "European Union")
    assert "GBR" in base.members(union, "2019-06-01")
    assert "GBR" not in base.members(union, "2021-06-01")
    assert "HRV" not in base.members(union, "2012-06-01")
