"""What the network sees of a word: its normal form, affixes, shape and dictionary entry, as hashes."""

import re
from collections.abc import Mapping
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from spacy.strings import hash_string

COLUMNS = ("norm", "prefix", "suffix2", "suffix3", "suffix4", "shape", "entry")
ROWS = (8000, 2000, 1500, 3000, 5000, 600, 6000)
"""Rows of each column's table of vectors."""

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


def features(word: str, entries: Mapping[str, str]) -> NDArray[np.uint64]:
    """Return one hash per column for a normal form; `entries` maps lower-case forms to dictionary entries."""
    lower = word.lower()
    entry = entries.get(lower, "")
    return np.array(
        [
            hash_string(text)
            for text in (lower, lower[:3], lower[-2:], lower[-3:], lower[-4:], shape(word), entry or "?" + lower[-5:])
        ],
        dtype="uint64",
    )


@lru_cache(maxsize=50_000)
def shape(word: str) -> str:
    """Return the run of character classes: X upper, x lower, 0 digit, others as they are; runs are cut to two."""
    if word.isalpha() and word.islower():
        return "x" if len(word) == 1 else "xx"
    classes = "".join(
        "0" if c.isdigit() else "X" if c.isupper() else "x" if c.isalpha() else c for c in word[:12]
    )
    return _RUNS.sub(r"\1\1", classes)
