"""`recoupe show`: one incident or pledge with everything that was said of it."""

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
from recoupe.model import CodedReport, Incident, Mention, Pledge
from recoupe.store import Ledger

__all__ = ["run"]


def run(
    given: Annotated[str, typer.Argument(metavar="ID", help="The id of an incident or pledge, or its beginning.")],
    *,
    ledger: LedgerFile = Path("recoupe.db"),
    as_json: AsJson = False,
) -> None:
    """Show one incident or pledge: every mention with its sentence, report and speaker, and where they disagree."""
    with Ledger(ledger) as held:
        found = _find(held, given)
        keys = found.mentions if isinstance(found, Incident) else [evidence.mention for evidence in found.evidence]
        reports = {report.id: report for report in held.coded({key.rpartition("/")[0] for key in keys})}
    if as_json:
        write_records([found])
        return
    console = Console(soft_wrap=True, highlight=False)
    for line in _incident(found, reports) if isinstance(found, Incident) else _pledge(found, reports):
        console.print(line if console.is_terminal else line.plain)


def _find(ledger: Ledger, beginning: str) -> Incident | Pledge:
    """Return the only incident or pledge whose id, or its part after the dash, begins so."""
    records: tuple[Incident | Pledge, ...] = (*ledger.incidents(), *ledger.pledges())
    found = [
        record
        for record in records
        if record.id.startswith(beginning) or record.id.rsplit("-", 1)[-1].startswith(beginning)
    ]
    if len(found) != 1:
        count = f"{len(found)} that begin so" if found else "none"
        raise UnreadableInput(f"id {beginning}", "the beginning of one incident's or pledge's id", count)
    return found[0]


def _incident(incident: Incident, reports: Mapping[str, CodedReport]) -> Iterator[Text]:
    yield from _summary(incident)
    yield Text()
    for key in incident.mentions:
        yield from _mention(key, reports)
    yield from _differences(incident)
    yield from _reasons(incident)


def _pledge(pledge: Pledge, reports: Mapping[str, CodedReport]) -> Iterator[Text]:
    yield Text(pledge.act.text, style="bold")
    yield from _facts(
        {
            "state": pledge.state,
            "act": act(pledge.act),
            "by": parties(pledge.by),
            "to": parties(pledge.to, unknown=""),
            "when": span_of_days(pledge.act.when),
            "where": place_words(pledge.act.where) or "unknown",
            "deadline": pledge.deadline or "",
            "if": pledge.condition or "",
            "id": pledge.id,
        }
    )
    for evidence in pledge.evidence:
        yield Text()
        yield Text(f"{evidence.says}:", style="bold")
        yield from _mention(evidence.mention, reports)


def _summary(incident: Incident) -> Iterator[Text]:
    yield Text(incident.title, style="bold")
    yield from _facts(
        {
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
    )


def _facts(facts: Mapping[str, str]) -> Iterator[Text]:
    for name, value in facts.items():
        if value:
            yield Text(f"{name:9}", style="dim").append(value, style="none")


def _mention(key: str, reports: Mapping[str, CodedReport]) -> Iterator[Text]:
    report_id, _, number = key.rpartition("/")
    report = reports.get(report_id)
    mention, text = _lookup(report, number) if report else (None, "")
    if report is None or mention is None:
        return
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
