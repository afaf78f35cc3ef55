"""A report's words and syntax as columns of tuples; no parser's object leaves `parse/`."""

from dataclasses import dataclass
from typing import Literal

from recoupe.model.reports import Cleaned
from recoupe.model.text import Quoted, Span

NameType = Literal["PER", "LOC", "FAC", "ORG", "MISC"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name(Quoted):
    """A proper name."""

    type: NameType


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """Tokens in text order; every column has one entry per token.

    Labels are those of Universal Dependencies. A contraction («du», «au») is one token, tagged ADP.
    """

    cleaned: Cleaned
    lang: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lemmas: tuple[str, ...]
    upos: tuple[str, ...]
    feats: tuple[str, ...]
    """As in CoNLL-U: "Mood=Ind|Number=Sing", or ""."""
    heads: tuple[int, ...]
    """Index of the head among all tokens; a root is its own head."""
    deprels: tuple[str, ...]
    """With subtypes where the treebank has them: "nsubj:pass", "obl:agent", "root"."""
    sentences: tuple[Span, ...]
    """Half-open ranges of token indices, in order, covering all tokens."""
    names: tuple[Name, ...]

    @property
    def text(self) -> str:
        return self.cleaned.report.text
