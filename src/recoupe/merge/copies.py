"""Near-duplicate reports: wire copy under a new headline, with a cut tail or another credit line."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np
from rensa import RMinHash

from recoupe.merge.accounts import Sheet
from recoupe.merge.cluster import components
from recoupe.merge.terms import words_of
from recoupe.model import Copies

PERMUTATIONS, ROWS = 128, 4
"""32 bands of 4 rows: finds .9998 of pairs at Jaccard .7 and .87 at .5 (where a cut tail leads)."""
SEED = 1
MIXER = np.uint64(0x9E3779B97F4A7C15)
"""An odd number that spreads the rows of a band over 64 bits."""
FEWEST = 8
"""Words below which a text is a headline: those are copies only when equal."""
LIKE = 0.8
"""Jaccard likeness of a copy."""
HELD, HELD_LIKE = 0.9, 0.4
"""A text that holds so much of another, and is not much longer, is its full version."""
WIDEST = 64
"""Members of a bucket that are all compared; beyond them the first stand for it (one text, many times)."""


def copies_of(sheets: Sequence[Sheet]) -> tuple[Copies, ...]:
    """Group the copies; the original is the first published, then the longest."""
    shingles = [_shingles(sheet) for sheet in sheets]
    edges = [pair for pair in sorted(_candidates(shingles)) if _alike(shingles[pair[0]], shingles[pair[1]])]
    found = [_fold([sheets[at] for at in group]) for group in components(len(sheets), edges) if len(group) > 1]
    return tuple(sorted(found, key=lambda copies: copies.of))


def originals(copies: Iterable[Copies]) -> Mapping[str, str]:
    """Map each copy to its original."""
    return {report: one.of for one in copies for report in one.reports}


def _fold(group: Sequence[Sheet]) -> Copies:
    first, *rest = sorted(group, key=_seniority)
    return Copies(of=first.id, reports=tuple(sorted(sheet.id for sheet in rest)))


def _seniority(sheet: Sheet) -> tuple[str, int, str]:
    return sheet.report.published.value or "9999", -len(sheet.report.text), sheet.id


def _shingles(sheet: Sheet) -> frozenset[str]:
    """Cut a text into runs of three words; a headline is one piece."""
    words = words_of(sheet.report.text)
    if len(words) < FEWEST:
        return frozenset((" ".join((*words_of(sheet.report.title or ""), "|", *words)),))
    return frozenset([f"{one} {two} {three}" for one, two, three in zip(words, words[1:], words[2:], strict=False)])


def _candidates(shingles: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Yield pairs of texts that agree in all rows of a band; what only collides is refused later."""
    if not shingles:
        return
    digests = RMinHash.digests_from_token_sets([list(one) for one in shingles], PERMUTATIONS, SEED)
    table = np.array(digests, dtype=np.uint64)
    found: set[tuple[int, int]] = set()
    for band in range(0, PERMUTATIONS, ROWS):
        keys = np.zeros(len(table), dtype=np.uint64)
        for row in range(band, band + ROWS):
            keys = keys * MIXER + table[:, row]
        order = np.argsort(keys, kind="stable")
        bounds = np.concatenate(([0], np.flatnonzero(np.diff(keys[order])) + 1, [len(order)]))
        for at in np.flatnonzero(np.diff(bounds) > 1):
            found.update(_pairs(order[bounds[at] : bounds[at + 1]].tolist()))
    yield from found


def _pairs(bucket: Sequence[int]) -> Iterator[tuple[int, int]]:
    """All pairs of the first members, and a chain through the rest."""
    for at, one in enumerate(bucket[:WIDEST]):
        for two in bucket[at + 1 : WIDEST]:
            yield one, two
    yield from pairwise(bucket[WIDEST - 1 :])


def _alike(left: frozenset[str], right: frozenset[str]) -> bool:
    shared = len(left & right)
    union = len(left) + len(right) - shared
    likeness = shared / union
    return likeness >= LIKE or (
        likeness >= HELD_LIKE and shared >= HELD * min(len(left), len(right)) and shared > FEWEST
    )
