"""Verbs of saying and thinking where they stand, with the speaker that the syntax gives them."""

from dataclasses import dataclass

from recoupe.annotate.quotes.syntax import Syntax
from recoupe.packs.quotes import Complement, Cue, QuotePack

_REFLEXIVE = frozenset({"se", "s'", "me", "m'", "nous", "te"})
_DEEP = 6


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb that may report, with the classes of its pack."""

    verb: int
    cues: tuple[Cue, ...]

    def takes(self, complement: Complement) -> bool:
        """Tell whether one of the classes has this kind of content."""
        return any(complement in cue.complements for cue in self.cues)


def find_sayings(syntax: Syntax, pack: QuotePack) -> dict[int, Saying]:
    """Return the reporting verbs of a report by their tokens."""
    found = {}
    for token, upos in enumerate(syntax.parsed.upos):
        verbal = upos in ("VERB", "AUX") or "VerbForm=" in syntax.parsed.feats[token] or token in syntax.misread
        if not verbal:
            continue
        cues = _cues_at(syntax, pack, token)
        if cues:
            found[token] = Saying(token, cues)
    return found


def _cues_at(syntax: Syntax, pack: QuotePack, token: int) -> tuple[Cue, ...]:
    lemma = syntax.lemma(token).replace("çe", "ce")
    if token in syntax.misread:
        word = syntax.word(token)
        guesses = (f"{word}r", f"{word[:-3]}er", word[:-1], f"{word[:-3]}y")
        lemma = next((g for g in guesses if g in pack.verbs), lemma)
    found: list[Cue] = []
    reflexive = any(syntax.word(c) in _REFLEXIVE and c < token for c in syntax.children[token])
    if reflexive:
        name = f"s'{lemma}" if lemma[:1] in "aeéèêiouh" else f"se {lemma}"
        found.extend(pack.verbs.get(name, ()))
    for particle in syntax.under(token, "compound:prt"):
        found.extend(pack.verbs.get(f"{lemma} {syntax.word(particle)}", ()))
    following = f"{lemma} {syntax.word(token + 1)}" if token + 1 < len(syntax.parsed.words) else lemma
    found.extend(pack.verbs.get(following, ()))
    if not (reflexive and pack.has("words.not_reflexive", lemma)):
        found.extend(pack.verbs.get(lemma, ()))
    if not found:
        found.extend(pack.verbs.get(syntax.word(token), ()))
    return tuple(dict.fromkeys(found))


def cue_span(syntax: Syntax, pack: QuotePack, verb: int) -> tuple[int, int]:
    """Return the verb with its auxiliaries and what stands between them, as a half-open range."""
    tokens = [verb, *syntax.under(verb, "aux", "compound:prt", "expl")]
    near = [t for t in tokens if abs(t - verb) <= _DEEP]
    if verb + 1 < len(syntax.parsed.words) and f"{syntax.lemma(verb)} {syntax.word(verb + 1)}" in pack.verbs:
        near.append(verb + 1)
    if syntax.relation(verb) == "xcomp" and not syntax.is_finite(verb):
        head = syntax.parsed.heads[verb]
        if syntax.lemma(head) in ("faire", "laisser") and 0 < verb - head <= 2:
            near.append(head)
    first, end = min(near), max(near) + 1
    if pack.lang == "en":
        while first and syntax.parsed.upos[first - 1] == "ADV" and syntax.parsed.heads[first - 1] == verb:
            first -= 1
        end = _with_circumstance(syntax, pack, verb, end)
    return first, end


def _with_circumstance(syntax: Syntax, pack: QuotePack, verb: int, end: int) -> int:
    """Return the end of a cue with its preposition, its day or its occasion ("said Friday in a statement")."""
    _, last = syntax.sentence(verb)
    if end < last and f"{syntax.lemma(verb)} {syntax.word(end)}" in pack.verbs:
        return end + 1
    if end < last and pack.has("words.days", syntax.word(end)):
        end += 1
    for token in range(end, min(end + 5, last)):
        if syntax.is_punctuation(token) or (token == end and syntax.word(token) not in ("in", "at", "during", "on")):
            break
        if pack.has("words.occasions", syntax.word(token)) and token > end:
            return token + 1
    return end


def speaker_of(syntax: Syntax, pack: QuotePack, saying: Saying) -> int | None:
    """Return the head of the phrase that names the speaker, or None."""
    for cue in saying.cues:
        if cue.speaker:
            for child in syntax.under(saying.verb, "obl", "iobj"):
                if any(
                    syntax.word(c) in cue.speaker or _contracted(syntax.word(c)) in cue.speaker
                    for c in syntax.under(child, "case")
                ):
                    return child
    return _subject(syntax, pack, saying.verb, _DEEP)


def _contracted(word: str) -> str:
    return {"du": "de", "des": "de", "d'": "de", "au": "à", "aux": "à"}.get(word, word)


def _subject(syntax: Syntax, pack: QuotePack, verb: int, depth: int) -> int | None:
    if depth == 0:
        return None
    agents = syntax.under(verb, "obl:agent")
    passive = bool(agents or syntax.under(verb, "aux:pass", "nsubj:pass"))
    if passive:
        return agents[0] if agents else None
    inverted = _inverted(syntax, pack, verb)
    subjects = syntax.under(verb, "nsubj")
    for clitic in syntax.under(verb, "expl"):
        if syntax.word(clitic).startswith("-") and not subjects:
            return clitic
    if inverted is not None and not any(_is_own(syntax, s, verb) for s in subjects):
        return inverted
    for subject in sorted(subjects, key=lambda s: s < verb and inverted is not None):
        return _checked(syntax, pack, verb, antecedent(syntax, pack, subject))
    borrowed = _borrowed(syntax, pack, verb, depth)
    if borrowed is None and syntax.is_finite(verb) and depth == _DEEP:
        return _nearest(syntax, pack, verb)
    return borrowed


def _is_own(syntax: Syntax, subject: int, verb: int) -> bool:
    """Tell a subject of the verb from one that the parser borrowed from the clause before it."""
    if subject > verb or syntax.parsed.lang == "en":
        return True
    inside = {subject, *syntax.subtree(subject)}
    own = {verb, *syntax.under(verb, "aux", "cop")}
    return not any(syntax.is_verb(t) and syntax.is_finite(t) and t not in inside | own for t in range(subject, verb))


def _checked(syntax: Syntax, pack: QuotePack, verb: int, subject: int | None) -> int | None:
    """Replace a date, or the topic before the colon of a headline, by the phrase nearest to the verb."""
    if subject is None:
        return None
    if subject > verb:
        return _nearest(syntax, pack, verb) if pack.has("words.not_speakers", syntax.lemma(subject)) else subject
    cut = any(syntax.parsed.words[t] in (":", "|") for t in range(subject, verb))
    if cut or pack.has("words.not_speakers", syntax.lemma(subject)) or syntax.word(subject).isdigit():
        return _nearest(syntax, pack, verb)
    return subject


def _nearest(syntax: Syntax, pack: QuotePack, verb: int) -> int | None:
    """Return the head of the first noun phrase before the verb that no preposition introduces, in its clause."""
    first, _ = syntax.sentence(verb)
    begin = verb
    while begin > first and syntax.parsed.words[begin - 1] not in (":", ";", "|", "«", "»", "“", "”"):
        begin -= 1
    for token in range(begin, verb):
        if syntax.parsed.upos[token] not in ("NOUN", "PROPN", "PRON"):
            continue
        if syntax.parsed.upos[token] == "PRON" and not pack.has("words.pronouns", syntax.word(token)):
            continue
        if syntax.under(token, "case") or syntax.relation(token) in ("nmod", "flat", "appos", "conj", "compound"):
            continue
        if not pack.has("words.not_speakers", syntax.lemma(token)):
            return token
    return None


def antecedent(syntax: Syntax, pack: QuotePack, token: int) -> int | None:
    """Return what a relative pronoun stands for, the token itself otherwise; None for «il» that names nobody."""
    if syntax.relation(token) == "expl":
        return None
    if not pack.has("words.relative", syntax.word(token)):
        return token
    node = token
    for _ in range(_DEEP):
        if syntax.relation(node) == "acl":
            return syntax.parsed.heads[node]
        node = syntax.parsed.heads[node]
    return token if syntax.parsed.upos[token] != "PRON" else None


def _inverted(syntax: Syntax, pack: QuotePack, verb: int) -> int | None:
    """Return a subject right behind its verb that the parser took for something else («affirme l'Iran»)."""
    token = verb + 1
    size = len(syntax.parsed.words)
    while token < size and syntax.parsed.upos[token] in ("DET", "ADJ", "NUM"):
        token += 1
    if token >= size or syntax.sentence(token) != syntax.sentence(verb):
        return None
    if pack.has("words.not_speakers", syntax.lemma(token)):
        return None
    if syntax.parsed.upos[token] not in ("NOUN", "PROPN") or syntax.parsed.words[verb + 1 : token + 1].count(","):
        return None
    before = verb - 1
    while before >= 0 and syntax.parsed.upos[before] in ("AUX", "PRON", "ADV", "PART"):
        if syntax.relation(before) == "nsubj" or pack.has("words.subjects", syntax.word(before)):
            return None
        before -= 1
    follows_mark = before >= 0 and syntax.is_punctuation(before)
    return token if follows_mark else None


def _borrowed(syntax: Syntax, pack: QuotePack, verb: int, depth: int) -> int | None:
    """Return the subject that a verb without one of its own shares with its governor."""
    head, relation = syntax.parsed.heads[verb], syntax.relation(verb)
    if head == verb:
        return None
    if relation == "acl":
        return _of_modified(syntax, pack, verb, head, depth)
    if relation == "xcomp" and syntax.is_verb(head):
        objects = [c for c in syntax.under(head, "obj", "iobj") if syntax.parsed.upos[c] in ("NOUN", "PROPN")]
        if objects:
            return objects[0]
    if relation in ("ccomp", "parataxis") and syntax.is_finite(verb):
        return None
    shares = relation in ("xcomp", "conj", "advcl", "parataxis", "ccomp", "obl", "dep", "advmod")
    if shares and (syntax.is_verb(head) or syntax.under(head, "nsubj")):
        return _subject(syntax, pack, head, depth - 1)
    return None


def _ancestors(syntax: Syntax, token: int) -> tuple[int, ...]:
    found: list[int] = []
    while syntax.parsed.heads[token] != token and syntax.parsed.heads[token] not in found:
        token = syntax.parsed.heads[token]
        found.append(token)
    return tuple(found)


def _of_modified(syntax: Syntax, pack: QuotePack, verb: int, head: int, depth: int) -> int | None:
    feats = syntax.parsed.feats[verb]
    if syntax.parsed.words[verb - 1] == "," and not syntax.is_finite(verb):
        outer = next((a for a in _ancestors(syntax, head) if syntax.is_verb(a) and syntax.is_finite(a)), None)
        if outer is not None and outer < verb:
            return _subject(syntax, pack, outer, depth - 1)
    if "VerbForm=Inf" not in feats:
        return head if "Tense=Pres" in feats or "VerbForm=Ger" in feats or syntax.is_finite(verb) else None
    governor = syntax.parsed.heads[head]
    if governor != head and syntax.is_verb(governor):
        return _subject(syntax, pack, governor, depth - 1)
    return None
