"""Nouns that name an actor by what it is, in one language, with the words that change its sectors."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal, cast

from recoupe.errors import InvalidPack
from recoupe.packs.files import folder, read_toml

Kind = Literal[
    "organ", "office", "rank", "force", "group", "armed", "body", "union", "company",
    "ngo", "igo", "people", "person", "weak", "asset",
]  # fmt: skip
Mode = Literal["former", "add", "replace", "fill"]
Words = tuple[str, ...]

SECTORS = frozenset({
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM",
    "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
})  # fmt: skip
_KINDS = frozenset({
    "organ", "office", "rank", "force", "group", "armed", "body", "union", "company", "ngo", "igo", "people",
    "person", "weak", "asset",
})  # fmt: skip
_ACCENTS = str.maketrans("àâäáãåçéèêëíîïìñóôöòõúùûüýÿ", "aaaaaaceeeeiiiinooooouuuuyy")
_PARTICIPLE = re.compile(r"(ée?)s?$")
_PIECE = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Role:
    """What a noun says its bearer is; with `state`, noun and country together are one identity."""

    id: str
    kind: Kind
    sectors: tuple[str, ...]
    country: str | None = None
    state: bool = False
    portfolio: bool = False
    of_state: tuple[str, ...] = ()
    """Sectors of a weak noun whose owner is a state: «un responsable américain»."""


@dataclass(frozen=True, slots=True)
class Modifier:
    """A word beside the noun that replaces, adds or fills in sectors, or says that the office is over."""

    id: str
    mode: Mode
    sectors: tuple[str, ...]
    on: frozenset[str]
    """Kinds and ids of roles that it works on; empty: all."""


@dataclass(frozen=True, slots=True)
class TakenUp:
    """Words that take up an actor named before: «l'organisation», «la commission», «leurs forces»."""

    definite: frozenset[str]
    possessive: frozenset[str]
    nouns: tuple[tuple[frozenset[Words], frozenset[str]], ...]
    """Nouns, and the kinds of actor that they may take up."""
    alike: tuple[frozenset[Words], ...]


@dataclass(frozen=True, slots=True)
class ActorPack:
    """The actor words of one language; phrases are found by their first word, longest first."""

    lang: str
    roles: dict[str, tuple[tuple[Words, tuple[Role, ...]], ...]]
    modifiers: dict[str, tuple[tuple[Words, tuple[Modifier, ...]], ...]]
    portfolios: dict[str, tuple[tuple[Words, tuple[str, ...]], ...]]
    function_words: frozenset[str]
    complement: frozenset[str]
    complement_of_organs: frozenset[str]
    located: frozenset[str]
    links: frozenset[str]
    titles: frozenset[str]
    not_countries: frozenset[str]
    """Words of the countries' lists that mostly mean something else, in lower case."""
    plural_only: frozenset[str]
    prefixes: frozenset[str]
    idioms: frozenset[tuple[str, ...]]
    """Pairs of words whose second then names nobody («au cours»)."""
    subject_pronouns: frozenset[str]
    object_pronouns: frozenset[str]
    taken_up: TakenUp
    regional: tuple[tuple[str, tuple[str, ...]], ...]
    """Adjectives of regions and unions, by the country or international code they stand for."""


@lru_cache(1 << 16)
def fold(word: str, lang: str) -> str:
    """Return a word without case, accents (but of a last «é») and plural mark, as the packs' phrases are compared."""
    lower = word.lower()
    text = lower.replace("œ", "oe").replace("æ", "ae").translate(_ACCENTS)
    if len(text) < 4:
        return text
    if lang == "fr":
        # «retraité» is no «retraite»: a participle keeps its last accent.
        ending = _PARTICIPLE.search(lower)
        return _singular_fr(text) if ending is None else text[: len(text) - len(ending[0])] + ending[1]
    if text.endswith("ies"):
        return text[:-3] + "y"
    if text.endswith("men"):
        return text[:-3] + "man"
    return text[:-1] if text.endswith("s") and not text.endswith(("ss", "us", "is")) else text


def _singular_fr(text: str) -> str:
    if text.endswith("aux") and not text.endswith("eaux"):
        return text[:-3] + "al"
    return text[:-1] if text.endswith(("s", "x")) and not text.endswith("ss") else text


def pieces(text: str) -> tuple[str, ...]:
    """Split words at blanks, hyphens and apostrophes."""
    return tuple(_PIECE.findall(text))


