"""Whether the name of a place stands for its government («Washington refuse», «entre Bagdad et Washington»)."""

from recoupe.annotate.places.spots import Spot
from recoupe.gazetteer.places import Located
from recoupe.model import Parsed
from recoupe.packs.countries import Countries, fold
from recoupe.packs.places import PlaceWords

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "obl:agent", "nsubj:outer"})
_PARTIES = frozenset({"obl", "obl:arg", "obl:mod", "nmod", "iobj", "obj"})
_COORDINATED = frozenset({"conj", "flat", "flat:name"})


def acts_as_government(
    parsed: Parsed, spot: Spot, place: Located | None, *, words: PlaceWords, countries: Countries
) -> bool:
    """Tell by syntax whether the name of a country or of a seat of government acts, speaks or is dealt with."""
    if spot.people:
        return True
    seat = bool(countries.governed_from(spot.name))
    state = place is not None and place.kind == "country"
    if not (seat or state) or spot.kinds or not len(spot.tokens):
        return False
    head = _top(parsed, spot.tokens)
    return _is_party(parsed, head, words, seat=seat)


def _top(parsed: Parsed, tokens: range) -> int:
    """Return the token that ties the name to its clause; a conjunct stands where the first one stands."""
    at = next((t for t in tokens if parsed.heads[t] not in tokens or parsed.heads[t] == t), tokens.start)
    while parsed.deprels[at] in _COORDINATED and parsed.heads[at] != at:
        at = parsed.heads[at]
    return at


def _is_party(parsed: Parsed, token: int, words: PlaceWords, *, seat: bool) -> bool:
    relation, head = parsed.deprels[token], parsed.heads[token]
    if relation in _SUBJECTS:
        return fold(parsed.lemmas[head]) not in words.state_verbs
    if relation not in _PARTIES:
        return False
    case = _preposition(parsed, token)
    dealt = parsed.upos[head] == "VERB" or fold(parsed.lemmas[head]) in words.act_nouns
    if case in words.party:
        return dealt
    if case in words.between_parties and _joined(parsed, token):
        return seat or dealt
    return seat and relation == "nmod" and dealt


def _preposition(parsed: Parsed, token: int) -> str:
    """Return the first word of the preposition that introduces the name, "" where there is none."""
    cases = [t for t in range(max(0, token - 4), token) if parsed.heads[t] == token and parsed.deprels[t] == "case"]
    return fold(parsed.words[cases[0]]) if cases else ""


def _joined(parsed: Parsed, token: int) -> bool:
    return any(
        parsed.heads[t] == token and parsed.deprels[t] == "conj"
        for t in range(token + 1, min(token + 8, len(parsed.words)))
    )
