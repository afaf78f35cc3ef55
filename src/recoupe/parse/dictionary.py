"""Known names as features: a compact set of the places, persons and bodies that the recogniser may lean on."""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from recoupe.gazetteer.keys import spelling_key

CLASSES = ("state", "city", "place", "facility", "person", "body", "first", "last", "work")
"""A key's classes are bits in this order."""
LONGEST = 6
"""Words of the longest name looked for."""


class NameDictionary:
    """Sorted hashes of keys with their classes; two keys in ten thousand answer for another."""

    def __init__(self, keys: NDArray[np.uint32], classes: NDArray[np.uint16]) -> None:
        self._keys = keys
        self._classes = classes

    @classmethod
    def read(cls, path: Path) -> "NameDictionary":
        """Return the dictionary that `write` wrote."""
        with np.load(path) as arrays:
            return cls(
                np.cumsum(arrays["gaps"], dtype=np.uint64).astype(np.uint32), arrays["classes"].astype(np.uint16)
            )

    def features(self, words: Sequence[str]) -> list[list[str]]:
        """Return for each word the classes of the longest known names that cover it, with its place in them."""
        rows: list[list[str]] = [[] for _ in words]
        spans, keys = _windows(words)
        if not spans:
            return rows
        places = np.searchsorted(self._keys, keys).clip(max=len(self._keys) - 1)
        hits = np.flatnonzero(self._keys[places] == keys).tolist()
        best: dict[tuple[int, int], int] = {}
        for hit in hits:
            start, end = spans[hit]
            classes = int(self._classes[places[hit]])
            for bit in range(len(CLASSES)):
                if classes >> bit & 1:
                    for index in range(start, end):
                        best[index, bit] = max(best.get((index, bit), 0), (end - start) * 100 + index - start)
        for (index, bit), packed in sorted(best.items()):
            length, place = divmod(packed, 100)
            rows[index].append(f"d={CLASSES[bit]}{min(length, 3)}{'I' if place else 'B'}")
        return rows


def write(path: Path, names: Mapping[str, int]) -> int:
    """Write a dictionary of keys and their class bits; return the number of keys."""
    merged: dict[int, int] = {}
    for key, classes in names.items():
        number = zlib.crc32(key.encode())
        merged[number] = merged.get(number, 0) | classes
    numbers = np.array(sorted(merged), dtype=np.uint64)
    gaps = np.diff(numbers, prepend=np.uint64(0)).astype(np.uint32)
    bits = np.array([merged[int(number)] for number in numbers], dtype=np.uint16)
    np.savez_compressed(path, gaps=gaps, classes=bits)
    return len(numbers)


def _windows(words: Sequence[str]) -> tuple[list[tuple[int, int]], NDArray[np.uint32]]:
    """Return runs of words that hold a capital and may be a name, with the hashes of their keys."""
    spans: list[tuple[int, int]] = []
    keys: list[int] = []
    parts = [_part(word) for word in words]
    capital = [word[:1].isupper() or (len(word) > 3 and not word.islower()) for word in words]
    for start, part in enumerate(parts):
        if not part or not any(capital[start : start + 3]):
            continue
        key = ""
        for end in range(start + 1, min(start + LONGEST, len(words)) + 1):
            last = parts[end - 1]
            if last is None:
                break
            key += last
            if last and any(capital[start:end]):
                spans.append((start, end))
                keys.append(zlib.crc32(key.encode()))
    return spans, np.array(keys, dtype=np.uint32)


@lru_cache(50_000)
def _part(word: str) -> str | None:
    """Return what a word adds to a key: nothing for an article, null for a mark that no name runs over."""
    if not any(c.isalnum() for c in word):
        return "" if word in ("-", "'", "’", "&", ".") else None
    return "" if spelling_key("name " + word) == "name" else spelling_key(word)


def all_bits(pairs: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Gather (name, class) pairs by key."""
    bits: dict[str, int] = {}
    for name, kind in pairs:
        key = spelling_key(name)
        if key:
            bits[key] = bits.get(key, 0) | 1 << CLASSES.index(kind)
    return bits
