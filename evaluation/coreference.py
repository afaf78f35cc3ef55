"""The metrics of coreference over a partition: MUC, B-cubed, CEAF of entities, and their mean (CoNLL)."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

Partition = Mapping[str, Hashable]
"""Mention -> its cluster; both sides hold the same mentions."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Precision and recall, each with its own denominator."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def conll(gold: Partition, found: Partition) -> float:
    """Return the mean F1 of the three metrics."""
    return (muc(gold, found).f1 + b_cubed(gold, found).f1 + ceaf(gold, found).f1) / 3


def clusters(partition: Partition) -> list[frozenset[str]]:
    groups: dict[Hashable, set[str]] = defaultdict(set)
    for mention, cluster in partition.items():
        groups[cluster].add(mention)
    return [frozenset(group) for group in groups.values()]


def muc(gold: Partition, found: Partition) -> Measure:
    """Count the links that are missing (Vilain et al. 1995); clusters of one count for nothing."""
    return Measure(_links(found, gold), _links(gold, found))


def _links(of: Partition, into: Partition) -> float:
    kept = total = 0
    for cluster in clusters(of):
        parts = len({into[mention] for mention in cluster})
        kept += len(cluster) - parts
        total += len(cluster) - 1
    return kept / total if total else 0.0


def b_cubed(gold: Partition, found: Partition) -> Measure:
    """Average over mentions (Bagga and Baldwin 1998)."""
    both = Counter((gold[mention], found[mention]) for mention in gold)
    wanted, got = Counter(gold.values()), Counter(found.values())
    size = max(len(gold), 1)
    precision = sum(n * n / got[two] for (_, two), n in both.items()) / size
    recall = sum(n * n / wanted[one] for (one, _), n in both.items()) / size
    return Measure(precision, recall)


def ceaf(gold: Partition, found: Partition) -> Measure:
    """Align clusters one to one by their Dice likeness (Luo 2005, phi 4)."""
    wanted, got = clusters(gold), clusters(found)
    likeness = [[2 * len(one & two) / (len(one) + len(two)) for two in got] for one in wanted]
    best = _assignment(likeness)
    return Measure(best / max(len(got), 1), best / max(len(wanted), 1))


def _assignment(gains: Sequence[Sequence[float]]) -> float:
    """Return the greatest sum of gains with one column for each row (Hungarian method, O(n^3))."""
    if not gains:
        return 0.0
    if len(gains) > len(gains[0]):
        gains = [list(column) for column in zip(*gains, strict=True)]
    rows, columns = len(gains), len(gains[0])
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    taken = [0] * (columns + 1)
    for row in range(1, rows + 1):
        _augment(row, gains, taken, row_price, column_price)
    return sum(gains[taken[column] - 1][column - 1] for column in range(1, columns + 1) if taken[column])


def _augment(
    row: int,
    gains: Sequence[Sequence[float]],
    taken: list[int],
    row_price: list[float],
    column_price: list[float],
) -> None:
    """Give one more row its column along the cheapest alternating path."""
    columns = len(column_price) - 1
    taken[0] = row
    way, slack, used = [0] * (columns + 1), [float("inf")] * (columns + 1), [False] * (columns + 1)
    column = 0
    while taken[column]:
        used[column] = True
        here, step, nearest = taken[column], float("inf"), 0
        for other in range(1, columns + 1):
            if used[other]:
                continue
            cost = -gains[here - 1][other - 1] - row_price[here] - column_price[other]
            if cost < slack[other]:
                slack[other], way[other] = cost, column
            if slack[other] < step:
                step, nearest = slack[other], other
        for other in range(columns + 1):
            if used[other]:
                row_price[taken[other]] += step
                column_price[other] -= step
            else:
                slack[other] -= step
        column = nearest
    while column:
        taken[column] = taken[way[column]]
        column = way[column]
