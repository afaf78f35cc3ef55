"""What is no text to read, whatever its language."""

import unicodedata
from dataclasses import dataclass

from recoupe.errors import UnreadableInput
from recoupe.model import Report, Toponym

__all__ = ["Settings", "fault"]

_STRANGE = ("Cc", "Cs", "Co", "Cn")
_MOST_CONTROLS = 0.02
"""Share of control and replacement characters: prose has none, a decoded picture or archive a tenth and more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What counts as one report."""

    max_chars: int = 300_000
    """Characters of one text: three times the longest long read; beyond it a file is a book or a dump, and one
    report would hold a worker for minutes."""


def fault(report: Report, settings: Settings) -> str | None:
    """Return why the report cannot be coded, null if it can."""
    where = f"report {report.id}"
    words = report.text if report.text.strip() else report.title or ""
    if not words.strip():
        return str(UnreadableInput(where, "a text", "no words"))
    if len(words) > settings.max_chars:
        expected = f"at most {settings.max_chars:,} characters (split it, or raise clean.max_chars)"
        return str(UnreadableInput(where, expected, f"{len(words):,}"))
    strange = sum(_is_strange(letter) for letter in words)
    if "\x00" in words or strange > _MOST_CONTROLS * len(words):
        return str(UnreadableInput(where, "a text", f"binary data ({strange} control characters)"))
    if not any(letter.isalpha() for letter in words):
        return str(UnreadableInput(where, "a text", "no letters"))
    stray = (place for place in report.places or () if not _lies_in(place, report.text))
    return next((_outside(where, place, report.text) for place in stray), None)


def _lies_in(place: Toponym, text: str) -> bool:
    return 0 <= place.start < place.end <= len(text)


def _outside(where: str, place: Toponym, text: str) -> str:
    expected = f"toponyms within the text of {len(text)} characters"
    return str(UnreadableInput(where, expected, f"[{place.start}, {place.end})"))


def _is_strange(letter: str) -> bool:
    # Format characters (soft hyphen, marks of direction) are no fault: pages are full of them.
    return letter == "\ufffd" or (unicodedata.category(letter) in _STRANGE and not letter.isspace())
