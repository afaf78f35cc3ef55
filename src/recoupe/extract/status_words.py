"""The words around a token in one normal form, as the status lists write them."""

from functools import lru_cache

from recoupe.extract.tree import CONTRACTED, NOMINAL, Tree
from recoupe.packs.status import Governor, Kind, StatusPack

_LONGEST = 6
"""Words of the longest preposition or governing phrase in the packs."""
_BEFORE_VERB = frozenset({"ADV", "PRON", "AUX", "PART"})
_INSIDE = frozenset({"DET", "ADJ", "NUM", "ADV", "PRON", "AUX", "PART"})
"""What stands between a preposition and the noun or infinitive that it introduces."""
_ELISIONS = {"qu": "que", "d": "de", "s": "s'", "lorsqu": "lorsque", "puisqu": "puisque", "jusqu": "jusque"}


@lru_cache(maxsize=1 << 15)
def plain(word: str) -> str:
    """Return a word in lower case, contractions and elisions as their preposition or conjunction."""
    lower = word.lower().replace("’", "'")
    bare = lower.rstrip("'")
    if lower in CONTRACTED:
        return CONTRACTED[lower]
    return _ELISIONS.get(bare, lower) if lower.endswith("'") else lower


def lemma(tree: Tree, token: int) -> str:
    """Return a lemma in lower case with a straight apostrophe."""
    return tree.parsed.lemmas[token].lower().replace("’", "'")


def forms(tree: Tree, token: int) -> tuple[str, ...]:
    """Return lemma and plain word, without repetition."""
    return tuple(dict.fromkeys((lemma(tree, token), plain(tree.parsed.words[token]))))


def modifier_forms(tree: Tree, token: int) -> tuple[str, ...]:
    """Return the forms under which an adjective or participle may be listed: the masculine singular, too."""
    word = plain(tree.parsed.words[token])
    bare = word.removesuffix("s")
    plainer = bare.removesuffix("e") if bare.endswith(("ée", "ie", "ue", "te", "se")) else bare
    return tuple(dict.fromkeys((*forms(tree, token), bare, plainer)))


def is_verbal(tree: Tree, token: int) -> bool:
    """Tell a verb, also a participle or gerund that the tagger took for an adjective."""
    if tree.parsed.upos[token] not in ("VERB", "AUX") and "VerbForm=" not in tree.parsed.feats[token]:
        return False
    return not ("VerbForm=Fin" in tree.parsed.feats[token] and _behind_preposition(tree, token))


def _behind_preposition(tree: Tree, token: int) -> bool:
    """Tell a noun that the tagger took for a finite verb («menace de grève»)."""
    before = token - 1
    return before >= 0 and tree.parsed.upos[before] in ("ADP", "DET") and tree.parsed.heads[before] == token


def is_finite(tree: Tree, token: int) -> bool:
    """Tell whether a verb, or its auxiliary, is finite."""
    tokens = (token, *(a for a in tree.by_relation(token, "aux", "cop") if tree.parsed.upos[a] == "AUX"))
    return any(tree.has_feat(t, "VerbForm=Fin") or tree.has_feat(t, "Mood=") for t in tokens)


def is_infinitive(tree: Tree, token: int) -> bool:
    """Tell an infinitive or another form without tense that depends on its governor."""
    return is_verbal(tree, token) and not is_finite(tree, token)


def left_edge(tree: Tree, token: int) -> int:
    """Return the last token before a phrase, its own determiners, adjectives and clitics skipped."""
    first = tree.parsed.sentences[tree.sentence_of(token)][0]
    at = token - 1
    inside = _BEFORE_VERB if is_verbal(tree, token) else _INSIDE
    while at >= first and tree.parsed.upos[at] in inside and plain(tree.parsed.words[at]) != "de":
        if tree.relation(at) in ("case", "mark"):
            break
        at -= 1
    return at


def left_words(tree: Tree, token: int) -> tuple[str, ...]:
    """Return the words before a phrase, nearest last; of a finite clause those up to its conjunction."""
    first = tree.parsed.sentences[tree.sentence_of(token)][0]
    at = left_edge(tree, token)
    if is_verbal(tree, token) and is_finite(tree, token):
        marks = [m for m in tree.by_relation(token, "mark") if m < token]
        at = marks[0] if marks else at
    return tuple(plain(tree.parsed.words[t]) for t in range(max(first, at - _LONGEST + 1), at + 1))


def governing_word(tree: Tree, pack: StatusPack, token: int) -> int | None:
    """Return the word that governs by its place: right before the act's own preposition or conjunction.

    «menace (sérieuse) de grève», «songe à démissionner», «suppose qu'il a fui», whatever the parser made of them.
    """
    first = tree.parsed.sentences[tree.sentence_of(token)][0]
    at = left_edge(tree, token)
    joint = plain(tree.parsed.words[at]) if at >= first else ""
    if is_verbal(tree, token) and is_finite(tree, token):
        marks = [m for m in tree.by_relation(token, "mark") if m < token]
        if not marks or plain(tree.parsed.words[marks[0]]) not in ("que", "that", "si", "if", "whether"):
            return None
        at = marks[0] - 1
    elif joint in _JOINTS:
        at -= 1
    elif (
        not is_infinitive(tree, token) or at < first or (at == token - 1 and not _is_infinitive_or_gerund(tree, token))
    ):
        return None
    while at > first and tree.parsed.upos[at] in ("ADJ", "ADV") and not _is_word_of(tree, pack, at):
        at -= 1
    return at if at >= first and _is_word_of(tree, pack, at) else None


