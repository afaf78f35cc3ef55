"""A name in, an actor out; and what the models are."""

from recoupe.annotate.actor_resolution import iso, resolve_actor
from recoupe.codec import digest
from recoupe.model import ActorAnswer, ActorQuery, Failure, ResolvedActor

__all__ = ["answer"]

_NOBODY = ResolvedActor(id=None, name=None, kind=None, country=None)


def answer(query: ActorQuery | Failure) -> ActorAnswer:
    """Return whom a name stands for; what is unknown stays null."""
    if isinstance(query, Failure):
        return _answer(query.id, _NOBODY, query.reason)
    given = query.id or digest(query.text, query.context, query.date)
    day = iso(query.date)
    error = f"expected an ISO date, found {query.date!r}" if query.date and not day else None
    return _answer(given, resolve_actor(query.text, context=query.context, date=day), error)


def _answer(given: str, found: ResolvedActor, error: str | None) -> ActorAnswer:
    return ActorAnswer(
        id=given,
        actor=found.id,
        name=found.name,
        kind=found.kind,
        country=found.country,
        sectors=found.sectors,
        rule=found.rule,
        error=error,
    )
