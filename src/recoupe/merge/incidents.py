"""The record of one happening: its values, its dissent, its support and its title."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

from recoupe.merge.accounts import Account
from recoupe.merge.happenings import Happening
from recoupe.merge.values import choose_parties, choose_status, choose_when, choose_where, disagreements
from recoupe.model import Incident, Reason

TITLE = 120
"""Characters of a title; longer sentences end at a word, with an ellipsis."""


def identity(kind: str, parts: Iterable[str]) -> str:
    """Short hash of content: the same words give the same id on every machine."""
    digest = blake2b("\x1f".join(parts).encode(), digest_size=8)
    return f"{kind}-{digest.hexdigest()}"


def incident_of(happening: Happening, copy_of: Mapping[str, str], echoes: Sequence[str] = ()) -> Incident:
    """Make the record; `copy_of` names the original of each copy, `echoes` reports without a mention."""
    accounts = happening.accounts
    kind, mode = _type_of(accounts)
    sources = {_source(account, copy_of, accounts) for account in accounts}
    return Incident(
        id=identity("incident", (accounts[0].key,)),
        type=kind,
        mode=mode,
        title=title_of(accounts),
        mentions=tuple(account.key for account in accounts),
        reports=tuple(dict.fromkeys((*(account.sheet.id for account in accounts), *echoes))),
        independent_sources=len(sources),
        when=choose_when(accounts),
        where=choose_where(accounts),
        actor=choose_parties(accounts, actor=True),
        recipient=choose_parties(accounts, actor=False),
        status=choose_status(accounts),
        disagreements=disagreements(accounts),
        why=_why(happening),
        fulfils=None,
        confidence=_confidence(accounts, len(sources)),
    )


def title_of(accounts: Sequence[Account]) -> str:
    """Return the words of the best mention: a headline that tells it, else the shortest full sentence."""
    best = min(accounts, key=_title_rank)
    return clip(best.sheet.report.title or best.sentence) if best.in_title else clip(best.sentence)


def clip(text: str) -> str:
    """One line, cut at a word with an ellipsis where it is longer than a title may be."""
    words = " ".join(text.split())
    if len(words) <= TITLE:
        return words
    cut = words[:TITLE].rsplit(" ", 1)[0].rstrip(" ,;:–—-")
    return f"{cut}…"


def _title_rank(account: Account) -> tuple[bool, int, int, str]:
    mention = account.mention
    named = len(mention.actor) + len(mention.recipient) + (mention.where is not None)
    return (
        not account.in_title,
        -min(named, 2),
        len(account.sentence),
        account.key,
    )


def _type_of(accounts: Sequence[Account]) -> tuple[str, str | None]:
    """Most backed type, then the most backed of its modes."""
    weights: dict[str, float] = {}
    modes: dict[tuple[str, str], float] = {}
    for account in accounts:
        mention = account.mention
        weights[mention.type] = weights.get(mention.type, 0.0) + mention.confidence
        if mention.mode is not None:
            key = mention.type, mention.mode
            modes[key] = modes.get(key, 0.0) + mention.confidence
    # A threatened act stands beside its threat; what happened is the threat.
    kind = "THREATEN" if "THREATEN" in weights else min(weights, key=lambda name: (-weights[name], name))
    ranked = sorted((-weight, mode) for (name, mode), weight in modes.items() if name == kind)
    return kind, ranked[0][1] if ranked else None


def _source(account: Account, copy_of: Mapping[str, str], accounts: Sequence[Account]) -> str:
    """Who independently stands behind an account: a copy speaks for its original."""
    original = copy_of.get(account.sheet.id)
    if original is None:
        return account.sheet.source
    return next((one.sheet.source for one in accounts if one.sheet.id == original), f"report {original}")


def _why(happening: Happening) -> tuple[Reason, ...]:
    """Return the best link of each mention to an earlier one, so that each has its reason."""
    return tuple(
        Reason(left=left.key, right=right.key, score=judgement.score, reasons=judgement.reasons)
        for left, right, judgement in happening.links
    )


def _confidence(accounts: Sequence[Account], sources: int) -> float:
    """Grow with each independent source: one minus the chance that all are wrong."""
    doubts = sorted(1 - min(0.99, max(0.0, account.mention.confidence)) for account in accounts)
    doubt = 1.0
    for one in doubts[:sources]:
        doubt *= one
    return round(1 - doubt, 4)
