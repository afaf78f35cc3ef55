"""Quotations: what is said, by which cue, by whom."""

from dataclasses import dataclass
from typing import Literal

from recoupe.model.text import Quoted, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteSpeaker(Quoted):
    """The words that name the speaker, and the id of the actor where it is known."""

    actor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One quotation; `parts` are the pieces of a content that a comment clause interrupts (else one)."""

    kind: Literal["direct", "indirect", "mixed"]
    content: Span
    cue: Span | None
    speaker: QuoteSpeaker | None
    parts: tuple[Span, ...]
    rule: str = ""
