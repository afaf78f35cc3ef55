"""Mends the parser's known faults where the grammar of French is certain."""

from collections.abc import Callable, Sequence
from functools import cache, partial

from recoupe.packs.files import folder, read_toml
from recoupe.parse.network import Tree

Mender = Callable[[Tree, Sequence[str], Sequence[str]], None]
"""Changes a tree in place, given the words of the sentence and their lemmas."""

_SUBJECTS = ("nsubj", "nsubj:pass", "expl:subj")


@cache
def mender(lang: str) -> Mender:
    """Return what mends the trees of a language; nothing where no rules are written."""
    if lang != "fr":
        return _leave
    verbs = frozenset(read_toml(folder(lang) / "parse.toml")["pronominal"])
    return partial(_mend, pronominal=verbs)


def _leave(tree: Tree, words: Sequence[str], lemmas: Sequence[str]) -> None:
    """Change nothing."""


def _mend(tree: Tree, words: Sequence[str], lemmas: Sequence[str], *, pronominal: frozenset[str]) -> None:
    for index, upos in enumerate(tree.upos):
        if upos == "VERB":
            _free_pronominal(tree, lemmas, index, pronominal)
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
