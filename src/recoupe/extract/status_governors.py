"""What a governing verb, noun or adjective makes of the act below it."""

from recoupe.extract.status_clause import Own, own_status
from recoupe.extract.status_words import (
    forms,
    governors,
    is_finite,
    is_infinitive,
    is_passive,
    is_verbal,
    left_words,
    lemma,
    longest_match,
    plain,
)
from recoupe.extract.tree import NOMINAL, Tree
from recoupe.model.mentions import Status
from recoupe.packs.status import Effect, Governor, Signature, Slot, StatusPack

_OBJECTS = frozenset({"obj", "obl:arg", "iobj", "nmod", "obl:agent"})
_JUDGED: tuple[Status, ...] = ("possible", "denied", "future")
_FIRST = frozenset(
    {"premier", "dernier", "seul", "unique", "second", "deuxième", "troisième", "first", "last", "only", "third"}
)
_INDEFINITE = frozenset(
    {"un", "une", "de", "d'", "a", "an", "any", "some", "aucun", "aucune", "no", "nouveau", "nouvelle"}
)


def govern(tree: Tree, pack: StatusPack, node: int, head: int, own: Own) -> Own | None:
    """Return the status of the act as seen from its head; None where the head leaves it as it is for good."""
    relation = tree.relation(node)
    if relation == "acl" and not _is_infinitive_form(tree, node) and not _is_content(tree, node):
        return None
    slot = _slot(tree, node, head)
    if slot is None:
        return None
    above = modify(tree, pack, head, own_status(tree, pack, head))
    if slot == "clause" and _is_future_in_past(tree, node, own, above):
        own = Own("future", "tense:future in the past", own.cue)
    if slot == "noun" and pack.has("announced.sayings", lemma(tree, node)) and own.status == "happened":
        return None
    signature = _signature(tree, pack, node, head, slot)
    if signature is None and slot == "subject" and _is_headline_participle(tree, head):
        signature = _signature(tree, pack, node, head, "noun")
        signature = None if signature is not None and signature.id in ("fact", "same", "report") else signature
    if signature is None:
        return _default(tree, pack, (node, head), slot, (own, above))
    if signature.id == "fact":
        return None if slot in ("noun", "subject") else own
    return _apply(tree, signature, (node, head), own, above)


def _is_future_in_past(tree: Tree, node: int, own: Own, above: Own) -> bool:
    """Tell «a annoncé qu'il se retirerait», where the conditional only shifts a future back."""
    if not above.past or tree.by_relation(node, "aux:tense"):
        return False
    if own.rule == "mood:conditional":
        return True
    would = own.rule == "auxiliary" and own.cue is not None and lemma(tree, own.cue) in ("would", "'d")
    return would and not any(lemma(tree, a) == "have" for a in tree.by_relation(node, "aux"))


def real_head(tree: Tree, pack: StatusPack, node: int) -> int:
    """Return the verb that governs «soupçonne le groupe d'avoir fui», hung by the parser on its object, or the head."""
    noun = tree.parsed.heads[node]
    verb = tree.parsed.heads[noun]
    if tree.relation(node) != "acl" or not _is_infinitive_form(tree, node) or verb == noun or not is_verbal(tree, verb):
        return noun
    if tree.relation(noun) not in ("obj", "iobj", "obl") and not (
        tree.relation(noun) == "nsubj" and noun < verb < node
    ):
        return noun
    if _find(governors(tree, pack, noun, marker(tree, node)), "infinitive") is not None:
        return noun
    known = _find(governors(tree, pack, verb, marker(tree, node)), "infinitive")
    return noun if known is None else verb


def modify(tree: Tree, pack: StatusPack, noun: int, own: Own) -> Own:
    """Apply the participles that modify a noun as their logical object («l'attentat déjoué»)."""
    if tree.parsed.upos[noun] not in NOMINAL:
        return own
    if own.status == "happened":
        own = _said_of(tree, pack, noun, own)
    for child in tree.by_relation(noun, "acl", "amod"):
        if is_finite(tree, child) or not is_verbal(tree, child) or "Tense=Past" not in tree.parsed.feats[child]:
            continue
        signature = _find(governors(tree, pack, child, ""), "noun")
        if signature is not None and signature.id != "fact" and own.status == "happened":
            return _apply(tree, signature, (noun, child), own, own_status(tree, pack, child))
    return own


