"""Groups without chaining: two groups join only while their members agree on average and none forbids it."""

import heapq
from collections.abc import Callable, Iterable, Mapping, Sequence

Pair = tuple[int, int]
"""Two members by their numbers, the lower first."""


def components(size: int, edges: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return the connected parts of 0..size-1, each sorted, in order of their first member."""
    parent = list(range(size))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for one, two in edges:
        a, b = root(one), root(two)
        parent[max(a, b)] = min(a, b)
    found: dict[int, list[int]] = {}
    for node in range(size):
        found.setdefault(root(node), []).append(node)
    return list(found.values())


def bounded(size: int, scores: Mapping[Pair, float], *, bar: float, step: float, largest: int) -> list[list[int]]:
    """Components of the pairs that reach the bar; a too large one is cut again at a higher bar.

    After sixteen steps what still hangs together is taken as it is.
    """
    found: list[list[int]] = []
    waiting = [(bar, list(range(size)), scores)]
    while waiting:
        level, nodes, inside = waiting.pop()
        place = {node: at for at, node in enumerate(nodes)}
        kept = {pair: value for pair, value in inside.items() if value >= level}
        for part in components(len(nodes), ((place[one], place[two]) for one, two in kept)):
            members = [nodes[at] for at in part]
            if len(members) <= largest or level >= bar + 16 * step:
                found.append(members)
                continue
            own = set(members)
            within = {pair: value for pair, value in kept.items() if pair[0] in own}
            waiting.append((level + step, members, within))
    return sorted(found)


def linkage(
    members: Sequence[int], score: Callable[[int, int], float], *, floor: float, never: float
) -> list[list[int]]:
    """Average linkage within one component; ties go to the earliest members.

    `score` is asked once for each pair; a pair at or below `never` keeps its groups apart for good.
    Quadratic in the size of the component.
    """
    groups = {node: [node] for node in members}
    links: dict[int, dict[int, float]] = {node: {} for node in members}
    for at, one in enumerate(members):
        for two in members[at + 1 :]:
            links[one][two] = links[two][one] = score(one, two)
    queue = [
        (-value, one, two, 1, 1) for one in members for two, value in links[one].items() if one < two and value >= floor
    ]
    heapq.heapify(queue)
    while queue:
        _, one, two, size_one, size_two = heapq.heappop(queue)
        if len(groups.get(one, ())) != size_one or len(groups.get(two, ())) != size_two:
            continue
        _join(one, two, groups, links, never=never)
        for other, value in sorted(links[one].items()):
            if value >= floor:
                left, right = min(one, other), max(one, other)
                heapq.heappush(queue, (-value, left, right, len(groups[left]), len(groups[right])))
    return [sorted(group) for _, group in sorted(groups.items())]


def _join(
    one: int, two: int, groups: dict[int, list[int]], links: dict[int, dict[int, float]], *, never: float
) -> None:
    """Put group `two` into `one`; averages are weighed by size, a veto of either side stays."""
    size_one, size_two = len(groups[one]), len(groups[two])
    mine, theirs = links[one], links.pop(two)
    mine.pop(two)
    theirs.pop(one)
    for other, value in theirs.items():
        own = mine[other]
        if min(own, value) <= never:
            joined = min(own, value)
        else:
            joined = (own * size_one + value * size_two) / (size_one + size_two)
        mine[other] = links[other][one] = joined
        links[other].pop(two)
    groups[one] += groups.pop(two)
