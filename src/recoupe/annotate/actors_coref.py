"""Actors taken up again: short names, acronyms, definite descriptions and pronouns get the identity of whom they mean.

A later mention is given the identity of an earlier one only where one candidate is left; spans never change.
"""

import re
from dataclasses import dataclass, replace

from recoupe.annotate.actors_words import Reader, cut
from recoupe.gazetteer.actorbase import name_words
from recoupe.gazetteer.keys import closeness, skeleton
from recoupe.model.actors import Actor
from recoupe.model.parsed import Parsed
from recoupe.packs.actors import Words, fold, pieces
from recoupe.packs.quotes import load_quotes

_ACRONYM_BEHIND = re.compile(r"\s?\(([A-ZÉ][\w.-]{1,9})\)")
_SAY = "say"
_NO_PRONOUN = frozenset({"adjective", "country: government", "shared noun"})
"""What a pronoun does not take up: nobody says «elle» of «Paris» that refuses."""
_MEMORY = 3
"""How many sentences back a pronoun may reach."""


@dataclass(frozen=True, slots=True)
class Seen:
    """An actor with what agreement and discourse need to know of it."""

    actor: Actor
    sentence: int
    subject: bool
    plural: bool | None
    feminine: bool | None
    noun: Words
    """Folded words of the phrase, determiner apart."""
    roles: frozenset[str]
    says: bool
    """Subject of a verb of saying."""


