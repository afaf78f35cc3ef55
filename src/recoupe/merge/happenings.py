"""From accounts to happenings: block, judge, cluster."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recoupe.merge.accounts import Account
from recoupe.merge.block import pairs
from recoupe.merge.cluster import Pair, bounded, linkage
from recoupe.merge.judge import NEVER, SAME, UNSURE, Judge, Judgement

LARGEST = 300
"""Members of a component that are all compared with each other; larger ones are first cut at a higher bar."""


@dataclass(frozen=True, slots=True)
class Happening:
    """Accounts held to tell one happening; each but the first with its best link to another."""

    accounts: tuple[Account, ...]
    links: tuple[tuple[Account, Account, Judgement], ...]


def gather(accounts: Sequence[Account], judge: Judge) -> tuple[Happening, ...]:
    """Partition the accounts; the order follows that of their first members.

    Only the odds of near pairs are kept: a judgement with its findings weighs a kilobyte, and there are
    some ten pairs for each mention.
    """
    near: dict[Pair, float] = {}
    for one, two in pairs(accounts):
        odds = judge(accounts[one], accounts[two]).odds
        if odds >= UNSURE:
            near[one, two] = odds

    def score(one: int, two: int) -> float:
        odds = near.get((one, two))
        return judge(accounts[one], accounts[two]).odds if odds is None else odds

    groups: list[list[int]] = []
    for component in bounded(len(accounts), near, bar=UNSURE, step=0.5, largest=LARGEST):
        if len(component) == 1:
            groups.append(component)
        else:
            groups.extend(linkage(component, score, floor=SAME, never=NEVER / 2))
    groups.sort()
    return tuple(_happening(group, accounts, near, judge) for group in groups)


def _happening(
    group: Sequence[int], accounts: Sequence[Account], near: Mapping[Pair, float], judge: Judge
) -> Happening:
    links = []
    for at, two in enumerate(group):
        rivals = [(near[one, two], -one) for one in group[:at] if (one, two) in near]
        if rivals:
            one = -max(rivals)[1]
            links.append((accounts[one], accounts[two], judge(accounts[one], accounts[two])))
    return Happening(tuple(accounts[index] for index in group), tuple(links))
