"""A report as it came, and as cleaning left it."""

from dataclasses import dataclass
from typing import Literal

from recoupe.model.text import Quoted, Span

Basis = Literal["given", "inferred", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A place name given along with the report, to measure resolution alone."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """A report as `recoupe code` reads it: only the text is required, the id defaults to a hash of the content."""

    text: str
    id: str | None = None
    title: str | None = None
    lang: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    places: tuple[Toponym, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One press report as it was given; `text` never changes."""

    id: str
    text: str
    title: str | None = None
    lang: str | None = None
    published: str | None = None
    """ISO date or date-time, as given."""
    published_evidence: str | None = None
    """Where the date was read when ingestion found it: "json-ld", "html", "feed", "file name"."""
    outlet: str | None = None
    url: str | None = None
    places: tuple[Toponym, ...] | None = None
    """When given: exactly these toponyms are resolved, and no others looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Residue(Quoted):
    """A piece of the page that is no part of the report."""

    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """A report with its residue marked; nothing is rewritten."""

    report: Report
    kept: tuple[Span, ...]
    """Blocks of running text in order, disjoint: paragraphs less their residue.

    A line break stands within a block only where the text is wrapped at a fixed width.
    """
    removed: tuple[Residue, ...] = ()
    credit: str | None = None
    """The agency or outlet that a credit line names («Source: Avec …»)."""
    dateline: Quoted | None = None
    """«BAGDAD, 18 mars (Agence) —» at the head of the report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The report's own date with what it rests on."""

    value: str | None
    basis: Basis
    candidates: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
