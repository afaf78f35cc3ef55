"""Coded reports in; incidents, stories, copies and pledges out."""

from collections.abc import Iterable, Iterator

from recoupe.merge import merge
from recoupe.model import CodedReport, Copies, Failure, Incident, Pledge, Story, Unread
from recoupe.store import Derived, Ledger

__all__ = ["merge_reports", "rebuild"]


def merge_reports(
    reports: Iterable[CodedReport | Failure],
) -> Iterator[Incident | Story | Copies | Pledge | Unread]:
    """Yield the ledger of the coded reports; a line that is none, or that takes another's id, is said first."""
    held: dict[str, CodedReport] = {}
    for report in reports:
        if isinstance(report, Failure):
            yield Unread(id=report.id, error=report.reason)
        elif report.error and not _has_words(report):
            yield Unread(id=report.id, error=report.error)
        elif held.setdefault(report.id, report) != report:
            yield Unread(id=report.id, error=f"report {report.id}: another report of this id came before")
    merged = merge(tuple(held.values()))
    yield from merged.incidents
    yield from merged.stories
    yield from merged.copies
    yield from merged.pledges


def rebuild(ledger: Ledger) -> None:
    """Derive incidents, stories, copies and pledges again from all coded reports that the ledger holds."""
    reports = tuple(ledger.coded())
    merged = merge([report for report in reports if _has_words(report)])
    derived = Derived(incidents=merged.incidents, stories=merged.stories, copies=merged.copies, pledges=merged.pledges)
    ledger.rebuild(derived, merged=len(reports))


def _has_words(report: CodedReport) -> bool:
    """Tell whether the record is a report at all: what could not be read has neither title nor text."""
    return bool(report.text.strip() or (report.title or "").strip())
