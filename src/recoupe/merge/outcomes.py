"""What became of an announced act: the deeds that carry it out and those that go against it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from recoupe.merge.accounts import Account
from recoupe.merge.block import face_keys, party_keys
from recoupe.merge.compare import Finding
from recoupe.merge.compare.actors import best_match, compare_actors
from recoupe.merge.compare.places import ELSEWHERE, TOGETHER, compare_places
from recoupe.merge.compare.words import compare_topics, compare_triggers, compare_words
from recoupe.merge.dates import gap_days
from recoupe.merge.happenings import Happening
from recoupe.merge.names import Face, face
from recoupe.model import Incident, Party

_IN_WORDS = (compare_triggers, compare_words, compare_topics)
Bearing = Literal["carries out", "goes against", "takes back"]

CARRIED_BY: dict[str, frozenset[str]] = {
    "AGREE": frozenset({"COOPERATE", "AID", "CONSULT", "MOBILIZE", "RETREAT", "SUPPORT"}),
    "AID": frozenset({"AID"}),
    "ASSAULT": frozenset({"ASSAULT"}),
    "COERCE": frozenset({"COERCE", "SANCTION"}),
    "CONCEDE": frozenset({"RETREAT"}),
    "CONSULT": frozenset({"CONSULT"}),
    "COOPERATE": frozenset({"COOPERATE"}),
    "MOBILIZE": frozenset({"MOBILIZE"}),
    "PROTEST": frozenset({"PROTEST"}),
    "RETREAT": frozenset({"RETREAT"}),
    "SANCTION": frozenset({"SANCTION", "COERCE"}),
    "SUPPORT": frozenset({"SUPPORT"}),
    "THREATEN": frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"}),
}
"""Type of the promise -> types of the deeds that can make it good."""

_TRUCE_IS_KEPT_BY = frozenset({"RETREAT"})
"""Meeting again or backing a truce does not keep it."""

CONTRARY: dict[str, frozenset[str]] = {
    "AGREE": frozenset({"ASSAULT", "REJECT"}),
    "AID": frozenset({"SANCTION"}),
    "CONCEDE": frozenset({"ASSAULT", "REJECT"}),
    "CONSULT": frozenset({"REJECT", "SANCTION"}),
    "COOPERATE": frozenset({"REJECT", "SANCTION"}),
    "RETREAT": frozenset({"ASSAULT", "REJECT"}),
}
"""Type of the promise -> types of the deeds of its author that go against it."""

PRIOR = -2.9
WEIGHTS: dict[str, float] = {
    "bearing: goes against": -1.0,
    "type: one of several": -1.0,
    "truce: both speak of one": 2.2,
    "mode: same": 0.8,
    "actor: identity": 2.0,
    "actor: name": 2.0,
    "actor: office": 1.6,
    "actor: state": 1.3,
    "actor: words": 1.0,
    "actor: country": 1.0,
    "actor: other": -3.0,
    "recipient: identity": 1.0,
    "recipient: name": 1.0,
    "recipient: office": 0.7,
    "recipient: state": 0.6,
    "recipient: country": 0.4,
    "recipient: other": -1.5,
    "place: same": 1.5,
    "place: near": 1.2,
    "place: same region": 0.4,
    "place: within": 0.3,
    "place: elsewhere": -6.0,
    "place: other country": -5.0,
    "place: other name": -2.5,
    "place: not told": -0.7,
    "trigger: same": 0.8,
    "words: very alike": 1.6,
    "words: alike": 1.3,
    "words: some": 0.9,
    "words: few": 0.3,
    "topic: very alike": 1.0,
    "topic: alike": 0.7,
    "topic: some": 0.3,
    "topic: none": -0.8,
    "topic: one report": 0.4,
}
"""Log-odds that a deed bears on a promise."""

BINDS_DAYS = 45
"""Days after which an attack is no longer held against an agreement without end."""
SHOWN = 5
"""Deeds kept for one promise, the surest."""
MOST = 60
"""Deeds after the promise that are looked at, the nearest first, for each of its keys."""
SPEAKERS = 6
"""Accounts of a happening that stand for it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A happening with its record."""

    happening: Happening
    incident: Incident

    @property
    def accounts(self) -> tuple[Account, ...]:
        return self.happening.accounts


@dataclass(frozen=True, slots=True)
class Outcome:
    """One deed that bears on a promise."""

    deed: Told
    bearing: Bearing
    odds: float


class Deeds:
    """Everything done, findable by party, place and type from a day on."""

    def __init__(self, told: Sequence[Told]) -> None:
        index: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._told = [one for one in told if one.incident.status in ("happened", "denied")]
        for at, one in enumerate(self._told):
            for key in _keys(one):
                index[key].append((done_on(one), at))
        self._index = {key: sorted(rows) for key, rows in index.items()}

    def after(self, promise: Told, *, types: frozenset[str]) -> Iterator[Told]:
        """Yield deeds of these types that share a key with the promise and may come after it."""
        since = announced_on(promise)
        found: set[int] = set()
        for key in _keys(promise, types=types):
            rows = self._index.get(key, [])
            start = bisect_left(rows, (since, -1))
            found.update(at for _, at in islice(rows, start, start + MOST))
        yield from (self._told[at] for at in sorted(found))


def outcomes(promise: Told, deeds: Deeds) -> tuple[Outcome, ...]:
    """Return the deeds that bear on a promise, those most surely bearing on it first."""
    kind = act_type(promise)
    found: list[Outcome] = []
    for bearing, types in (
        ("carries out", _carriers(promise, kind)),
        ("goes against", CONTRARY.get(kind, frozenset())),
    ):
        for deed in deeds.after(promise, types=types):
            if deed.incident.id == promise.incident.id or not _in_time(promise, deed, bearing):
                continue
            odds = _odds(promise, deed) + _leap(bearing, kind, deed)
            if odds >= 0:
                found.append(Outcome(deed, _bearing(bearing, deed), odds))
    return tuple(sorted(found, key=lambda one: (-one.odds, one.deed.incident.id))[:SHOWN])


def _carriers(promise: Told, kind: str) -> frozenset[str]:
    """Return the types of the deeds that can make a promise good."""
    if any(account.of_truce for account in promise.accounts):
        return _TRUCE_IS_KEPT_BY
    return CARRIED_BY.get(kind, frozenset())


def _leap(bearing: str, kind: str, deed: Told) -> float:
    """Log-odds lost where the deed is not the promised act itself but a way to keep or break it."""
    if bearing == "goes against":
        return WEIGHTS["bearing: goes against"]
    return WEIGHTS["type: one of several"] if kind != deed.incident.type else 0.0


def _bearing(bearing: str, deed: Told) -> Bearing:
    if deed.incident.status == "denied":
        return "takes back" if bearing == "carries out" else "carries out"
    return "carries out" if bearing == "carries out" else "goes against"


def act_type(promise: Told) -> str:
    """Type of the promised act: for a threat, of what it threatens where that is told."""
    types = [account.mention.type for account in promise.accounts if account.announced]
    return next((one for one in types if one != "THREATEN"), promise.incident.type)


def announced_on(promise: Told) -> int:
    """Day from which deeds count: that of the first telling, or any day where it is only recalled."""
    if any(account.recalled for account in promise.accounts):
        return 0
    return min((account.told.first for account in promise.accounts if account.told), default=0)


def done_on(deed: Told) -> int:
    """Last day on which a deed can have been done: as told, and not after its first telling."""
    days = [account.days.last for account in deed.accounts if account.days]
    told = [account.told.first for account in deed.accounts if account.told]
    return min((*days, *told), default=0)


def _in_time(promise: Told, deed: Told, bearing: str) -> bool:
    """Whether the deed comes after the promise and, to go against it, while it can be held to bind."""
    if not _later(promise, deed):
        return False
    since = announced_on(promise)
    return bearing == "carries out" or not since or done_on(deed) - since <= BINDS_DAYS


def _as_planned(promise: Told, deed: Told) -> bool:
    """Whether a deed was done when the act was announced for; all there is where no report has a date."""
    planned = [account.days for account in promise.accounts if account.announced and account.days]
    done = [account.days for account in deed.accounts if account.days]
    return any(not gap_days(one, two) for one in planned for two in done)


def _later(promise: Told, deed: Told) -> bool:
    """Whether the deed can answer the promise: done after it was made, or told in a later report."""
    since = announced_on(promise)
    if not since:
        return any(account.recalled for account in promise.accounts) or _as_planned(promise, deed)
    if done_on(deed) > since:
        return True
    first = {account.sheet.id for account in promise.accounts if account.told and account.told.first <= since}
    told_later = not {account.sheet.id for account in deed.accounts} <= first
    return told_later and done_on(deed) == since and promise.incident.status == "future"


def _keys(told: Told, *, types: frozenset[str] | None = None) -> tuple[str, ...]:
    kinds = sorted(types) if types is not None else [told.incident.type]
    found: dict[str, None] = {}
    for account in told.accounts[:SPEAKERS]:
        for kind in kinds:
            for party in (*face_keys(_authors(account)), *party_keys(account, actor=False)):
                found[f"{kind} {party}"] = None
            if account.place_name:
                found[f"{kind} at {account.place_name}"] = None
    return tuple(found)


def _odds(promise: Told, deed: Told) -> float:
    """Weigh the best that any two accounts show in each concept."""
    pairs = [(one, two) for one in promise.accounts[:SPEAKERS] for two in deed.accounts[:SPEAKERS]]
    authors = tuple(face for one in promise.accounts[:SPEAKERS] for face in _authors(one))
    doers = tuple(face for two in deed.accounts[:SPEAKERS] for face in two.actors)
    # A truce is broken by whoever fights «despite the truce», allies and proxies of its parties too.
    truce = any(one.of_truce and two.of_truce and two.mention.type == "ASSAULT" for one, two in pairs)
    author = Finding(f"actor: {best_match(authors, doers).level}")
    findings = [_where(promise, pairs), *([Finding("truce: both speak of one")] if truce else [])]
    findings += [author] if not truce or _weight(author) > 0 else []
    findings += [_best(compare_actors(one, two)[1] for one, two in pairs)]
    findings += [_best(compare(one, two) for one, two in pairs) for compare in _IN_WORDS]
    if any(one.mention.mode is not None and one.mention.mode == two.mention.mode for one, two in pairs):
        findings.append(Finding("mode: same"))
    return PRIOR + sum(map(_weight, findings))


def _weight(finding: Finding) -> float:
    return WEIGHTS.get(finding.level, 0.0)


def _best(findings: Iterable[Finding]) -> Finding:
    return max(findings, key=_weight)


def _where(promise: Told, pairs: Sequence[tuple[Account, Account]]) -> Finding:
    """Compare the places of the act; a word given names only the place where it was given."""
    if not any(one.announced and one.mention.where for one in promise.accounts):
        venue = _best(compare_places(one, two) for one, two in pairs)
        return venue if _weight(venue) > 0 else Finding("place: unknown")
    found = [compare_places(one, two) for one, two in pairs if one.announced and one.mention.where]
    told = [finding for finding in found if finding.level != "place: unknown"]
    if not told:
        return Finding("place: not told")
    # Two towns apart outweigh the region that holds both.
    apart = [finding for finding in told if finding.level in ELSEWHERE]
    best = _best(told)
    return apart[0] if apart and best.level not in TOGETHER else best


def _authors(account: Account) -> tuple[Face, ...]:
    """Who acts; in a promise also who gives it («des ministres ont dit vouloir rappeler leurs marins»)."""
    speaker = account.mention.said_by
    if not account.announced or speaker is None:
        return account.actors
    party = Party(start=speaker.start, end=speaker.end, text=speaker.text, id=speaker.id, name=None, country=None)
    return (*account.actors, face(party))
