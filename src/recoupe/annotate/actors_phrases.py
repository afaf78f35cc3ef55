"""The noun phrases of a report that may name actors: where they begin, end and have their head."""

from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.annotate.actors_seeds import Seed, Sentence, is_country_adjective
from recoupe.annotate.actors_words import Named, OfCountry, Reader, RoleNoun
from recoupe.model.parsed import Parsed
from recoupe.packs.actors import fold

_LEFT_OF_NOUN = frozenset({"amod", "compound", "nummod", "det", "nmod", "case", "flat", "advmod", "punct"})
_DEPTH = 4
_BEFORE = frozenset({"DET", "NUM", "ADJ"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase as a half-open range of tokens, with the token that the sentence ties it by."""

    first: int
    end: int
    head: int
    seed: Seed


def phrases(sentence: Sentence, reader: Reader) -> Iterator[Phrase]:
    """Yield the noun phrases, in order; one may lie inside another as its complement."""
    absorbed: set[int] = set()
    grown: list[Phrase] = []
    for seed in sentence.seeds:
        if seed.first in absorbed:
            continue
        grower = _Grower(sentence, reader, seed)
        first, last = grower.left(), grower.right()
        absorbed |= grower.absorbed
        grown.append(Phrase(first, last + 1, _head(sentence.parsed, first, last, seed, grower.direct), seed))
    yield from (phrase for phrase in grown if phrase.seed.first not in absorbed)


def _head(parsed: Parsed, first: int, last: int, seed: Seed, direct: int) -> int:
    """Return the token by which the phrase hangs in the tree: of the seed, or of the name that follows it."""
    for token in range(seed.first, direct + 1):
        if not first <= parsed.heads[token] <= last and parsed.upos[token] not in ("ADP", "DET", "PUNCT"):
            return token
    own = [t for t in range(seed.first, seed.last + 1) if not seed.first <= parsed.heads[t] <= seed.last]
    return own[0] if own else seed.first


class _Grower:
    """Grows one noun phrase around its seed."""

    def __init__(self, sentence: Sentence, reader: Reader, seed: Seed) -> None:
        self._sentence = sentence
        self._parsed = sentence.parsed
        self._reader = reader
        self._seed = seed
        self.absorbed: set[int] = set()
        self._national = False
        self.direct: int = seed.last
        """Last token before the first complement."""

    def left(self) -> int:
        """Return the first token: determiners, numbers, adjectives and titles before the seed belong to it."""
        parsed, first = self._parsed, int(self._seed.first)
        while first > self._sentence.first and self._belongs_before(first - 1):
            first -= 1
            before = self._sentence.seed_at(first)
            if before is not None and before.last < self._seed.first and not self._owns(before):
                self.absorbed.add(first)
        while first < self._seed.first and parsed.upos[first] == "PUNCT":
            first += 1
        return first

    def _belongs_before(self, token: int) -> bool:
        parsed = self._parsed
        word = parsed.words[token]
        if word in ("«", "“", '"'):
            return False
        if fold(word.rstrip("."), self._reader.lang) in self._reader.pack.titles and self._is_name():
            return True
        if self._reader.lang == "en" and self._compounds(token):
            return True
        if parsed.upos[token] not in _BEFORE or not word.strip(".,;:()"):
            return False
        return token < parsed.heads[token] <= self._seed.last or parsed.heads[token] == token + 1

    def _compounds(self, token: int) -> bool:
        """Tell whether a word before an English noun belongs to it ("Ghanaian army chiefs", "Kenya's police")."""
        parsed, steps = self._parsed, 0
        while token < self._seed.first and steps < _DEPTH:
            relation = parsed.deprels[token].partition(":")[0]
            if relation not in _LEFT_OF_NOUN or (relation == "nmod" and parsed.deprels[token] != "nmod:poss"):
                return False
            if relation == "case" and parsed.words[token] not in ("'s", "’s", "'", "’"):
                return False
            if parsed.heads[token] <= token and relation != "case":
                return False
            token, steps = parsed.heads[token], steps + 1
            if relation == "case" and parsed.deprels[token] != "nmod:poss":
                return False
        return self._seed.first <= token <= self._seed.last

    def _owns(self, seed: Seed) -> bool:
        """Tell whether a seed before the noun is an actor of its own: the owner in "Kenya's police"."""
        return self._parsed.deprels[seed.last] == "nmod:poss" and not isinstance(seed.match, RoleNoun)

    def _is_name(self) -> bool:
        return self._seed.name is not None or isinstance(self._seed.match, Named)

    def right(self) -> int:
        """Return the last token, over adjectives, a name that follows a title, and «de» complements."""
        last, direct = self._seed.last, True
        if is_country_adjective(self._seed):
            return last
        while last + 1 < self._sentence.end:
            step = self._direct(last) or self._complement(last)
            if step is None:
                break
            direct = direct and self._parsed.upos[last + 1] != "ADP"
            last = step
            if direct:
                self.direct = last
        return last

    def _direct(self, last: int) -> int | None:
        """Return where an adjective or name that follows at once ends."""
        token, parsed = last + 1, self._parsed
        seed = self._sentence.seed_at(token)
        if seed is not None and self._is_nationality(seed):
            self._national = True
            self.absorbed.add(token)
            return seed.last
        if parsed.words[token] == "(" and token + 2 < self._sentence.end and parsed.words[token + 2] == ")":
            inside = self._sentence.seed_at(token + 1)
            if inside is not None and is_country_adjective(inside):
                self.absorbed.add(token + 1)
                return token + 2
        if seed is not None and self._is_person(seed) and not self._is_name():
            self.absorbed.add(token)
            return seed.last
        if parsed.upos[token] == "ADJ" and self._seed.first <= parsed.heads[token] <= last:
            if seed is not None:
                self.absorbed.add(token)
            return token
        if (
            self._reader.lang == "fr"
            and token in self._sentence.beside
            and parsed.upos[token] in ("ADJ", "NOUN", "VERB")
            and self._after_noun(last)
        ):
            if seed is not None:
                self.absorbed.add(token)
            return token
        return None

    def _is_nationality(self, seed: Seed) -> bool:
        """Tell whether the seed is an adjective, or an acronym used as one («le commando UK»)."""
        if is_country_adjective(seed):
            return True
        return isinstance(seed.match, OfCountry) and self._parsed.words[seed.first].isupper() and not self._is_name()

    def _after_noun(self, last: int) -> bool:
        return self._parsed.upos[last] in ("NOUN", "PROPN", "ADJ") and not self._is_name()

    @staticmethod
    def _is_person(seed: Seed) -> bool:
        if seed.name is not None:
            return seed.name.type in ("PER", "ORG", "MISC")
        return isinstance(seed.match, Named)

    def _complement(self, last: int) -> int | None:
        """Return where a complement with «de», or with «dirigé par», ends."""
        parsed, pack, lang = self._parsed, self._reader.pack, self._reader.lang
        word = fold(parsed.words[last + 1].rstrip("'’"), lang)
        if self._is_name() or isinstance(self._seed.match, OfCountry):
            return None
        if word in pack.complement or (word in pack.complement_of_organs and self._is_institution()):
            return self._noun_after(last + 1)
        if fold(parsed.lemmas[last + 1], lang) in pack.links and parsed.upos[last + 1] in ("VERB", "ADJ"):
            by = last + 2
            if by < self._sentence.end and parsed.words[by].lower() in ("par", "by", "à", "to", "de", "du", "des"):
                return self._noun_after(by)
        return None

    def _is_institution(self) -> bool:
        match = self._seed.match
        return isinstance(match, RoleNoun) and any(r.kind in ("organ", "office", "igo", "ngo") for r in match.roles)

    def _is_elsewhere(self, seed: Seed) -> bool:
        """Tell whether a complement says where they are, not whose («les soldats français du Tchad»)."""
        match = seed.match
        if isinstance(match, RoleNoun):
            return all(role.kind in ("asset", "weak") for role in match.roles) and match.roles[0].kind == "asset"
        return self._national and (isinstance(match, OfCountry) or (seed.name is not None and seed.name.type == "LOC"))

    def _has_field(self) -> bool:
        match = self._seed.match
        return isinstance(match, RoleNoun) and any(role.portfolio for role in match.roles)

    def _noun_after(self, preposition: int) -> int | None:
        """Return the end of the noun phrase behind a preposition, None where it is not ours."""
        parsed, token = self._parsed, preposition + 1
        while token < self._sentence.end and parsed.upos[token] in ("DET", "ADJ", "NUM"):
            if self._sentence.seed_at(token) is not None:
                break
            token += 1
        if token >= self._sentence.end:
            return None
        seed = self._sentence.seed_at(token)
        if seed is not None and self._is_elsewhere(seed):
            return None
        if seed is not None:
            if self._has_field() or _is_seat(seed):
                self.absorbed.add(token)
            return seed.last
        ours = self._seed.first <= parsed.heads[token] < preposition
        return token if ours and parsed.upos[token] in ("NOUN", "PROPN") else None


def _is_seat(seed: Seed) -> bool:
    return isinstance(seed.match, OfCountry) and seed.match.what == "government"
