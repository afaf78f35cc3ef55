"""The actor base: who is known, under which names, and how to find them."""

import csv
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from recoupe.errors import InvalidPack
from recoupe.gazetteer.actorfacts import Entity, read_terms
from recoupe.gazetteer.keys import closeness, plain, skeleton

HERE = Path(__file__).parent / "actors"
_PERSON_COLUMNS = ("name", "country", "aliases", "terms", "sectors", "source")
_BODY_COLUMNS = ("name", "kind", "country", "sectors", "aliases", "since", "until", "parent", "source")
NAME_WORDS_APART = frozenset({
    "de", "du", "des", "d", "le", "la", "les", "l", "the", "of", "and", "et", "al", "el",
    "ul", "il", "ar", "as", "ash", "ach", "ad", "an", "at", "ou", "e", "y", "do", "da",
    "dos", "das", "van", "von", "der",
})  # fmt: skip
"""Words that two spellings of one name need not share."""
_PIECE = re.compile(r"[^\W_]+")
_EXACT = "="
_ACRONYM = 6
_WORDLIKE = 3
_ALIKE = 0.86


def name_words(name: str) -> tuple[str, ...]:
    """Return the words by which a name is found: plain, cut at hyphens and apostrophes, without articles and «de»."""
    words = [plain(piece) for piece in _PIECE.findall(name)]
    return tuple(word for word in words if word not in NAME_WORDS_APART) or tuple(words)


@dataclass(frozen=True, slots=True)
class Alias:
    """One way to write an actor's name."""

    words: tuple[str, ...]
    entity: Entity
    cased: bool
    """Written with a capital; then the text must have one too («Ensemble», not «ensemble»)."""
    acronym: bool
    """All capitals and short: «MAS» is found in capitals only."""
    loose: bool = False
    """An acronym long enough to be written as a word as well («Otan»); "=RAID" in the table forbids it."""


class ActorBase:
    """Look-up by exact words, by holder of an office, by surname and by likeness."""

    def __init__(self, entities: Iterable[Entity], members: Iterable[tuple[str, str, str, str]] = ()) -> None:
        self.entities = {entity.id: entity for entity in entities}
        self._aliases: dict[str, list[Alias]] = {}
        self._surnames: dict[str, list[Entity]] = {}
        self._holders: dict[str, list[Entity]] = {}
        for entity in self.entities.values():
            self._add(entity)
        for aliases in self._aliases.values():
            aliases.sort(key=lambda alias: -len(alias.words))
        self._members = tuple(members)

    def _add(self, entity: Entity) -> None:
        for written in dict.fromkeys((entity.name, *entity.aliases)):
            name = written.removeprefix(_EXACT)
            words = name_words(name)
            if not words:
                continue
            acronym = name.isupper() and len(name) <= _ACRONYM
            loose = acronym and len(name) > _WORDLIKE and not written.startswith(_EXACT)
            alias = Alias(words, entity, not name.islower(), acronym, loose)
            self._aliases.setdefault(words[0], []).append(alias)
        if entity.kind == "person":
            for name in (entity.name, *entity.aliases):
                words = name_words(name)
                for cut in range(1, len(words)):
                    self._listed(self._surnames, " ".join(words[cut:]), entity)
            for term in entity.terms:
                self._listed(self._holders, f"{term.country} {term.office}", entity)

    @staticmethod
    def _listed(index: dict[str, list[Entity]], key: str, entity: Entity) -> None:
        entries = index.setdefault(key, [])
        if key and entity not in entries:
            entries.append(entity)

    def starting(self, word: str) -> tuple[Alias, ...]:
        """Return the aliases whose first word it is, longest first."""
        return tuple(self._aliases.get(word, ()))

    def surname(self, words: str) -> tuple[Entity, ...]:
        """Return the persons whose names end in these plain words."""
        return tuple(self._surnames.get(words, ()))

    def holder(self, country: str, office: str, date: str | None) -> Entity | None:
        """Return who holds an office on a date; nobody where two do or no date is known."""
        if date is None:
            return None
        holders = [e for e in self._holders.get(f"{country} {office}", ()) if self._holds(e, country, office, date)]
        return holders[0] if len(holders) == 1 else None

    @staticmethod
    def _holds(entity: Entity, country: str, office: str, date: str) -> bool:
        day = date[:10]
        return any(t.office == office and t.country == country and t.covers(day) for t in entity.terms)

    @cached_property
    def _skeletons(self) -> dict[str, list[Entity]]:
        """Index the persons by the consonants of their full names; built when the first unknown name asks."""
        index: dict[str, list[Entity]] = {}
        for entity in self.entities.values():
            if entity.kind == "person":
                for name in (entity.name, *entity.aliases):
                    if " " in name:
                        self._listed(index, skeleton(name), entity)
        return index

    def alike(self, name: str, country: str | None = None) -> Entity | None:
        """Return the one person whose name is another spelling of this one; nobody on a tie.

        Only names of two words or more are compared: surnames alone are too often shared.
        """
        if len(name_words(name)) < 2:
            return None
        found = {e.id: e for e in self._skeletons.get(skeleton(name), ()) if country in (None, e.country)}
        scored = sorted(
            ((max(closeness(name, n) for n in (e.name, *e.aliases)), e.id) for e in found.values()), reverse=True
        )
        good = [(score, key) for score, key in scored if score >= _ALIKE]
        if not good or (len(good) > 1 and good[0][0] - good[1][0] < 0.02):
            return None
        return self.entities[good[0][1]]

    def members(self, actor: str, date: str | None) -> tuple[str, ...]:
        """Return the countries (alpha-3) that belong to an alliance or organisation on a date."""
        day = date[:10] if date else None
        return tuple(
            country
            for group, country, since, until in self._members
            if group == actor and (day is None or ((not since or since <= day) and (not until or day <= until)))
        )

    def terms(self) -> Iterator[tuple[str, tuple[str, ...], str, str, str | None, str | None]]:
        """Yield each term of office: actor id, names, office, country, first and last day as known."""
        for entity in self.entities.values():
            for term in entity.terms:
                yield entity.id, (entity.name, *entity.aliases), term.office, term.country, term.start, term.end