class Coreference:
    """Walks through the actors of one report in text order."""

    def __init__(self, parsed: Parsed, words: Reader) -> None:
        self._parsed = parsed
        self._words = words
        cues = load_quotes(words.lang).verbs
        self._saying = frozenset(verb for verb, several in cues.items() if any(cue.id == _SAY for cue in several))
        self._seen: list[Seen] = []
        self._acronyms: dict[str, Actor] = {}

    def resolve(self, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """Return the actors in text order, pronouns among them, with identities carried over."""
        pronouns = self._pronouns({actor.head for actor in actors})
        everyone = sorted((*actors, *pronouns), key=lambda a: (a.start, -a.end))
        return tuple(self._take(actor) for actor in everyone)

    def _take(self, actor: Actor) -> Actor:
        found = actor
        if actor.rule == "pronoun":
            found = self._pronoun(actor)
        elif actor.id is None and actor.rule != "adjective":
            found = self._known_again(actor)
        self._remember(found)
        return found

    # ---- memory ----

    def _remember(self, actor: Actor) -> None:
        parsed, head = self._parsed, actor.head
        feats = parsed.feats[head]
        self._seen.append(
            Seen(
                actor=actor,
                sentence=self._sentence(head),
                subject=parsed.deprels[head].startswith("nsubj"),
                plural=_flag(feats, "Number=Plur", "Number=Sing"),
                feminine=_flag(feats, "Gender=Fem", "Gender=Masc"),
                noun=self._noun(actor),
                roles=self._roles(actor),
                says=self._says(head),
            )
        )
        behind = _ACRONYM_BEHIND.match(parsed.text, actor.end)
        if behind and actor.kind != "person":
            self._acronyms[behind[1]] = actor

    def _says(self, token: int) -> bool:
        verb = self._parsed.heads[token]
        return self._parsed.deprels[token].startswith("nsubj") and self._parsed.lemmas[verb].lower() in self._saying

    def _sentence(self, token: int) -> int:
        return next(i for i, (first, end) in enumerate(self._parsed.sentences) if first <= token < end)

    def _noun(self, actor: Actor) -> Words:
        lang, apart = self._words.lang, self._words.pack.function_words
        apart = apart | self._words.pack.taken_up.definite
        return tuple(w for w in (fold(p, lang) for p in pieces(actor.text)) if w not in apart)

    def _roles(self, actor: Actor) -> frozenset[str]:
        run = cut(((0, piece) for piece in pieces(actor.text)), self._words.lang)
        first = next(self._words.roles(run), None)
        return frozenset(role.id for role in first.roles if role.kind != "weak") if first else frozenset()

    def _name(self, actor: Actor) -> Words:
        """Return the words of a person's name, without title."""
        titles = self._words.pack.titles
        return tuple(w for w in name_words(actor.name or actor.text) if w not in titles)

    # ---- names ----

    def _known_again(self, actor: Actor) -> Actor:
        """Return the actor with the identity of an earlier one, or as it came."""
        last = actor.text.split()[-1]
        if last in self._acronyms and len(self._noun(actor)) == 1:
            return _same(actor, self._acronyms[last], "coref: acronym")
        if actor.kind == "person" and actor.rule.startswith(("name", "base", "apposition", "title")):
            return self._person_again(actor)
        first = fold(pieces(actor.text)[0], self._words.lang) if pieces(actor.text) else ""
        taken = self._words.pack.taken_up
        if first in taken.possessive:
            return self._owned(actor)
        named = self._full_name_again(actor)
        if named is not None:
            return named
        return self._definite(actor) if first in taken.definite or self._contracted(actor) else actor

    def _contracted(self, actor: Actor) -> bool:
        """Tell whether the article is in the word before («du général»)."""
        before = actor.head - 1
        return before >= 0 and fold(self._parsed.words[before], self._words.lang) in self._words.pack.taken_up.definite

    def _person_again(self, actor: Actor) -> Actor:
        own = self._name(actor)
        candidates = {}
        for seen in self._seen:
            other = seen.actor
            if other.kind != "person" or other.rule == "coref: pronoun":
                continue
            names = name_words(other.name or other.text)
            if own and (
                names[-len(own) :] == own or set(own) <= set(name_words(other.text)) or _spelled_alike(own, names)
            ):
                candidates[other.id or " ".join(names)] = other
        if len(candidates) != 1:
            return actor
        return _same(actor, next(iter(candidates.values())), "coref: name")

    def _full_name_again(self, actor: Actor) -> Actor | None:
        """Find the same words with a country or identity earlier in the report («les forces irakiennes»)."""
        own = self._noun(actor)
        for seen in reversed(self._seen):
            if seen.actor.id and seen.noun == own and seen.actor.kind == actor.kind and len(own) > 1:
                return _same(actor, seen.actor, "coref: same words")
        return None

    # ---- descriptions ----

    def _definite(self, actor: Actor) -> Actor:
        """Find whom «le groupe», «le général», «la commission» take up: the last that fits best."""
        if actor.id is not None:
            return actor
        noun, roles = self._noun(actor), self._roles(actor)
        for fits in (self._same_noun, self._kind_of_noun, self._same_role):
            fitting = [
                seen
                for seen in self._seen
                if seen.actor.rule not in ("adjective", "coref: pronoun")
                and seen.actor.kind not in (None, "state", "people")
                and actor.country in (None, seen.actor.country)
                and fits(actor, noun, roles, seen)
            ]
            if fitting:
                chosen = self._nearest(fitting, self._sentence(actor.head))
                return _same(actor, chosen, "coref: description") if chosen else actor
        return actor

    @staticmethod
    def _nearest(fitting: list[Seen], here: int) -> Actor | None:
        """Return the last that fits, unless another one is as near."""
        near = [seen for seen in fitting if here - seen.sentence <= 1] or fitting
        referents = {seen.actor.id or seen.actor.name or seen.actor.text for seen in near}
        return near[-1].actor if len(referents) == 1 else None

    def _agrees(self, actor: Actor, seen: Seen) -> bool:
        return _agree(_flag(self._parsed.feats[actor.head], "Number=Plur", "Number=Sing"), seen.plural)

    def _same_noun(self, actor: Actor, noun: Words, roles: frozenset[str], seen: Seen) -> bool:
        """Tell whether a bare noun is the head of an earlier, longer description or name."""
        del roles
        if len(noun) > 1 or len(seen.noun) < 2 or not self._agrees(actor, seen):
            return False
        alike = any(noun in words and seen.noun[:1] in words for words in self._words.pack.taken_up.alike)
        return alike or seen.noun[:1] == noun

    def _kind_of_noun(self, actor: Actor, noun: Words, roles: frozenset[str], seen: Seen) -> bool:
        """Tell whether the noun is one for bodies of that kind."""
        del roles
        taken = self._words.pack.taken_up.nouns
        kinds = {kind for words, allowed in taken if noun in words for kind in allowed}
        if seen.actor.kind not in kinds:
            return False
        if _flag(self._parsed.feats[actor.head], "Number=Plur", "Number=Sing"):
            return seen.plural is True
        return seen.actor.kind == "armed group" or self._agrees(actor, seen)

    def _same_role(self, actor: Actor, noun: Words, roles: frozenset[str], seen: Seen) -> bool:
        """Tell whether both say the same office («le chef de l'État» after «le président X»)."""
        del noun
        office = actor.kind in ("office", "person") and seen.actor.kind in ("office", "person")
        return office and bool(roles & seen.roles) and self._agrees(actor, seen)

    def _owned(self, actor: Actor) -> Actor:
        """Give «leurs forces» the country of the last subject that has one."""
        here = self._sentence(actor.head)
        for seen in reversed(self._seen):
            if here - seen.sentence > 1:
                break
            if seen.subject and seen.actor.country and actor.country is None:
                return replace(actor, country=seen.actor.country, rule=f"{actor.rule}, coref: possessor")
        return actor

    # ---- pronouns ----

    def _pronouns(self, taken: set[int]) -> list[Actor]:
        parsed, pack = self._parsed, self._words.pack
        found = []
        for token, word in enumerate(parsed.words):
            if token in taken or parsed.upos[token] != "PRON" or not parsed.deprels[token].startswith("nsubj"):
                continue
            if fold(word.lstrip("-"), self._words.lang) not in pack.subject_pronouns:
                continue
            start, end = parsed.starts[token], parsed.ends[token]
            words = parsed.text[start:end]
            bare = Actor(start=start, end=end, text=words, id=None, name=None, kind=None, country=None, head=token)
            found.append(replace(bare, rule="pronoun"))
        return found

    def _pronoun(self, actor: Actor) -> Actor:
        feats, here = self._parsed.feats[actor.head], self._sentence(actor.head)
        plural = _flag(feats, "Number=Plur", "Number=Sing")
        feminine = _flag(feats, "Gender=Fem", "Gender=Masc")
        fitting = [
            seen
            for seen in self._seen
            if here - seen.sentence <= _MEMORY and seen.actor.kind and seen.actor.rule not in _NO_PRONOUN
            if _agree(plural, seen.plural) and (seen.actor.kind == "person" or _agree(feminine, seen.feminine))
        ]
        if self._says(actor.head):
            speakers = [seen for seen in fitting if seen.says]
            if speakers:
                return _same(actor, speakers[-1].actor, "coref: pronoun")
        for subjects in (True, False):
            last = max((s.sentence for s in fitting if s.subject == subjects), default=None)
            ones = {
                s.actor.id or s.actor.name or s.actor.text: s
                for s in fitting
                if s.subject == subjects and s.sentence == last
            }
            if len(ones) == 1:
                return _same(actor, next(iter(ones.values())).actor, "coref: pronoun")
            if ones:
                break
        return actor


def _same(actor: Actor, other: Actor, rule: str) -> Actor:
    """Return the actor with the other's identity."""
    return replace(
        actor,
        id=other.id,
        name=other.name or other.text,
        kind=other.kind,
        country=other.country,
        sectors=other.sectors or (() if other.id else actor.sectors),
        rule=rule,
    )


def _flag(feats: str, yes: str, no: str) -> bool | None:
    return True if yes in feats else False if no in feats else None


def _agree(left: bool | None, right: bool | None) -> bool:
    return left is None or right is None or left == right


def _spelled_alike(own: tuple[str, ...], names: tuple[str, ...]) -> bool:
    """Tell whether two full names are transliterations of one («al-Muhandes», "Al-Muhandis")."""
    if len(own) < 2 or len(names) < 2:
        return False
    left, right = " ".join(own), " ".join(names)
    return skeleton(left) == skeleton(right) and closeness(left, right) >= 0.8
