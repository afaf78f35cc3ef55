"""A report in, the same report with its residue marked out."""

from recoupe.clean.blocks import is_wrapped, joined, paragraphs, remainder
from recoupe.clean.datelines import find_dateline
from recoupe.clean.residue import find_residue
from recoupe.model import Cleaned, Report, Span

__all__ = ["clean", "clean_title"]


def clean(report: Report) -> Cleaned:
    """Return the report with its residue marked; the text itself stays as it came."""
    text = report.text
    lines = tuple(paragraphs(text))
    cuts = find_residue(text, lines)
    kept: list[Span] = []
    position = 0
    for line in lines:
        first = position
        while position < len(cuts) and cuts[position].span[1] <= line[1]:
            position += 1
        kept += remainder(text, line, [cut.span for cut in cuts[first:position]])
    if is_wrapped(text, lines):
        kept = list(joined(text, kept))
    credit = next((cut.credit for cut in reversed(cuts) if cut.credit), None)
    opening = find_dateline(text, kept[0]) if kept else None
    if opening:
        dateline, agency = opening
        kept[:1] = [(dateline.start, dateline.end), *remainder(text, kept[0], [(dateline.start, dateline.end)])]
        credit = credit or agency
    return Cleaned(
        report=report,
        kept=tuple(kept),
        removed=tuple(cut.residue for cut in cuts),
        credit=credit,
        dateline=opening[0] if opening else None,
    )


def clean_title(report: Report) -> Cleaned:
    """Return a report whose text is a title: nothing in it is residue."""
    return Cleaned(report=report, kept=tuple(paragraphs(report.text)))