def _is_content(tree: Tree, clause: int) -> bool:
    """Tell «la rumeur que la ville est tombée», which is no relative clause."""
    marks = [plain(tree.parsed.words[m]) for m in tree.by_relation(clause, "mark")]
    return is_verbal(tree, clause) and is_finite(tree, clause) and ("que" in marks or "that" in marks)


def _said_of(tree: Tree, pack: StatusPack, noun: int, own: Own) -> Own:
    """Apply «le retrait qui aura lieu en mai» and «la suite sera le départ»."""
    for token in tree.subtree(noun, without=frozenset({"ccomp", "advcl", "parataxis"})):
        if tree.parsed.deprels[token] == "acl:relcl" and _takes_place(tree, pack, token):
            clause = own_status(tree, pack, token)
            return own if clause.status == "happened" else clause
    subjects = tree.by_relation(noun, "nsubj") if tree.by_relation(noun, "cop") else ()
    for subject in subjects:
        phrase = own_status(tree, pack, subject)
        if phrase.status != "happened":
            return phrase
        signature = _find(governors(tree, pack, subject, ""), "noun")
        if signature is not None and signature.id in ("plan", "idea"):
            return _apply(tree, signature, (noun, subject), own, phrase)
    return own


def _takes_place(tree: Tree, pack: StatusPack, verb: int) -> bool:
    return any(g.id == "occur" for g in governors(tree, pack, verb, ""))


def _is_infinitive_form(tree: Tree, node: int) -> bool:
    tokens = (node, *tree.by_relation(node, "aux"))
    return any(tree.has_feat(t, "VerbForm=Inf") or tree.has_feat(t, "VerbForm=Ger") for t in tokens)


def _slot(tree: Tree, node: int, head: int) -> Slot | None:
    if is_verbal(tree, node) and tree.parsed.upos[node] != "NOUN":
        return "infinitive" if is_infinitive(tree, node) else "clause"
    relation, full = tree.relation(node), tree.parsed.deprels[node]
    if relation == "nsubj":
        passive = full == "nsubj:pass" or is_passive(tree, head)
        return "noun" if passive else "subject"
    if relation in _OBJECTS or full in _OBJECTS or relation in ("xcomp", "ccomp", "compound"):
        return "noun"
    if relation in ("obl", "dep") and is_verbal(tree, head):
        return "noun"
    return None


def _is_headline_participle(tree: Tree, verb: int) -> bool:
    """Tell "Attack foiled near the border", whose participle the tagger took for a past tense."""
    bare = not tree.by_relation(verb, "aux", "obj", "ccomp", "xcomp", "advcl")
    return tree.parsed.lang == "en" and bare and tree.parsed.words[verb].endswith("ed") and lemma(tree, verb) != "fail"


def marker(tree: Tree, node: int) -> str:
    """Return the preposition or subordinator of a complement, as governors' keys name it."""
    words = left_words(tree, node)
    last = words[-1] if words else ""
    for child in tree.by_relation(node, "case", "mark"):
        if child < node:
            return plain(tree.parsed.words[child])
    return last if last in ("à", "de", "to", "of") else ""


def keyed_gerund(tree: Tree, pack: StatusPack, node: int, head: int) -> bool:
    """Tell "accused of killing": a clause without tense whose preposition is the governor's own."""
    if is_finite(tree, node) or not is_verbal(tree, head):
        return False
    word = marker(tree, node)
    names = [f"{form} {word}" for form in forms(tree, head)]
    return any(_find(pack.governors.get(("verb", name), ()), "infinitive") is not None for name in names)


def _find(found: tuple[Governor, ...], slot: Slot) -> Signature | None:
    return next((g.slots[slot] for g in found if slot in g.slots), None)


def _signature(tree: Tree, pack: StatusPack, node: int, head: int, slot: Slot) -> Signature | None:
    found = governors(tree, pack, head, marker(tree, node))
    if slot == "noun" and tree.relation(node) == "obl" and tree.parsed.deprels[node] != "obl:arg":
        found = tuple(g for g in governors(tree, pack, head, marker(tree, node)) if _keyed(tree, pack, head, node, g))
    if slot == "noun" and _announces_what_is_over(tree, pack, node, head):
        return None
    return _find(found, slot)


def govern_by(tree: Tree, pack: StatusPack, node: int, noun: int, own: Own) -> Own | None:
    """Return the status under a noun that stands right before, None where that noun governs no act."""
    slot: Slot = "noun"
    if is_verbal(tree, node):
        slot = "clause" if is_finite(tree, node) else "infinitive"
    signature = _find(governors(tree, pack, noun, marker(tree, node)), slot)
    if signature is None or signature.id == "fact":
        return None
    return _apply(tree, signature, (node, noun), own, own_status(tree, pack, noun))


