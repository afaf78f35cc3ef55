"""Annotates texts for tests: from hand-built parses without a model, or with the shipped models."""

from functools import cache

from recoupe.annotate.quotes import annotate_quotes
from recoupe.model import Actor, Annotated, Cleaned, Parsed, Published, Quote, Report, Time
from recoupe.parse import Parser


@cache
def _parser() -> Parser:
    return Parser(())


def annotated(
    parsed: Parsed,
    *,
    published: str | None = None,
    times: tuple[Time, ...] = (),
    quotes: tuple[Quote, ...] = (),
    actors: tuple[Actor, ...] = (),
) -> Annotated:
    """Wrap a parse with what the test knows about it."""
    basis = Published(value=published, basis="given" if published else "unknown")
    return Annotated(parsed=parsed, published=basis, times=times, places=(), actors=actors, quotes=quotes)


def read(text: str, lang: str = "fr") -> Annotated:
    """Parse a text with the shipped model, its lines as paragraphs, and find its quotations."""
    kept, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            kept.append((start, start + len(line)))
        start += len(line) + 1
    report = Report(id="r", text=text, lang=lang)
    parsed = _parser().parse(Cleaned(report=report, kept=tuple(kept)), lang)
    return annotated(parsed, quotes=annotate_quotes(parsed, actors=()))


def token_of(found: Annotated, word: str) -> int:
    """Return the token that a word of the text falls in."""
    start = found.parsed.text.index(word)
    return next(t for t, end in enumerate(found.parsed.ends) if start < end)
