"""Triggers of one sentence that name one act, and acts that are only the theme of another."""

from dataclasses import dataclass, field

from recoupe.extract.decide import Decision
from recoupe.extract.tree import Tree
from recoupe.extract.triggers import Trigger

_ABSORBS = frozenset({"REQUEST", "REJECT", "AGREE", "COERCE", "CONCEDE", "CONSULT", "MOBILIZE"})
"""A wished, refused, promised or forbidden act is the theme of the act that names it, no act of its own."""
_THEME = frozenset({"xcomp", "ccomp", "obj", "obl", "nmod", "advcl", "acl"})


@dataclass(frozen=True, slots=True)
class Found:
    """An accepted trigger, with what it took over from others that name the same act."""

    trigger: Trigger
    decision: Decision
    folded: tuple[int, ...] = ()
    more_actor: tuple[int, ...] = field(default=())
    more_recipient: tuple[int, ...] = field(default=())

    @property
    def actor(self) -> tuple[int, ...]:
        return self.decision.arguments.actor or self.more_actor

    @property
    def recipient(self) -> tuple[int, ...]:
        return self.decision.arguments.recipient or self.more_recipient

    def with_folded(self, other: "Found") -> "Found":
        """Take over the trigger of another one for the same act, and the roles still open."""
        actor = self.more_actor or other.actor
        recipient = self.more_recipient or other.recipient
        return Found(self.trigger, self.decision, (*self.folded, other.trigger.head), actor, recipient)


def fold(tree: Tree, found: list[Found]) -> list[Found]:
    """Return one entry for each act, in text order."""
    by_head = {f.trigger.head: f for f in found}
    dropped: set[int] = set()
    for f in sorted(found, key=lambda x: -len(tree.ancestors(x.trigger.head))):
        owner = _owner(tree, f, by_head, dropped)
        if owner is None:
            continue
        if owner.decision.sense.type == f.decision.sense.type:
            by_head[owner.trigger.head] = owner.with_folded(f)
            dropped.add(f.trigger.head)
        elif owner.decision.sense.type in _ABSORBS and _is_theme(tree, f.trigger.head, owner.trigger.head):
            dropped.add(f.trigger.head)
    return [by_head[f.trigger.head] for f in found if f.trigger.head not in dropped]


def _owner(tree: Tree, f: Found, by_head: dict[int, Found], dropped: set[int]) -> Found | None:
    """Return the nearest accepted trigger above, at most two steps up and not across a coordination."""
    node = f.trigger.head
    for parent in tree.ancestors(node)[:2]:
        if tree.relation(node) in ("conj", "parataxis", "appos"):
            return None
        if parent in by_head and parent not in dropped:
            return by_head[parent]
        node = parent
    return None


def _is_theme(tree: Tree, inner: int, outer: int) -> bool:
    path = [inner, *tree.ancestors(inner)]
    steps = path[: path.index(outer)]
    return all(tree.relation(node) in _THEME for node in steps) and not any(
        tree.parsed.deprels[node] == "acl:relcl" for node in steps
    )
