"""How records are put into words for a person."""

from collections.abc import Sequence
from datetime import date, timedelta

from recoupe.model import Act, Incident, Party, When, Where

__all__ = ["STATUS_SIGNS", "STATUS_STYLES", "act", "count", "parties", "place_words", "span_of_days", "status_words"]

STATUS_SIGNS = {"happened": "●", "future": "○", "possible": "?", "denied": "✕"}
STATUS_STYLES = {
    "● happened": "green",
    "○ future": "cyan",
    "? possible": "yellow",
    "✕ denied": "red",
}


def count(number: int, what: str) -> str:
    """Return «1 report», «2 reports»."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def status_words(word: str) -> str:
    """Return the status as sign and word: neither colour nor shape alone carries it."""
    return f"{STATUS_SIGNS[word]} {word}"


def act(done: Incident | Act) -> str:
    return done.type.lower() + (f" ({done.mode})" if done.mode else "")


def parties(held: Sequence[Party], *, unknown: str = "–") -> str:
    """Return the parties by name, or by the words of the text where the actor base does not know them."""
    names = dict.fromkeys(party.name or party.text for party in held)
    return ", ".join(names) or unknown


def place_words(where: Where | None) -> str:
    """Return the place with how far it may be off; the words alone where it is on no map."""
    if where is None:
        return ""
    if where.name is None:
        return f"«{where.text}»"
    radius = f" ±{where.precision_km:g} km" if where.precision_km and where.precision_km >= 1 else ""
    return where.name + radius


def span_of_days(when: When | None) -> str:
    """Return the date as precisely as it is known, and no more: a day, a month, a year, a range."""
    if when is None or not (when.earliest or when.latest):
        return "undated"
    first, last = (when.earliest or "")[:10], (when.latest or "")[:10]
    if not first or not last:
        return f"from {first}" if first else f"until {last}"
    if first == last:
        return first
    if first[:7] == last[:7] and first.endswith("-01") and _ends_month(last):
        return first[:7]
    if first[:4] == last[:4] and first.endswith("-01-01") and last.endswith("-12-31"):
        return first[:4]
    return f"{first}…{last[8:] if first[:7] == last[:7] else last[5:] if first[:4] == last[:4] else last}"


def _ends_month(day: str) -> bool:
    try:
        return (date.fromisoformat(day) + timedelta(days=1)).day == 1
    except ValueError:
        return False