def _is_infinitive_or_gerund(tree: Tree, token: int) -> bool:
    return tree.has_feat(token, "VerbForm=Inf") or tree.has_feat(token, "VerbForm=Ger")


_JOINTS = frozenset({"de", "à", "of", "to", "for", "sur", "on", "pour", "par", "against", "contre"})


def _is_word_of(tree: Tree, pack: StatusPack, token: int) -> bool:
    if tree.parsed.upos[token] in ("NOUN", "PROPN", "X", "VERB") or verb_reading(tree, pack, token) is not None:
        return True
    return any(("adjective", form) in pack.governors for form in forms(tree, token))


def verb_reading(tree: Tree, pack: StatusPack, token: int) -> str | None:
    """Return the governing verb of which a word tagged otherwise is a present form."""
    if is_verbal(tree, token):
        known = any(("verb", form) in pack.governors for form in forms(tree, token))
        return None if known else pack.forms.get(plain(tree.parsed.words[token]))
    if any(tree.relation(c) in ("det", "case") for c in tree.children[token]):
        return None
    before = token - 1
    if before >= 0 and tree.parsed.upos[before] in ("DET", "ADP"):
        return None
    return pack.forms.get(plain(tree.parsed.words[token]))


def longest_match(words: tuple[str, ...], phrases: frozenset[str]) -> int:
    """Return how many of the last words form a phrase of the list, 0 for none."""
    for size in range(len(words), 0, -1):
        if " ".join(words[-size:]) in phrases:
            return size
    return 0


def is_reflexive(tree: Tree, token: int) -> bool:
    """Tell whether a verb has a reflexive clitic of its own."""
    children = tree.children[token]
    return any(plain(tree.parsed.words[c]) in ("se", "s'", "me", "m'", "nous") and c < token for c in children)


def kind_of(tree: Tree, token: int) -> Kind:
    """Return whether a word governs as a verb, a noun or an adjective."""
    if is_verbal(tree, token):
        return "verb"
    return "noun" if tree.parsed.upos[token] in NOMINAL else "adjective"


def is_passive(tree: Tree, verb: int) -> bool:
    """Tell a passive verb, also the bare participle of a headline («Visite annulée»)."""
    if tree.by_relation(verb, "aux:pass", "nsubj:pass", "expl:pass"):
        return True
    bare = not tree.by_relation(verb, "aux") and "Tense=Past" in tree.parsed.feats[verb]
    return bare and "VerbForm=Part" in tree.parsed.feats[verb]


def governors(tree: Tree, pack: StatusPack, head: int, marker: str) -> tuple[Governor, ...]:
    """Return the classes of a governor for a complement with this marker, the most specific key first.

    A passive participle counts as an adjective first: "is said to have fled" is hearsay, "says that he fled" is not.
    """
    kind = kind_of(tree, head)
    found = [
        g for name in _keys(tree, head, forms(tree, head), marker, kind) for g in pack.governors.get((kind, name), ())
    ]
    if kind == "verb":
        words = [tree.parsed.words[head].lower(), *forms(tree, head)]
        adjectives = [g for form in words for g in pack.governors.get(("adjective", form), ())]
        found = [*adjectives, *found] if is_passive(tree, head) else [*found, *adjectives]
    reading = verb_reading(tree, pack, head)
    if reading is not None:
        verbs = [
            g for name in _keys(tree, head, (reading,), marker, "verb") for g in pack.governors.get(("verb", name), ())
        ]
        found = [*verbs, *found]
    return tuple(dict.fromkeys(found))


def _keys(tree: Tree, head: int, words: tuple[str, ...], marker: str, kind: Kind) -> tuple[str, ...]:
    """Return the names under which a governor may stand, the longest and most specific first."""
    following = [plain(w) for w in tree.parsed.words[head + 1 : head + 4]]
    reflexive = kind == "verb" and is_reflexive(tree, head)
    names: list[str] = []
    for size in (3, 2, 1):
        if len(following) >= size and (following[size - 1] not in _JOINTS or following[size - 1] == marker):
            idioms = [f"{word} {' '.join(following[:size])}" for word in words]
            names.extend(f"se {idiom}" if reflexive else idiom for idiom in idioms)
    for word in words:
        elided = f"s'{word}" if word[:1] in "aeéèêiouhœ" else f"se {word}"
        both = (elided, word) if reflexive else (word,)
        names.extend(f"{name} {marker}" for name in both if marker)
    for word in words:
        elided = f"s'{word}" if word[:1] in "aeéèêiouhœ" else f"se {word}"
        names.extend((elided, word) if reflexive else (word,))
    return tuple(names)
