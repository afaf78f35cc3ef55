"""The names and role nouns that stand in a run of words, before any syntax is asked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from recoupe.gazetteer.actorbase import NAME_WORDS_APART, ActorBase, Alias, actor_base, name_words
from recoupe.gazetteer.actorfacts import Entity
from recoupe.gazetteer.keys import plain
from recoupe.packs.actors import ActorPack, Modifier, Role, Words, fold, load_actors, pieces
from recoupe.packs.countries import Country, load_countries

_ACRONYM = 4
What = Literal["country", "adjective", "inhabitant", "government"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or a part of one between hyphens or apostrophes."""

    token: int
    text: str
    plain: str
    fold: str
    barrier: bool = False
    """Punctuation other than quotation marks: no name runs over it."""


@dataclass(frozen=True, slots=True)
class Match:
    """A known phrase at pieces first..last (inclusive)."""

    first: int
    last: int

    def covers(self, other: "Match") -> bool:
        """Tell whether the other phrase shares a piece with this one."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class Named(Match):
    """A name of the actor base; several readings where the name is shared."""

    entities: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class OfCountry(Match):
    """A word for a country: its name, adjective, inhabitants or seat of government."""

    what: What
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleNoun(Match):
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Beside(Match):
    modifiers: tuple[Modifier, ...]


def cut(words: Iterable[tuple[int, str]], lang: str) -> tuple[Piece, ...]:
    """Cut (token index, word) pairs into pieces; a word of punctuation becomes a barrier."""
    found: list[Piece] = []
    for token, word in words:
        parts = pieces(word)
        if word == "." and found and _abbreviated(found[-1], lang):
            continue
        if not parts and word.strip("«»“”\"'’‘()-–— "):
            found.append(Piece(token, word, "", "", barrier=True))
        found.extend(Piece(token, part, plain(part), fold(part, lang)) for part in parts)
    return tuple(found)


def _abbreviated(piece: Piece, lang: str) -> bool:
    """Tell whether a full stop behind the word marks a title or an initial («Sen.», «J.»)."""
    return len(piece.text) == 1 or (piece.fold in load_actors(lang).titles and len(piece.text) <= _ACRONYM)


@cache
def _country_index(lang: str) -> Mapping[str, tuple[tuple[Words, What, tuple[str, ...], int], ...]]:
    """Index the country words by their first plain word: (words, what, codes, capitals needed)."""
    countries = load_countries(lang)
    found: dict[tuple[Words, What, int], list[str]] = {}
    for country in countries.by_code.values():
        groups: tuple[tuple[What, tuple[str, ...]], ...] = (
            ("country", country.names),
            ("adjective", country.adjectives),
            ("inhabitant", country.inhabitants),
            ("government", country.government or _capital(country)),
        )
        for what, forms in groups:
            for form in forms:
                if form.lower() in load_actors(lang).not_countries:
                    continue
                key = (name_words(form), what, _capitals(form))
                found.setdefault(key, []).append(country.code)
    for code, forms in load_actors(lang).regional:
        for form in forms:
            found.setdefault((name_words(form), "adjective", _capitals(form)), []).append(code)
    index: dict[str, list[tuple[Words, What, tuple[str, ...], int]]] = {}
    for (words, what, capital), codes in found.items():
        finder = {"country": countries.named, "adjective": countries.of_adjective}.get(what)
        ordered = finder(" ".join(words)) if finder and len(codes) > 1 else ()
        index.setdefault(words[0], []).append((words, what, ordered or tuple(dict.fromkeys(codes)), capital))
    return {first: tuple(sorted(rows, key=lambda row: (-len(row[0]), -row[3]))) for first, rows in index.items()}


def _capital(country: Country) -> tuple[str, ...]:
    """Return the capital of a sovereign state: one whose adjective is listed."""
    return (country.capital,) if country.capital and country.adjectives and " " not in country.capital else ()


def _capitals(form: str) -> int:
    """Tell how a word is written: 2 in short capitals ("US"), 1 with a first capital, 0 without."""
    if form.isupper() and len(form) <= _ACRONYM:
        return 2
    return 1 if form[:1].isupper() else 0


class Reader:
    """Finds the known phrases of one language."""

    def __init__(self, lang: str, base: ActorBase | None = None) -> None:
        self.lang = lang
        self.pack: ActorPack = load_actors(lang)
        self.base = base or actor_base()
        self._countries = _country_index(lang)

    def names(self, run: tuple[Piece, ...]) -> list[Match]:
        """Return names of actors and words for countries, left to right, the longest of those that overlap."""
        found: list[Match] = []
        at = 0
        while at < len(run):
            best = self._name_at(run, at)
            if best is not None:
                found.append(best)
                at = best.last + 1
            else:
                at += 1
        return [match for match in found if self._whole(run, match, found)]

    def _whole(self, run: tuple[Piece, ...], match: Match, others: Sequence[Match]) -> bool:
        """Refuse a match that is a part of a longer word («Saint-Pierre-la-Cour»), unless its other parts are known."""
        for at in _same_word(run, match):
            piece = run[at]
            if any(other.first <= at <= other.last for other in others) or piece.plain in NAME_WORDS_APART:
                continue
            prefix = at < match.first and (piece.fold in self.pack.prefixes or piece.plain.endswith("o"))
            suffix = not isinstance(match, RoleNoun) and piece.text.islower()
            if not (prefix or suffix or piece.text.isupper() or piece.plain == "s" or len(piece.text) == 1):
                return all(p.text.isupper() for p in run[match.first : match.last + 1])
        return True

    def _name_at(self, run: tuple[Piece, ...], at: int) -> Match | None:
        if run[at].barrier:
            return None
        named, country = self._entity_at(run, at), self._country_at(run, at)
        if named is None or country is None:
            return named or country
        return country if country.last > named.last else named

    def _entity_at(self, run: tuple[Piece, ...], at: int) -> Named | None:
        best: list[Entity] = []
        end, length = -1, 0
        for alias in self.base.starting(run[at].plain):
            if len(alias.words) < length:
                break
            last = _spelled(run, at, alias.words)
            if last is not None and _written_like(alias, run[at : last + 1]):
                end, length = last, len(alias.words)
                best.append(alias.entity)
        return Named(at, end, tuple(dict.fromkeys(best))) if best else None

    def _country_at(self, run: tuple[Piece, ...], at: int) -> OfCountry | None:
        for words, what, codes, capital in self._countries.get(run[at].plain, ()):
            last = _spelled(run, at, words)
            if last is None or capital > _capitals(run[at].text):
                continue
            return OfCountry(at, last, what, codes)
        return None

    def role_at(self, run: tuple[Piece, ...], at: int) -> RoleNoun | None:
        """Return the longest role phrase that begins at a piece."""
        for words, roles in self.pack.roles.get(run[at].fold, ()):
            last = _folded(run, at, words, self.pack.function_words)
            if last is not None:
                return RoleNoun(at, last, roles)
        return None

    def roles(self, run: tuple[Piece, ...]) -> Iterator[RoleNoun]:
        """Yield the role phrases left to right, without overlaps."""
        found: list[RoleNoun] = []
        at = 0
        while at < len(run):
            here = None if run[at].barrier else self.role_at(run, at)
            if here is not None and not self._wrong_number(run, here):
                found.append(here)
            at = here.last + 1 if here is not None else at + 1
        yield from (match for match in found if self._whole(run, match, found))

    def _wrong_number(self, run: tuple[Piece, ...], match: RoleNoun) -> bool:
        piece = run[match.first]
        alone = match.first == match.last and piece.fold in self.pack.plural_only
        return alone and not piece.text.lower().endswith(("s", "x"))

    def modifiers(self, run: tuple[Piece, ...]) -> Iterator[Beside]:
        """Yield the modifiers left to right; they may lie where a role noun does."""
        for at, piece in enumerate(run):
            for words, meanings in self.pack.modifiers.get(piece.fold, ()):
                last = _folded(run, at, words, self.pack.function_words)
                if last is not None:
                    yield Beside(at, last, meanings)
                    break

    def portfolio(self, run: tuple[Piece, ...]) -> str | None:
        """Return the field of office that the words name."""
        for at, piece in enumerate(run):
            for words, ids in self.pack.portfolios.get(piece.fold, ()):
                if _folded(run, at, words, self.pack.function_words) is not None:
                    return ids[0]
        return None


@cache
def reader(lang: str) -> Reader:
    """Return the reader of a language over the base that comes with the package."""
    return Reader(lang)


def _same_word(run: tuple[Piece, ...], match: Match) -> Iterator[int]:
    """Yield the pieces of the words in which a match begins and ends that lie outside it."""
    at = match.first - 1
    while at >= 0 and run[at].token == run[match.first].token:
        yield at
        at -= 1
    at = match.last + 1
    while at < len(run) and run[at].token == run[match.last].token:
        yield at
        at += 1


def _spelled(run: tuple[Piece, ...], at: int, words: Words) -> int | None:
    """Return the last piece of the name if it stands at `at`, skipping articles and «de» inside."""
    for word in words:
        while at < len(run) and run[at].plain != word and run[at].plain in NAME_WORDS_APART and word != words[0]:
            at += 1
        if at >= len(run) or run[at].barrier or run[at].plain != word:
            return None
        at += 1
    return at - 1


def _folded(run: tuple[Piece, ...], at: int, words: Words, apart: frozenset[str]) -> int | None:
    """Return the last piece of a role phrase if it stands at `at`, skipping function words inside."""
    for word in words:
        while at < len(run) and run[at].fold != word and run[at].fold in apart and word != words[0]:
            at += 1
        if at >= len(run) or run[at].barrier or run[at].fold != word:
            return None
        at += 1
    return at - 1


def _written_like(alias: Alias, run: tuple[Piece, ...]) -> bool:
    """Tell whether the capitals allow the reading."""
    if not alias.cased:
        return True
    if alias.acronym:
        word = run[0].text
        return word.isupper() or len(run) > 1 or (alias.loose and word[0].isupper())
    return any(piece.text[0].isupper() for piece in run if piece.plain not in NAME_WORDS_APART)
