"""Mends the parser's known faults where the grammar of French is certain."""

from collections.abc import Callable, Sequence
from functools import cache, partial

from recoupe.packs.files import folder, read_toml
from recoupe.parse.network import Tree

Mender = Callable[[Tree, Sequence[str], Sequence[str]], None]
"""Changes a tree in place, given the words of the sentence and their lemmas."""

_LONGEST_TOPIC = 6
_QUOTED = frozenset((",", "»", "”", '"', ">>", "!", "?", "…"))
_CLAUSES = ("advcl", "conj", "acl", "acl:relcl", "ccomp", "xcomp", "parataxis", "appos", "dep")
_SUBJECTS = ("nsubj", "nsubj:pass", "expl:subj")


@cache
def mender(lang: str) -> Mender:
    """Return what mends the trees of a language; nothing where no rules are written."""
    if lang != "fr":
        return _leave
    data = read_toml(folder(lang) / "parse.toml")
    return partial(_mend, pronominal=frozenset(data["pronominal"]), saying=frozenset(data["saying"]))


def _leave(tree: Tree, words: Sequence[str], lemmas: Sequence[str]) -> None:
    """Change nothing."""


def _mend(
    tree: Tree, words: Sequence[str], lemmas: Sequence[str], *, pronominal: frozenset[str], saying: frozenset[str]
) -> None:
    _set_topic_apart(tree, words)
    for index, upos in enumerate(tree.upos):
        if upos == "VERB":
            _free_pronominal(tree, lemmas, index, pronominal)
            if lemmas[index] in saying:
                _insert_speaker(tree, words, index)
            _turn_speaker(tree, index)
            _lift_quoted_clause(tree, words, index)
        elif upos == "ADV" and tree.deprels[index] == "obj":
            tree.deprels[index] = "advmod"


def _children(tree: Tree, index: int) -> list[int]:
    return [child for child, head in enumerate(tree.heads) if head == index != child]


def _free_pronominal(tree: Tree, lemmas: Sequence[str], verb: int, pronominal: frozenset[str]) -> None:
    """«L'armée s'est retirée»: the subject acts, «se» is part of the verb."""
    children = _children(tree, verb)
    selves = [child for child in children if tree.deprels[child] == "expl:pass"]
    if not selves or lemmas[verb] not in pronominal:
        return
    swap = {"nsubj:pass": "nsubj", "expl:pass": "expl:comp", "aux:pass": "aux:tense"}
    for child in children:
        tree.deprels[child] = swap.get(tree.deprels[child], tree.deprels[child])
    tree.feats[verb] = tree.feats[verb].replace("|Voice=Pass", "")


def _set_topic_apart(tree: Tree, words: Sequence[str]) -> None:
    """«Mali : vingt soldats tués»: what stands before the colon is the topic, not the clause or its subject."""
    colon = next((index for index, word in enumerate(words[: _LONGEST_TOPIC + 1]) if word == ":"), 0)
    if not 0 < colon < len(words) - 1 or any(upos in ("VERB", "AUX") for upos in tree.upos[:colon]):
        return
    heads = [index for index in range(colon) if tree.heads[index] == index or tree.heads[index] > colon]
    heads = [index for index in heads if tree.upos[index] != "PUNCT"]
    if len(heads) != 1:
        return
    topic = heads[0]
    if tree.heads[topic] == topic:
        later = [child for child in _children(tree, topic) if child > colon and tree.upos[child] != "PUNCT"]
        if not later:
            return
        for child in later:
            tree.heads[child] = later[0]
        tree.deprels[later[0]] = "root"
        for child in _children(tree, topic):
            if tree.upos[child] == "PUNCT":
                tree.heads[child] = later[0]
        tree.heads[topic] = later[0]
    tree.deprels[topic] = "dislocated"


def _insert_speaker(tree: Tree, words: Sequence[str], verb: int) -> None:
    """«…, affirme le ministre»: a verb of saying with its subject behind it is no clause of what is said."""
    children = _children(tree, verb)
    first = min(
        (child for child in children if child < verb and tree.upos[child] in ("AUX", "PRON", "ADV")), default=verb
    )
    speakers = [child for child in children if child > first and tree.deprels[child] in ("nsubj", "obj", "expl:subj")]
    subjects = [child for child in children if child < first and tree.deprels[child] in _SUBJECTS]
    if not speakers or subjects or first == 0 or words[first - 1] not in _QUOTED or tree.heads[verb] >= verb:
        return
    if tree.deprels[verb] in _CLAUSES:
        tree.deprels[verb] = "parataxis:insert"


def _turn_speaker(tree: Tree, verb: int) -> None:
    """«…», a déclaré le général: what follows the verb of an inserted clause is its subject."""
    if not tree.deprels[verb].startswith("parataxis"):
        return
    children = _children(tree, verb)
    if any(tree.deprels[child] in _SUBJECTS for child in children):
        return
    after = [child for child in children if child > verb and tree.deprels[child] == "obj"]
    if after and tree.upos[after[0]] in ("NOUN", "PROPN", "PRON") and tree.heads[verb] < verb:
        tree.deprels[after[0]] = "nsubj"


def _lift_quoted_clause(tree: Tree, words: Sequence[str], verb: int) -> None:
    """«Cette décision, a-t-il ajouté, sera appliquée»: the speaker's verb is inserted in what is said."""
    children = _children(tree, verb)
    clitics = [child for child in children if tree.deprels[child] in _SUBJECTS and words[child][:1] == "-"]
    subjects = [
        child for child in children if tree.deprels[child] in _SUBJECTS and child not in clitics and child < verb
    ]
    clauses = [child for child in children if tree.deprels[child] == "ccomp" and child > verb]
    if len(clitics) != 1 or len(subjects) != 1 or not clauses:
        return
    said, clitic, subject = clauses[0], clitics[0], subjects[0]
    if "," not in words[subject:clitic] or "," not in words[verb:said]:
        return
    passive = any(tree.deprels[child] == "aux:pass" for child in _children(tree, said))
    root = tree.heads[verb] == verb
    tree.heads[said], tree.deprels[said] = (said if root else tree.heads[verb]), tree.deprels[verb]
    tree.heads[verb], tree.deprels[verb] = said, "parataxis:insert"
    tree.heads[subject], tree.deprels[subject] = said, "nsubj:pass" if passive else "nsubj"
    tree.deprels[clitic] = "nsubj"
    for child in children:
        if child < subject and tree.heads[child] == verb:
            tree.heads[child] = said
