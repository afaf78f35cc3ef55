"""From an annotated report to its event mentions."""

from collections.abc import Sequence

from recoupe.extract.attribution import said_by
from recoupe.extract.circumstances import Circumstances
from recoupe.extract.decide import Context, Decision, decide
from recoupe.extract.parties import Cast
from recoupe.extract.quantities import quantities_of
from recoupe.extract.same import Found, fold
from recoupe.extract.status import status_of
from recoupe.extract.tree import Tree
from recoupe.extract.triggers import Trigger, find_triggers
from recoupe.model.annotated import Annotated
from recoupe.model.mentions import Mention, Party
from recoupe.model.text import Quoted
from recoupe.packs.events import load_events


def extract(annotated: Annotated, *, prefix: str = "m") -> tuple[Mention, ...]:
    """Return the report's event mentions in text order; ids count from 1 behind `prefix`."""
    tree = Tree.of(annotated.parsed)
    context = Context(tree, Cast(annotated, tree))
    decided = weigh(context, annotated.parsed.lang)
    found = fold(tree, [Found(t, d) for t, d in decided if d.refused is None])
    circumstances = Circumstances(tree, annotated.times, annotated.places)
    rivals = frozenset(f.trigger.head for f in found)
    return tuple(
        _mention(annotated, context, f, circumstances, rivals, f"{prefix}{number}")
        for number, f in enumerate(found, start=1)
    )


def weigh(context: Context, lang: str) -> list[tuple[Trigger, Decision]]:
    """Return every candidate with its decision, the refused ones too."""
    return [(t, decide(t, context)) for t in find_triggers(context.tree, load_events(lang))]


def _mention(  # noqa: PLR0913 - a mention gathers what every part of the stage found
    annotated: Annotated,
    context: Context,
    found: Found,
    circumstances: Circumstances,
    rivals: frozenset[int],
    number: str,
) -> Mention:
    tree, trigger, decision = context.tree, found.trigger, found.decision
    fillers = (*found.actor, *found.recipient)
    status = status_of(annotated, trigger.head)
    first, last = tree.parsed.sentences[tree.sentence_of(trigger.head)]
    others = rivals - {trigger.head}
    return Mention(
        id=number,
        type=decision.sense.type,
        mode=decision.sense.mode,
        contexts=(),
        trigger=_quoted(tree, trigger.first, trigger.last),
        actor=_parties(context.cast, found.actor),
        recipient=_parties(context.cast, found.recipient),
        status=status.status,
        condition=status.condition,
        said_by=said_by(annotated, trigger.head),
        when=circumstances.when(trigger.head, others),
        where=circumstances.where(trigger.head, others, frozenset(fillers)),
        quantities=quantities_of(tree, (trigger.head, *fillers, *found.folded)),
        confidence=decision.score,
        rule=f"{tree.parsed.lang}.{decision.sense.id}",
        background=status.background,
        sentence=(tree.parsed.starts[first], tree.parsed.ends[last - 1]),
    )


def _parties(cast: Cast, tokens: Sequence[int]) -> tuple[Party, ...]:
    parties = [p for t in tokens if (p := cast.party(t)) is not None]
    return tuple({(p.start, p.end): p for p in parties}.values())


def _quoted(tree: Tree, first: int, last: int) -> Quoted:
    start, end = tree.parsed.starts[first], tree.parsed.ends[last]
    return Quoted(start=start, end=end, text=tree.parsed.text[start:end])
