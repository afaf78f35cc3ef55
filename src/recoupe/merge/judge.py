"""Whether two mentions tell one happening: evidence is weighed, added up and kept as reasons."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from recoupe.merge.accounts import Account
from recoupe.merge.compare import Finding
from recoupe.merge.compare.actors import compare_actors
from recoupe.merge.compare.places import compare_places
from recoupe.merge.compare.quantities import compare_quantities
from recoupe.merge.compare.times import compare_times
from recoupe.merge.compare.types import THREATS, compare_types
from recoupe.merge.compare.words import (
    compare_sequels,
    compare_topics,
    compare_triggers,
    compare_words,
)

Verdict = Literal["same", "unsure", "different"]
Judge = Callable[[Account, Account], "Judgement"]

NEVER = -20.0
"""Weight of what no likeness makes up for."""
SAME, UNSURE = 0.0, -1.5
"""Log-odds from which two mentions are held to be one, or left to a person."""

PRIOR = -2.6
"""Log-odds that two mentions which blocking brought together are one."""

WEIGHTS: dict[str, float] = {
    "type: same mode": 0.7,
    "type: same": 0.4,
    "type: related": -0.2,
    "type: threatened": 4.0,
    "type: may be threatened": 1.5,
    "type: other, same word": 0.0,
    "type: other": -9.0,
    "status: announced and done": NEVER,
    "time: same day": 1.7,
    "time: same week": 0.9,
    "time: same period": 0.6,
    "time: next day": 0.4,
    "time: days apart": -2.3,
    "time: other time": NEVER,
    "time: in the news then": 0.7,
    "time: no longer news": -1.1,
    "time: after the telling": -4.0,
    "time: told together": 1.3,
    "time: told days apart": -0.9,
    "time: told weeks apart": -2.4,
    "time: told months apart": -1.9,
    "place: same": 1.5,
    "place: near": 1.4,
    "place: same region": 0.0,
    "place: within": 0.2,
    "place: elsewhere": -6.0,
    "place: other country": -1.6,
    "actor: identity": 1.4,
    "actor: name": 1.1,
    "actor: state": 0.9,
    "actor: office": 0.9,
    "actor: in doubt": 0.6,
    "actor: words": 0.5,
    "actor: country": 0.0,
    "actor: other": -0.6,
    "recipient: identity": 2.0,
    "recipient: name": 1.2,
    "recipient: state": 0.8,
    "recipient: office": 1.0,
    "recipient: words": 0.2,
    "recipient: country": 0.5,
    "recipient: other": -1.0,
    "number: equal": 1.0,
    "number: near": 0.3,
    "number: other": -0.8,
    "trigger: same": 0.5,
    "words: very alike": 2.2,
    "words: alike": 1.7,
    "words: some": 1.2,
    "words: few": 0.8,
    "words: none": 0.0,
    "words: one sentence": -1.5,
    "sequel: another one": -3.5,
    "topic: very alike": 2.2,
    "topic: alike": 0.9,
    "topic: some": 0.2,
    "topic: few": -0.9,
    "topic: none": -1.6,
    "sequel: announced before": -3.0,
    "place: other venue": -0.4,
    "type: wavering": -1.7,
    "type: untyped, same word": 2.0,
    "type: untyped, other word": -1.3,
    "time: no day at all": -0.7,
    "topic: one report": 1.1,
}
"""Log-odds of each finding; a level that is absent here says nothing."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was decided on two mentions, and the findings that decided it."""

    odds: float
    """Natural logarithm of the odds that they are one."""
    findings: tuple[Finding, ...]

    @property
    def verdict(self) -> Verdict:
        if self.odds >= SAME:
            return "same"
        return "unsure" if self.odds >= UNSURE else "different"

    @property
    def score(self) -> float:
        """Probability, rounded so that it reads and compares well."""
        return round(1 / (1 + math.exp(-max(-30.0, min(30.0, self.odds)))), 4)

    @property
    def reasons(self) -> tuple[str, ...]:
        """The telling findings, the weightiest first, as words for a person."""
        telling = [finding for finding in self.findings if WEIGHTS.get(finding.level)]
        telling.sort(key=lambda finding: (-abs(WEIGHTS[finding.level]), finding.level))
        return tuple(finding.reason for finding in telling)


def judge(left: Account, right: Account) -> Judgement:
    """Compare two mentions in every concept, and stop where what is left can't make them one."""
    findings: list[Finding] = []
    odds = PRIOR
    for comparison, most in _COMPARISONS:
        for finding in comparison(left, right):
            findings.append(finding)
            odds += WEIGHTS.get(finding.level, 0.0)
        if odds + most < UNSURE:
            break
    return Judgement(odds, tuple(findings))


def _types(left: Account, right: Account) -> tuple[Finding, ...]:
    kind = compare_types(left, right)
    if left.announced == right.announced or kind.level in THREATS:
        return (kind,)
    status = Finding("status: announced and done", left.mention.status, right.mention.status)
    return kind, status


def _circumstances(left: Account, right: Account) -> tuple[Finding, ...]:
    return compare_times(left, right), compare_places(left, right)


def _words(left: Account, right: Account) -> tuple[Finding, ...]:
    return (
        compare_quantities(left, right),
        compare_triggers(left, right),
        compare_words(left, right),
        compare_topics(left, right),
        compare_sequels(left, right),
    )


_COMPARISONS: tuple[tuple[Callable[[Account, Account], Iterable[Finding]], float], ...] = (
    (_types, 12.0),
    (_circumstances, 9.0),
    (compare_actors, 6.1),
    (_words, 0.0),
)
"""Cheapest first, each with the most that those after it can add."""
