"""How alike the parties of two mentions are, through the actor base, names and countries."""

from collections.abc import Sequence
from typing import NamedTuple

from recoupe.merge.accounts import Account
from recoupe.merge.compare import Finding
from recoupe.merge.names import Face

SYMMETRIC = frozenset({"CONSULT", "AGREE", "COOPERATE"})
"""Types whose two sides reports name in either order."""

_UNIONS = frozenset({"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"})
"""PLOVER's codes of what is no single country."""

LEVELS = ("unknown", "other", "country", "words", "state", "office", "name", "identity")
"""From nothing to certainty; "other" is what no face agrees with."""
_RANK = {level: rank for rank, level in enumerate(LEVELS)}


class Match(NamedTuple):
    """The strongest tie between the parties of one role."""

    level: str
    left: str | None = None
    right: str | None = None


_NOBODY = Match("unknown")
_DOUBT = Finding("recipient: unknown")


def compare_actors(left: Account, right: Account) -> tuple[Finding, Finding]:
    """Compare who did it and to whom; the sides of an act that two do together are free."""
    if left.mention.type in SYMMETRIC and right.mention.type in SYMMETRIC:
        return _named(_both_sides(left, right))
    straight = best_match(left.actors, right.actors), best_match(left.recipients, right.recipients)
    if straight[0].level != "unknown" or straight[1].level != "unknown":
        return _named(straight)
    # «évacuée par X», «l'évacuation de X»: a party whose role one of the two sentences leaves in doubt.
    crossed = best_match(left.actors, right.recipients), best_match(left.recipients, right.actors)
    doubtful = max(crossed, key=lambda one: _RANK[one.level])
    if _RANK[doubtful.level] < _RANK["country"]:
        return _named((_NOBODY, _NOBODY))
    return Finding("actor: in doubt", doubtful.left, doubtful.right), _DOUBT


def _both_sides(left: Account, right: Account) -> tuple[Match, Match]:
    """Match the two sides of an act whichever is named first, also where both stand as actors."""
    here, there = (*left.actors, *left.recipients), (*right.actors, *right.recipients)
    first = best_match(here, there)
    if _RANK[first.level] < _RANK["country"]:
        return first, _NOBODY
    rest = tuple(one for one in here if one.text != first.left and one.known)
    others = tuple(one for one in there if one.text != first.right and one.known)
    return first, best_match(rest, others)


def _named(pair: tuple[Match, Match]) -> tuple[Finding, Finding]:
    actor, recipient = pair
    return (
        Finding(f"actor: {actor.level}", actor.left, actor.right),
        Finding(f"recipient: {recipient.level}", recipient.left, recipient.right),
    )


def best_match(left: Sequence[Face], right: Sequence[Face]) -> Match:
    """Return the best level over all pairs of known faces, the first pair that reaches it."""
    best, rank = _NOBODY, 0
    for one in left:
        if not one.known:
            continue
        for two in right:
            if two.known:
                level = face_level(one, two)
                if _RANK[level] > rank:
                    best, rank = Match(level, one.text, two.text), _RANK[level]
    return best


def face_level(left: Face, right: Face) -> str:
    """Name the strongest thing that two faces share; of one that points back only its own words count."""
    guessed = left.vague or right.vague
    if not guessed and left.id is not None and left.id == right.id:
        return "state" if left.broad else "identity"
    if left.names & right.names:
        return "name"
    same_country = not guessed and left.country is not None and left.country == right.country
    if same_country and left.sectors and left.sectors[:1] == right.sectors[:1]:
        return "office"
    if left.words & right.words or same_country:
        return "words" if left.words & right.words else "country"
    return "other" if not guessed and _apart(left, right) else "unknown"


def _apart(left: Face, right: Face) -> bool:
    """Whether two faces exclude each other; a union («la coalition») may hold any state."""
    if left.country is None or right.country is None:
        return left.id is not None and right.id is not None and not (left.broad or right.broad)
    return left.country not in _UNIONS and right.country not in _UNIONS
