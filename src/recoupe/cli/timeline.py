"""`recoupe timeline`: what happened, by the date of the events."""

from pathlib import Path
from typing import Annotated

import typer

from recoupe.cli.options import AsJson, LedgerFile
from recoupe.cli.streams import complain, write_records
from recoupe.cli.tables import short_id, write_rows
from recoupe.cli.words import STATUS_STYLES, act, parties, place_words, span_of_days, status_words
from recoupe.codec import iso_date
from recoupe.model import Incident
from recoupe.store import Ledger, Wanted

__all__ = ["run", "warn_unmerged"]

_HEADS = ("DATE", "STATUS", "ACT", "BY", "TO", "WHERE", "SOURCES", "DISSENT", "ID")


def _day(given: str | None) -> str | None:
    day = iso_date(given) if given else None
    if given and not day:
        raise typer.BadParameter(f"expected a date such as 2020-03-19, found {given!r}")
    return day


def run(  # noqa: PLR0913 (one option a filter)
    *,
    ledger: LedgerFile = Path("recoupe.db"),
    start: Annotated[str | None, typer.Option("--from", help="First day of the events.", callback=_day)] = None,
    end: Annotated[str | None, typer.Option("--to", help="Last day of the events.", callback=_day)] = None,
    place: Annotated[str | None, typer.Option(help="A part of the place's name, or its country's code.")] = None,
    actor: Annotated[str | None, typer.Option(help="A part of a party's name, or its country's code.")] = None,
    type_: Annotated[str | None, typer.Option("--type", help="One of PLOVER's sixteen, such as RETREAT.")] = None,
    status: Annotated[str | None, typer.Option(help="happened, future, possible or denied.")] = None,
    as_json: AsJson = False,
) -> None:
    """List what happened, was announced or denied, by the date of the events; the undated stand last."""
    wanted = Wanted(start=start, end=end, place=place, actor=actor, type=type_, status=status)
    with Ledger(ledger) as held:
        warn_unmerged(held)
        incidents = held.incidents(wanted)
    if as_json:
        write_records(incidents)
    else:
        write_rows(_HEADS, [_row(incident) for incident in incidents], styles=STATUS_STYLES)


def warn_unmerged(ledger: Ledger) -> None:
    """Say when a stopped run left reports that are coded but not yet merged."""
    waiting = ledger.unmerged()
    if waiting:
        complain(f"{waiting} reports are coded but not merged yet: run `recoupe add` again")


def _row(incident: Incident) -> tuple[str, ...]:
    return (
        span_of_days(incident.when),
        status_words(incident.status),
        act(incident),
        parties(incident.actor),
        parties(incident.recipient, unknown=""),
        place_words(incident.where),
        str(incident.independent_sources),
        ", ".join(difference.field for difference in incident.disagreements),
        short_id(incident.id),
    )
