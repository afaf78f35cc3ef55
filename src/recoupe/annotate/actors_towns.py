"""The towns and provinces that a name given alone speaks of: «le maire d'Istanbul», "Kyiv police"."""

from collections.abc import Iterator

from recoupe.annotate.actors_segments import Segment
from recoupe.gazetteer.keys import plain
from recoupe.gazetteer.places import PlaceIndex

_LEAST_PEOPLE = 15_000
_CLEARLY_LARGER = 2
_DIRECTIONS = frozenset({"nord", "sud", "est", "ouest", "centre", "north", "south", "east", "west", "center"})
_TITLES = frozenset({"office", "rank", "person"})


def towns(parts: tuple[Segment, ...], places: PlaceIndex) -> dict[int, str]:
    """Return the country of the words that name one town far larger than its namesakes, by token."""
    found: dict[int, str] = {}
    for at, part in enumerate(parts):
        for tokens, name in _names(part, alone=at == 0):
            country = _country(name, places)
            if country is not None:
                found.update(dict.fromkeys(tokens, country))
                break
    return found


def _names(part: Segment, *, alone: bool) -> Iterator[tuple[tuple[int, ...], str]]:
    """Yield what a segment may call a place, the longest first: its unknown name, unless a person's title has it."""
    words = part.unknown_name()
    if not words or (alone and any(r.kind in _TITLES for noun in part.roles for r in noun.roles)):
        return
    tokens = tuple(piece.token for piece in part.run if piece.text in words)
    yield tokens, " ".join(words)


def _country(name: str, places: PlaceIndex) -> str | None:
    if plain(name) in _DIRECTIONS:
        return None
    best = next(iter(places.find(name)), None)
    if best is None or best.place.population < _LEAST_PEOPLE:
        return None
    rivals = [
        c.place.population
        for c in places.find(name)
        if c.place.country != best.place.country and c.place.kind == "city"
    ]
    return best.place.country if best.place.population >= _CLEARLY_LARGER * max(rivals, default=0) else None
