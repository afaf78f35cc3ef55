"""From an annotated report to its event mentions."""

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.extract.attribution import said_by
from recoupe.extract.circumstances import Circumstances, is_lead
from recoupe.extract.constraints import object_span
from recoupe.extract.decide import Context, Decision, decide
from recoupe.extract.parties import Cast
from recoupe.extract.quantities import quantities_of
from recoupe.extract.refusal import is_refusal
from recoupe.extract.same import Found, fold
from recoupe.extract.status import StatusDecision, status_of
from recoupe.extract.steps import steps_of
from recoupe.extract.tree import Tree
from recoupe.extract.triggers import Trigger, find_triggers
from recoupe.model.annotated import Annotated
from recoupe.model.mentions import Mention, Party, When
from recoupe.model.text import Quoted
from recoupe.packs.events import Sense, load_events, split_words
from recoupe.packs.modes import load_modes

_NEAR = 3
"""How many tokens behind a verb its fixed object still counts as part of the trigger."""
_PHYSICAL = frozenset({"ASSAULT", "COERCE", "RETREAT", "MOBILIZE", "SUPPORT"})
"""Types whose recipient may be a thing: a base given back, an aircraft shot down, a strike backed."""


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the mentions of one report share."""

    annotated: Annotated
    context: Context
    circumstances: Circumstances
    triggers: frozenset[int]


def extract(annotated: Annotated, *, prefix: str = "m") -> tuple[Mention, ...]:
    """Return the report's event mentions in text order; ids count from 1 behind `prefix`."""
    tree = Tree.of(annotated.parsed)
    context = Context(tree, Cast(annotated, tree))
    found = fold(tree, [Found(d) for d in _apart(decisions(context))])
    circumstances = Circumstances(tree, annotated.times, annotated.places)
    scene = _Scene(annotated, context, circumstances, frozenset(f.trigger.head for f in found))
    acts = [(f, step) for f in found for step in steps_of(tree, f.trigger.head) or (None,)]
    return tuple(_mention(scene, f, step, f"{prefix}{number}") for number, (f, step) in enumerate(acts, start=1))


def decisions(context: Context) -> list[Decision]:
    """Return the decision on every candidate in text order, the refused ones too."""
    triggers = find_triggers(context.tree, load_events(context.tree.parsed.lang))
    return [decide(at_one_place, context) for at_one_place in triggers]


def _apart(decided: list[Decision]) -> list[Decision]:
    """Leave out what begins inside an accepted expression before it."""
    kept, covered = [], -1
    for decision in decided:
        if decision.refused is None and decision.trigger.first > covered:
            covered = decision.trigger.last
            kept.append(decision)
    return kept


def _mention(scene: _Scene, found: Found, step: frozenset[int] | None, number: str) -> Mention:
    tree, trigger, decision = scene.context.tree, found.trigger, found.decision
    cast = scene.context.cast
    actor = cast.fillers(found.actor, things=False)
    recipient = cast.fillers(found.recipient, things=_may_hit_things(decision.sense))
    fillers = (*found.actor, *found.recipient)
    status = status_of(scene.annotated, trigger.head, tree=tree)
    refuses = status.status == "denied" and is_refusal(tree, trigger.head, decision.sense.type)
    first, last = tree.parsed.sentences[tree.sentence_of(trigger.head)]
    others = scene.triggers - {trigger.head}
    return Mention(
        id=number,
        type="REJECT" if refuses else decision.sense.type,
        mode=None if refuses else _mode(tree, decision),
        contexts=(),
        trigger=_words(tree, trigger),
        actor=_parties(cast, actor),
        recipient=_parties(cast, [t for t in recipient if t not in actor]),
        status="happened" if refuses else status.status,
        condition=status.condition,
        said_by=said_by(scene.annotated, trigger.head),
        when=_when(scene, trigger, others, status),
        where=scene.circumstances.where(trigger.head, others, frozenset(fillers), step),
        quantities=quantities_of(tree, (trigger.head, *fillers, *found.folded)),
        confidence=decision.score,
        rule=f"{tree.parsed.lang}.{decision.sense.id}",
        background=status.background,
        sentence=(tree.parsed.starts[first], tree.parsed.ends[last - 1]),
    )


def _mode(tree: Tree, decision: Decision) -> str | None:
    """Return the mode that the sense gives, or that the words of the sentence tell."""
    window = tree.sentence(decision.trigger.head)

    def holds(words: str) -> bool:
        return tree.find(split_words(words), window) is not None

    return load_modes(tree.parsed.lang).told(decision.sense.type, decision.sense.mode, holds)


def _when(scene: _Scene, trigger: Trigger, others: frozenset[int], status: StatusDecision) -> When | None:
    """Return the stated time, else for the news of a lead or headline the report's own day."""
    stated = scene.circumstances.when(trigger.head, others)
    day = scene.annotated.published.value
    is_news = status.status == "happened" and not status.background
    if stated is not None or day is None or not is_news or not is_lead(scene.context.tree, trigger.head):
        return stated
    words, day = scene.context.tree.quoted(trigger.first, trigger.last), day[:10]
    return When(
        start=words.start, end=words.end, text=words.text, value=day, earliest=day, latest=day, basis="published"
    )


def _may_hit_things(sense: Sense) -> bool:
    """Tell whether a thing can be the recipient; of protests only where they block or break something."""
    return sense.type in _PHYSICAL or (sense.type == "PROTEST" and sense.frame.name == "transitive")


def _parties(cast: Cast, tokens: Sequence[int]) -> tuple[Party, ...]:
    parties = [p for t in tokens if (p := cast.party(t)) is not None]
    return tuple({(p.start, p.end): p for p in parties}.values())


def _words(tree: Tree, trigger: Trigger) -> Quoted:
    """Quote the words of the trigger, with the fixed object that follows close behind («porter des coups»)."""
    span = object_span(tree, trigger)
    near = span is not None and trigger.last < span[0] <= trigger.last + _NEAR
    return tree.quoted(trigger.first, span[1] if span is not None and near else trigger.last)
