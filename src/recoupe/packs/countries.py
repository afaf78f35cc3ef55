"""The words of a language that stand for a country: names, adjectives, inhabitants, seats of government."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from recoupe.errors import InvalidPack
from recoupe.packs.files import folder, read_toml

_FIELDS = frozenset({"name", "also", "adjectives", "inhabitants", "capital", "government"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country or territory as one language names it; every inflected form is listed."""

    code: str
    """ISO 3166-1 alpha-3; XKX for Kosovo."""
    name: str
    names: tuple[str, ...]
    """All names, `name` first."""
    adjectives: tuple[str, ...] = ()
    inhabitants: tuple[str, ...] = ()
    capital: str | None = None
    government: tuple[str, ...] = ()
    """Place names that stand for the government where they act or speak («Washington», «le Kremlin»)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Countries:
    """The countries of one language, found by any of their words.

    A look-up takes a word or phrase without its article, in any case, with or without accents; acronyms
    ("US", "CAR") only as they are written. It gives the codes, the usual reading first: «congolais» has two.
    """

    lang: str
    by_code: Mapping[str, Country]
    _names: Mapping[str, tuple[str, ...]]
    _adjectives: Mapping[str, tuple[str, ...]]
    _inhabitants: Mapping[str, tuple[str, ...]]
    _governments: Mapping[str, tuple[str, ...]]
    _capitals: Mapping[str, tuple[str, ...]]

    def named(self, words: str) -> tuple[str, ...]:
        """Return the codes of the countries so named."""
        return _find(self._names, words)

    def of_adjective(self, word: str) -> tuple[str, ...]:
        """Return the codes of the countries whose adjective this is."""
        return _find(self._adjectives, word)

    def of_inhabitant(self, word: str) -> tuple[str, ...]:
        """Return the codes of the countries whose inhabitants are so called."""
        return _find(self._inhabitants, word)

    def governed_from(self, words: str) -> tuple[str, ...]:
        """Return the codes of the countries whose government goes by the name of this place."""
        return _find(self._governments, words)

    def with_capital(self, words: str) -> tuple[str, ...]:
        """Return the codes of the countries whose capital or seat of government is so named."""
        return _find(self._capitals, words) or _find(self._governments, words)


def fold(words: str) -> str:
    """Return the words in lower case, without accents, with straight apostrophes and plain blanks."""
    bare = unicodedata.normalize("NFKD", words).replace("’", "'")
    return " ".join("".join(c for c in bare if not unicodedata.combining(c)).lower().split())


def _is_acronym(word: str) -> bool:
    letters = word.replace(".", "").replace("-", "")
    return letters.isupper() and len(letters) <= 4


def _find(index: Mapping[str, tuple[str, ...]], words: str) -> tuple[str, ...]:
    exact = index.get(words) if _is_acronym(words) else None
    return exact or index.get(fold(words), ())


def _index(pairs: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, forms in pairs:
        for form in forms:
            key = form if _is_acronym(form) else fold(form)
            if code not in (known := found.get(key, ())):
                found[key] = (*known, code)
    return found


def _country(code: str, row: dict[str, object], where: str) -> Country:
    unknown = set(row) - _FIELDS
    if unknown or not isinstance(name := row.get("name"), str):
        raise InvalidPack(f"{where}: {code}", f"unknown keys {sorted(unknown)} or no name")
    lists = {key: _texts(row.get(key, []), f"{where}: {code}.{key}") for key in _FIELDS - {"name", "capital"}}
    capital = row.get("capital")
    return Country(
        code=code,
        name=name,
        names=(name, *lists["also"]),
        adjectives=lists["adjectives"],
        inhabitants=lists["inhabitants"],
        capital=capital if isinstance(capital, str) else None,
        government=lists["government"],
    )


def _texts(value: object, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise InvalidPack(where, f"expected a list of texts, found {value!r}")
    return tuple(value)


@cache
def load_countries(lang: str) -> Countries:
    """Return the countries of a language; raises InvalidPack where the file breaks its form."""
    path = folder(lang) / "countries.toml"
    data = read_toml(path)
    order = data.get("usual", {})
    rows = {code: _country(code, row, str(path)) for code, row in data.items() if code != "usual"}
    ranked = sorted(rows.values(), key=lambda country: (-order.get(country.code, 0), country.code))
    return Countries(
        lang=lang,
        by_code=rows,
        _names=_index((c.code, c.names) for c in ranked),
        _adjectives=_index((c.code, c.adjectives) for c in ranked),
        _inhabitants=_index((c.code, c.inhabitants) for c in ranked),
        _governments=_index((c.code, c.government) for c in ranked),
        _capitals=_index((c.code, (c.capital,) if c.capital else ()) for c in ranked),
    )
