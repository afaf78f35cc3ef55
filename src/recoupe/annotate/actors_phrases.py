"""The noun phrases of a report that may name actors: where they begin, end and have their head."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from recoupe.annotate.actors_segments import without_names
from recoupe.annotate.actors_words import Match, Named, OfCountry, Piece, Reader, RoleNoun, cut
from recoupe.gazetteer.actorbase import name_words
from recoupe.model.parsed import Name, Parsed
from recoupe.packs.actors import fold

_NOUNS = frozenset({"NOUN", "PROPN", "NUM", "X", "PRON", "SYM"})
_LEFT_OF_NOUN = frozenset({"amod", "compound", "nummod", "det", "nmod", "case", "flat", "advmod", "punct"})
_DEPTH = 4
_BEFORE = frozenset({"DET", "NUM", "ADJ"})
_ARGUMENT = frozenset({
    "nsubj", "obj", "iobj", "obl", "nmod", "conj", "appos", "root", "dep", "dislocated", "vocative", "parataxis",
    "xcomp",
})  # fmt: skip
_NEVER = frozenset({"VERB", "AUX", "ADP", "ADV", "SCONJ", "CCONJ", "PUNCT", "DET", "INTJ"})


@dataclass(frozen=True, slots=True)
class Seed:
    """A known phrase or a proper name, as a range of tokens: what a noun phrase grows around."""

    first: int
    last: int
    match: Match | None
    name: Name | None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase as a half-open range of tokens, with the token that the sentence ties it by."""

    first: int
    end: int
    head: int
    seed: Seed


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with all that is known of its words."""

    parsed: Parsed
    first: int
    end: int
    run: tuple[Piece, ...]
    seeds: tuple[Seed, ...]
    beside: frozenset[int]
    """Tokens of words that modify («rebelle», «militaire»)."""

    def seed_at(self, token: int) -> Seed | None:
        """Return the seed that begins at a token."""
        return next((seed for seed in self.seeds if seed.first == token), None)


def read_sentence(parsed: Parsed, first: int, end: int, reader: Reader) -> Sentence:
    """Return the sentence of tokens first..end with its seeds in order."""
    run = cut(((t, parsed.words[t]) for t in range(first, end)), reader.lang)
    names = reader.names(run)
    roles = without_names(list(reader.roles(run)), names)
    names = [n for n in names if not any(n.covers(role) for role in roles)]
    seeds = [Seed(run[m.first].token, run[m.last].token, m, None) for m in (*names, *roles)]
    seeds = [seed for seed in seeds if _can_name(parsed, seed) and not _idiom(run, seed, reader)]
    for name in parsed.names:
        span = _tokens_of(parsed, name, first, end)
        if span is None or _covered(span, seeds) or _only_place(name, span, seeds):
            continue
        seeds = [s for s in seeds if not (span[0] <= s.first and s.last <= span[1])]
        # A rank may reach into what was taken for a name («le général de brigade X»).
        start = max([span[0], *(s.last + 1 for s in seeds if s.first < span[0] <= s.last <= span[1])])
        if start <= span[1]:
            seeds.append(Seed(start, span[1], None, name))
    beside = frozenset(run[at].token for match in reader.modifiers(run) for at in range(match.first, match.last + 1))
    return Sentence(parsed, first, end, run, tuple(sorted(seeds, key=lambda s: (s.first, -s.last))), beside)


def with_last_names(sentence: Sentence, last_names: frozenset[str]) -> Sentence:
    """Return the sentence with seeds for last names that the name finder left out («a déclaré al-Khafaji»)."""
    parsed = sentence.parsed
    # A single word that the name finder took for a place may still be one.
    free = [s for s in sentence.seeds if s.name is not None and s.name.type in ("LOC", "MISC") and s.first == s.last]
    taken = {t for seed in sentence.seeds if seed not in free for t in range(seed.first, seed.last + 1)}
    added = []
    for token in range(sentence.first, sentence.end):
        word = parsed.words[token]
        if token in taken or not any(letter.isupper() for letter in word[:4]) or parsed.upos[token] == "PUNCT":
            continue
        words = name_words(word)
        if len(words) == 1 and words[0] in last_names:
            start, end = parsed.starts[token], parsed.ends[token]
            added.append(Seed(token, token, None, Name(start=start, end=end, text=word, type="PER")))
    if not added:
        return sentence
    kept = [seed for seed in sentence.seeds if not any(seed.first == new.first and seed in free for new in added)]
    return replace(sentence, seeds=tuple(sorted((*kept, *added), key=lambda s: (s.first, -s.last))))


def _idiom(run: tuple[Piece, ...], seed: Seed, reader: Reader) -> bool:
    """Tell whether the word before makes a set phrase of a role noun («au cours», "by force")."""
    match = seed.match
    if not isinstance(match, RoleNoun) or match.first == 0 or match.last != match.first:
        return False
    return (run[match.first - 1].fold, run[match.first].fold) in reader.pack.idioms


def _tokens_of(parsed: Parsed, name: Name, first: int, end: int) -> tuple[int, int] | None:
    inside = [t for t in range(first, end) if parsed.starts[t] < name.end and name.start < parsed.ends[t]]
    return (inside[0], inside[-1]) if inside else None


def _covered(span: tuple[int, int], seeds: list[Seed]) -> bool:
    """Tell whether one known phrase holds the whole name."""
    return any(seed.first <= span[0] and span[1] <= seed.last for seed in seeds)


def _only_place(name: Name, span: tuple[int, int], seeds: list[Seed]) -> bool:
    """Tell whether a supposed place or work holds a known actor («La Chambre vote»)."""
    if name.type in ("PER", "ORG"):
        return False
    return any(span[0] <= seed.first and seed.last <= span[1] for seed in seeds)


def _can_name(parsed: Parsed, seed: Seed) -> bool:
    """Tell whether the tagger lets a known phrase be a noun phrase here."""
    token = seed.first
    upos = parsed.upos[token]
    if isinstance(seed.match, RoleNoun):
        if any(parsed.upos[t] in ("NOUN", "PROPN") for t in range(seed.first, seed.last + 1)):
            return True
        if upos in _NEVER:
            return False
        relation = parsed.deprels[token].partition(":")[0]
        return upos in _NOUNS or relation in _ARGUMENT
    if isinstance(seed.match, Named) and seed.first == seed.last:
        return upos not in ("AUX", "ADP", "DET") and (upos not in _NEVER or parsed.words[token][0].isupper())
    return True


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
        """Tell whether the seed is an adjective, or an acronym used as one («le contingent US»)."""
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
        """Tell whether a complement says where they are, not whose («les troupes américaines d'Irak»)."""
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


def is_country_adjective(seed: Seed) -> bool:
    """Tell whether the seed is a mere adjective of nationality."""
    return isinstance(seed.match, OfCountry) and seed.match.what == "adjective"
