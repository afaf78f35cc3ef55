"""The readings of a text: the longest pattern at each known token, left to right."""

import re

from recoupe.annotate.times.build import border, build
from recoupe.annotate.times.scan import Scan, scan
from recoupe.annotate.times.tree import Reading
from recoupe.packs.patterns import FROM, TO
from recoupe.packs.times import Rule, TimePack

Found = tuple[Rule, re.Match[str]]


def read(text: str, pack: TimePack) -> tuple[Reading, ...]:
    """Return all expressions in text order; they do not overlap."""
    scanned = scan(text, pack)
    found: list[Reading] = []
    for run in pack.runs.finditer(scanned.chars):
        if pack.triggers.search(scanned.chars, run.start(), run.end()):
            found.extend(_read_run(scanned, pack, run.start(), run.end()))
    return tuple(found)


def _read_run(scanned: Scan, pack: TimePack, start: int, end: int) -> list[Reading]:
    found: list[Reading] = []
    i = start
    while i < end:
        best = _longest(scanned, pack, i)
        if best is None:
            i += 1
            continue
        best = _longer_within(scanned, pack, i, best)
        rule, match = best
        readings = build(rule, match, scanned)
        found.extend(readings)
        i = max(border(match, TO, match.end()), i + 1) if readings or rule.make == "none" else i + 1
    return found


def _longest(scanned: Scan, pack: TimePack, i: int) -> Found | None:
    best: Found | None = None
    for rule in pack.rules.get(scanned.chars[i], ()):
        match = rule.compiled.regex.match(scanned.chars, i)
        if match and (best is None or _prevails(rule, match, best)):
            best = rule, match
    return best


def _prevails(rule: Rule, match: re.Match[str], best: Found) -> bool:
    """Tell whether a match is longer than the best so far, or as long and of a rule that forbids a reading."""
    return match.end() > best[1].end() or (match.end() == best[1].end() and rule.make == "none")


def _longer_within(scanned: Scan, pack: TimePack, i: int, best: Found) -> Found:
    """Return the longest match that starts where the words before the quoted span of `best` stand."""
    for j in range(i + 1, border(best[1], FROM, i) + 1):
        other = _longest(scanned, pack, j)
        if other and other[1].end() > best[1].end():
            best = other
    return best
