"""Which mentions are worth comparing: those that share a telling key, neighbours in time within it.

A block is never dropped for being large: its members stand in order of time, and each meets the few next
to it. So a new mention changes only its neighbours' pairs, and cost grows with the number of mentions.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from recoupe.merge.accounts import Account
from recoupe.merge.cluster import Pair
from recoupe.merge.dates import gap_days
from recoupe.merge.names import Face
from recoupe.merge.terms import proper, rarity_of, stem

REACH = 6
"""Neighbours that a member of a large block meets on each side."""
RARE = 5.0
"""From this rarity on a word of the sentence is a key."""
ACTS = 2
"""Of these, those that find the same trigger word under any type."""
KEYS = 4
"""Rarest words of a sentence that become keys."""
EASING = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
SLACK_DAYS = 3
"""Days by which reports date one act differently, with a quarter of the wider interval."""
FACES = 4
"""Keys of the parties of one role."""


def neighbours(keyed: Iterable[tuple[int, Iterable[str]]], *, reach: int = REACH) -> Iterator[Pair]:
    """Pair members (time, keys), numbered as they come, that share a key and stand near in its block.

    The pairs come sorted, each once, the lower number first.
    """
    blocks: dict[str, list[tuple[int, int]]] = defaultdict(list)
    size = 0
    for index, (at, keys) in enumerate(keyed):
        size = index + 1
        for key in keys:
            blocks[key].append((at, index))
    # A pair as one number of eight bytes: as tuples in a set, millions of them would fill the memory.
    found = array("q")
    for members in blocks.values():
        members.sort()
        for place, (_, one) in enumerate(members):
            for _, two in members[place + 1 : place + 1 + reach]:
                found.append(one * size + two if one < two else two * size + one)
    blocks.clear()
    for pair in np.unique(np.frombuffer(found, dtype=np.int64)) if found else ():
        one, two = divmod(int(pair), size)
        if one != two:
            yield one, two


def pairs(accounts: Sequence[Account]) -> Iterator[Pair]:
    """Yield the pairs of indices (left < right) that may be one happening."""
    near = neighbours((_time(account), keys_of(account)) for account in accounts)
    return ((one, two) for one, two in near if _possible(accounts[one], accounts[two]))


def _possible(left: Account, right: Account) -> bool:
    """Rule out cheaply what the judge would: done against announced, or two dates that exclude each other."""
    if left.announced != right.announced and left.sheet is not right.sheet:
        return False
    here, there = left.days, right.days
    if here is None or there is None:
        return True
    return gap_days(here, there) <= SLACK_DAYS + max(here.width, there.width) // 4


def keys_of(account: Account) -> tuple[str, ...]:
    """Return what an account can be found by: its report, its parties, its place, its rare words."""
    stage = "announced" if account.announced else "done"
    kind = f"{stage} {_side(account.mention.type)}"
    found = [f"report {account.sheet.id}"]
    actors, recipients = party_keys(account, actor=True), party_keys(account, actor=False)
    found += [f"{kind} parties {a}|{r}" for a in actors for r in recipients]
    where = account.place_name
    if where:
        found += [f"{kind} place {where} {account.mention.type}"]
        found += [f"{kind} place {where} {party}" for party in (*actors, *recipients)]
    rare = _rare(account)
    found += [f"{kind} word {word}" for word in rare]
    found += [f"{stage} act {stem} {word}" for stem in sorted(account.trigger) for word in rare[:ACTS]]
    return tuple(dict.fromkeys(found))


def _side(kind: str) -> str:
    """Coders waver within a side of PLOVER's types, hardly ever across."""
    return "easing" if kind in EASING else "straining"


def party_keys(account: Account, *, actor: bool) -> tuple[str, ...]:
    """Return what the parties of one role can be found by: ids, countries, names."""
    return face_keys(account.actors if actor else account.recipients)


def face_keys(faces: Iterable[Face]) -> tuple[str, ...]:
    """Return ids, countries and names of faces, the first few."""
    found = [key for face in faces for key in (face.id, face.country, *sorted(face.names)) if key is not None]
    return tuple(dict.fromkeys(found))[:FACES]


def _rare(account: Account) -> tuple[str, ...]:
    """Rarest words of the sentence, names first."""
    rarity, unseen = rarity_of(account.sheet.report.lang)
    names = {stem(word) for word in proper(account.sentence)}
    weighed = [(word not in names, -rarity.get(word, unseen), word) for word in account.words]
    return tuple(word for _, weight, word in sorted(weighed) if -weight >= RARE)[:KEYS]


def _time(account: Account) -> int:
    known = account.days or account.told
    return known.first if known else 0
