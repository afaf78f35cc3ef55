"""Words as merging compares them: folded, cut to a stem, weighed by their rarity in the language."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from recoupe.packs.files import languages
from recoupe.packs.frequencies import Frequencies, frequencies

Vector = Mapping[str, float]
"""Term -> weight, of length one (or empty)."""

STEM = 5
"""Letters kept of a word. Swept 4-8 on French headlines: 5 and 6 group best, without any table of endings."""

SHORTEST = 3
"""Letters that must be left when an ending is cut off."""

_LONG = ("aient", "ement", "ation", "ant", "ent", "ait", "ees", "ers", "ing")
_ENDINGS = (*_LONG, "er", "ed", "ee", "es", "ez", "e", "s")
_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Lower case without diacritics: «Évacuée» -> "evacuee"."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def words_of(text: str) -> tuple[str, ...]:
    """Folded words in order."""
    return tuple(_WORD.findall(fold(text)))


def stems(text: str) -> tuple[str, ...]:
    """Stems of the words in order; single letters (elided articles, initials) are dropped."""
    return tuple(stem(word) for word in words_of(text) if len(word) > 1 or word.isdigit())


@lru_cache(1 << 16)
def stem(word: str) -> str:
    """Cut a folded word: one ending off, then at most STEM letters («évacuation», «évacuée» -> "evacu")."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word[: -len(ending)][:STEM]
    return word[:STEM]


def grams(text: str, *, size: int = 3) -> tuple[str, ...]:
    """Return runs of letters of each word with its edges; inflected and compound forms share many."""
    edged = (f" {word} " for word in words_of(text))
    return tuple(word[at : at + size] for word in edged for at in range(max(1, len(word) - size + 1)))


def proper(text: str) -> tuple[str, ...]:
    """Folded words that are written with a capital or a digit first: names, and what opens a sentence."""
    return tuple(fold(word) for word in _WORD.findall(text) if len(word) > 1 and not word[0].islower())


def weigh(terms: Iterable[str], rarity: Mapping[str, float], unseen: float) -> Vector:
    """Vector of length one: dampened counts times rarity."""
    counts = Counter(terms)
    raw = {term: (1 + math.log(n)) * rarity.get(term, unseen) for term, n in counts.items()}
    norm = math.sqrt(sum(value * value for value in raw.values()))
    return {term: value / norm for term, value in raw.items() if value} if norm else {}


def cosine(left: Vector, right: Vector) -> float:
    """Return the cosine of two vectors of length one."""
    # The sum is exact, so the order of a set can't show in it.
    return math.fsum(left[term] * right[term] for term in left.keys() & right.keys())


@cache
def rarity_of(lang: str | None) -> tuple[Mapping[str, float], float]:
    """Rarity of each known stem of a language, and that of an unknown one (natural logarithm)."""
    known = languages()
    table = frequencies(lang) if lang in known else _pooled(tuple(frequencies(code) for code in known))
    total = 1 + table.sentences
    return {stem: math.log(total / (1 + n)) for stem, n in table.counts.items()}, math.log(total)


def _pooled(tables: tuple[Frequencies, ...]) -> Frequencies:
    counts: Counter[str] = Counter()
    for table in tables:
        counts.update(table.counts)
    return Frequencies(sentences=sum(table.sentences for table in tables), counts=dict(counts))
