"""Paragraphs of a text, as offsets."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from recoupe.model import Span

__all__ = ["is_wrapped", "joined", "paragraphs", "remainder", "trimmed"]

_LEAST_BROKEN = 2
_SHARE_BROKEN = 0.4
"""Of the line breaks in wrapped French or English prose, two in three stand before a small letter."""
_WIDEST_WRAP = 120
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")


def paragraphs(text: str) -> Iterator[Span]:
    """Yield each line that holds more than blanks, trimmed, in order."""
    for line in _LINE.finditer(text):
        start, end = trimmed(text, line.start(), line.end())
        if start < end:
            yield start, end


def trimmed(text: str, start: int, end: int) -> Span:
    """Return the range without blanks at its edges; empty at `start` if it holds nothing else."""
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def remainder(text: str, paragraph: Span, cut: Sequence[Span]) -> Iterator[Span]:
    """Yield what is left of a paragraph once the ranges (in order, disjoint) are cut out."""
    position, end = paragraph
    for cut_start, cut_end in (*cut, (end, end)):
        start, stop = trimmed(text, position, max(position, cut_start))
        # A bracket or a lone mark that lost its content is no text.
        if any(letter.isalnum() for letter in text[start:stop]):
            yield start, stop
        position = max(position, cut_end)


def is_wrapped(text: str, lines: Sequence[Span]) -> bool:
    """Tell whether line breaks stand within sentences, as in text wrapped at a fixed width."""
    pairs = [pair for pair in pairwise(lines) if _is_one_break(text[pair[0][1] : pair[1][0]])]
    broken = [pair for pair in pairs if _runs_on(text, *pair)]
    return len(broken) >= _LEAST_BROKEN and len(broken) >= _SHARE_BROKEN * len(pairs)


def joined(text: str, blocks: Sequence[Span]) -> Iterator[Span]:
    """Yield the blocks of a wrapped text with those joined that one line break alone parts."""
    held: Span | None = None
    for start, end in blocks:
        if held and _is_one_break(text[held[1] : start]):
            held = held[0], end
            continue
        if held:
            yield held
        held = start, end
    if held:
        yield held


def _is_one_break(between: str) -> bool:
    return not between.strip() and len(between.splitlines()) == 1


def _runs_on(text: str, line: Span, following: Span) -> bool:
    ends_open = text[line[1] - 1] not in '.!?…:;»”")'
    return ends_open and text[following[0]].islower() and line[1] - line[0] <= _WIDEST_WRAP
