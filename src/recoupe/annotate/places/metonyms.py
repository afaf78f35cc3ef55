"""Whether the name of a place stands for its government («Washington refuse», «entre Ankara et Athènes»)."""

from recoupe.annotate.places.spots import Spot
from recoupe.annotate.places.wording import is_name
from recoupe.gazetteer.places import Located
from recoupe.model import Parsed
from recoupe.packs.countries import Countries, fold
from recoupe.packs.places import PlaceWords

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:caus", "nsubj:outer", "obl:agent"})
_PARTIES = frozenset({"obl", "obl:arg", "obl:mod", "nmod", "nmod:poss", "iobj", "obj"})
_JOINED = frozenset({"conj", "flat", "flat:name"})
_AND = frozenset({"et", "and", "&"})
_BEFORE_VERB = frozenset({"ADV", "PRON"})
_CLOSERS = frozenset({",", "»", "”", '"', "’’"})
_NEAR = 4


def acts_as_government(
    parsed: Parsed, spot: Spot, place: Located | None, *, words: PlaceWords, countries: Countries
) -> bool:
    """Tell whether the name of a country or of a seat of government acts, speaks or is dealt with.

    Syntax decides; where the parse gives no subject, the words do: no preposition before the name and a
    verb right after it, or «entre» before two such names.
    """
    if spot.people or spot.owner or spot.region_people:
        return True
    seat = bool(countries.governed_from(spot.name))
    state = place is not None and place.kind == "country"
    if not (seat or state) or spot.kinds or not spot.tokens:
        return False
    first, last = _coordination(parsed, spot.tokens)
    if last < len(parsed.words) and parsed.words[last] == ":":
        return False
    before = _word_before(parsed, first)
    if _is_cited(parsed, first, words) or _is_speaking(parsed, first, words):
        return True
    if before in words.between_parties or _second_of_two(parsed, spot.tokens, words):
        return not _is_border(parsed, first, words)
    head = _top(parsed, spot.tokens)
    return _is_party(parsed, head, words, seat=seat) or _verb_follows(parsed, first, last, words)


def _coordination(parsed: Parsed, tokens: range) -> tuple[int, int]:
    """Return the half-open run of names that «et» joins to this one, each a single capitalised token."""
    first, last = tokens.start, tokens.stop
    while first >= 2 and parsed.words[first - 1] in _AND and is_name(parsed.words[first - 2]):
        first -= 2
    while last + 1 < len(parsed.words) and parsed.words[last] in _AND and is_name(parsed.words[last + 1]):
        last += 2
    return first, last


def _word_before(parsed: Parsed, token: int) -> str:
    at = token - 1
    while at >= 0 and parsed.upos[at] == "DET":
        at -= 1
    return fold(parsed.words[at]) if at >= 0 else ""


def _is_cited(parsed: Parsed, first: int, words: PlaceWords) -> bool:
    """Whether «selon» or "according to" stands before, an article between them at most."""
    return any(fold(parsed.words[t]) in words.sources for t in range(max(0, first - 2), first))


def _is_speaking(parsed: Parsed, first: int, words: PlaceWords) -> bool:
    """Whether a verb of speech stands right before, its subject inverted («affirme l’Iran»)."""
    at = first - 1
    while at >= 0 and parsed.upos[at] == "DET":
        at -= 1
    if at < 1 or parsed.upos[at] != "VERB" or fold(parsed.lemmas[at]) not in words.speech_verbs:
        return False
    return parsed.words[at - 1] in _CLOSERS and "VerbForm=Fin" in parsed.feats[at]


def _second_of_two(parsed: Parsed, tokens: range, words: PlaceWords) -> bool:
    """Whether «entre», a name and «et» stand before: «entre la France et l’Algérie»."""
    at = tokens.start - 1
    while at >= 0 and parsed.upos[at] == "DET":
        at -= 1
    if at < 1 or parsed.words[at] not in _AND:
        return False
    return any(fold(parsed.words[t]) in words.between_parties for t in range(max(0, at - _NEAR), at - 1))


def _is_border(parsed: Parsed, first: int, words: PlaceWords) -> bool:
    return any(fold(parsed.words[t]) in words.geography for t in range(max(0, first - _NEAR - 2), first))


def _top(parsed: Parsed, tokens: range) -> int:
    """Return the token that ties the name to its clause; a conjunct stands where the first one stands."""
    at = next((t for t in tokens if parsed.heads[t] not in tokens or parsed.heads[t] == t), tokens.start)
    while parsed.deprels[at] in _JOINED and parsed.heads[at] != at:
        at = parsed.heads[at]
    return at


def _is_party(parsed: Parsed, token: int, words: PlaceWords, *, seat: bool) -> bool:
    relation, head = parsed.deprels[token], parsed.heads[token]
    if relation in _SUBJECTS and not _preposition(parsed, token) - words.agents:
        return fold(parsed.lemmas[head]) not in words.state_verbs and parsed.upos[head] != "ADJ"
    if relation not in _PARTIES:
        return False
    cases = _preposition(parsed, token)
    dealt = parsed.upos[head] == "VERB" or fold(parsed.lemmas[head]) in words.act_nouns
    if relation == "obj" and not cases:
        return fold(parsed.lemmas[head]) in words.addressing_verbs
    if cases & words.party:
        return dealt
    return seat and relation.startswith("nmod") and dealt


def _preposition(parsed: Parsed, token: int) -> frozenset[str]:
    """Return the words of the preposition that introduces the name."""
    near = range(max(0, token - _NEAR), token)
    return frozenset(fold(parsed.words[t]) for t in near if parsed.heads[t] == token and parsed.deprels[t] == "case")


def _verb_follows(parsed: Parsed, first: int, last: int, words: PlaceWords) -> bool:
    before = first - 1
    while before >= 0 and parsed.upos[before] == "DET":
        before -= 1
    if before >= 0 and (parsed.upos[before] in {"ADP", "PROPN", "NOUN"} or parsed.words[before] in _AND):
        return False
    at = last
    while at < len(parsed.words) and parsed.upos[at] in _BEFORE_VERB and at < last + _NEAR:
        at += 1
    if at >= len(parsed.words) or parsed.upos[at] not in {"VERB", "AUX"} or "VerbForm=Inf" in parsed.feats[at]:
        return False
    if "VerbForm=Part" in parsed.feats[at]:
        return False
    main = parsed.heads[at] if parsed.upos[at] == "AUX" and parsed.heads[at] > at else at
    return fold(parsed.lemmas[main]) not in words.state_verbs and parsed.upos[main] == "VERB"
