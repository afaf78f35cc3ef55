"""Acts that someone bound himself to: announced, promised, threatened, agreed; and their state."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from recoupe.merge.accounts import Account
from recoupe.merge.dates import days_of
from recoupe.merge.incidents import clip, identity
from recoupe.merge.outcomes import CARRIED_BY, Deeds, Outcome, Told, act_type, announced_on, outcomes
from recoupe.merge.terms import stems
from recoupe.model import Act, Evidence, Incident, Party, Pledge, Quantity, When
from recoupe.model.pledges import PledgeState

BINDING = frozenset({"AGREE", "CONCEDE", "THREATEN"})
"""Types that bind their author by being said."""

HANDFUL = 50
"""Larger numbers count people or money: one deed may do them all."""


def pledges_of(told: Sequence[Told], last_days: Mapping[str, int]) -> tuple[tuple[Pledge, ...], tuple[Incident, ...]]:
    """Return pledges, and incidents with `fulfils` filled.

    `last_days` tells for each report the newest day of its story: how long a deed would have been told.
    """
    deeds = Deeds(told)
    found: list[Pledge] = []
    fulfilled: dict[str, tuple[float, str]] = {}
    for promise in told:
        if not binds(promise):
            continue
        results = outcomes(promise, deeds)
        last_day = max(last_days.get(account.sheet.id, 0) for account in promise.accounts)
        found.append(_pledge(promise, results, last_day))
        for result in results:
            deed = result.deed.incident.id
            if result.bearing == "carries out" and result.odds > fulfilled.get(deed, (-1.0, ""))[0]:
                fulfilled[deed] = result.odds, promise.incident.id
    incidents = tuple(
        replace(one.incident, fulfils=fulfilled[one.incident.id][1]) if one.incident.id in fulfilled else one.incident
        for one in told
    )
    return tuple(sorted(found, key=lambda pledge: pledge.id)), incidents


def binds(promise: Told) -> bool:
    """Whether a happening commits its author: a threat or an agreement made, or an act of his announced."""
    incident = promise.incident
    if incident.type in BINDING and incident.status == "happened":
        return any(_anchored(account) for account in promise.accounts)
    if incident.type not in CARRIED_BY:
        return False
    if incident.status == "future":
        return any(account.mention.actor or account.mention.said_by for account in promise.accounts)
    return incident.status == "possible" and any(_own_word(account) for account in promise.accounts)


def _anchored(account: Account) -> bool:
    """Whether it is told whose word it is, or about whom or where («cet accord» alone says nothing)."""
    mention = account.mention
    return bool(mention.actor or mention.recipient or mention.said_by or mention.where)


def _own_word(account: Account) -> bool:
    """Whether the author himself holds the act possible: «nous pourrions frapper», not a guess of others."""
    speaker = account.mention.said_by
    if speaker is None:
        return False
    names = set(stems(speaker.text))
    return any(
        (speaker.id is not None and speaker.id == party.id) or names & set(stems(party.text))
        for party in account.mention.actor
    )


def _pledge(promise: Told, results: Sequence[Outcome], last_day: int) -> Pledge:
    incident = promise.incident
    deadline = _deadline(promise)
    state, spoken = _state(promise, results, deadline, last_day)
    conditions = [account.mention.condition for account in promise.accounts if account.mention.condition]
    kind = act_type(promise)
    return Pledge(
        id=identity("pledge", (incident.id,)),
        by=_author(promise),
        to=incident.recipient,
        act=Act(
            type=kind,
            mode=incident.mode if kind == incident.type else None,
            text=clip(_best(promise).sentence),
            recipient=incident.recipient,
            where=incident.where,
            when=incident.when,
        ),
        condition=conditions[0].text if conditions else None,
        deadline=deadline,
        state=state,
        evidence=(*_announcements(promise), *spoken),
    )


def _best(promise: Told) -> Account:
    return min(promise.accounts, key=lambda account: (not account.mention.actor, account.in_title, account.key))


def _author(promise: Told) -> tuple[Party, ...]:
    """Who will act; where nobody is named, who said so."""
    if promise.incident.actor:
        return promise.incident.actor
    for account in promise.accounts:
        speaker = account.mention.said_by
        if speaker is not None:
            return (
                Party(
                    start=speaker.start,
                    end=speaker.end,
                    text=speaker.text,
                    id=speaker.id,
                    name=None,
                    country=None,
                ),
            )
    return ()


def _deadline(promise: Told) -> str | None:
    """Last day of the time that the act is announced for."""
    whens: Iterable[When | None] = (account.mention.when for account in promise.accounts if account.announced)
    told = announced_on(promise)
    for when in whens:
        days = days_of(when)
        if when is not None and days is not None and days.last >= told:
            return when.latest[:10] if when.latest else None
    return None


def _announcements(promise: Told) -> tuple[Evidence, ...]:
    """Tell the first account, which announces, from the others, which repeat it."""
    ordered = sorted(promise.accounts, key=lambda account: (account.told or (0, 0), account.key))
    first, *rest = ordered
    return (
        Evidence(mention=first.key, says="announces"),
        *(Evidence(mention=account.key, says="repeats") for account in rest),
    )


def _state(
    promise: Told, results: Sequence[Outcome], deadline: str | None, last_day: int
) -> tuple[PledgeState, tuple[Evidence, ...]]:
    """Weigh what was done; silence says nothing before the deadline, and little after it."""
    kept = [one for one in results if one.bearing == "carries out"]
    against = [one for one in results if one.bearing == "goes against"]
    back = [one for one in results if one.bearing == "takes back"]
    if against and any(account.of_truce for account in promise.accounts):
        kept = []
    if kept:
        whole = not _counted(promise) or _done(promise, kept) >= _counted(promise)
        state: PledgeState = "kept" if whole and not against else "partly kept"
        says = "kept" if state == "kept" else "partly kept"
        return state, (
            *(Evidence(mention=one.deed.accounts[0].key, says=says) for one in kept),  # type: ignore[arg-type]
            *(Evidence(mention=one.deed.accounts[0].key, says="broken") for one in against),
        )
    if against:
        return "broken", tuple(Evidence(mention=one.deed.accounts[0].key, says="broken") for one in against)
    if back:
        return "withdrawn", tuple(Evidence(mention=one.deed.accounts[0].key, says="withdrawn") for one in back)
    if deadline is not None and _followed(promise, deadline, last_day):
        return "lapsed", ()
    return "open", ()


def _followed(promise: Told, deadline: str, last_day: int) -> bool:
    """Whether the ledger goes on after the deadline, so that a deed would have been told."""
    return last_day > date.fromisoformat(deadline).toordinal() and promise.incident.type != "THREATEN"


def _counted(promise: Told) -> int:
    """How many things the promise counts («quatre ponts»); nought where it counts none, or people."""
    for account in promise.accounts:
        for quantity in sorted(account.mention.quantities, key=lambda one: one.start):
            # «quatre ponts sur les 9»: the first number is what is promised.
            if 1 < _whole(quantity) < HANDFUL:
                return _whole(quantity)
    return 0


def _whole(quantity: Quantity) -> int:
    return int(quantity.value or quantity.low or 0)


def _done(promise: Told, kept: Sequence[Outcome]) -> int:
    """How many of them were done: as the deeds count, else one for each deed."""
    roles = {quantity.role for account in promise.accounts for quantity in account.mention.quantities}
    done = 0
    for one in kept:
        counts = [
            _whole(quantity)
            for account in one.deed.accounts
            for quantity in account.mention.quantities
            if quantity.role in roles
        ]
        done += max(counts, default=1)
    return done
