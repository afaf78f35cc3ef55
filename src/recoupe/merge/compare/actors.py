"""How alike the parties of two mentions are, through the actor base, names and countries."""

from collections.abc import Sequence

from recoupe.merge.accounts import Account
from recoupe.merge.compare import Finding
from recoupe.merge.names import Face

SYMMETRIC = frozenset({"CONSULT", "AGREE", "COOPERATE", "ASSAULT", "SUPPORT"})
"""Types whose two sides reports name in either order."""

LEVELS = ("unknown", "other", "country", "words", "office", "name", "identity")
"""From nothing to certainty; "other" is what no face agrees with."""
_RANK = {level: rank for rank, level in enumerate(LEVELS)}


def compare_actors(left: Account, right: Account) -> tuple[Finding, Finding]:
    """Compare who did it and to whom; sides are crossed for acts that two do together."""
    straight = _roles(left.actors, right.actors), _roles(left.recipients, right.recipients)
    if left.mention.type not in SYMMETRIC:
        return _named(straight)
    crossed = _roles(left.actors, right.recipients), _roles(left.recipients, right.actors)
    return _named(max(straight, crossed, key=_total))


def _total(pair: tuple[tuple[str, str], tuple[str, str]]) -> int:
    return sum(_RANK[level] if level != "other" else -_RANK["country"] for level, _ in pair)


def _named(pair: tuple[tuple[str, str], tuple[str, str]]) -> tuple[Finding, Finding]:
    (actor, who), (recipient, whom) = pair
    return Finding(f"actor: {actor}", who), Finding(f"recipient: {recipient}", whom)


def _roles(left: Sequence[Face], right: Sequence[Face]) -> tuple[str, str]:
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
        return "identity"
    if left.names & right.names:
        return "name"
    same_country = left.country is not None and left.country == right.country
    if same_country and left.sectors and left.sectors[:1] == right.sectors[:1]:
        return "office"
    if left.words & right.words or same_country:
        return "words" if left.words & right.words else "country"
    return "other" if (left.country and right.country) or (left.id and right.id) else "unknown"
