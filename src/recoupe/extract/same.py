"""Triggers of one sentence that name one act, and acts that are only the theme of another."""

from dataclasses import dataclass, replace

from recoupe.extract.decide import Decision
from recoupe.extract.tree import Tree
from recoupe.extract.triggers import Trigger

_ABSORBS = frozenset({"REQUEST", "REJECT", "AGREE", "COERCE", "CONCEDE", "CONSULT", "MOBILIZE"})
"""A wished, refused, promised or forbidden act is the theme of the act that names it, no act of its own."""
_THEME = frozenset({"xcomp", "ccomp", "obj", "obl", "nmod", "advcl", "acl"})
_AIMED = frozenset({"", "à", "de", "pour", "to", "of", "for"})
"""Markers under which a complement is a theme."""
_ENDS = ("RETREAT", "PROTEST")
"""The end of a protest is one act, by those who protested."""
_ANSWER = ("REJECT", "ACCUSE")
"""An accusation that is rejected was made, by whom the text names."""
_ASKS = frozenset({"REQUEST"})
"""Types whose addressee, where none is named, is whoever shall do what is asked."""
_AIMS = frozenset({"THREATEN", "AGREE"})
"""Types whose recipient, where none is named, is that of the act they speak of."""
_MEANS = frozenset(
    {"", "dans", "lors", "lors de", "par", "avec", "au cours de", "à", "de", "sous", "in", "during", "with", "by", "of"}
)
"""Markers under which a second word for an act tells its means or occasion, not another act."""


@dataclass(frozen=True, slots=True)
class Found:
    """An accepted trigger, with what it took over from others that name the same act."""

    decision: Decision
    folded: tuple[int, ...] = ()
    more_actor: tuple[int, ...] = ()
    more_recipient: tuple[int, ...] = ()

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
        merged, drop = _joined(tree, owner, inner)
        by_head[owner.trigger.head] = merged
        if drop:
            dropped.add(inner.trigger.head)
    kept = [by_head[f.trigger.head] for f in found if f.trigger.head not in dropped]
    return _without_bystanders(tree, kept)


def _joined(tree: Tree, owner: Found, inner: Found) -> tuple[Found, bool]:
    """Return the owner with what it takes over from an act below it, and whether that act is no act of its own."""
    types = (owner.decision.sense.type, inner.decision.sense.type)
    path = _path(tree, inner.trigger.head, owner.trigger.head)
    is_theme = _is_theme(tree, path)
    if (types[0] == types[1] and _is_means(tree, path)) or (types == _ENDS and is_theme):
        return owner.with_folded(inner), True
    if not is_theme:
        return owner, False
    absorbed = types[0] in _ABSORBS and not (types == _ANSWER and inner.actor)
    return _addressed(owner, inner), absorbed


def _addressed(owner: Found, inner: Found) -> Found:
    """Give a demand or threat that names nobody the party that the act it speaks of concerns."""
    if owner.recipient:
        return owner
    asked = inner.actor if owner.decision.sense.type in _ASKS else ()
    aimed = inner.recipient if owner.decision.sense.type in _AIMS else ()
    parties = tuple(t for t in asked or aimed if t not in owner.actor)
    return replace(owner, more_recipient=owner.more_recipient or parties)


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
    """Return the nearest accepted trigger above, at most three steps up and not across a coordination."""
    node = f.trigger.head
    for parent in tree.ancestors(node)[:3]:
        if tree.relation(node) in ("conj", "parataxis"):
            return None
        if parent in by_head and parent not in dropped:
            return by_head[parent]
        if tree.relation(node) == "appos":
            return None
        node = parent
    return None


def _path(tree: Tree, inner: int, outer: int) -> list[int]:
    """Return the tokens from an act up to, but not with, the one that governs it."""
    path = [inner, *tree.ancestors(inner)]
    return path[: path.index(outer)]


def _is_means(tree: Tree, path: list[int]) -> bool:
    """Tell whether a path stays inside one act: subject, object, means or occasion, no cause and no time."""
    loose = ("obl", "nmod", "advcl", "acl")
    return all(tree.relation(n) not in loose or tree.marker(n) in _MEANS for n in path)


def _is_theme(tree: Tree, path: list[int]) -> bool:
    """Tell whether an act is what the one above it asks, refuses or promises."""
    if not all(_leads_on(tree, n) for n in path):
        return False
    return all(tree.relation(n) not in ("obl", "nmod", "advcl") or tree.marker(n) in _AIMED for n in path)


def _leads_on(tree: Tree, node: int) -> bool:
    """Tell a step on the way to a theme; a participle with an object may be tagged as an adjective («prévoyant»)."""
    if tree.relation(node) == "amod":
        return bool(tree.by_relation(node, "obj"))
    return tree.relation(node) in _THEME and tree.parsed.deprels[node] != "acl:relcl"
