"""A phrase cut where its prepositions stand: what is said of the head, and what of its complements."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from recoupe.annotate.actors_words import Beside, Match, Named, OfCountry, Piece, Reader, RoleNoun
from recoupe.gazetteer.actorbase import NAME_WORDS_APART
from recoupe.gazetteer.keys import plain


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a phrase without preposition; `link` is the word that ties it to what stands before."""

    link: str
    run: tuple[Piece, ...]
    names: tuple[Match, ...]
    roles: tuple[RoleNoun, ...]
    beside: tuple[Beside, ...]
    first: int = 0
    """Index of the segment's first piece in the phrase."""

    def piece(self, at: int) -> Piece:
        """Return the piece at an index of the phrase."""
        return self.run[at - self.first]

    def before(self, at: int) -> "Segment":
        """Return the part of the segment before an index of the phrase."""
        return Segment(
            self.link,
            self.run[: at - self.first],
            tuple(m for m in self.names if m.last < at),
            tuple(m for m in self.roles if m.last < at),
            tuple(m for m in self.beside if m.last < at),
            self.first,
        )

    def unknown_name(self, after: int = -1) -> tuple[str, ...]:
        """Return the last run of capitalised words, behind an index, that no known phrase covers."""
        covered = {at for match in (*self.names, *self.roles) for at in range(match.first, match.last + 1)}
        found: list[str] = []
        for at in range(self.first + len(self.run) - 1, max(self.first - 1, after), -1):
            piece = self.piece(at)
            apart = piece.plain in NAME_WORDS_APART and bool(found)
            if at == self.first and piece.plain in DETERMINERS:
                break
            if at in covered or not (apart or piece.text[:1].isupper()):
                if found:
                    break
                continue
            found.append(piece.text)
        while found and plain(found[-1]) in NAME_WORDS_APART:
            found.pop()
        return tuple(reversed(found))

    @property
    def named(self) -> tuple[Named, ...]:
        return tuple(match for match in self.names if isinstance(match, Named))

    def countries(self, *what: str) -> tuple[str, ...]:
        """Return the countries that words of these classes stand for, the usual reading of each."""
        return tuple(m.codes[0] for m in self.names if isinstance(m, OfCountry) and m.what in what)


DETERMINERS = frozenset({
    "a", "an", "the", "some", "two", "three", "many", "several", "this", "these", "un", "une", "des", "le", "la",
    "les", "ce", "ces", "cette", "deux", "trois", "plusieurs", "quelques", "mr", "mrs", "m", "mme",
})  # fmt: skip
GENITIVE = "'s"
_LINKS = {
    "fr": frozenset({
        "de", "du", "des", "d", "par", "pour", "contre", "avec", "sur", "dans", "en", "au", "aux", "a",
        "chez", "vers", "depuis", "sous", "pres", "dont", "qui", "que",
    }),
    "en": frozenset({
        "of", "by", "for", "against", "with", "on", "in", "at", "to", "from", "near", "under", "who", "which",
        "that", "inside", "outside", "over",
    }),
}  # fmt: skip


def segments(run: tuple[Piece, ...], reader: Reader) -> tuple[Segment, ...]:
    """Cut a phrase at its prepositions, commas and (English) genitives; the head's segment comes first."""
    names = reader.names(run)
    roles = without_names(list(reader.roles(run)), names)
    names = [n for n in names if not any(_inside(n, role) for role in roles)]
    beside = list(reader.modifiers(run))
    covered = {at for match in (*names, *roles) for at in range(match.first, match.last + 1)}
    found = [
        Segment(
            link=link,
            run=run[first:end],
            names=tuple(m for m in names if first <= m.first < end),
            roles=tuple(m for m in roles if first <= m.first < end),
            beside=tuple(m for m in beside if first <= m.first < end),
            first=first,
        )
        for link, first, end in _cuts(run, covered, reader.lang)
    ]
    kept = [s for s in found if s.run]
    return _genitives_behind(tuple(kept)) if reader.lang == "en" else tuple(kept)


def without_names(roles: list[RoleNoun], names: list[Match]) -> list[RoleNoun]:
    """Drop role nouns that are part of a name at least as long («Conseil de sécurité»)."""
    return [
        role
        for role in roles
        if not any(
            name.first <= role.last and role.first <= name.last and name.last - name.first >= role.last - role.first
            for name in names
        )
    ]


def _inside(name: Match, role: RoleNoun) -> bool:
    return role.first <= name.last and name.first <= role.last


def _cuts(run: tuple[Piece, ...], covered: set[int], lang: str) -> Iterator[tuple[str, int, int]]:
    link, first = "", 0
    for at, piece in enumerate(run):
        if at in covered:
            continue
        genitive = lang == "en" and piece.text == "s" and at > 0
        if not (piece.barrier or genitive or piece.plain in _LINKS[lang]):
            continue
        yield link, first, at
        link = GENITIVE if genitive else "," if piece.barrier else piece.plain
        first = at + 1
    yield link, first, len(run)


def _genitives_behind(parts: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """Put what owns behind what is owned: "Chile's Defence Ministry" has the ministry at its head."""
    ordered: list[Segment] = []
    for part in parts:
        if part.link != GENITIVE or not ordered:
            ordered.append(part)
            continue
        owner = ordered.pop()
        ordered += [
            replace(part, link=owner.link),
            replace(owner, link="of"),
        ]
    return tuple(ordered)
