"""Two phrases for one actor, side by side: «le ministre irakien des Affaires étrangères, Fuad Hussein, …»."""

from dataclasses import replace

from recoupe.model.actors import Actor
from recoupe.model.parsed import Parsed

_NAMED = frozenset({"name unknown to the base", "base: name", "base: surname"})
_TITLED = frozenset({"office", "group", "person", "organ"})


def appositions(parsed: Parsed, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Return the actors with what a name and the description beside it tell of each other."""
    found = list(actors)
    starts = {actor.start: at for at, actor in enumerate(found)}
    for at, actor in enumerate(actors):
        beside = starts.get(_after_comma(parsed, actor.end))
        if beside is None:
            continue
        left, right = found[at], found[beside]
        if _is_name(left) and _describes(right):
            found[at], found[beside] = _united(left, right)
        elif _is_name(right) and _describes(left):
            found[beside], found[at] = _united(right, left)
    return tuple(found)


def _after_comma(parsed: Parsed, end: int) -> int:
    """Return the offset of the word behind «, » at an offset, -1 without a comma."""
    text = parsed.text
    if text[end : end + 1] != ",":
        return -1
    at = end + 1
    while at < len(text) and text[at] in " \u00a0":
        at += 1
    return at


def _is_name(actor: Actor) -> bool:
    return actor.kind == "person" and (actor.rule in _NAMED or actor.rule.startswith("surname"))


def _describes(actor: Actor) -> bool:
    """Tell whether the phrase says what one person is."""
    return actor.rule.startswith(("role", "holder")) and actor.kind in _TITLED


def _united(name: Actor, described: Actor) -> tuple[Actor, Actor]:
    """Return both with one identity: the name's where the base knows it, the description's country and sectors else."""
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
