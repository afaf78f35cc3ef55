"""What the text must and must not hold for a sense to be possible at all."""

from recoupe.extract.arguments import Arguments
from recoupe.extract.clauses import is_participle
from recoupe.extract.parties import Cast
from recoupe.extract.tree import Tree
from recoupe.extract.triggers import Trigger
from recoupe.packs.control import load_control

_WINDOW = 8
"""How far from a verb its fixed object may stand, in tokens."""


def broken_constraint(trigger: Trigger, arguments: Arguments, tree: Tree, cast: Cast) -> str | None:
    """Name the first constraint of the sense that the text breaks."""
    sense = trigger.sense
    if trigger.head in cast.in_names:
        return "part of a name"
    if cast.heads(trigger.head) and "self" not in sense.frame.actor:
        return "names an actor"
    if sense.pos == "VERB" and _is_auxiliary(tree, trigger.head):
        return "auxiliary of an infinitive"
    if sense.reflexive and not is_reflexive(tree, trigger.head):
        return "not reflexive"
    if sense.particle and not _has_particle(tree, trigger, sense.particle):
        return f"no «{sense.particle}»"
    if sense.object and object_span(tree, trigger) is None:
        return "fixed object missing"
    if sense.actor_sector and not _acts_in(arguments, sense.actor_sector, cast):
        return f"actor not {'/'.join(sense.actor_sector)}"
    lemmas = {
        tree.parsed.lemmas[t].lower() for t in (*arguments.actor, *arguments.recipient, *tree.children[trigger.head])
    }
    if lemmas & sense.not_object:
        return f"object {min(lemmas & sense.not_object)}"
    return None


def _is_auxiliary(tree: Tree, verb: int) -> bool:
    """Tell «va partir» from «va à Moscou»."""
    if tree.parsed.lemmas[verb].lower() not in load_control(tree.parsed.lang).auxiliary:
        return False
    return any(tree.has_feat(c, "VerbForm=Inf") for c in tree.by_relation(verb, "xcomp"))


def is_reflexive(tree: Tree, verb: int) -> bool:
    return any(
        tree.parsed.words[c].lower().rstrip("'’") in ("se", "s", "nous", "vous", "me", "te")
        for c in tree.children[verb]
        if tree.relation(c) in ("expl", "obj", "iobj", "aux")
    )


def _has_particle(tree: Tree, trigger: Trigger, particle: str) -> bool:
    nodes = (trigger.head, *tree.children[trigger.head])
    if any(tree.marker(node) == particle for node in nodes if node != trigger.head):
        return True
    after = tuple(
        tree.parsed.words[t].lower() for t in range(trigger.last + 1, min(trigger.last + 3, len(tree.parsed.words)))
    )
    return particle.partition(" ")[0] in after


def object_span(tree: Tree, trigger: Trigger) -> tuple[int, int] | None:
    """Return the first and last token of a verb's fixed object, null where the sense needs none or it is missing.

    It stands behind its verb, or before it where the verb is a participle.
    """
    first, last = tree.sentence_start(trigger.head), min(tree.sentence_end(trigger.head), trigger.last + _WINDOW)
    before = is_participle(tree, trigger.head) and not is_reflexive(tree, trigger.head)
    window = range(max(first, trigger.first - _WINDOW) if before else trigger.first + 1, last)
    for phrase in trigger.sense.object:
        at = tree.find(phrase, window)
        if at is not None:
            return at, at + len(phrase) - 1
    return _named_town(tree, trigger) if trigger.sense.object_is_town else None


def _named_town(tree: Tree, trigger: Trigger) -> tuple[int, int] | None:
    """Return the name of a place among the complements of a verb whose object may be a town («reprendre Kidal»)."""
    places = [(n.start, n.end) for n in tree.parsed.names if n.type in ("LOC", "FAC")]
    for child in tree.by_relation(trigger.head, "obj", "obl", "nsubj", "nmod"):
        start = tree.parsed.starts[child]
        if tree.parsed.upos[child] == "PROPN" and any(a <= start < b for a, b in places):
            return child, child
    return None


def _acts_in(arguments: Arguments, sectors: tuple[str, ...], cast: Cast) -> bool:
    actors = [cast.actor_at(t) for t in arguments.actor]
    return any(a is not None and set(a.sectors) & set(sectors) for a in actors)
