"""How alike the parties of two mentions are, through the actor base, names and countries."""

from collections.abc import Sequence

from recoupe.merge.accounts import Account
from recoupe.merge.compare import Finding
from recoupe.merge.names import Face

SYMMETRIC = frozenset({"CONSULT", "AGREE", "COOPERATE", "ASSAULT", "SUPPORT"})
"""Types whose two sides reports name in either order."""

_UNIONS = frozenset({"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"})
"""PLOVER's codes of what is no single country."""

LEVELS = ("unknown", "other", "country", "words", "state", "office", "name", "identity")
"""From nothing to certainty; "other" is what no face agrees with."""
_RANK = {level: rank for rank, level in enumerate(LEVELS)}


def compare_actors(left: Account, right: Account) -> tuple[Finding, Finding]:
    """Compare who did it and to whom; sides are crossed for acts that two do together."""
    straight = best_level(left.actors, right.actors), best_level(left.recipients, right.recipients)
    silent = all(level == "unknown" for level, _ in straight)
    if left.mention.type not in SYMMETRIC and not silent:
        return _named(straight)
    crossed = best_level(left.actors, right.recipients), best_level(left.recipients, right.actors)
    if left.mention.type in SYMMETRIC:
        return _named(max(straight, crossed, key=_total))
    # «évacuée par X», «l'évacuation de X»: a party whose role one of the two sentences leaves in doubt.
    doubtful = max(crossed, key=lambda one: _RANK[one[0]])
    level = "in doubt" if _RANK[doubtful[0]] >= _RANK["country"] else "unknown"
    return Finding(f"actor: {level}", doubtful[1]), Finding("recipient: unknown")


def _total(pair: tuple[tuple[str, str], tuple[str, str]]) -> int:
    return sum(_RANK[level] if level != "other" else -_RANK["country"] for level, _ in pair)


def _named(pair: tuple[tuple[str, str], tuple[str, str]]) -> tuple[Finding, Finding]:
    (actor, who), (recipient, whom) = pair
    return Finding(f"actor: {actor}", who), Finding(f"recipient: {recipient}", whom)


def best_level(left: Sequence[Face], right: Sequence[Face]) -> tuple[str, str]:
    """Best level over all pairs of known faces."""
    pairs = [(one, two) for one in left if one.known for two in right if two.known]
    if not pairs:
        return "unknown", ""
    graded = [(face_level(one, two), one, two) for one, two in pairs]
    level, one, two = max(graded, key=lambda row: _RANK[row[0]])
    return level, f"{one.text} / {two.text}"


def face_level(left: Face, right: Face) -> str:
    """Name the strongest thing that two faces share."""
    if left.id is not None and left.id == right.id:
        return "state" if left.broad else "identity"
    if left.names & right.names:
        return "name"
    same_country = left.country is not None and left.country == right.country
    if same_country and left.sectors and left.sectors[:1] == right.sectors[:1]:
        return "office"
    if left.words & right.words or same_country:
        return "words" if left.words & right.words else "country"
    return "other" if _apart(left, right) else "unknown"


def _apart(left: Face, right: Face) -> bool:
    """Whether two faces exclude each other; a union («la coalition») may hold any state."""
    if left.country is None or right.country is None:
        return left.id is not None and right.id is not None and not (left.broad or right.broad)
    return left.country not in _UNIONS and right.country not in _UNIONS
