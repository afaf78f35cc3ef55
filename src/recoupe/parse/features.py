"""What the network sees of a word: its normal form, affixes, shape and dictionary entry, as rows of tables."""

import hashlib
import re
from collections.abc import Mapping
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

ROWS = (8000, 2000, 1000, 2500, 4000, 500, 6000, 300)
"""Rows of the tables: word, prefix, three suffixes, shape, dictionary entry, ending of the entry."""
SIZES = (128, 32, 32, 32, 32, 24, 64, 24)
"""Length of their vectors."""

_MARKS = str.maketrans(
    {
        "’": "'", "ʼ": "'", "`": "'", "´": "'", "‘": "'",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‹": '"', "›": '"',
        "–": "-", "—": "-", "‑": "-", "−": "-",
        "œ": "oe", "Œ": "Oe", "…": "...",
    },
)  # fmt: skip
_DIGITS = re.compile(r"\d")
_RUNS = re.compile(r"(.)\1+")
_BLANKS = re.compile(r"\s")


@lru_cache(maxsize=50_000)
def normal(word: str) -> str:
    """Return the word with one form of apostrophe, quotation mark and dash, and every digit a 0."""
    if word.isalpha() and word.isascii():
        return word
    if word in ("<<", ">>", "''", "``"):
        return '"'
    return _DIGITS.sub("0", _BLANKS.sub("", word.translate(_MARKS))) or word


def features(word: str, entries: Mapping[str, str]) -> NDArray[np.int64]:
    """Return two rows of each table for a normal form; `entries` maps lower-case forms to dictionary entries.

    A vector is the sum of the two rows, so that two words seldom share both.
    """
    lower = word.lower()
    entry = entries.get(lower, "")
    ending = ("=" if entry == lower else entry[-3:]) if entry else "?"
    texts = (lower, lower[:3], lower[-2:], lower[-3:], lower[-4:], shape(word), entry or "?" + lower[-5:], ending)
    rows = np.empty((len(ROWS), 2), np.int64)
    for column, text in enumerate(texts):
        digest = hashlib.blake2b(f"{column}:{text}".encode(), digest_size=8).digest()
        number = int.from_bytes(digest, "little")
        rows[column] = (number & 0xFFFFFFFF) % ROWS[column], (number >> 32) % ROWS[column]
    return rows


@lru_cache(maxsize=50_000)
def shape(word: str) -> str:
    """Return the run of character classes: X upper, x lower, 0 digit, others as they are; runs are cut to two."""
    if word.isalpha() and word.islower():
        return "x" if len(word) == 1 else "xx"
    classes = "".join("0" if c.isdigit() else "X" if c.isupper() else "x" if c.isalpha() else c for c in word[:12])
    return _RUNS.sub(r"\1\1", classes)
