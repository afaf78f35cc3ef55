"""What kept a report from being coded, and whether a later run may do better."""

from recoupe.model import CodedReport
from recoupe.packs.files import languages

__all__ = ["BAD_DATE", "DIED", "OWN_FAULT", "is_coded", "may_succeed"]

# The words are part of what the ledger keeps: a later version knows by them what it may try again.
BAD_DATE = "an ISO date or date-time in published (the report is coded without it)"
DIED = "the process that coded it died (out of memory?)"
OWN_FAULT = "a fault of Recoupe itself"


def is_coded(report: CodedReport) -> bool:
    """Tell whether the report was coded, be it in spite of a date that is none."""
    return report.error is None or BAD_DATE in report.error


def may_succeed(report: CodedReport, *, by: str, now: str) -> bool:
    """Tell whether version `now` may code what version `by` could not: a pack came, or the fault was ours."""
    if report.error is None or is_coded(report):
        return False
    if DIED in report.error:
        return True
    if OWN_FAULT in report.error:
        return by != now
    return "no language pack" in report.error and report.lang in languages()
