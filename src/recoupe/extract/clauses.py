"""Who is the subject and who the object of a verb, whatever its voice and form."""

from dataclasses import dataclass

from recoupe.extract.tree import NOMINAL, Tree
from recoupe.packs.control import load_control

_RELATIVE = frozenset({"qui", "lequel", "laquelle", "lesquels", "lesquelles", "who", "which", "that"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb with its logical arguments as token indices of their heads."""

    verb: int
    passive: bool
    subjects: tuple[int, ...]
    """Logical subjects: those who act."""
    objects: tuple[int, ...]
    """Logical objects: those who undergo."""


def is_participle(tree: Tree, token: int) -> bool:
    """Tell a past participle, also one that the tagger took for an adjective; no predicate of a copula."""
    if tree.parsed.upos[token] == "ADJ":
        return not tree.by_relation(token, "cop")
    feats = tree.parsed.feats[token]
    return "VerbForm=Part" in feats and "Tense=Pres" not in feats


def _is_passive(tree: Tree, verb: int) -> bool:
    if tree.by_relation(verb, "aux:pass", "nsubj:pass", "expl:pass"):
        return True
    if not is_participle(tree, verb) or tree.by_relation(verb, "aux:tense", "aux"):
        return False
    return not tree.by_relation(verb, "obj")


def _antecedent(tree: Tree, token: int) -> int:
    """Resolve a relative pronoun to the noun that its clause modifies, else to the noun phrase before it."""
    if tree.parsed.words[token].lower() not in _RELATIVE or tree.parsed.upos[token] != "PRON":
        return token
    for node in tree.ancestors(token):
        if tree.relation(node) == "acl" and tree.parsed.upos[tree.parsed.heads[node]] in NOMINAL:
            return tree.parsed.heads[node]
        if tree.relation(node) in ("acl", "advcl", "root", "parataxis"):
            break
    before = [t for t in range(tree.sentence_start(token), token) if tree.parsed.upos[t] in ("NOUN", "PROPN")]
    return _phrase_head(tree, before[-1]) if before else token


def _phrase_head(tree: Tree, noun: int) -> int:
    """Climb from a name that follows its noun without a preposition («le camp Alizé») to the noun."""
    head = tree.parsed.heads[noun]
    bare = tree.relation(noun) in ("flat", "appos", "nmod") and not tree.marker(noun)
    return head if bare and noun - head <= 2 and tree.parsed.upos[head] in ("NOUN", "PROPN") else noun


def _own_subjects(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return the verb's subjects, less a headline's prefix («Mali : l'armée frappe…») and the echo of «a-t-elle»."""
    subjects = tree.by_relation(verb, "nsubj")
    near = tuple(s for s in subjects if not _behind_colon(tree, s, verb))
    full = tuple(s for s in near if not tree.parsed.words[s].startswith("-"))
    return tuple(_antecedent(tree, s) for s in full or near)


def _behind_colon(tree: Tree, subject: int, verb: int) -> bool:
    return subject < verb and ":" in tree.parsed.words[subject:verb]


def _borrowed_subjects(tree: Tree, verb: int) -> tuple[int, ...]:
    """Find the subject that a verb without its own shares with its governor."""
    head = tree.parsed.heads[verb]
    relation = tree.relation(verb)
    if head == verb:
        return ()
    if relation == "acl" and tree.parsed.upos[head] in NOMINAL:
        return _possessor(tree, head) if tree.has_feat(verb, "VerbForm=Inf") else (head,)
    if relation in ("xcomp", "advcl", "conj", "ccomp", "obl", "parataxis"):
        return _controller(tree, head, relation)
    return ()


def _possessor(tree: Tree, noun: int) -> tuple[int, ...]:
    """Return whose decision, will or threat it is («la décision de Paris de fermer…»)."""
    owners = tree.marked(noun, "de") or tree.marked(noun, "of") or tree.by_relation(noun, "nmod:poss")
    return tuple(o for o in owners if tree.parsed.upos[o] in NOMINAL) or _carried_by(tree, noun)


def _carried_by(tree: Tree, noun: int) -> tuple[int, ...]:
    """Return the subject of the verb whose object the noun is («Paris a l'intention de fermer…»)."""
    head = tree.parsed.heads[noun]
    if tree.relation(noun) in ("obj", "obl") and tree.parsed.upos[head] == "VERB":
        return clause_of(tree, head).subjects
    return ()


def _controller(tree: Tree, head: int, relation: str) -> tuple[int, ...]:
    if tree.parsed.upos[head] not in ("VERB", "AUX", "ADJ", "NOUN"):
        return ()
    if relation in ("xcomp", "ccomp", "obl", "advcl"):
        controllers = _object_controllers(tree, head)
        if controllers:
            return controllers
    outer = clause_of(tree, head)
    if relation == "conj" and outer.passive:
        return outer.objects
    return outer.subjects


def _object_controllers(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return the object that does what the infinitive says («appeler Paris à négocier»)."""
    verbs, lemma = load_control(tree.parsed.lang), tree.parsed.lemmas[verb].lower()
    if lemma in verbs.direct:
        clause = clause_of(tree, verb)
        return tuple(o for o in clause.objects if not tree.has_feat(o, "Reflex=Yes"))
    if lemma in verbs.dative:
        return tree.by_relation(verb, "iobj") or tree.marked(verb, "à") or tree.marked(verb, "on")
    return ()


def clause_of(tree: Tree, verb: int, *, middle: bool = False) -> Clause:
    """Work out voice and arguments of a verb; coordinated arguments are all listed.

    `middle`: the sense is a reflexive one («se retirer»), whose subject acts whatever the parser says.
    """
    passive = not middle and _is_passive(tree, verb)
    surface = _own_subjects(tree, verb) or _borrowed_subjects(tree, verb)
    if passive:
        agents = tree.by_relation(verb, "obl:agent") or tree.marked(verb, "par") or tree.marked(verb, "by")
        return Clause(verb, True, spread(tree, agents), spread(tree, surface))
    objects = tuple(_antecedent(tree, o) for o in tree.by_relation(verb, "obj"))
    objects = tuple(o for o in objects if not tree.has_feat(o, "Reflex=Yes"))
    if not objects:
        objects = _relative_object(tree, verb)
    return Clause(verb, False, spread(tree, surface), spread(tree, objects))


def _relative_object(tree: Tree, verb: int) -> tuple[int, ...]:
    """Find the antecedent of an object relative («la base que l'armée a frappée»)."""
    if tree.relation(verb) != "acl":
        return ()
    marks = [c for c in tree.by_relation(verb, "obj", "mark") if tree.parsed.words[c].lower() in ("que", "qu’", "qu'")]
    return (tree.parsed.heads[verb],) if marks else ()


def spread(tree: Tree, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """Return the tokens with what is coordinated to each, once."""
    return tuple(dict.fromkeys(c for t in tokens for c in tree.conjuncts(t)))
