"""Finds the toponyms of a report: recognised names, countries and their adjectives, towns of the gazetteer."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from recoupe.annotate.places.spots import Reader, Spot
from recoupe.annotate.places.wording import NOTHING, announced, holder_of, is_name, token_range
from recoupe.gazetteer.places import Match, PlaceIndex
from recoupe.model import Name, Parsed, Span
from recoupe.packs.countries import Countries, fold
from recoupe.packs.places import PlaceWords

_LONGEST = 5
"""Tokens of a name that only the gazetteer knows."""
_SHORTEST = 3
"""Letters of a name that is looked up without being recognised."""
_DATELINE_END = re.compile(r"[,(/–—:]|\s-\s")
_PART = re.compile(r"[^-–—/]+")


def spots_of(parsed: Parsed, index: PlaceIndex, *, words: PlaceWords, countries: Countries) -> tuple[Spot, ...]:
    """Return the toponyms of a report in text order, disjoint."""
    reader = Reader(parsed, index, words, countries)
    found: list[Spot] = []
    closed: list[tuple[int, int]] = []
    people = _persons(parsed)
    for name in parsed.names:
        verdict = _verdict(name, reader, people)
        if verdict is None:
            closed.append((name.start, name.end))
            found.extend(_owner(name, reader))
        else:
            parts = _compound(name, reader)
            found.extend(reader.spot(start, end, sure=verdict) for start, end in parts)
    found.extend(_others(reader, _taken(closed, found)))
    found.extend(_dateline(reader, _taken(closed, found)))
    found.extend(_again(reader, _taken(closed, found), found))
    return tuple(sorted(found, key=lambda spot: spot.start))


def _taken(closed: Sequence[Span], found: Sequence[Spot]) -> list[Span]:
    return sorted([*closed, *((spot.start, spot.end) for spot in found)])


def _again(reader: Reader, taken: Sequence[Span], found: Sequence[Spot]) -> Iterator[Spot]:
    """Give the names of places met elsewhere in the report, where they stand without a word that places them."""
    parsed = reader.parsed
    known = {spot.name for spot in found if not spot.people and len(spot.name) >= _SHORTEST}
    busy = {token for start, end in taken for token in token_range(parsed, start, end)}
    for token, word in enumerate(parsed.words):
        if word in known and token not in busy and is_name(word):
            yield reader.spot(parsed.starts[token], parsed.ends[token], sure=False)


def _compound(name: Name, reader: Reader) -> list[Span]:
    """Return the parts of a name that joins two countries or capitals («Iran-USA»), else the name itself."""
    parts = [match.span() for match in _PART.finditer(name.text)]
    texts = [name.text[start:end] for start, end in parts]
    known = reader.countries
    if len(parts) == 2 and all(known.named(text) or known.with_capital(text) for text in texts):
        return [(name.start + start, name.start + end) for start, end in parts]
    return [(name.start, name.end)]


def _persons(parsed: Parsed) -> frozenset[str]:
    """Return the words of persons' names of more than one word: a surname alone is no town."""
    names = [name.text.split() for name in parsed.names if name.type == "PER"]
    return frozenset(word for parts in names if len(parts) > 1 for word in parts)


def _verdict(name: Name, reader: Reader, people: frozenset[str]) -> bool | None:
    """Whether a recognised name is a place for sure, perhaps (False), or none (None).

    The recogniser may take a town for a person or an organisation: its whole text is then a place if the
    gazetteer knows it and the words around it place it, or the report confirms it.
    """
    countries, words = reader.countries, reader.words
    if countries.named(name.text) or countries.governed_from(name.text):
        return True
    if _is_common(name.text, words) or _is_lower(name.text, reader):
        return None
    if _people(name.text, reader):
        return False
    tokens = token_range(reader.parsed, name.start, name.end)
    if name.type in {"LOC", "FAC"}:
        # A surname taken for a place: the report has the whole name of its bearer.
        return None if name.text in people and not reader.index.find(name.text) else True
    if not tokens or name.text in people:
        return None
    said = announced(reader.parsed, tokens, words)
    if said.feature and said.first is not None and said.first == tokens.start - 1:
        return True
    candidates = reader.index.find(name.text)
    if not candidates or len(name.text) < _SHORTEST:
        return None
    if _is_placed(reader, tokens) or name.text in reader.located:
        return False
    known = candidates[0].place.population >= words.known or len(tokens) > 1
    return False if known and name.type != "PER" and candidates[0].match is Match.NAME else None