def _keyed(tree: Tree, pack: StatusPack, head: int, node: int, governor: Governor) -> bool:
    """Tell whether a governor's key names this very preposition; a loose adjunct is none of its business."""
    word = marker(tree, node)
    base = lemma(tree, head)
    names = (f"{base} {word}", f"se {base} {word}", f"s'{base} {word}")
    return any(governor in pack.governors.get(("verb", name), ()) for name in names)


def _announces_what_is_over(tree: Tree, pack: StatusPack, node: int, head: int) -> bool:
    return pack.has("announced.verbs", lemma(tree, head)) and pack.has("announced.nouns", lemma(tree, node))


def _apply(tree: Tree, signature: Signature, where: tuple[int, int], own: Own, above: Own) -> Own:
    """Return the status of an act below a governor: `where` holds the act and the governor."""
    node, head = where
    effect = signature.effect(above.status, past=above.past)
    if own.rule == above.rule == "negation" and effect == "denied":
        return own
    if effect == "keep" or _is_perfect(tree, node, signature):
        return own
    return Own(_combine(own.status, effect), f"governor:{signature.id}", head)


def _is_perfect(tree: Tree, node: int, signature: Signature) -> bool:
    """Tell «promet d'avoir retiré»: an act that was over when it was spoken of is not planned."""
    return signature.id == "plan" and bool(tree.by_relation(node, "aux:tense"))


def _combine(inner: Status, effect: Effect) -> Status:
    if effect == "keep":
        return inner
    if inner == "denied":
        return "happened" if effect == "denied" else "denied"
    if inner == "possible":
        return "denied" if effect == "denied" else "possible"
    return effect


def _same_time(tree: Tree, pack: StatusPack, node: int) -> bool:
    """Tell «lors de la visite», which takes place when its clause does."""
    return bool(longest_match(left_words(tree, node), pack.words.get("prepositions.follow", frozenset())))


def _default(tree: Tree, pack: StatusPack, where: tuple[int, int], slot: Slot, stages: tuple[Own, Own]) -> Own | None:
    """Judge an act under a governor that the pack does not know."""
    node, head = where
    own, above = stages
    if slot == "clause":
        return own
    if slot == "infinitive":
        return _bare_infinitive(tree, pack, where, own, above)
    if slot == "subject" and tree.parsed.upos[head] == "ADJ":
        return _predicated(tree, pack, head, own, above)
    if not is_verbal(tree, head):
        copula = slot == "subject" and tree.by_relation(head, "cop") and _is_indefinite(tree, node)
        return (own if above.status == "happened" else above) if copula else None
    if tree.relation(node) == "obl":
        shares = above.status in ("future", "possible") and own.status == "happened"
        return above if shares and _same_time(tree, pack, node) else None
    return _argument(tree, node, slot, own, above)


def _argument(tree: Tree, node: int, slot: Slot, own: Own, above: Own) -> Own | None:
    """Judge a noun under an ordinary verb: what is definite is taken for granted, save the subject of a future."""
    indefinite = _is_indefinite(tree, node)
    if above.status == "happened":
        return own if indefinite else None
    if own.status != "happened":
        return None
    future_subject = above.status == "future" and slot == "subject"
    return Own(above.status, above.rule, above.cue) if indefinite or future_subject else None


def _bare_infinitive(tree: Tree, pack: StatusPack, where: tuple[int, int], own: Own, above: Own) -> Own:
    node, head = where
    if own.status != "happened" or tree.by_relation(node, "aux:tense"):
        return own
    if pack.has("subordinators.expressive", lemma(tree, node)) and is_verbal(tree, head):
        return above
    ranked = [c for c in tree.by_relation(head, "amod") if lemma(tree, c) in _FIRST]
    return own if ranked or lemma(tree, head) in _FIRST else Own("future", "infinitive", head)


def _predicated(tree: Tree, pack: StatusPack, adjective: int, own: Own, above: Own) -> Own | None:
    """Judge «une rupture est possible»."""
    for status in _JUDGED:
        if any(pack.has(f"adjectives.{status}", form) for form in forms(tree, adjective)):
            return Own("denied" if above.status == "denied" else status, "adjective", adjective)
    return own if own.status != "happened" else None


def _is_indefinite(tree: Tree, noun: int) -> bool:
    before = [c for c in tree.by_relation(noun, "det", "case") if c < noun]
    return any(plain(tree.parsed.words[c]) in _INDEFINITE for c in before)
