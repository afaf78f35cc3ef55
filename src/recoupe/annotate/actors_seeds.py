"""The known phrases and proper names of a sentence, around which the phrases of actors grow."""

from dataclasses import dataclass, replace

from recoupe.annotate.actors_segments import without_names
from recoupe.annotate.actors_words import Match, Named, OfCountry, Piece, Reader, RoleNoun, cut
from recoupe.gazetteer.actorbase import name_words
from recoupe.model.parsed import Name, Parsed

_NOUNS = frozenset({"NOUN", "PROPN", "NUM", "X", "PRON", "SYM"})
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
        # A rank may reach into what was taken for a name («le colonel major X»).
        start = max([span[0], *(s.last + 1 for s in seeds if s.first < span[0] <= s.last <= span[1])])
        if start <= span[1]:
            seeds.append(Seed(start, span[1], None, name))
    beside = frozenset(run[at].token for match in reader.modifiers(run) for at in range(match.first, match.last + 1))
    return Sentence(parsed, first, end, run, tuple(sorted(seeds, key=lambda s: (s.first, -s.last))), beside)


def with_last_names(sentence: Sentence, last_names: frozenset[str]) -> Sentence:
    """Return the sentence with seeds for last names that the name finder left out («a averti al-Rashed»)."""
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


def is_country_adjective(seed: Seed) -> bool:
    """Tell whether the seed is a mere adjective of nationality."""
    return isinstance(seed.match, OfCountry) and seed.match.what == "adjective"
