"""The faces of a party: what can tell it apart from another, in any spelling."""

from dataclasses import dataclass
from functools import lru_cache

from recoupe.gazetteer.keys import plain, skeleton
from recoupe.merge.terms import fold, proper, rarity_of, stem, stems, words_of
from recoupe.model import Party
from recoupe.packs.merging import anaphors

COMMON = 4.0
"""Below this rarity a word («the», «forces», «pays») tells nobody apart."""

_BROAD = frozenset({"armed-forces", "government", "military-asset", "police", "people", "citizens"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One party; two parties are compared by their faces alone."""

    text: str
    id: str | None
    country: str | None
    sectors: tuple[str, ...]
    broad: bool
    """The id is a state, its army or a kind of people: two acts of one state are not yet one act."""
    vague: bool
    """It points back («ces forces»): who it is was guessed, so it contradicts nobody."""
    names: frozenset[str]
    """Consonant skeletons of its proper names, each word alone."""
    words: frozenset[str]
    """Stems of its other telling words."""

    @property
    def known(self) -> bool:
        """Whether there is anything to compare: «ces forces», «elle» are nobody in particular."""
        return bool(self.id or self.country or self.names or self.words)


def face(party: Party) -> Face:
    """Return the face of a party; its resolved name counts beside its words."""
    return _face(party.text, party.id, party.name, party.country, party.sectors)


@lru_cache(1 << 16)
def _face(text: str, actor: str | None, name: str | None, country: str | None, sectors: tuple[str, ...]) -> Face:
    rarity, unseen = rarity_of(None)
    given = {word for word in proper(text) if rarity.get(stem(word), unseen) >= COMMON}
    given.update(proper(name or ""))
    keys = {skeleton(word) or plain(word) for word in given}
    rest = {stem for stem in stems(text) if rarity.get(stem, unseen) >= COMMON}
    return Face(
        text=fold(text),
        id=actor,
        country=country,
        broad=actor is not None and (actor == country or actor.rpartition("/")[2] in _BROAD),
        sectors=sectors,
        vague=not anaphors().isdisjoint(words_of(text)[:1]),
        names=frozenset(keys - {""}),
        words=frozenset(rest - {stem(word) for word in given}),
    )
