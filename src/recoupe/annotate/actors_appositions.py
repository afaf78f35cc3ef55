"""Two phrases for one actor, side by side: «la ministre suédoise de la Défense, Maria Lind, …»."""

from dataclasses import replace

from recoupe.gazetteer.actorbase import actor_base
from recoupe.model.actors import Actor
from recoupe.model.parsed import Parsed

_NAMED = frozenset({"name unknown to the base", "base: name", "base: surname"})
_TRADES = frozenset({"JUD", "EDU", "MED", "CVL", "LAB", "REL", "JRN", "BUS", "AGR", "CRM"})
_TITLED = frozenset({"office", "group", "person", "organ"})


def appositions(parsed: Parsed, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Return the actors with what a name and the description beside it tell of each other."""
    found = list(actors)
    starts = {actor.start: at for at, actor in enumerate(found)}
    for at, actor in enumerate(actors):
        inside = starts.get(_after(parsed, actor.end, "("))
        if inside is not None and found[inside].text.isupper():
            found[at] = _named_by_acronym(found[at], found[inside])
        beside = starts.get(_after(parsed, actor.end, ","))
        if beside is None:
            continue
        left, right = found[at], found[beside]
        if _is_name(left) and _describes(right):
            found[at], found[beside] = _united(left, right)
        elif _is_name(right) and _describes(left):
            found[beside], found[at] = _united(right, left)
    return tuple(found)


def _after(parsed: Parsed, end: int, mark: str) -> int:
    """Return the offset of the word behind a comma or bracket at an offset, -1 without one."""
    rest = parsed.text[end : end + 4].lstrip(" \u00a0")
    if not rest.startswith(mark):
        return -1
    at = parsed.text.index(mark, end) + 1
    while at < len(parsed.text) and parsed.text[at] in " \u00a0":
        at += 1
    return at


def _named_by_acronym(full: Actor, acronym: Actor) -> Actor:
    """Return a body spelled out with the identity of its acronym: «la Mission de l'ONU au Mali (Minusma)»."""
    if full.id is not None or acronym.id is None or full.kind in ("person", "state", "people"):
        return full
    return replace(
        full,
        id=acronym.id,
        name=acronym.name,
        kind=acronym.kind,
        country=acronym.country,
        sectors=acronym.sectors or full.sectors,
        rule="acronym beside it",
    )


def _is_name(actor: Actor) -> bool:
    return actor.kind == "person" and (actor.rule in _NAMED or actor.rule.startswith("surname"))


def _describes(actor: Actor) -> bool:
    """Tell whether the phrase says what one person is."""
    return actor.rule.startswith(("role", "holder")) and actor.kind in _TITLED


def _homonym(name: Actor, described: Actor) -> bool:
    """Tell whether a trade that the person of the base never had shows another of the same name."""
    known = actor_base().entities.get(name.id or "")
    if known is None or not described.sectors or described.sectors[0] not in _TRADES:
        return False
    had = {sector for term in known.terms for sector in term.sectors} | set(known.sectors)
    return described.sectors[0] not in had


def _united(name: Actor, described: Actor) -> tuple[Actor, Actor]:
    """Return both with one identity: the name's where the base knows it, the description's country and sectors else."""
    if _homonym(name, described):
        name = replace(name, id=None, name=name.text, country=None, sectors=())
    country = name.country or described.country
    sectors = name.sectors if name.id and name.sectors else described.sectors or name.sectors
    told = name.name or name.text
    first = replace(name, name=told, country=country, sectors=sectors)
    second = replace(
        described,
        id=name.id,
        name=told,
        kind="person",
        country=country,
        sectors=sectors,
        rule=f"{described.rule}, apposition",
    )
    return first, second