def identifier(kind: str, name: str) -> str:
    """Return the id of an actor of the base: a prefix for persons, then the plain name."""
    return ("person/" if kind == "person" else "body/") + plain(name).replace(" ", "-")


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """Yield the rows of a table; lines that begin with # are notes, missing last cells are empty."""
    with path.open(encoding="utf-8", newline="") as lines:
        for number, cells in enumerate(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), start=1):
            if not cells or cells[0].startswith("#"):
                continue
            if len(cells) != len(columns):
                raise InvalidPack(f"{path}:{number}", f"{len(columns)} cells expected, {len(cells)} found: {cells[0]}")
            yield dict(zip(columns, (cell.strip() for cell in cells), strict=True))


def _split(cell: str, mark: str = "|") -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(mark) if part.strip())


def _person(row: dict[str, str], offices: dict[str, tuple[str, ...]]) -> Entity:
    return Entity(
        id=identifier("person", row["name"]),
        name=row["name"],
        kind="person",
        country=row["country"] or None,
        sectors=_split(row["sectors"], ","),
        aliases=_split(row["aliases"]),
        source=row["source"],
        terms=read_terms(row["terms"], row["country"], offices),
    )


def _body(row: dict[str, str]) -> Entity:
    dated = ".." in row["sectors"]
    return Entity(
        id=identifier(row["kind"], row["name"]),
        name=row["name"],
        kind=row["kind"],
        country=row["country"] or None,
        sectors=() if dated else _split(row["sectors"], ","),
        aliases=_split(row["aliases"]),
        source=row["source"],
        parent=identifier("", row["parent"]) if row["parent"] else None,
        since=row["since"] or None,
        until=row["until"] or None,
        terms=read_terms(row["sectors"], row["country"], {}) if dated else (),
    )


def read_entities(folder: Path) -> Iterator[Entity]:
    """Yield the actors of a folder of tables, file by file in order of name.

    Raises InvalidPack for a row of the wrong form, an unknown office or an id given twice.
    """
    offices = {
        code: tuple(row["sectors"]) for code, row in tomllib.loads((folder / "offices.toml").read_text("utf-8")).items()
    }
    seen: dict[str, Path] = {}
    for path in sorted(folder.glob("*.tsv")):
        if path.stem == "members":
            continue
        person = path.stem.startswith("people")
        for row in _rows(path, _PERSON_COLUMNS if person else _BODY_COLUMNS):
            try:
                entity = _person(row, offices) if person else _body(row)
            except KeyError as fault:
                raise InvalidPack(f"{path}: {row['name']}", f"no office {fault} in offices.toml") from fault
            if entity.id in seen:
                raise InvalidPack(f"{path}: {row['name']}", f"already in {seen[entity.id].name}")
            seen[entity.id] = path
            yield entity


def _read_members(folder: Path) -> Iterator[tuple[str, str, str, str]]:
    path = folder / "members.tsv"
    if path.exists():
        for row in _rows(path, ("body", "countries", "since", "until", "source")):
            for country in row["countries"].split():
                yield identifier("", row["body"]), country, row["since"], row["until"]


@cache
def _sovereigns() -> dict[str, str]:
    data = tomllib.loads((HERE / "dependencies.toml").read_text("utf-8"))
    return {territory: state for state, territories in data.items() for territory in territories}


def sovereign(country: str) -> str:
    """Return the state that PLOVER codes a territory as; any other code as it is."""
    return _sovereigns().get(country, country)


@cache
def actor_base() -> ActorBase:
    """Return the base that comes with the package, read once."""
    return ActorBase(read_entities(HERE), _read_members(HERE))
