"""The words of a language around its toponyms: kinds of place, facilities, what makes them act."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from recoupe.errors import InvalidPack
from recoupe.packs.countries import fold
from recoupe.packs.files import folder, read_toml

KINDS = frozenset({"country", "admin1", "admin2", "city", "region", "water", "facility"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """All keys are folded (lower case, no accents, straight apostrophes)."""

    lang: str
    units: Mapping[str, tuple[str, ...]]
    """A word of territory -> the kinds of place that it announces, the likeliest first."""
    facilities: Mapping[str, str]
    """A word of building or site -> the feature that it announces."""
    between: frozenset[str]
    """What may stand between such a word and the name."""
    links: frozenset[str]
    kind_after: bool
    """Whether the word of kind may follow its name ("Anbar province")."""
    known: int
    """Inhabitants from which a capitalised word that was not recognised is looked up as a town."""
    home: tuple[str, ...]
    """Countries to which an unexplained name of the language most likely belongs."""
    outlets: Mapping[str, str]
    """Name of an outlet in lower case -> its country."""
    sources: frozenset[str]
    """Prepositions of the one who is cited («selon»)."""
    speech_verbs: frozenset[str]
    """Verbs that may stand before their subject («affirme Téhéran»)."""
    addressing_verbs: frozenset[str]
    """Verbs whose object, if it is a capital or a country, is its government («Ankara accuse Damas»)."""
    bare: frozenset[str]
    """Words of kind that stand before a name without a preposition («camp Alizé», "Lake Chad")."""
    owner_first: bool
    """Whether an organisation's name may begin with that of its country or town ("Texas Rangers")."""
    offices: frozenset[str]
    """Words of office that follow a place's name ("Fargo Mayor")."""
    peoples: Mapping[str, str]
    """An adjective or people of a region -> the region's name."""
    prepositions: Mapping[str, tuple[str, ...]]
    """A preposition -> the kinds of place that it goes with."""
    bridge: frozenset[str]
    """What may stand between a place and the name of what it lies in."""
    locative: frozenset[str]
    state_verbs: frozenset[str]
    act_nouns: frozenset[str]
    party: frozenset[str]
    between_parties: frozenset[str]
    agents: frozenset[str]
    """Prepositions of the one who acts («par»)."""
    geography: frozenset[str]
    """Nouns that lie between two places without any dealings («la frontière entre»)."""
    not_places: frozenset[str]


def _folded(data: dict[str, Any], table: str, key: str) -> frozenset[str]:
    return frozenset(fold(word) for word in data.get(table, {}).get(key, ()))


@cache
def load_place_words(lang: str) -> PlaceWords:
    """Return the place words of a language; raises InvalidPack where a kind of place is not known."""
    path = folder(lang) / "places.toml"
    data = read_toml(path)
    units = {fold(word): tuple(kinds) for word, kinds in data.get("units", {}).items()}
    for word, kinds in units.items():
        if unknown := set(kinds) - KINDS:
            raise InvalidPack(f"{path}: units.{word}", f"no kinds of place: {sorted(unknown)}")
    return PlaceWords(
        lang=lang,
        units=units,
        facilities={fold(word): feature for word, feature in data.get("facilities", {}).items()},
        between=_folded(data, "between", "qualities") | _folded(data, "between", "complements"),
        links=_folded(data, "between", "links"),
        kind_after=bool(data.get("order", {}).get("kind_after", False)),
        known=int(data.get("order", {}).get("known", 100_000)),
        home=tuple(data.get("order", {}).get("home", ())),
        outlets={name.lower(): code for name, code in data.get("outlets", {}).items()},
        sources=_folded(data, "party", "sources"),
        speech_verbs=_folded(data, "party", "speech_verbs"),
        addressing_verbs=_folded(data, "party", "addressing_verbs"),
        bare=_folded(data, "order", "bare"),
        owner_first=bool(data.get("order", {}).get("owner_first", False)),
        offices=_folded(data, "order", "offices"),
        peoples={fold(word): region for region, forms in data.get("peoples", {}).items() for word in forms},
        prepositions={fold(word): tuple(kinds) for word, kinds in data.get("prepositions", {}).items()},
        bridge=_folded(data, "bridge", "words"),
        locative=_folded(data, "locative", "words"),
        state_verbs=_folded(data, "state_verbs", "lemmas"),
        act_nouns=_folded(data, "act_nouns", "words"),
        party=_folded(data, "party", "words"),
        between_parties=_folded(data, "party", "between"),
        agents=_folded(data, "party", "agents"),
        geography=_folded(data, "party", "geography"),
        not_places=_folded(data, "not_places", "words"),
    )
