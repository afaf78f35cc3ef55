"""`recoupe show`: one incident with everything that was said of it."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from recoupe.cli.options import AsJson, LedgerFile
from recoupe.cli.streams import write_records
from recoupe.cli.words import act, count, parties, place_words, span_of_days, status_words
from recoupe.errors import UnreadableInput
from recoupe.model import CodedReport, Incident, Mention
from recoupe.store import Ledger

__all__ = ["run"]


def run(
    incident: Annotated[str, typer.Argument(help="The incident's id, or its beginning.")],
    *,
    ledger: LedgerFile = Path("recoupe.db"),
    as_json: AsJson = False,
) -> None:
    """Show one incident: every mention with its sentence, report and speaker, and where they disagree."""
    with Ledger(ledger) as held:
        found = _find(held, incident)
        reports = {report.id: report for report in held.coded(found.reports)}
    if as_json:
        write_records([found])
        return
    console = Console(soft_wrap=True, highlight=False)
    for line in (*_summary(found), Text(), *_mentions(found, reports), *_differences(found), *_reasons(found)):
        console.print(line if console.is_terminal else line.plain)


def _find(ledger: Ledger, beginning: str) -> Incident:
    """Return the only incident whose id, or its part after the dash, begins so."""
    found = [
        incident
        for incident in ledger.incidents()
        if incident.id.startswith(beginning) or incident.id.rsplit("-", 1)[-1].startswith(beginning)
    ]
    if len(found) != 1:
        count = f"{len(found)} that begin so" if found else "none"
        raise UnreadableInput(f"incident {beginning}", "the beginning of one incident's id", count)
    return found[0]


def _summary(incident: Incident) -> Iterator[Text]:
    yield Text(incident.title, style="bold")
    facts = {
        "act": act(incident),
        "status": status_words(incident.status),
        "when": span_of_days(incident.when),
        "where": place_words(incident.where) or "unknown",
        "by": parties(incident.actor),
        "to": parties(incident.recipient),
        "sources": f"{incident.independent_sources} independent, in {count(len(incident.reports), 'report')}",
        "fulfils": incident.fulfils or "",
        "id": incident.id,
    }
    for name, value in facts.items():
        if value:
            yield Text(f"{name:9}", style="dim").append(value, style="none")


def _mentions(incident: Incident, reports: Mapping[str, CodedReport]) -> Iterator[Text]:
    for key in incident.mentions:
        report_id, _, number = key.rpartition("/")
        report = reports.get(report_id)
        mention, text = _lookup(report, number) if report else (None, "")
        if report is None or mention is None:
            continue
        source = ", ".join(filter(None, (report.outlet or report.credit, report.published.value, report_id)))
        yield Text(f"{status_words(mention.status)}  {span_of_days(mention.when)}  ", style="bold").append(
            f"[{source}]", style="dim"
        )
        yield _sentence(mention, text)
        if mention.said_by:
            yield Text(f"  said by {mention.said_by.text}", style="italic")


def _lookup(report: CodedReport, number: str) -> tuple[Mention | None, str]:
    """Return the mention of this number and the text that its offsets count in: the body's or the title's."""
    for held, text in ((report.mentions, report.text), (report.title_mentions, report.title or "")):
        mention = next((mention for mention in held if mention.id == number), None)
        if mention:
            return mention, text
    return None, ""


def _sentence(mention: Mention, text: str) -> Text:
    """Return the sentence with the trigger in bold on a terminal."""
    start, end = mention.sentence
    first, last = mention.trigger.start, mention.trigger.end
    line = Text("  ").append(text[start:first]).append(text[first:last], style="bold underline")
    return line.append(text[last:end])


def _differences(incident: Incident) -> Iterator[Text]:
    if incident.disagreements:
        yield Text()
        yield Text("They disagree", style="bold")
    for difference in incident.disagreements:
        values = "; ".join(f"{variant.value} ({', '.join(variant.mentions)})" for variant in difference.values)
        yield Text(f"  {difference.field}: ", style="dim").append(values, style="none")


def _reasons(incident: Incident) -> Iterator[Text]:
    if incident.why:
        yield Text()
        yield Text("Held to be one because", style="bold")
    for reason in incident.why:
        pair = f"  {reason.left} = {reason.right} ({reason.score:.2f}): "
        yield Text(pair, style="dim").append(", ".join(reason.reasons), style="none")
