"""What speaks for and against a sense, as named features of a linear model."""

from recoupe.extract.arguments import Arguments
from recoupe.extract.constraints import is_reflexive
from recoupe.extract.parties import Cast
from recoupe.extract.tree import Tree
from recoupe.extract.triggers import Trigger
from recoupe.packs.events import Needs


def evidence(trigger: Trigger, arguments: Arguments, tree: Tree, cast: Cast) -> tuple[str, ...]:
    """Return the names of the features that hold, sorted."""
    sense = trigger.sense
    actor, recipient = _side(arguments.actor, cast), _side(arguments.recipient, cast)
    best = _best(sense.needs, actor, recipient)
    around = _around(trigger, tree, cast)
    found = {
        f"ambiguity={sense.ambiguity}",
        f"ambiguity={sense.ambiguity}:{sense.pos}",
        f"type={sense.type}",
        f"needs={sense.needs}",
        f"actor={actor}",
        f"recipient={recipient}",
        f"best={best}",
        f"best={best}:{sense.pos}",
        f"best={best}:ambiguity={sense.ambiguity}",
        f"best={best}:around={around}",
        f"best={best}:type={sense.type}",
        f"around={around}",
        f"topic={_topics(trigger, tree)}",
    }
    if actor == recipient == "none":
        found.add(f"nobody:type={sense.type}")
    found.update(_form(trigger, tree))
    found.update(_words(trigger, tree))
    return tuple(sorted(found))


def _best(needs: Needs, actor: str, recipient: str) -> str:
    """Return the kind of filler that the sense asks for; where it asks for both, the less telling one."""
    if needs == "none":
        return "not needed"
    if needs == "both":
        return max(actor, recipient, key=_SIDES.index)
    return {"actor": actor, "recipient": recipient}.get(needs) or min(actor, recipient, key=_SIDES.index)


_CONTENT = frozenset({"NOUN", "VERB", "ADJ"})
_SIDES = ("political", "civic", "civil", "unknown", "thing", "none", "private")
"""Who fills a role, the most telling kind first."""


def _side(tokens: tuple[int, ...], cast: Cast) -> str:
    """Return the most telling kind among the fillers of a role."""
    if not tokens:
        return "none"
    return min((_kind(t, cast) for t in cast.fillers(tokens, things=False)), key=_SIDES.index, default="thing")


def _kind(token: int, cast: Cast) -> str:
    weight = cast.weight(token)
    if weight >= 1:
        return "political"
    if weight >= 0.8:
        return "civic"
    if weight >= 0.5:
        return "civil" if cast.is_group(token) else "unknown"
    return "private"


def _around(trigger: Trigger, tree: Tree, cast: Cast) -> str:
    """Count the political actors of the sentence: 0, 1, 2+."""
    count = len({cast.actor_at(t) or t for t in tree.sentence(trigger.head) if cast.weight(t) >= 0.8})
    return "2+" if count > 1 else str(count)


def _topics(trigger: Trigger, tree: Tree) -> str:
    """Count the words of the sentence that show another subject (sport, weather, shows …): 0, 1, 2+."""
    window = tree.sentence(trigger.head)
    hits = sum(tree.find(phrase, window) is not None for phrase in trigger.sense.not_context)
    return "2+" if hits > 1 else str(hits)


def _words(trigger: Trigger, tree: Tree) -> set[str]:
    """Return the lemmas of the common words around the trigger: what the sentence is about."""
    parsed = tree.parsed
    around = (
        t for t in tree.sentence(trigger.head) if not trigger.first <= t <= trigger.last and parsed.upos[t] in _CONTENT
    )
    return {f"word={parsed.lemmas[t].lower()}" for t in around}


def _form(trigger: Trigger, tree: Tree) -> set[str]:
    """Return what the sense asked for and got, and what form the words have."""
    sense = trigger.sense
    told = {
        "fixed object": bool(sense.object),
        "particle": bool(sense.particle),
        "reflexive": sense.reflexive,
        "actor sector": bool(sense.actor_sector),
        "several words": trigger.last > trigger.first,
        "read without its pronoun": sense.pos == "VERB" and not sense.reflexive and is_reflexive(tree, trigger.head),
        "infinitive": tree.has_feat(trigger.head, "VerbForm=Inf"),
        "plural noun": sense.pos == "NOUN" and tree.has_feat(trigger.head, "Number=Plur"),
        "modifies a noun": sense.pos == "NOUN" and tree.relation(trigger.head) == "nmod",
    }
    return {name for name, holds in told.items() if holds}
