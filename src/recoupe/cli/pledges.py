"""`recoupe pledges`: what was announced, promised or threatened, and what became of it."""

from collections import Counter
from pathlib import Path

from recoupe.cli.options import AsJson, LedgerFile
from recoupe.cli.streams import write_records
from recoupe.cli.tables import short_id, write_rows
from recoupe.cli.timeline import warn_unmerged
from recoupe.cli.words import parties, place_words
from recoupe.model import Pledge
from recoupe.store import Ledger

__all__ = ["run"]

_HEADS = ("STATE", "BY", "ACT", "TO", "WHERE", "DEADLINE", "IF", "EVIDENCE", "ID")
_SIGNS = {"open": "○", "kept": "●", "partly kept": "◐", "broken": "✕", "lapsed": "◌", "withdrawn": "–"}
_STYLES = {"● kept": "green", "◐ partly kept": "yellow", "✕ broken": "red", "○ open": "cyan"}


def run(*, ledger: LedgerFile = Path("recoupe.db"), as_json: AsJson = False) -> None:
    """List the pledges with their state: it follows from what reports say, never from their silence."""
    with Ledger(ledger) as held:
        warn_unmerged(held)
        pledges = held.pledges()
    if as_json:
        write_records(pledges)
    else:
        write_rows(_HEADS, [_row(pledge) for pledge in pledges], styles=_STYLES)


def _row(pledge: Pledge) -> tuple[str, ...]:
    act = pledge.act
    says = Counter(evidence.says for evidence in pledge.evidence)
    return (
        f"{_SIGNS[pledge.state]} {pledge.state}",
        parties(pledge.by),
        act.type.lower() + (f" ({act.mode})" if act.mode else ""),
        parties(pledge.to, unknown=""),
        place_words(act.where),
        pledge.deadline or "",
        pledge.condition or "",
        ", ".join(f"{word} {count}" if count > 1 else word for word, count in says.items()),
        short_id(pledge.id),
    )