def _owner(name: Name, reader: Reader) -> Iterator[Spot]:
    """Give the place that owns an organisation or an office, where the language puts it first.

    "Minnesota House", "Gainesville Mayor": it counts as an adjective does, never as a spot on the ground.
    """
    parsed, words = reader.parsed, reader.words
    tokens = token_range(parsed, name.start, name.end)
    if not words.owner_first or name.type == "MISC" or len(tokens) < 2:
        return
    for stop in range(min(tokens.stop - 1, tokens.start + 3), tokens.start, -1):
        office = fold(parsed.words[stop]) in words.offices
        text = parsed.text[parsed.starts[tokens.start] : parsed.ends[stop - 1]]
        if not is_name(parsed.words[stop]) or (name.type == "PER" and not office):
            continue
        candidates = reader.index.find(text)
        known = candidates and candidates[0].match is Match.NAME and candidates[0].place.population >= words.known
        if reader.countries.named(text) or _people(text, reader) or (known and len(text) >= _SHORTEST):
            spot = reader.spot(parsed.starts[tokens.start], parsed.ends[stop - 1], sure=False)
            yield replace(spot, owner=True, kinds=(), feature=None)
            return


def _is_common(text: str, words: PlaceWords) -> bool:
    word = fold(text)
    return word in words.not_places or word in words.units or word in words.facilities


def _is_lower(text: str, reader: Reader) -> bool:
    """Whether a name without a capital is none of the gazetteer's («zone verte» is)."""
    return not any(c.isupper() for c in text) and (" " not in text or not reader.index.find(text))


def _is_placed(reader: Reader, tokens: range) -> bool:
    """Whether a preposition of place, a kind word or what it lies in stands beside the name."""
    parsed, words = reader.parsed, reader.words
    before = fold(parsed.words[tokens.start - 1]) if tokens.start else ""
    return (
        before in words.locative
        or announced(parsed, tokens, words) is not NOTHING
        or holder_of(parsed, tokens, words) is not None
    )


def _dateline(reader: Reader, taken: Sequence[tuple[int, int]]) -> Iterator[Spot]:
    """Give the town that a dateline opens with («BAGDAD, 18 mars (Agence) —»)."""
    line = reader.parsed.cleaned.dateline
    if line is None:
        return
    head = _DATELINE_END.split(line.text, maxsplit=1)[0].strip()
    start, end = line.start + line.text.find(head), line.start + line.text.find(head) + len(head)
    if head and reader.index.find(head) and not any(s < end and start < e for s, e in taken):
        yield reader.spot(start, end, sure=True)


def _others(reader: Reader, taken: Sequence[tuple[int, int]]) -> Iterator[Spot]:
    """Give the countries, their adjectives and the towns that the recogniser has not named."""
    parsed = reader.parsed
    free = [True] * len(parsed.words)
    for start, end in taken:
        for token in token_range(parsed, start, end):
            free[token] = False
    for sentence in parsed.sentences:
        at = sentence[0]
        while at < sentence[1]:
            spans = (range(at, at + n) for n in range(_LONGEST, 0, -1))
            length = next((len(t) for t in spans if _fits(reader, t, sentence, free)), 0)
            if length:
                yield reader.spot(parsed.starts[at], parsed.ends[at + length - 1], sure=False)
            at += length or 1


def _fits(reader: Reader, tokens: range, sentence: Span, free: list[bool]) -> bool:
    parsed, words, countries = reader.parsed, reader.words, reader.countries
    if tokens.stop > sentence[1] or not all(free[t] for t in tokens):
        return False
    text = parsed.text[parsed.starts[tokens.start] : parsed.ends[tokens.stop - 1]]
    if not is_name(text):
        fitting = parsed.upos[tokens.start] in {"ADJ", "NOUN", "PROPN"}
        return len(tokens) <= 2 and fitting and _people(text, reader)
    if countries.named(text) or countries.governed_from(text) or (len(tokens) <= 2 and _people(text, reader)):
        return True
    if _is_common(text, words) or not is_name(parsed.words[tokens.stop - 1]):
        return False
    return _is_town(reader, tokens, sentence)


def _people(text: str, reader: Reader) -> bool:
    countries = reader.countries
    return bool(countries.of_adjective(text) or countries.of_inhabitant(text) or fold(text) in reader.words.peoples)


def _is_town(reader: Reader, tokens: range, sentence: Span) -> bool:
    parsed = reader.parsed
    text = parsed.text[parsed.starts[tokens.start] : parsed.ends[tokens.stop - 1]]
    if tokens.start > sentence[0] and is_name(parsed.words[tokens.start - 1]):
        return False
    said = announced(parsed, tokens, reader.words)
    if said.feature and said.first is not None and sentence[0] < tokens.start:
        run = all(is_name(parsed.words[t]) for t in tokens)
        return run and not (tokens.stop < sentence[1] and is_name(parsed.words[tokens.stop]))
    if len(text) < _SHORTEST or not any(parsed.upos[t] == "PROPN" for t in tokens):
        return False
    candidates = reader.index.find(text)
    if not candidates:
        return False
    known = candidates[0].place.population >= reader.words.known
    if tokens.stop < sentence[1] and is_name(parsed.words[tokens.stop]):
        return known and candidates[0].match is Match.NAME
    return known or _is_placed(reader, tokens)
