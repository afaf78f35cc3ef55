"""The words around a token in one normal form, as the status lists write them."""

from recoupe.extract.tree import CONTRACTED, NOMINAL, Tree
from recoupe.packs.status import Governor, Kind, StatusPack

_LONGEST = 6
"""Words of the longest preposition or governing phrase in the packs."""
_INSIDE = frozenset({"DET", "ADJ", "NUM", "ADV", "PRON", "AUX", "PART"})
"""What stands between a preposition and the noun or infinitive that it introduces."""
_ELISIONS = {"qu": "que", "d": "de", "s": "s'", "lorsqu": "lorsque", "puisqu": "puisque", "jusqu": "jusque"}
_ADJUNCT = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "obl:agent"})


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


def is_verbal(tree: Tree, token: int) -> bool:
    """Tell a verb, also a participle or gerund that the tagger took for an adjective."""
    return tree.parsed.upos[token] in ("VERB", "AUX") or "VerbForm=" in tree.parsed.feats[token]


def is_finite(tree: Tree, token: int) -> bool:
    """Tell whether a verb, or its auxiliary, is finite."""
    tokens = (token, *tree.by_relation(token, "aux", "cop"))
    return any(tree.has_feat(t, "VerbForm=Fin") or tree.has_feat(t, "Mood=") for t in tokens)


def is_infinitive(tree: Tree, token: int) -> bool:
    """Tell an infinitive or another form without tense that depends on its governor."""
    return is_verbal(tree, token) and not is_finite(tree, token)


def left_edge(tree: Tree, token: int) -> int:
    """Return the last token before a phrase, its own determiners, adjectives and clitics skipped."""
    first = tree.parsed.sentences[tree.sentence_of(token)][0]
    at = token - 1
    while at >= first and tree.parsed.upos[at] in _INSIDE and plain(tree.parsed.words[at]) != "de":
        if tree.relation(at) in ("case", "mark"):
            break
        at -= 1
    return at


def left_words(tree: Tree, token: int) -> tuple[str, ...]:
    """Return the words before a phrase, nearest last."""
    first = tree.parsed.sentences[tree.sentence_of(token)][0]
    at = left_edge(tree, token)
    return tuple(plain(tree.parsed.words[t]) for t in range(max(first, at - _LONGEST + 1), at + 1))


def governing_noun(tree: Tree, token: int) -> int | None:
    """Return the noun right before the preposition of a phrase («menace (sérieuse) de grève»), whatever the parser did."""
    at = left_edge(tree, token)
    first = tree.parsed.sentences[tree.sentence_of(token)][0]
    if at <= first or plain(tree.parsed.words[at]) not in ("de", "à", "of", "to", "for", "sur", "on", "pour", "par", "against", "contre"):
        return None
    at -= 1
    while at > first and tree.parsed.upos[at] == "ADJ":
        at -= 1
    return at if tree.parsed.upos[at] in ("NOUN", "PROPN", "X") else None


def longest_match(words: tuple[str, ...], phrases: frozenset[str]) -> int:
    """Return how many of the last words form a phrase of the list, 0 for none."""
    for size in range(len(words), 0, -1):
        if " ".join(words[-size:]) in phrases:
            return size
    return 0


def is_reflexive(tree: Tree, token: int) -> bool:
    """Tell whether a verb has a reflexive clitic of its own."""
    children = tree.children[token]
    return any(
        plain(tree.parsed.words[c]) in ("se", "s'", "me", "m'", "nous") and c < token for c in children
    )


def kind_of(tree: Tree, token: int) -> Kind:
    """Return whether a word governs as a verb, a noun or an adjective."""
    if is_verbal(tree, token):
        return "verb"
    return "noun" if tree.parsed.upos[token] in NOMINAL else "adjective"


def governors(tree: Tree, pack: StatusPack, head: int, marker: str) -> tuple[Governor, ...]:
    """Return the classes of a governor for a complement with this marker, the most specific key first."""
    kind = kind_of(tree, head)
    found: list[Governor] = []
    reflexive = kind == "verb" and is_reflexive(tree, head)
    for form in forms(tree, head):
        elided = f"s'{form}" if form[:1] in "aeéèêiouhœ" else f"se {form}"
        names = (elided, form) if reflexive else (form,)
        for name in names:
            found.extend(pack.governors.get((kind, f"{name} {marker}"), ()) if marker else ())
        if kind == "verb" and head + 1 < len(tree.parsed.words):
            found.extend(pack.governors.get((kind, f"{form} {plain(tree.parsed.words[head + 1])}"), ()))
        for name in names:
            found.extend(pack.governors.get((kind, name), ()))
    if kind == "verb":
        other = [g for form in forms(tree, head) for g in pack.governors.get(("adjective", form), ())]
        found.extend(other)
    return tuple(dict.fromkeys(found))
