"""Who is named or described in a report, phrase by phrase, with identity, country and sectors."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from recoupe.annotate.actor_resolution import resolve_actor
from recoupe.annotate.actors_appositions import appositions
from recoupe.annotate.actors_coref import Coreference
from recoupe.annotate.actors_describe import UNKNOWN, Describer, Setting
from recoupe.annotate.actors_phrases import Phrase, phrases
from recoupe.annotate.actors_seeds import Sentence, is_country_adjective, read_sentence, with_last_names
from recoupe.annotate.actors_words import Named, OfCountry, Piece, Reader, RoleNoun, reader
from recoupe.gazetteer.actorbase import name_words
from recoupe.model.actors import Actor, ResolvedActor
from recoupe.model.parsed import Parsed
from recoupe.model.places import Place
from recoupe.packs.actors import fold

__all__ = ["annotate_actors", "resolve_actor"]

_HEADING = frozenset({":", ".", "–", "—", "-"})
_ONE_OF = frozenset({"un", "une", "le", "l'", "l’", "ce", "cet", "du", "a", "an"})
_OF_KIND = frozenset({"de", "d'", "d’"})
_LIST_REACH = 4
"""Words that may stand between a noun's first nationality and the next: «français, maliens et tchadiens»."""


def annotate_actors(
    parsed: Parsed, *, places: tuple[Place, ...] = (), published: str | None = None
) -> tuple[Actor, ...]:
    """Return the actors in text order; one that is another's complement comes after it («le chef de l'ONU»).

    The head is the token by which the phrase hangs in the tree. Adjectives of nationality beside a noun that
    is no actor («un tir iranien») are actors too, with the rule "adjective".
    """
    words = reader(parsed.lang)
    read = [read_sentence(parsed, first, end, words) for first, end in parsed.sentences]
    setting = Setting(
        date=published,
        country=_main_country(places),
        home=_only_country(places, read),
        cities=_cities(parsed, places),
        places_only=_places_only(parsed, places),
    )
    found = [tuple(_Sentence(sentence, words, setting).actors()) for sentence in read]
    last_names = _last_names(actor for actors in found for actor in actors)
    everyone: list[Actor] = []
    for sentence, actors in zip(read, found, strict=True):
        again = with_last_names(sentence, last_names)
        everyone += actors if again is sentence else _Sentence(again, words, setting).actors()
    return Coreference(parsed, words).resolve(appositions(parsed, tuple(everyone)))


def _last_names(actors: Iterable[Actor]) -> frozenset[str]:
    """Return the last names of the persons that the report names in full, as plain words."""
    names = [name_words(actor.name or actor.text) for actor in actors if actor.kind == "person"]
    return frozenset(words[-1] for words in names if len(words) > 1 and len(words[-1]) > 2)


def _cities(parsed: Parsed, places: tuple[Place, ...]) -> dict[int, str]:
    """Return the country of the tokens of toponyms that are no countries."""
    return {
        token: place.country
        for place in places
        if place.country and place.kind != "country"
        for token in range(len(parsed.words))
        if parsed.starts[token] >= place.start and parsed.ends[token] <= place.end
    }


def _places_only(parsed: Parsed, places: tuple[Place, ...]) -> frozenset[int]:
    """Return the first tokens of toponyms that stand for no government, as place resolution has it."""
    starts = {place.start for place in places if not place.as_actor}
    return frozenset(token for token, start in enumerate(parsed.starts) if start in starts)


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


def _only_country(places: tuple[Place, ...], read: list[Sentence]) -> str | None:
    """Return the country of all toponyms and country words of the report, None where there are several."""
    codes = {place.country for place in places if place.country}
    for sentence in read:
        codes |= {seed.match.codes[0] for seed in sentence.seeds if isinstance(seed.match, OfCountry)}
    return codes.pop() if len(codes) == 1 else None


