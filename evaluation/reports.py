"""Parse texts for the evaluations of one stage, without the stages that they do not need."""

from functools import cache

from recoupe.annotate.quotes import annotate_quotes
from recoupe.annotate.times import annotate_times
from recoupe.model import Annotated, Cleaned, Parsed, Published, Report
from recoupe.parse import Parser


@cache
def parser() -> Parser:
    return Parser(())


def parse(text: str, lang: str, *, name: str = "x") -> Parsed:
    """Parse a text with its lines as blocks."""
    kept = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            lead = len(line) - len(line.lstrip())
            kept.append((start + lead, start + len(line.rstrip())))
        start += len(line) + 1
    report = Report(id=name, text=text, lang=lang)
    return parser().parse(Cleaned(report=report, kept=tuple(kept)), lang)


def annotate(text: str, lang: str, published: str | None = None) -> Annotated:
    """Annotate a text with its quotations, and with its times where that stage stands."""
    parsed = parse(text, lang)
    given = Published(value=published, basis="given" if published else "unknown")
    times = annotate_times(parsed, published=published)
    quotes = annotate_quotes(parsed, actors=())
    return Annotated(parsed=parsed, published=given, times=times, places=(), actors=(), quotes=quotes)
