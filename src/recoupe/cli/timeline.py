"""`recoupe timeline`: what happened, by the date of the events."""

from pathlib import Path

import typer

from recoupe.cli.filters import ActorName, EventStatus, EventType, FirstDay, LastDay, PlaceName
from recoupe.cli.options import AsJson, LedgerFile
from recoupe.cli.streams import complain, write_records
from recoupe.cli.tables import short_id, write_rows
from recoupe.cli.words import STATUS_STYLES, act, parties, place_words, span_of_days, status_words
from recoupe.model import Incident
from recoupe.store import Ledger, Wanted

__all__ = ["run", "warn_unmerged"]

_HEADS = ("DATE", "STATUS", "ACT", "BY", "TO", "WHERE", "SOURCES", "DISSENT", "ID")


def run(  # noqa: PLR0913 (one option a filter)
    *,
    ledger: LedgerFile = Path("recoupe.db"),
    start: FirstDay = None,
    end: LastDay = None,
    place: PlaceName = None,
    actor: ActorName = None,
    type_: EventType = None,
    status: EventStatus = None,
    as_json: AsJson = False,
) -> None:
    """List what happened, was announced or denied, by the date of the events; the undated stand last."""
    if start and end and start > end:
        raise typer.BadParameter(f"expected --from before --to, found {start} and {end}")
    wanted = Wanted(start=start, end=end, place=place, actor=actor, type=type_, status=status)
    with Ledger(ledger) as held:
        warn_unmerged(held)
        incidents = held.incidents(wanted)
    if not incidents and wanted != Wanted():
        complain("no incident matches")
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
