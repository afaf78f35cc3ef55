"""Words that may name an event: a scan over lemmas, before any argument is looked at."""

from dataclasses import dataclass

from recoupe.extract.clauses import is_participle
from recoupe.extract.tree import CONTRACTED, Tree
from recoupe.packs.events import EventPack, Sense

_NOUN_TAGS = frozenset({"NOUN", "PROPN", "X"})
_VERB_TAGS = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """Candidate words with the senses they may have."""

    first: int
    last: int
    """Token indices, `last` inclusive."""
    head: int
    senses: tuple[Sense, ...]


def find_triggers(tree: Tree, pack: EventPack) -> tuple[Trigger, ...]:
    """Return candidates in text order; of two that overlap the longer one stands."""
    found, taken = [], -1
    for token in range(len(tree.parsed.words)):
        if token <= taken:
            continue
        trigger = _trigger_at(tree, token, pack)
        if trigger is not None:
            found.append(trigger)
            taken = trigger.last
    return tuple(found)


def _trigger_at(tree: Tree, token: int, pack: EventPack) -> Trigger | None:
    matches: dict[int, list[tuple[int, Sense]]] = {}
    for key in _keys(tree, token):
        for words, sense in pack.index.get(key, ()):
            last = _match_words(tree, token, words)
            if last is None:
                continue
            head = _head_of(tree, token, last)
            if _fits(tree, head, sense):
                matches.setdefault(last, []).append((head, sense))
    if not matches:
        return None
    last = max(matches)
    senses = tuple(dict.fromkeys(sense for _, sense in matches[last]))
    return Trigger(token, last, matches[last][0][0], senses)


def _keys(tree: Tree, token: int) -> tuple[str, ...]:
    """Return what a token may be listed under: its lemma, its form, a contraction's preposition."""
    lemma = tree.parsed.lemmas[token].lower().replace("’", "'")
    word = tree.parsed.words[token].lower().replace("’", "'")
    return tuple(dict.fromkeys((lemma, word, CONTRACTED.get(word, word))))


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
        return tag in _NOUN_TAGS
    if sense.pos == "ADJ":
        return tag == "ADJ" or is_participle(tree, token)
    if tag in _VERB_TAGS:
        return True
    return tag == "ADJ" and is_participle(tree, token)
