"""What the words around a name say about the place: its kind, a facility, the area it lies in."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from recoupe.model import Parsed
from recoupe.packs.countries import fold
from recoupe.packs.places import PlaceWords

_REACH = 6
"""Words between a kind word and its name: «la base aérienne principale de l’» is five."""
_HOLDER_REACH = 9
_OPENERS = frozenset({",", "(", "–", "—"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """The kind of place that words beside a name announce."""

    kinds: tuple[str, ...] = ()
    feature: str | None = None
    first: int | None = None
    """Token of the announcing word where it stands before the name."""
    last: int | None = None
    """Token of the announcing word where it stands after the name."""


NOTHING = Announced()

_NAME = re.compile(r"(?:[a-z]{1,3}[-’'])?[^\W\d_a-zà-ÿ]")


def is_name(word: str) -> bool:
    """Whether a word is written as a name: with a capital, be it after an article («al-Bab», «d’Agadez»)."""
    return _NAME.match(word) is not None


def token_range(parsed: Parsed, start: int, end: int) -> range:
    """Return the tokens that overlap the half-open span."""
    first = max(0, bisect_right(parsed.starts, start) - 1)
    while first < len(parsed.starts) and parsed.ends[first] <= start:
        first += 1
    last = first
    while last < len(parsed.starts) and parsed.starts[last] < end:
        last += 1
    return range(first, last)


def announced(parsed: Parsed, tokens: range, words: PlaceWords) -> Announced:
    """Return what the words before a name announce, else the word right after it ("Anbar province")."""
    return _before(parsed, tokens.start, words) or _after(parsed, tokens.stop, words) or NOTHING


def _before(parsed: Parsed, token: int, words: PlaceWords) -> Announced | None:
    linked = False
    for at in range(token - 1, max(-1, token - 1 - _REACH), -1):
        word = fold(parsed.words[at])
        if found := _announce(word, words, first=at):
            return found if linked or word in words.bare else None
        if word not in words.links and word not in words.between:
            return None
        linked = linked or word in words.links
    return None


def _after(parsed: Parsed, token: int, words: PlaceWords) -> Announced | None:
    if not words.kind_after:
        return None
    for at in range(token, min(token + 3, len(parsed.words))):
        word = fold(parsed.words[at])
        if found := _announce(word, words, last=at):
            return found
        if word not in words.between:
            return None
    return None


def _announce(word: str, words: PlaceWords, *, first: int | None = None, last: int | None = None) -> Announced | None:
    if kinds := words.units.get(word):
        return Announced(kinds=kinds, first=first, last=last)
    if feature := words.facilities.get(word):
        return Announced(kinds=("facility", "city"), feature=feature, first=first, last=last)
    return None


def suggested(parsed: Parsed, tokens: range, words: PlaceWords) -> tuple[str, ...]:
    """Return the kinds that the preposition suggests: «à Djibouti» is the town, «au Koweït» the country."""
    return words.prepositions.get(fold(parsed.words[tokens.start - 1]), ()) if tokens.start else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """What a place is said to lie in, by its possible names."""

    first: int
    """Token where the name begins."""
    names: tuple[str, ...]
    """The longest first."""
    stated: bool
    """By words («dans le nord du Liban»), not by a comma alone, which may be that of a list."""


def holder_of(parsed: Parsed, tokens: range, words: PlaceWords) -> Holder | None:
    """Return what a place is said to lie in: the name that follows across a comma or words of place alone.

    «Saraqeb, dans la province d’Idlib», «Gao, au Mali», "Paris, Texas".
    """
    at, stated = tokens.stop, False
    limit = min(len(parsed.words), tokens.stop + _HOLDER_REACH)
    while at < limit:
        word = fold(parsed.words[at])
        if is_name(parsed.words[at]) and word not in words.units:
            break
        opens = parsed.words[at] in _OPENERS and at == tokens.stop
        if not (opens or word in words.bridge or word in words.units or word in words.links):
            return None
        stated = stated or word in words.bridge or word in words.units
        at += 1
    if at == tokens.stop or at >= limit:
        return None
    return Holder(first=at, names=_growing(parsed, at), stated=stated)


def _growing(parsed: Parsed, first: int) -> tuple[str, ...]:
    names = []
    for last in range(first, min(first + 4, len(parsed.words))):
        if not is_name(parsed.words[last]) and parsed.words[last] not in {"of", "de", "du", "d’", "d'", "-"}:
            break
        names.append(parsed.text[parsed.starts[first] : parsed.ends[last]])
    return tuple(reversed(names))