def _phrase(text: str, lang: str, function_words: frozenset[str]) -> Words:
    words = tuple(fold(piece, lang) for piece in pieces(text))
    return tuple(word for word in words if word not in function_words) or words


def _index(rows: list[tuple[Words, Any]]) -> dict[str, tuple[tuple[Words, Any], ...]]:
    """Index phrases by first word; meanings of the same phrase stay in the order of the file."""
    merged: dict[Words, list[Any]] = {}
    for words, meaning in rows:
        merged.setdefault(words, []).append(meaning)
    found: dict[str, list[tuple[Words, Any]]] = {}
    for words, meanings in merged.items():
        found.setdefault(words[0], []).append((words, tuple(dict.fromkeys(meanings))))
    return {first: tuple(sorted(entries, key=lambda e: -len(e[0]))) for first, entries in found.items()}


def _checked(row: dict[str, Any], allowed: set[str], where: str) -> None:
    unknown = set(row) - allowed
    if unknown:
        raise InvalidPack(f"{where}: {row.get('id')}", f"unknown keys {sorted(unknown)}")
    wrong = set(row.get("sectors", ())) - SECTORS
    if wrong:
        raise InvalidPack(f"{where}: {row.get('id')}", f"unknown sectors {sorted(wrong)}")


def _role(row: dict[str, Any], where: str) -> Role:
    _checked(row, {"id", "kind", "sectors", "country", "state", "portfolio", "of_state", "words"}, where)
    if row["kind"] not in _KINDS:
        raise InvalidPack(f"{where}: {row['id']}", f"unknown kind '{row['kind']}'")
    return Role(
        id=row["id"],
        kind=cast("Kind", row["kind"]),
        sectors=tuple(row["sectors"]),
        country=row.get("country"),
        state=bool(row.get("state", False)),
        portfolio=bool(row.get("portfolio", False)),
        of_state=tuple(row.get("of_state", ())),
    )


def _modifier(row: dict[str, Any], where: str) -> Modifier:
    _checked(row, {"id", "mode", "sectors", "on", "words"}, where)
    return Modifier(row["id"], row["mode"], tuple(row["sectors"]), frozenset(row.get("on", ())))


def _taken_up(data: dict[str, Any], lang: str, function_words: frozenset[str]) -> TakenUp:
    def phrases(row: dict[str, Any]) -> frozenset[Words]:
        return frozenset(_phrase(text, lang, function_words) for text in row["words"])

    return TakenUp(
        definite=frozenset(fold(word, lang) for word in data["definite"]),
        possessive=frozenset(fold(word, lang) for word in data["possessive"]),
        nouns=tuple((phrases(row), frozenset(row["kinds"])) for row in data["noun"]),
        alike=tuple(phrases(row) for row in data["alike"]),
    )


@cache
def load_actors(lang: str) -> ActorPack:
    """Return the actor words of a language; raises InvalidPack where the file breaks the form."""
    path = folder(lang) / "actors.toml"
    data, where = read_toml(path), str(path)
    function_words = frozenset(fold(word, lang) for word in data["function_words"])

    def phrases(key: str) -> list[tuple[Words, dict[str, Any]]]:
        return [(_phrase(text, lang, function_words), row) for row in data[key] for text in row["words"]]

    def words(key: str) -> frozenset[str]:
        return frozenset(fold(word, lang) for word in data.get(key, ()))

    return ActorPack(
        lang=lang,
        roles=_index([(w, _role(row, where)) for w, row in phrases("role")]),
        modifiers=_index([(w, _modifier(row, where)) for w, row in phrases("modifier")]),
        portfolios=_index([(w, row["id"]) for w, row in phrases("portfolio")]),
        function_words=function_words,
        complement=words("complement"),
        complement_of_organs=words("complement_of_organs"),
        located=words("located"),
        links=words("passive_links"),
        titles=words("titles"),
        not_countries=frozenset(data["not_countries"]),
        plural_only=words("plural_only"),
        prefixes=words("prefixes"),
        idioms=frozenset(tuple(fold(piece, lang) for piece in pieces(text)) for text in data["idioms"]),
        subject_pronouns=words("subject_pronouns"),
        object_pronouns=words("object_pronouns"),
        taken_up=_taken_up(data["taken_up"], lang, function_words),
        regional=tuple((code, tuple(forms)) for code, forms in data["regional"].items()),
    )
