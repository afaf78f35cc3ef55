"""The value an incident takes for each field, and what others say instead."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeVar

from recoupe.merge.accounts import Account
from recoupe.merge.compare.places import CLOSE_KM, WIDE_KM, distance_km
from recoupe.merge.dates import Days, gap_days, iso
from recoupe.merge.names import Face, face
from recoupe.model import Disagreement, Party, Quantity, Variant, When, Where
from recoupe.model.mentions import Status

Value = TypeVar("Value")
Backed = tuple[Account, Value]
"""A value and the account that gives it."""


def choose_status(accounts: Sequence[Account]) -> Status:
    """Return what most sources say; between equals what was done outweighs what was held possible."""
    order: tuple[Status, ...] = ("happened", "denied", "future", "possible")
    sources: dict[Status, set[str]] = defaultdict(set)
    for account in accounts:
        sources[account.mention.status].add(account.sheet.source)
    return max(order, key=lambda status: (len(sources[status]), -order.index(status)))


def choose_when(accounts: Sequence[Account]) -> When | None:
    """Return the narrowest of the times on which most sources agree."""
    dated = [(account, account.mention.when, account.days) for account in accounts]
    known = [(account, when, days) for account, when, days in dated if when and days]
    if not known:
        return next((when for _, when, _ in dated if when), None)

    def support(days: Days) -> int:
        return len({account.sheet.source for account, _, other in known if gap_days(days, other) == 0})

    best = max(known, key=lambda row: (support(row[2]), -row[2].width, -row[2].first))
    return best[1]


def choose_where(accounts: Sequence[Account]) -> Where | None:
    """Return the place on which most sources agree, a town before a region."""
    named = [(account, account.mention.where) for account in accounts]
    known = [(account, where) for account, where in named if where]
    if not known:
        return None

    def support(where: Where) -> int:
        return len({account.sheet.source for account, other in known if _same_place(where, other)})

    mapped = [row for row in known if row[1].lat is not None] or known
    exact = [row for row in mapped if row[1].precision_km is not None and row[1].precision_km < WIDE_KM]
    best = max(exact or mapped, key=lambda row: (support(row[1]), -(row[1].precision_km or 1e4)))
    return best[1]


def choose_parties(accounts: Sequence[Account], *, actor: bool) -> tuple[Party, ...]:
    """Every party that fills the role, each once, in its most telling words."""
    given = [
        (account, party)
        for account in accounts
        for party in (account.mention.actor if actor else account.mention.recipient)
    ]
    kept: list[Party] = []
    for _, party in sorted(given, key=lambda row: (-_telling(row[1]), row[0].key, row[1].start)):
        if not any(_covers(face(other), face(party)) for other in kept):
            kept.append(party)
    return tuple(kept)


def disagreements(accounts: Sequence[Account]) -> tuple[Disagreement, ...]:
    """List every field on which accounts differ, with who says what."""
    fields: list[tuple[str, list[Backed[str]]]] = [
        ("when", _whens(accounts)),
        ("where", _wheres(accounts)),
        ("actor", _parties(accounts, actor=True)),
        ("recipient", _parties(accounts, actor=False)),
        ("status", [(account, account.mention.status) for account in accounts]),
    ]
    roles = sorted({quantity.role for account in accounts for quantity in account.mention.quantities})
    fields += [(f"quantity:{role}", _numbers(accounts, role)) for role in roles]
    found = (_disagreement(field, given) for field, given in fields)
    return tuple(one for one in found if one is not None)


def _disagreement(field: str, given: Iterable[Backed[str]]) -> Disagreement | None:
    mentions: dict[str, list[str]] = defaultdict(list)
    for account, value in given:
        if account.key not in mentions[value]:
            mentions[value].append(account.key)
    if len(mentions) < 2:
        return None
    variants = [Variant(value=value, mentions=tuple(backers)) for value, backers in mentions.items()]
    variants.sort(key=lambda variant: (-len(variant.mentions), variant.value))
    return Disagreement(field=field, values=tuple(variants))


def _whens(accounts: Sequence[Account]) -> list[Backed[str]]:
    """List times that exclude some other; an interval that holds all others contradicts nobody."""
    known = [(account, account.days) for account in accounts if account.days]
    return [
        (account, iso(days.first) if not days.width else f"{iso(days.first)}/{iso(days.last)}")
        for account, days in known
        if any(gap_days(days, other) for _, other in known)
    ]


def _wheres(accounts: Sequence[Account]) -> list[Backed[str]]:
    known = [(account, account.mention.where) for account in accounts]
    placed = [(account, where) for account, where in known if where]
    return [
        (account, where.name or where.text)
        for account, where in placed
        if any(_other_place(where, other) for _, other in placed)
    ]


def _parties(accounts: Sequence[Account], *, actor: bool) -> list[Backed[str]]:
    """Parties of mentions that share none with some other mention."""
    named = [
        (account, faces)
        for account in accounts
        if (faces := account.actors if actor else account.recipients) and any(one.known for one in faces)
    ]
    apart = [
        (account, faces)
        for account, faces in named
        if any(all(_foreign(one, two) for one in faces for two in others) for _, others in named)
    ]
    return [(account, ", ".join(one.text for one in faces)) for account, faces in apart]


def _numbers(accounts: Sequence[Account], role: str) -> list[Backed[str]]:
    return [
        (account, _number(quantity))
        for account in accounts
        for quantity in account.mention.quantities
        if quantity.role == role
    ]


def _number(quantity: Quantity) -> str:
    if quantity.value is not None:
        return f"{quantity.value:g}"
    low = f"{quantity.low:g}" if quantity.low is not None else ""
    high = f"{quantity.high:g}" if quantity.high is not None else ""
    return f"{low}..{high}"


def _same_place(left: Where, right: Where) -> bool:
    if left.geonameid is not None and left.geonameid == right.geonameid:
        return True
    distance = distance_km(left, right)
    reach = max(CLOSE_KM, left.precision_km or 0.0, right.precision_km or 0.0)
    return left.text.casefold() == right.text.casefold() if distance is None else distance <= reach


def _other_place(left: Where, right: Where) -> bool:
    """Whether two places exclude each other; a region and a town in it do not."""
    distance = distance_km(left, right)
    if distance is None or max(left.precision_km or 0.0, right.precision_km or 0.0) >= WIDE_KM:
        return False
    return distance > CLOSE_KM + max(left.precision_km or 0.0, right.precision_km or 0.0)


def _telling(party: Party) -> int:
    return 4 * (party.id is not None) + 2 * bool(face(party).names) + (party.country is not None)


def _covers(kept: Face, other: Face) -> bool:
    """Whether a party already stands in the list, or says less than one that does."""
    if kept.text == other.text:
        return True
    if not other.known:
        return kept.known
    if kept.id is not None and kept.id == other.id:
        return True
    if kept.id is not None and other.id is not None:
        return False
    return bool(kept.names & other.names) or (kept.country == other.country and other.names <= kept.names)


def _foreign(left: Face, right: Face) -> bool:
    """Whether two parties can't be one: both are known and nothing ties them."""
    if not left.known or not right.known or left.names & right.names or left.words & right.words:
        return False
    if left.country is not None and right.country is not None:
        return left.country != right.country
    return left.id is not None and right.id is not None and left.id != right.id
