"""Which sense a trigger has, if any: constraints first, then the weight of the evidence."""

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.extract.arguments import Arguments, arguments_of
from recoupe.extract.parties import Cast
from recoupe.extract.tree import Tree
from recoupe.extract.triggers import Trigger
from recoupe.packs.control import load_control
from recoupe.packs.events import Sense, split_words

_BASE = {"low": 0.6, "medium": 0.35, "high": 0.1}
"""What a trigger weighs alone, by how often its lemma means something else in general news."""
_THRESHOLD = 0.55
_PRIVATE_COST = 0.3
"""What it costs that all who take part are private people, firms or things."""
_THING_COST = 0.15
"""What it costs a verb that nobody is seen to take part, only things."""
_TOPIC_COST = 0.3
"""What each word of another subject costs, up to two of them."""
_REFLEXIVE_COST = 0.2
"""What it costs to read «se retirer» as «retirer»."""
_WINDOW = 8
"""How far after a verb its fixed object may stand, in tokens."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One sense held against one trigger."""

    trigger: Trigger
    arguments: Arguments
    score: float
    """Evidence; above 1 where there is more than enough."""
    refused: str | None
    """Why the sense was refused, null when it stands."""

    @property
    def sense(self) -> Sense:
        return self.trigger.sense


@dataclass(frozen=True, slots=True)
class Context:
    """What decisions look at around a trigger."""

    tree: Tree
    cast: Cast


def decide(triggers: Sequence[Trigger], context: Context) -> Decision:
    """Return the best of the senses that words may have at one place, or the refusal that came closest."""
    return max((weigh(t, context) for t in triggers), key=_rank)


def _rank(decision: Decision) -> tuple[bool, int, float, int, str]:
    """Prefer what stands, then the longer expression, then the better evidenced."""
    trigger, sense = decision.trigger, decision.sense
    length = trigger.last - trigger.first
    return (decision.refused is None, length, decision.score, len(sense.object), sense.id)


def weigh(trigger: Trigger, context: Context) -> Decision:
    """Hold one sense against the constraints, then weigh the evidence for it."""
    sense = trigger.sense
    nationalities = frozenset(context.cast.nationalities)
    arguments = arguments_of(context.tree, trigger.head, sense, nationalities)
    refused = _broken_constraint(trigger, arguments, context)
    if refused is not None:
        return Decision(trigger, arguments, 0.0, refused)
    score = _BASE[sense.ambiguity] + _political(sense, arguments, context) + _fixed(sense)
    score += _around(trigger, context) - _off_topic(trigger, context)
    if not sense.reflexive and sense.pos == "VERB" and _is_reflexive(context.tree, trigger.head):
        score -= _REFLEXIVE_COST
    refused = None if score >= _THRESHOLD else f"evidence {score:.2f} below {_THRESHOLD}"
    return Decision(trigger, arguments, round(score, 4), refused)


def _fixed(sense: Sense) -> float:
    """Weigh the constraints that were met: an idiom with its object is hardly anything else."""
    return (
        0.3 * bool(sense.object) + 0.15 * bool(sense.particle) + 0.1 * sense.reflexive + 0.1 * bool(sense.actor_sector)
    )


def _political(sense: Sense, arguments: Arguments, context: Context) -> float:
    """Weigh who takes part; things say little, private people and firms speak against a political event."""
    if sense.needs == "none":
        return 0.1
    sides = {"actor": (arguments.actor,), "recipient": (arguments.recipient,)}
    known = [
        _side(tokens, context) for tokens in sides.get(sense.needs, (arguments.actor, arguments.recipient)) if tokens
    ]
    people = [weight for weight in known if weight is not None]
    if not people:
        return -_THING_COST if known and sense.pos == "VERB" else 0.0
    best = min(people) if sense.needs == "both" else max(people)
    return 0.45 * best - (_PRIVATE_COST if best < 0.5 else 0.0)


def _side(tokens: tuple[int, ...], context: Context) -> float | None:
    """Return the weight of the most political filler, null where all are things."""
    weights = [context.cast.weight(t) for t in context.cast.fillers(tokens, things=False)]
    return max(weights, default=None)


def _around(trigger: Trigger, context: Context) -> float:
    """Weigh whether anybody political is in the sentence at all."""
    first, last = context.tree.parsed.sentences[context.tree.sentence_of(trigger.head)]
    best = max((context.cast.weight(t) for t in range(first, last)), default=0.0)
    return 0.15 if best >= 0.8 else 0.0


def _broken_constraint(trigger: Trigger, arguments: Arguments, context: Context) -> str | None:
    """Name the first constraint of the sense that the text breaks."""
    tree, sense = context.tree, trigger.sense
    if trigger.head in context.cast.in_names:
        return "part of a name"
    if context.cast.heads(trigger.head) and "self" not in sense.frame.actor:
        return "names an actor"
    if sense.pos == "VERB" and _is_auxiliary(tree, trigger.head):
        return "auxiliary of an infinitive"
    if sense.reflexive and not _is_reflexive(tree, trigger.head):
        return "not reflexive"
    if sense.particle and not _has_particle(tree, trigger, sense.particle):
        return f"no «{sense.particle}»"
    if sense.object and not _has_object(tree, trigger, sense.object):
        return "fixed object missing"
    if sense.actor_sector and not _acts_in(arguments, sense.actor_sector, context.cast):
        return f"actor not {'/'.join(sense.actor_sector)}"
    lemmas = {
        tree.parsed.lemmas[t].lower() for t in (*arguments.actor, *arguments.recipient, *tree.children[trigger.head])
    }
    if lemmas & set(sense.not_object):
        return f"object {min(lemmas & set(sense.not_object))}"
    return None


def _off_topic(trigger: Trigger, context: Context) -> float:
    """Weigh the words of the sentence that show another subject (sport, weather, shows …)."""
    parsed = context.tree.parsed
    window = range(context.tree.sentence_start(trigger.head), context.tree.sentence_end(trigger.head))
    topics = [split_words(phrase) for phrase in trigger.sense.not_context]
    hits = sum(any(_stands_at(parsed.lemmas, parsed.words, at, words) for at in window) for words in topics)
    return _TOPIC_COST * min(hits, 2)


def _is_auxiliary(tree: Tree, verb: int) -> bool:
    """Tell «va partir» from «va à Moscou»."""
    if tree.parsed.lemmas[verb].lower() not in load_control(tree.parsed.lang).auxiliary:
        return False
    return any(tree.has_feat(c, "VerbForm=Inf") for c in tree.by_relation(verb, "xcomp"))


def _is_reflexive(tree: Tree, verb: int) -> bool:
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


def _has_object(tree: Tree, trigger: Trigger, objects: tuple[str, ...]) -> bool:
    parsed = tree.parsed
    first, last = parsed.sentences[tree.sentence_of(trigger.head)]
    window = range(max(first, trigger.first - _WINDOW), min(last, trigger.last + _WINDOW))
    return any(_stands_at(parsed.lemmas, parsed.words, at, split_words(phrase)) for phrase in objects for at in window)


def _stands_at(lemmas: tuple[str, ...], words: tuple[str, ...], at: int, phrase: tuple[str, ...]) -> bool:
    if at + len(phrase) > len(words):
        return False
    return all(p in (lemmas[at + i].lower(), words[at + i].lower().replace("’", "'")) for i, p in enumerate(phrase))


def _acts_in(arguments: Arguments, sectors: tuple[str, ...], cast: Cast) -> bool:
    actors = [cast.actor_at(t) for t in arguments.actor]
    return any(a is not None and set(a.sectors) & set(sectors) for a in actors)
