"""`recoupe reports`: what a ledger was made from."""

from pathlib import Path

from recoupe.cli.options import AsJson, LedgerFile
from recoupe.cli.streams import complain, write_records
from recoupe.cli.tables import write_rows
from recoupe.model import CodedReport, Published
from recoupe.pipeline.faults import is_coded
from recoupe.store import Ledger

__all__ = ["run"]

_HEADS = ("PUBLISHED", "LANG", "OUTLET", "EVENTS", "TITLE", "ID")
_TITLE_CHARS = 60


def run(*, ledger: LedgerFile = Path("recoupe.db"), as_json: AsJson = False) -> None:
    """List the reports in the order in which they were added; what could not be read goes to standard error."""
    with Ledger(ledger) as held:
        coded, failures = tuple(held.coded()), held.failures()
    if as_json:
        write_records(coded)
    else:
        write_rows(_HEADS, [_row(report) for report in coded])
    for reason in (*(report.error for report in coded), *(failure.reason for failure in failures)):
        if reason:
            complain(reason)


def _row(report: CodedReport) -> tuple[str, ...]:
    events = len(report.mentions) + len(report.title_mentions)
    return (
        _published(report.published),
        report.lang or "?",
        report.outlet or report.credit or "",
        str(events) if is_coded(report) else "not coded",
        _heading(report),
        report.id,
    )


def _published(published: Published) -> str:
    if published.value is None:
        return "unknown"
    return published.value + (" (inferred)" if published.basis == "inferred" else "")


def _heading(report: CodedReport) -> str:
    words = " ".join((report.title or report.text).split())
    return words if len(words) <= _TITLE_CHARS else words[: _TITLE_CHARS - 1].rstrip() + "…"
