"""Who is named or described in a report, phrase by phrase, with identity, country and sectors."""

from dataclasses import replace

from recoupe.annotate.actor_resolution import resolve_actor
from recoupe.annotate.actors_describe import UNKNOWN, Describer, Setting
from recoupe.annotate.actors_phrases import Phrase, Sentence, is_country_adjective, phrases, read_sentence
from recoupe.annotate.actors_words import Named, OfCountry, Reader, RoleNoun, reader
from recoupe.model.actors import Actor, ResolvedActor
from recoupe.model.parsed import Parsed
from recoupe.model.places import Place
from recoupe.packs.actors import fold

__all__ = ["annotate_actors", "resolve_actor"]


def annotate_actors(
    parsed: Parsed, *, places: tuple[Place, ...] = (), published: str | None = None
) -> tuple[Actor, ...]:
    """Return the actors in text order; one that is another's complement comes after it («le chef de l'ONU»).

    The head is the token by which the phrase hangs in the tree. Adjectives of nationality beside a noun that
    is no actor («un tir iranien») are actors too, with the rule "adjective".
    """
    words = reader(parsed.lang)
    cities = {
        token: place.country
        for place in places
        if place.country and place.kind != "country"
        for token in range(len(parsed.words))
        if parsed.starts[token] >= place.start and parsed.ends[token] <= place.end
    }
    setting = Setting(date=published, country=_main_country(places), cities=cities)
    describer = Describer(words)
    found: list[Actor] = []
    for first, end in parsed.sentences:
        sentence = read_sentence(parsed, first, end, words)
        for phrase in phrases(sentence, words):
            actor = _actor(sentence, phrase, words, describer, setting)
            if actor is not None:
                found.append(actor)
    return tuple(found)


def _main_country(places: tuple[Place, ...]) -> str | None:
    """Return the country that most places of the report lie in, None on a tie."""
    counts: dict[str, int] = {}
    for place in places:
        if place.country:
            counts[place.country] = counts.get(place.country, 0) + 1
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _actor(
    sentence: Sentence, phrase: Phrase, words: Reader, describer: Describer, setting: Setting
) -> Actor | None:
    parsed = sentence.parsed
    if _is_place(sentence, phrase, words):
        return None
    run = tuple(piece for piece in sentence.run if phrase.first <= piece.token < phrase.end)
    found = describer.describe(run, setting)
    name = phrase.seed.name
    if found == UNKNOWN:
        if name is None or name.type not in ("PER", "ORG"):
            return None
        found = replace(UNKNOWN, kind="person" if name.type == "PER" else "group", rule="name unknown to the base")
    elif name is not None and name.type == "PER" and found.kind != "person":
        found = replace(found, id=None, name=None, kind="person")
    if not _worth_telling(found, phrase):
        return None
    if is_country_adjective(phrase.seed):
        found = replace(found, id=found.country, kind="state", rule="adjective")
    start, end = parsed.starts[phrase.first], parsed.ends[phrase.end - 1]
    return Actor(
        start=start,
        end=end,
        text=parsed.text[start:end],
        id=found.id,
        name=found.name,
        kind=found.kind,
        country=found.country,
        sectors=found.sectors,
        head=phrase.head,
        rule=found.rule,
    )


def _worth_telling(found: ResolvedActor, phrase: Phrase) -> bool:
    """Refuse a weak noun that nothing makes an actor («un groupe», «la partie»)."""
    match = phrase.seed.match
    if isinstance(match, RoleNoun) and all(role.kind == "weak" for role in match.roles):
        return bool(found.sectors or found.country)
    return True


def _is_place(sentence: Sentence, phrase: Phrase, words: Reader) -> bool:
    """Tell whether a country's or town's name only says where: «en Irak», «à Bagdad», «au Mali»."""
    parsed, seed = sentence.parsed, phrase.seed
    if seed.name is not None and seed.name.type in ("LOC", "FAC"):
        return True
    if isinstance(seed.match, Named) or not isinstance(seed.match, OfCountry):
        return False
    if seed.match.what not in ("country", "government"):
        return False
    if phrase.first == sentence.first:
        return phrase.end < sentence.end and parsed.words[phrase.end] in (":", ".", "–", "—", "-")
    before = fold(parsed.words[phrase.first - 1], words.lang)
    relation = parsed.deprels[phrase.head]
    if before in words.pack.located:
        return relation.partition(":")[0] not in ("iobj",) and not relation.startswith("obl:arg")
    return False
