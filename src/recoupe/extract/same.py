"""Triggers of one sentence that name one act, and acts that are only the theme of another."""

from dataclasses import dataclass, field

from recoupe.extract.decide import Decision
from recoupe.extract.tree import Tree
from recoupe.extract.triggers import Trigger

_ABSORBS = frozenset({"REQUEST", "REJECT", "AGREE", "COERCE", "CONCEDE", "CONSULT", "MOBILIZE"})
"""A wished, refused, promised or forbidden act is the theme of the act that names it, no act of its own."""
_ENDS = ("RETREAT", "PROTEST")
"""The end of a protest is one act, by those who protested."""
_THEME = frozenset({"xcomp", "ccomp", "obj", "obl", "nmod", "advcl", "acl"})

_ANSWER = ("REJECT", "ACCUSE")
"""An accusation that is rejected was made, by whom the text names."""


@dataclass(frozen=True, slots=True)
class Found:
    """An accepted trigger, with what it took over from others that name the same act."""

    decision: Decision
    folded: tuple[int, ...] = ()
    more_actor: tuple[int, ...] = field(default=())
    more_recipient: tuple[int, ...] = field(default=())

    @property
    def trigger(self) -> Trigger:
        return self.decision.trigger

    @property
    def actor(self) -> tuple[int, ...]:
        """Those who act; a folded trigger (the missile that hit) gives way to those behind it."""
        own = tuple(t for t in self.decision.arguments.actor if t not in self.folded)
        return own or self.more_actor

    @property
    def recipient(self) -> tuple[int, ...]:
        own = tuple(t for t in self.decision.arguments.recipient if t not in self.folded)
        return own or self.more_recipient

    def with_folded(self, other: "Found") -> "Found":
        """Take over the trigger of another one for the same act, and the roles still open."""
        folded = (*self.folded, other.trigger.head, *other.folded)
        actor = self.more_actor or tuple(t for t in other.actor if t not in folded)
        recipient = self.more_recipient or tuple(t for t in other.recipient if t not in folded)
        return Found(self.decision, folded, actor, recipient)


def fold(tree: Tree, found: list[Found]) -> list[Found]:
    """Return one entry for each act, in text order."""
    by_head = {f.trigger.head: f for f in found}
    dropped: set[int] = set()
    for f in sorted(found, key=lambda x: -len(tree.ancestors(x.trigger.head))):
        inner = by_head[f.trigger.head]
        owner = _owner(tree, inner, by_head, dropped)
        if owner is None:
            continue
        types = (owner.decision.sense.type, inner.decision.sense.type)
        is_theme = _is_theme(tree, inner.trigger.head, owner.trigger.head)
        if types[0] == types[1] or (types == _ENDS and is_theme):
            by_head[owner.trigger.head] = owner.with_folded(inner)
            dropped.add(inner.trigger.head)
        elif types[0] in _ABSORBS and is_theme and not (types == _ANSWER and inner.actor):
            dropped.add(inner.trigger.head)
    kept = [by_head[f.trigger.head] for f in found if f.trigger.head not in dropped]
    return _without_bystanders(tree, kept)


def _without_bystanders(tree: Tree, found: list[Found]) -> list[Found]:
    """Drop a group's name («manifestants») as an act of its own where the sentence tells what the group did."""
    kept: list[Found] = []
    for f in found:
        others = [o for o in found if o is not f and _same_sentence(tree, o, f)]
        if _names_group(f) and any(_takes(o, f) or o.decision.sense.type == f.decision.sense.type for o in others):
            rest = [o for o in others if o.decision.sense.type == f.decision.sense.type and not o.actor]
            kept = [o.with_folded(f) if o in rest else o for o in kept]
            continue
        kept.append(f)
    return kept


def _names_group(f: Found) -> bool:
    return "self" in f.decision.sense.frame.actor


def _takes(owner: Found, group: Found) -> bool:
    return not _names_group(owner) and group.trigger.head in (*owner.actor, *owner.recipient)


def _same_sentence(tree: Tree, left: Found, right: Found) -> bool:
    return tree.sentence_of(left.trigger.head) == tree.sentence_of(right.trigger.head)


def _owner(tree: Tree, f: Found, by_head: dict[int, Found], dropped: set[int]) -> Found | None:
    """Return the nearest accepted trigger above, at most two steps up and not across a coordination."""
    node = f.trigger.head
    for parent in tree.ancestors(node)[:2]:
        if tree.relation(node) in ("conj", "parataxis"):
            return None
        if parent in by_head and parent not in dropped:
            return by_head[parent]
        if tree.relation(node) == "appos":
            return None
        node = parent
    return None


def _is_theme(tree: Tree, inner: int, outer: int) -> bool:
    path = [inner, *tree.ancestors(inner)]
    steps = path[: path.index(outer)]
    return all(tree.relation(node) in _THEME for node in steps) and not any(
        tree.parsed.deprels[node] == "acl:relcl" for node in steps
    )
