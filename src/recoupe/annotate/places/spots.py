"""Where a report names places: recognised names, names of the gazetteer, countries and their adjectives."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.annotate.places.wording import NOTHING, Announced, announced, holder_names, suggested, token_range
from recoupe.gazetteer.places import PlaceIndex
from recoupe.model import Name, Parsed, Toponym
from recoupe.packs.countries import Countries, fold
from recoupe.packs.places import PlaceWords

_LONGEST = 5
"""Tokens of a name that only the gazetteer knows."""
_KNOWN = 15_000
"""Inhabitants from which a capitalised word is taken for a town without any word of place before it."""
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A toponym of the text, with what its wording says, before it is resolved."""

    start: int
    end: int
    text: str
    name: str
    """What is looked up: the text less the words that announce it."""
    tokens: range
    kinds: tuple[str, ...] = ()
    """Kinds that a word beside it announces; a place of another kind is unlikely."""
    suggested: tuple[str, ...] = ()
    feature: str | None = None
    """Of a facility: airport, base, camp …"""
    people: str | None = None
    """Country of which this is the adjective or an inhabitant."""
    holders: tuple[tuple[int, str], ...] = ()
    """Names of what it is said to lie in, with their first token."""
    sure: bool
    """Named as a place by the recogniser or given along: kept even where it can't be resolved."""


class _Reader:
    """Makes spots of one report."""

    def __init__(self, parsed: Parsed, words: PlaceWords, countries: Countries) -> None:
        self.parsed = parsed
        self.words = words
        self.countries = countries

    def spot(self, start: int, end: int, *, sure: bool) -> Spot:
        """Return the spot of a span, with what the words around and inside of it announce."""
        text = self.parsed.text[start:end]
        tokens = token_range(self.parsed, start, end)
        inner, said = self._stripped(tokens)
        people = self._people(text) if len(tokens) <= 2 else None
        if said is NOTHING and not people:
            said = announced(self.parsed, tokens, self.words)
        whole = inner == tokens or not inner
        name = (
            text
            if whole
            else self.parsed.text[self.parsed.starts[inner.start] : min(end, self.parsed.ends[inner.stop - 1])]
        )
        return Spot(
            start=start,
            end=end,
            text=text,
            name=_BLANKS.sub(" ", name),
            tokens=tokens,
            kinds=said.kinds,
            suggested=suggested(self.parsed, tokens, self.words),
            feature=said.feature,
            people=people,
            holders=holder_names(self.parsed, tokens, self.words),
            sure=sure,
        )

    def _people(self, text: str) -> str | None:
        if self.countries.named(text):
            return None
        codes = self.countries.of_adjective(text) or self.countries.of_inhabitant(text)
        return codes[0] if codes else None

    def _stripped(self, tokens: range) -> tuple[range, Announced]:
        """Return the tokens less a kind word inside the span («aéroport de Bagdad»), and what it announces."""
        for cut in range(tokens.stop - 1, tokens.start, -1):
            said = announced(self.parsed, range(cut, tokens.stop), self.words)
            if said.first is not None and said.first == tokens.start:
                return range(cut, tokens.stop), said
        for cut in range(tokens.stop - 1, tokens.start, -1):
            said = announced(self.parsed, range(tokens.start, cut), self.words)
            if said.last is not None and said.last == tokens.stop - 1:
                return range(tokens.start, cut), said
        return tokens, NOTHING


def given_spots(
    parsed: Parsed, given: Sequence[Toponym], *, words: PlaceWords, countries: Countries
) -> tuple[Spot, ...]:
    """Return a spot for each toponym that the report gives along, in text order."""
    reader = _Reader(parsed, words, countries)
    inside = [t for t in given if 0 <= t.start < t.end <= len(parsed.text)]
    return tuple(reader.spot(t.start, t.end, sure=True) for t in sorted(inside, key=lambda t: (t.start, t.end)))


def spots_of(parsed: Parsed, index: PlaceIndex, *, words: PlaceWords, countries: Countries) -> tuple[Spot, ...]:
    """Return the toponyms of a report in text order, disjoint."""
    reader = _Reader(parsed, words, countries)
    found: list[Spot] = []
    closed: list[tuple[int, int]] = []
    for name in parsed.names:
        if _is_place(name, index, countries, words):
            found.append(reader.spot(name.start, name.end, sure=True))
        elif name.type not in {"LOC", "FAC"}:
            closed.append((name.start, name.end))
    taken = sorted([*closed, *((spot.start, spot.end) for spot in found)])
    found.extend(_others(reader, index, taken))
    return tuple(sorted(found, key=lambda spot: spot.start))


def _is_place(name: Name, index: PlaceIndex, countries: Countries, words: PlaceWords) -> bool:
    if countries.named(name.text) or countries.governed_from(name.text):
        return True
    if name.type not in {"LOC", "FAC"} or fold(name.text) in words.not_places:
        return False
    return not countries.of_inhabitant(name.text) or bool(index.find(name.text))


def _others(reader: _Reader, index: PlaceIndex, taken: Sequence[tuple[int, int]]) -> Iterator[Spot]:
    """Give the countries, their adjectives and the towns that the recogniser has not named."""
    parsed = reader.parsed
    free = [not any(s < parsed.ends[t] and parsed.starts[t] < e for s, e in taken) for t in range(len(parsed.words))]
    for sentence in parsed.sentences:
        at = sentence[0]
        while at < sentence[1]:
            length = next(
                (n for n in range(_LONGEST, 0, -1) if _fits(reader, index, range(at, at + n), sentence, free)), 0
            )
            if length:
                yield reader.spot(parsed.starts[at], parsed.ends[at + length - 1], sure=False)
            at += length or 1


def _fits(reader: _Reader, index: PlaceIndex, tokens: range, sentence: tuple[int, int], free: list[bool]) -> bool:
    parsed, words, countries = reader.parsed, reader.words, reader.countries
    if tokens.stop > sentence[1] or not all(free[t] for t in tokens):
        return False
    text = parsed.text[parsed.starts[tokens.start] : parsed.ends[tokens.stop - 1]]
    if not text[0].isupper():
        return len(tokens) == 1 and parsed.upos[tokens.start] in {"ADJ", "NOUN", "PROPN"} and _people(text, countries)
    if countries.named(text) or (len(tokens) == 1 and _people(text, countries)):
        return True
    if fold(text) in words.not_places or not parsed.words[tokens.stop - 1][0].isupper():
        return False
    return _town(reader, index, tokens, text, sentence)


def _people(text: str, countries: Countries) -> bool:
    return bool(countries.of_adjective(text) or countries.of_inhabitant(text))


def _town(reader: _Reader, index: PlaceIndex, tokens: range, text: str, sentence: tuple[int, int]) -> bool:
    parsed, words = reader.parsed, reader.words
    candidates = index.find(text)
    if not candidates or len(text) < 3:
        return False
    named = parsed.upos[tokens.start] == "PROPN" or tokens.start > sentence[0]
    beside = tokens.stop < sentence[1] and parsed.words[tokens.stop][:1].isupper()
    before = tokens.start > sentence[0] and parsed.words[tokens.start - 1][:1].isupper()
    if beside or before:
        return False
    placed = fold(parsed.words[tokens.start - 1]) in words.locative if tokens.start > sentence[0] else False
    placed = placed or announced(parsed, tokens, words) is not NOTHING
    return named and (placed or candidates[0].place.population >= _KNOWN)
