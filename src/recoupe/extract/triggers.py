"""Words that may name an event: a scan over lemmas, before any argument is looked at."""

from dataclasses import dataclass

from recoupe.extract.clauses import is_participle
from recoupe.extract.tree import CONTRACTED, Tree, plain
from recoupe.packs.events import EventPack, Sense

_NOUN_TAGS = frozenset({"NOUN", "PROPN", "X"})
_VERB_TAGS = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that may name an event in one sense; token indices, `last` inclusive."""

    first: int
    last: int
    head: int
    sense: Sense


def find_triggers(tree: Tree, pack: EventPack) -> list[tuple[Trigger, ...]]:
    """Return the candidates of each token that begins one, in text order, with all their senses."""
    found = (_triggers_at(tree, token, pack) for token in range(len(tree.parsed.words)))
    return [triggers for triggers in found if triggers]


def _triggers_at(tree: Tree, token: int, pack: EventPack) -> tuple[Trigger, ...]:
    found: list[Trigger] = []
    for key in _keys(tree, token):
        for words, sense in pack.index.get(key, ()):
            last = _match_words(tree, token, words)
            head = token if last is None else _head_of(tree, token, last)
            if last is not None and _fits(tree, head, sense):
                found.append(Trigger(token, last, head, sense))
    return tuple(dict.fromkeys(found))


def _keys(tree: Tree, token: int) -> tuple[str, ...]:
    """Return what a token may be listed under: its lemma, its form, a contraction's preposition."""
    lemma, word = plain(tree.parsed.lemmas[token]), plain(tree.parsed.words[token])
    return tuple(dict.fromkeys((lemma, word, CONTRACTED.get(word, word), *_singular(tree, token, word))))


def _singular(tree: Tree, token: int, word: str) -> tuple[str, ...]:
    """Return the singular of a common noun that its capital made a name of («Grèves à la Poste»)."""
    if tree.parsed.upos[token] == "PROPN" and word[-1] in "sx" and len(word) > 3:
        return (word[:-1],)
    return ()


def _match_words(tree: Tree, token: int, words: tuple[str, ...]) -> int | None:
    """Return the last token of a lemma of several words that begins at `token`, or None.

    Determiners may stand between the words («prise de deux otages» no, «prise des otages» yes).
    """
    at = token
    for word in words[1:]:
        at += 1
        while at < len(tree.parsed.words) and word not in _keys(tree, at) and tree.parsed.upos[at] == "DET":
            at += 1
        if at >= len(tree.parsed.words) or word not in _keys(tree, at):
            return None
    return at


def _head_of(tree: Tree, first: int, last: int) -> int:
    for token in range(first, last + 1):
        if not first <= tree.parsed.heads[token] <= last or tree.parsed.heads[token] == token:
            return token
    return first


def _fits(tree: Tree, token: int, sense: Sense) -> bool:
    """Tell whether the tag allows the sense; participles count as verbs, capitals as nouns."""
    tag = tree.parsed.upos[token]
    if sense.pos == "NOUN":
        return tag in _NOUN_TAGS or _is_hidden_noun(tree, token)
    if sense.pos == "ADJ":
        return tag == "ADJ" or is_participle(tree, token)
    if tag in _VERB_TAGS:
        return True
    return tag == "ADJ" and is_participle(tree, token)


def _is_hidden_noun(tree: Tree, token: int) -> bool:
    """Tell a noun that the tagger took for a verb from the determiner or preposition right before it."""
    if token == 0 or tree.parsed.upos[token] not in _VERB_TAGS:
        return False
    before, feats = tree.parsed.upos[token - 1], tree.parsed.feats[token]
    return before in ("DET", "ADP") and "VerbForm=Inf" not in feats and "Tense=Pres|VerbForm=Part" not in feats
