"""Whom the text credits with the claim that an act is, was or will be."""

from recoupe.model.annotated import Annotated
from recoupe.model.mentions import Speaker
from recoupe.model.quotes import Quote
from recoupe.model.text import Span

_WRITER = frozenset({"je", "j'", "nous", "i", "we", "on"})
"""The writer's own voice, where it stands outside quotation marks."""


def said_by(annotated: Annotated, trigger: int) -> Speaker | None:
    """Return the innermost named source that a token's claim is credited to; None where the text itself asserts it."""
    start, end = annotated.parsed.starts[trigger], annotated.parsed.ends[trigger]
    covering = [q for q in annotated.quotes if q.speaker is not None and _covers(q, (start, end))]
    covering.sort(key=lambda q: (sum(e - s for s, e in q.parts), q.content))
    for quote in covering:
        speaker = quote.speaker
        if (
            speaker is None
            or speaker.text.lower().replace("’", "'") in _WRITER
            or _overlap((speaker.start, speaker.end), (start, end))
        ):
            continue
        return Speaker(start=speaker.start, end=speaker.end, text=speaker.text, id=speaker.actor)
    return None


def _covers(quote: Quote, span: Span) -> bool:
    if quote.cue is not None and _overlap(quote.cue, span):
        return False
    return any(start <= span[0] and span[1] <= end for start, end in quote.parts)


def _overlap(left: Span, right: Span) -> bool:
    return left[0] < right[1] and right[0] < left[1]
