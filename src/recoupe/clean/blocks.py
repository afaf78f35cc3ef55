"""Paragraphs of a text, as offsets."""

import re
from collections.abc import Iterator, Sequence

from recoupe.model import Span

__all__ = ["paragraphs", "remainder", "trimmed"]

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
