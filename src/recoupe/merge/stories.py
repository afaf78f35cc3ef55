"""Reports that belong together: one development, told over hours or months.

Likeness is the mean of three cosines (words, runs of three letters, names), grouped by average linkage,
which beats a single pass by far (B-cubed .896 against .749 on ECB+ documents) and needs the whole batch.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from recoupe.merge.accounts import Sheet
from recoupe.merge.block import neighbours
from recoupe.merge.cluster import Pair, bounded, linkage
from recoupe.merge.dates import gap_days
from recoupe.merge.incidents import TITLE, clip, identity
from recoupe.merge.terms import Vector, cosine, grams, proper, rarity_of, stem, stems, weigh
from recoupe.model import Incident, Story

ALIKE = 0.28
"""Mean likeness within a story. Swept on French headlines; level from .25 to .31."""
SHARED = 0.3
"""What a common incident adds to the likeness of two reports."""
KEYS = 8
"""Rarest words of a report that bring it together with others."""
REACH = 10
"""Neighbours in time that a report meets through each of its rare words."""
RARE = 4.0
HEADLINE = 25
"""Different words up to which a report is hardly more than its headline."""
HOPELESS = 0.08
"""Likeness in words below which the other two never reach ALIKE."""
LARGEST = 400
FADING_DAYS = 90.0
"""Two reports this far apart are held to be half as alike as their words are."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """One report as story-making reads it."""

    sheet: Sheet
    words: Vector
    grams: Vector | None
    names: Vector
    incidents: frozenset[str]
    day: int


def stories_of(sheets: Sequence[Sheet], incidents: Sequence[Incident]) -> tuple[Story, ...]:
    """Partition the reports into stories, each with the incidents that most of its reports share."""
    readings = _readings(sheets, incidents)
    rarity = _rarity(sheets)
    keyed = ((one.day, _keys(one, rarity)) for one in readings)
    likeness: dict[Pair, float] = {}
    for one, two in neighbours(keyed, reach=REACH):
        alike = _likeness(readings[one], readings[two])
        if alike >= ALIKE:
            likeness[one, two] = alike

    def score(one: int, two: int) -> float:
        alike = likeness.get((one, two))
        return _likeness(readings[one], readings[two]) if alike is None else alike

    groups: list[list[int]] = []
    for part in bounded(len(readings), likeness, bar=ALIKE, step=0.04, largest=LARGEST):
        groups.extend(linkage(part, score, floor=ALIKE, never=-1.0) if len(part) > 1 else [part])
    return _records([[sheets[at] for at in group] for group in groups], incidents)


def _readings(sheets: Sequence[Sheet], incidents: Sequence[Incident]) -> list[_Reading]:
    rarity, names = _rarity(sheets), _gram_rarity(sheets)
    own: dict[str, list[str]] = {}
    for incident in incidents:
        for report in incident.reports:
            own.setdefault(report, []).append(incident.id)
    found = []
    for sheet in sheets:
        text = sheet.opening
        unseen = rarity_of(sheet.report.lang)[1]
        words = weigh(stems(text), rarity, unseen)
        capitals = weigh(set(proper(text)), _by_stem(proper(text), rarity, unseen), unseen)
        # Runs of letters help headlines; in longer texts words alone say as much.
        runs = weigh(grams(text), names, 1.0) if len(sheet.topic) <= HEADLINE else None
        day = sheet.published.first if sheet.published else 0
        found.append(_Reading(sheet, words, runs, capitals, frozenset(own.get(sheet.id, ())), day))
    return found


def _rarity(sheets: Sequence[Sheet]) -> Mapping[str, float]:
    """Rarity of the stems of this batch: the language's counts and the batch's together.

    What is on everyone's lips today («retraites») is no longer rare, whatever the language says.
    """
    counts = Counter(stem for sheet in sheets for stem in set(stems(sheet.opening)))
    langs = Counter(sheet.report.lang for sheet in sheets)
    usual = min(langs, key=lambda lang: (-langs[lang], lang or ""), default=None)
    rarity, unseen = rarity_of(usual)
    size = math.exp(unseen)
    known = {stem: size * math.exp(-rarity.get(stem, unseen)) for stem in counts}
    return {stem: math.log((size + len(sheets)) / (known[stem] + n)) for stem, n in counts.items()}


def _gram_rarity(sheets: Sequence[Sheet]) -> Mapping[str, float]:
    short = [sheet for sheet in sheets if len(sheet.topic) <= HEADLINE]
    counts = Counter(gram for sheet in short for gram in set(grams(sheet.opening)))
    return {gram: 1 + math.log((1 + len(short)) / (1 + n)) for gram, n in counts.items()}


def _by_stem(words: Iterable[str], rarity: Mapping[str, float], unseen: float) -> Mapping[str, float]:
    return {word: rarity.get(stem(word), unseen) for word in words}


def _keys(reading: _Reading, rarity: Mapping[str, float]) -> tuple[str, ...]:
    rare = sorted((-rarity.get(word, RARE), word) for word in reading.words)
    words = (f"word {word}" for weight, word in rare[:KEYS] if -weight >= RARE)
    return (*words, *(f"incident {one}" for one in sorted(reading.incidents)))


def _likeness(left: _Reading, right: _Reading) -> float:
    alike = cosine(left.words, right.words)
    shared = not left.incidents.isdisjoint(right.incidents)
    if alike < HOPELESS and not shared:
        return alike / 3
    runs = cosine(left.grams, right.grams) if left.grams and right.grams else alike
    alike = (alike + runs + cosine(left.names, right.names)) / 3
    if shared:
        alike += SHARED
    if left.sheet.published and right.sheet.published:
        gap = gap_days(left.sheet.published, right.sheet.published)
        alike /= 1 + gap / FADING_DAYS
    return alike


def _records(groups: Sequence[Sequence[Sheet]], incidents: Sequence[Incident]) -> tuple[Story, ...]:
    home = {sheet.id: at for at, group in enumerate(groups) for sheet in group}
    held: dict[int, list[str]] = {}
    for incident in incidents:
        votes = Counter(home[report] for report in incident.reports)
        held.setdefault(min(votes, key=lambda at: (-votes[at], at)), []).append(incident.id)
    found = []
    for at, group in enumerate(groups):
        ordered = sorted(group, key=lambda sheet: (sheet.published or (0, 0), sheet.id))
        found.append(
            Story(
                id=identity("story", (ordered[0].id,)),
                title=_title(ordered),
                incidents=tuple(held.get(at, ())),
                reports=tuple(sheet.id for sheet in ordered),
            )
        )
    return tuple(sorted(found, key=lambda story: story.id))


def _title(group: Sequence[Sheet]) -> str:
    """Headline of the report that is most like all others, or its first line where it has none."""
    vectors = [weigh(stems(_headline(sheet)), *rarity_of(sheet.report.lang)) for sheet in group]
    central = [sum(cosine(one, two) for two in vectors[:TITLE]) for one in vectors]
    best = max(range(len(group)), key=lambda at: (round(central[at], 6), -at))
    return clip(_headline(group[best]))


def _headline(sheet: Sheet) -> str:
    if sheet.report.title:
        return sheet.report.title
    return next((line for line in sheet.report.text.splitlines() if line.strip()), sheet.id)
