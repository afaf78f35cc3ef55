"""Which sense a trigger has, if any: constraints first, then the weight of the evidence."""

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.extract.arguments import Arguments, arguments_of
from recoupe.extract.constraints import broken_constraint
from recoupe.extract.evidence import evidence
from recoupe.extract.parties import Cast
from recoupe.extract.tree import Tree
from recoupe.extract.triggers import Trigger
from recoupe.packs.decision import load_decision
from recoupe.packs.events import Sense


@dataclass(frozen=True, slots=True)
class Decision:
    """One sense held against one trigger."""

    trigger: Trigger
    arguments: Arguments
    score: float
    """Probability that the sense stands; 0 where a constraint is broken."""
    evidence: tuple[str, ...]
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


def _rank(decision: Decision) -> tuple[bool, int, float, str]:
    """Prefer what stands, then the longer expression, then the better evidenced."""
    length = decision.trigger.last - decision.trigger.first
    return (decision.refused is None, length, decision.score, decision.sense.id)


def weigh(trigger: Trigger, context: Context) -> Decision:
    """Hold one sense against its constraints, then weigh the evidence for it."""
    tree, cast = context.tree, context.cast
    arguments = arguments_of(tree, trigger.head, trigger.sense, cast.nationalities)
    refused = broken_constraint(trigger, arguments, tree, cast)
    if refused is not None:
        return Decision(trigger, arguments, 0.0, (), refused)
    found = evidence(trigger, arguments, tree, cast)
    model = load_decision(tree.parsed.lang)
    score = round(model.probability(found), 4)
    refused = None if score >= model.threshold else f"evidence {score:.2f} below {model.threshold}"
    return Decision(trigger, arguments, score, found, refused)
