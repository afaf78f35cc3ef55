"""From accounts to happenings: block, judge, cluster."""

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.merge.accounts import Account
from recoupe.merge.block import pairs
from recoupe.merge.cluster import bounded, linkage
from recoupe.merge.judge import NEVER, SAME, UNSURE, Judge, Judgement

LARGEST = 300
"""Members of a component that are all compared with each other; larger ones are first cut at a higher bar."""


@dataclass(frozen=True, slots=True)
class Happening:
    """Accounts held to tell one happening, with the judgements between them that say so."""

    accounts: tuple[Account, ...]
    links: tuple[tuple[Account, Account, Judgement], ...]


def gather(accounts: Sequence[Account], judge: Judge) -> tuple[Happening, ...]:
    """Partition the accounts; the order follows that of their first members."""
    judged = {pair: judge(accounts[pair[0]], accounts[pair[1]]) for pair in pairs(accounts)}
    odds = {pair: found.odds for pair, found in judged.items()}

    def score(one: int, two: int) -> float:
        found = judged.get((one, two))
        if found is None:
            found = judged[one, two] = judge(accounts[one], accounts[two])
        return found.odds

    groups: list[list[int]] = []
    for component in bounded(len(accounts), odds, bar=UNSURE, step=0.5, largest=LARGEST):
        if len(component) == 1:
            groups.append(component)
        else:
            groups.extend(linkage(component, score, floor=SAME, never=NEVER / 2))
    groups.sort()
    return tuple(_happening(group, accounts, judged) for group in groups)


def _happening(
    group: Sequence[int], accounts: Sequence[Account], judged: dict[tuple[int, int], Judgement]
) -> Happening:
    links = [
        (accounts[one], accounts[two], judged[one, two])
        for at, one in enumerate(group)
        for two in group[at + 1 :]
        if (one, two) in judged and judged[one, two].verdict != "different"
    ]
    return Happening(tuple(accounts[index] for index in group), tuple(links))
