"""Finds where sentences begin."""

import re
from collections.abc import Sequence

_ENDS = frozenset((".", "!", "?", "…", "...", "?!", "!?", "!!", "!!!"))
_CLOSERS = frozenset(("»", "”", '"', ")", "]", ">>", "’’", "''"))
_OPENERS = re.compile(r"[«“\"(\[<—–-]")


def sentence_starts(words: Sequence[str]) -> tuple[int, ...]:
    """Return the indices of the words that begin a sentence; 0 is always one of them."""
    starts = [0]
    index = 0
    while index < len(words):
        index += 1
        if words[index - 1] not in _ENDS and not words[index - 1].startswith("..."):
            continue
        while index < len(words) and words[index] in _CLOSERS:
            index += 1
        if index < len(words) and _may_begin(words[index]):
            starts.append(index)
    return tuple(starts) if words else ()


def _may_begin(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or bool(_OPENERS.match(word))
