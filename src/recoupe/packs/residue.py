"""What scraped pages leave in a report: patterns as data, the same form in each language."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from recoupe.errors import InvalidPack
from recoupe.packs.files import folder, languages, read_toml

__all__ = ["Dateline", "ResidueRule", "datelines", "residue_rules"]

Scope = Literal["line", "closing", "tail", "piece", "ending", "rest"]
"""How much goes with a match.

line      the pattern is the whole line
closing   the same, among the last lines of the report only, and never its first
tail      from the match (at the start of a line or after a sentence) to the end of the line
piece     the match alone, standing between sentences or at the edge of a line
ending    from the match, wherever it begins, which must reach the end of the line
rest      the pattern is the whole line, and all that follows goes with it
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidueRule:
    """One kind of residue; a group named `credit` in its pattern holds the agency or outlet."""

    id: str
    why: str
    scope: Scope
    pattern: re.Pattern[str]
    matches: tuple[str, ...]
    """Lines in which ⟦…⟧ marks what must go."""
    spares: tuple[str, ...]
    """Lines of which nothing may go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The form of a dateline; a group named `credit` holds the agency."""

    id: str
    pattern: re.Pattern[str]
    matches: tuple[str, ...]
    spares: tuple[str, ...]


@cache
def residue_rules() -> tuple[ResidueRule, ...]:
    """Return the rules of all languages in file order: a French page may carry English buttons."""
    return tuple(_residue_rule(path, entry) for path in _files() for entry in read_toml(path).get("residue", ()))


@cache
def datelines() -> tuple[Dateline, ...]:
    """Return the dateline forms of all languages in file order."""
    return tuple(_dateline(path, entry) for path in _files() for entry in read_toml(path).get("dateline", ()))


def _files() -> tuple[Path, ...]:
    paths = (folder(lang) / "residue.toml" for lang in languages())
    return tuple(path for path in paths if path.exists())


def _residue_rule(path: Path, entry: dict[str, Any]) -> ResidueRule:
    if entry.get("scope") not in get_args(Scope):
        raise InvalidPack(f"{path}: {entry.get('id')}", f"scope must be one of {', '.join(get_args(Scope))}")
    return ResidueRule(
        id=entry["id"],
        why=entry["why"],
        scope=entry["scope"],
        pattern=_compile(path, entry),
        matches=tuple(entry["matches"]),
        spares=tuple(entry["spares"]),
    )


def _dateline(path: Path, entry: dict[str, Any]) -> Dateline:
    return Dateline(
        id=entry["id"],
        pattern=_compile(path, entry),
        matches=tuple(entry["matches"]),
        spares=tuple(entry["spares"]),
    )


def _compile(path: Path, entry: dict[str, Any]) -> re.Pattern[str]:
    """Compile a pattern; a list is joined as alternatives so that long ones stay readable."""
    source = entry["pattern"]
    try:
        return re.compile(source if isinstance(source, str) else "|".join(source))
    except re.error as fault:
        raise InvalidPack(f"{path}: {entry['id']}", f"pattern does not compile: {fault}") from fault