class _Sentence:
    """Finds the actors of one sentence."""

    def __init__(self, sentence: Sentence, words: Reader, setting: Setting) -> None:
        self._sentence = sentence
        self._parsed = sentence.parsed
        self._words = words
        self._setting = setting
        self._describer = Describer(words)

    def actors(self) -> Iterator[Actor]:
        """Yield the actors in order of their seeds."""
        last: Phrase | None = None
        told: set[tuple[int, int]] = set()
        for phrase in phrases(self._sentence, self._words):
            if self._is_place(phrase) or self._is_thing(phrase):
                continue
            found = self._shared(phrase, last) if last is not None else None
            found = found or self._found(phrase)
            if found is not None and (phrase.first, phrase.end) not in told:
                told.add((phrase.first, phrase.end))
                yield self._actor(phrase, found)
            if isinstance(phrase.seed.match, RoleNoun):
                last = phrase

    def _found(self, phrase: Phrase) -> ResolvedActor | None:
        found = self._describer.describe(self._run(phrase.first, phrase.end), self._setting)
        name = phrase.seed.name
        if found == UNKNOWN:
            if name is None or name.type not in ("PER", "ORG"):
                return None
            kind = "person" if name.type == "PER" else "group"
            return replace(UNKNOWN, kind=kind, rule="name unknown to the base")
        if name is not None and name.type == "PER" and found.kind in ("state", "people"):
            return None
        if name is not None and name.type == "PER" and found.kind != "person":
            found = replace(found, id=None, name=None, kind="person")
        if is_country_adjective(phrase.seed):
            found = replace(found, id=found.country, kind="state", rule="adjective")
        return found if _worth_telling(found, phrase) else None

    def _shared(self, phrase: Phrase, last: Phrase) -> ResolvedActor | None:
        """Describe «maliens» in «des soldats français, maliens et tchadiens» by the noun that they share."""
        between = self._parsed.words[last.end : phrase.first]
        linked = self._parsed.deprels[phrase.seed.first] in ("conj", "amod")
        if not is_country_adjective(phrase.seed) or not linked or len(between) > _LIST_REACH:
            return None
        if any(self._parsed.upos[last.end + at] in ("VERB", "AUX", "ADP") for at in range(len(between))):
            return None
        seed = last.seed
        run = self._run(seed.first, seed.last + 1) + self._run(phrase.first, phrase.end)
        found = self._describer.describe(run, self._setting)
        return None if found == UNKNOWN else replace(found, rule="shared noun")

    def _run(self, first: int, end: int) -> tuple[Piece, ...]:
        return tuple(piece for piece in self._sentence.run if first <= piece.token < end)

    def _actor(self, phrase: Phrase, found: ResolvedActor) -> Actor:
        start, end = self._parsed.starts[phrase.first], self._parsed.ends[phrase.end - 1]
        return Actor(
            start=start,
            end=end,
            text=self._parsed.text[start:end],
            id=found.id,
            name=found.name,
            kind=found.kind,
            country=found.country,
            sectors=found.sectors,
            head=phrase.head,
            rule=found.rule,
        )

    def _is_thing(self, phrase: Phrase) -> bool:
        """Tell whether a name stands for a product («un Boeing»), or a noun only for a kind («voiture de police»)."""
        match, first = phrase.seed.match, phrase.first
        before = self._parsed.words[first - 1].lower() if first > self._sentence.first else ""
        if isinstance(match, Named) and match.entities[0].kind == "company":
            article = self._parsed.words[first].lower() if first < phrase.seed.first else before
            return article in _ONE_OF and not self._parsed.words[phrase.seed.first].isupper()
        if isinstance(match, RoleNoun) and first == phrase.seed.first and before in _OF_KIND:
            plural = self._parsed.words[first].lower().endswith(("s", "x"))
            return not plural and match.roles[0].kind in ("organ", "force", "company", "asset", "body")
        return False

    def _is_place(self, phrase: Phrase) -> bool:
        """Tell whether a country's or town's name only says where: «en Irak», «à Bagdad», «au Mali»."""
        seed = phrase.seed
        if seed.name is not None and seed.name.type in ("LOC", "FAC"):
            return True
        if not isinstance(seed.match, OfCountry) or seed.match.what not in ("country", "government"):
            return False
        if seed.match.what == "government" and seed.first in self._setting.places_only:
            return True
        if phrase.first == self._sentence.first:
            return phrase.end < self._sentence.end and self._parsed.words[phrase.end] in _HEADING
        if fold(self._parsed.words[phrase.first - 1], self._words.lang) not in self._words.pack.located:
            return False
        relation = self._parsed.deprels[phrase.head]
        return relation != "iobj" and not relation.startswith("obl:arg")


def _worth_telling(found: ResolvedActor, phrase: Phrase) -> bool:
    """Refuse a weak noun that nothing makes an actor («un groupe», «la partie»)."""
    match = phrase.seed.match
    if isinstance(match, RoleNoun) and all(role.kind == "weak" for role in match.roles):
        return bool(found.sectors or found.country)
    return True
