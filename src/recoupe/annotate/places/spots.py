"""A toponym with all that its wording says, before it is resolved."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.annotate.places.wording import (
    NOTHING,
    Announced,
    Holder,
    announced,
    holder_of,
    is_name,
    suggested,
    token_range,
)
from recoupe.gazetteer.places import PlaceIndex
from recoupe.model import Parsed, Toponym
from recoupe.packs.countries import Countries, fold
from recoupe.packs.places import PlaceWords

_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A toponym of the text, with what its wording says, before it is resolved."""

    start: int
    end: int
    text: str
    name: str
    """What is looked up: the text less the words that announce it."""
    tokens: range
    kinds: tuple[str, ...] = ()
    """Kinds that a word beside it announces; a place of another kind is unlikely."""
    suggested: tuple[str, ...] = ()
    feature: str | None = None
    """Of a facility: airport, base, camp …"""
    phrase: str | None = None
    """The same with the words before it: a facility may go by all of them («centrale nucléaire de Zaporijjia»)."""
    people: str | None = None
    """Country of which this is the adjective or an inhabitant."""
    region_people: bool = False
    """The adjective or people of a region («tchétchène»)."""
    holder: Holder | None = None
    owner: bool = False
    """Begins the name of an organisation or of an office ("Georgia Bureau of Investigation"): its owner, no spot."""
    sure: bool
    """Named as a place by the recogniser or given along: kept even where it can't be resolved."""


class Reader:
    """Makes spots of one report: the words around a span, and the names that the recogniser found."""

    def __init__(self, parsed: Parsed, index: PlaceIndex, words: PlaceWords, countries: Countries) -> None:
        self.parsed = parsed
        self.index = index
        self.words = words
        self.countries = countries
        self.located = frozenset(name.text for name in parsed.names if name.type == "LOC")
        """Names that the recogniser takes for places somewhere in the report."""

    def spot(self, start: int, end: int, *, sure: bool) -> Spot:
        """Return the spot of a span, with what the words around and inside of it announce."""
        text = self.parsed.text[start:end]
        tokens = token_range(self.parsed, start, end)
        inner, said = self._stripped(tokens)
        people = self._people(text) if len(tokens) <= 2 else None
        if said is NOTHING and not people:
            said = announced(self.parsed, tokens, self.words)
        whole = inner == tokens or not inner
        name = (
            text
            if whole
            else self.parsed.text[self.parsed.starts[inner.start] : min(end, self.parsed.ends[inner.stop - 1])]
        )
        return Spot(
            start=start,
            end=end,
            text=text,
            name=self._name(_BLANKS.sub(" ", name)),
            tokens=tokens,
            kinds=said.kinds,
            suggested=suggested(self.parsed, tokens, self.words),
            feature=said.feature,
            phrase=self.parsed.text[self.parsed.starts[said.first] : end]
            if said.feature and said.first is not None
            else None,
            people=people,
            region_people=fold(text) in self.words.peoples,
            holder=holder_of(self.parsed, tokens, self.words),
            sure=sure,
        )

    def _people(self, text: str) -> str | None:
        if self.countries.named(text):
            return None
        codes = self.countries.of_adjective(text) or self.countries.of_inhabitant(text)
        return codes[0] if codes else None

    def _name(self, text: str) -> str:
        """Return the name to look up: of a region's people («tchétchène»), that of the region."""
        return self.words.peoples.get(fold(text), text)

    def _stripped(self, tokens: range) -> tuple[range, Announced]:
        """Return the tokens less a kind word inside the span («aéroport de Tripoli»), and what it announces.

        A span that the gazetteer knows as a whole keeps all its words ("Kansas City", «Port-au-Prince»).
        """
        if len(tokens) < 2 or self.index.find(
            self.parsed.text[self.parsed.starts[tokens.start] : self.parsed.ends[tokens.stop - 1]]
        ):
            return tokens, NOTHING
        for cut in range(tokens.stop - 1, tokens.start, -1):
            said = announced(self.parsed, range(cut, tokens.stop), self.words)
            if said.first == tokens.start and is_name(self.parsed.words[cut]):
                return range(cut, tokens.stop), said
        if feature := self.words.facilities.get(fold(self.parsed.words[tokens.start])):
            # «maison d'arrêt de Nîmes»: the last name is the town.
            return self._last_name(tokens), Announced(kinds=("facility", "city"), feature=feature, first=tokens.start)
        for cut in range(tokens.stop - 1, tokens.start, -1):
            said = announced(self.parsed, range(tokens.start, cut), self.words)
            if said.last is not None and said.last == tokens.stop - 1:
                return range(tokens.start, cut), said
        return tokens, NOTHING

    def _last_name(self, tokens: range) -> range:
        first = tokens.stop
        while first > tokens.start + 1 and is_name(self.parsed.words[first - 1]):
            first -= 1
        return range(first, tokens.stop) or tokens


def given_spots(
    parsed: Parsed, given: Sequence[Toponym], index: PlaceIndex, *, words: PlaceWords, countries: Countries
) -> tuple[Spot, ...]:
    """Return a spot for each toponym that the report gives along, in text order."""
    reader = Reader(parsed, index, words, countries)
    inside = [t for t in given if 0 <= t.start < t.end <= len(parsed.text)]
    return tuple(reader.spot(t.start, t.end, sure=True) for t in sorted(inside, key=lambda t: (t.start, t.end)))
