"""Acts told as steps of a series: «l'évacuation du camp A puis du camp B» is two withdrawals."""

from recoupe.extract.tree import Tree

_THEN = frozenset({"puis", "ensuite", "then"})
_BRANCHES = frozenset({"conj", "cc"})


def steps_of(tree: Tree, trigger: int) -> tuple[frozenset[int], ...]:
    """Return the tokens of each step below a trigger in text order, nothing where it tells a single act."""
    below = tree.subtree(trigger)
    later = [t for t in below if tree.relation(t) == "conj" and _follows(tree, t)]
    if not later:
        return ()
    first = tree.parsed.heads[later[0]]
    if first == trigger:
        return ()
    return tuple(frozenset(tree.subtree(t, without=_BRANCHES)) for t in (first, *later))


def _follows(tree: Tree, token: int) -> bool:
    words = (*tree.by_relation(token, "cc", "advmod"), token - 1)
    return any(tree.parsed.words[w].lower() in _THEN for w in words if w >= 0)
