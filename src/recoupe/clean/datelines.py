"""The place, date and agency that open an agency's report."""

from recoupe.model import Quoted, Span
from recoupe.packs.residue import datelines

__all__ = ["find_dateline"]

_LONGEST_DATELINE = 300
"""Characters; a wire's header with its bracketed notes has 120."""


def find_dateline(text: str, paragraph: Span) -> tuple[Quoted, str | None] | None:
    """Return the dateline that opens the paragraph and the agency it names."""
    start, end = paragraph
    for form in datelines():
        hit = form.pattern.match(text, start, min(end, start + _LONGEST_DATELINE))
        if hit and hit.end() < end:
            agency = next(
                (value for name, value in hit.groupdict().items() if value and name.startswith("credit")), None
            )
            quoted = text[hit.start() : hit.end()].rstrip()
            return Quoted(start=hit.start(), end=hit.start() + len(quoted), text=quoted), agency
    return None
