"""What a clause says of its own act: negation, mood, tense, auxiliaries and adverbs."""

from dataclasses import dataclass

from recoupe.extract.status_words import forms, is_finite, is_verbal, lemma, modifier_forms, plain
from recoupe.extract.tree import NOMINAL, Tree
from recoupe.model.mentions import Status
from recoupe.packs.status import StatusPack


@dataclass(frozen=True, slots=True)
class Own:
    """The status of an act by its own clause, and the word that decides it."""

    status: Status
    rule: str
    cue: int | None = None
    past: bool = False
    """Told as accomplished: perfect, simple past, pluperfect."""


def own_status(tree: Tree, pack: StatusPack, token: int) -> Own:
    """Return the status of a verb, noun or adjective by the words of its own clause or phrase."""
    if is_verbal(tree, token):
        return _clause(tree, pack, token)
    if tree.by_relation(token, "cop"):
        clause = _clause(tree, pack, token)
        return clause if clause.status != "happened" else _phrase(tree, pack, token)
    return _phrase(tree, pack, token)


def _clause(tree: Tree, pack: StatusPack, verb: int) -> Own:
    past = is_past(tree, verb)
    negation = _negation(tree, pack, verb)
    if negation is not None:
        status: Status = "denied"
        return Own(status, "negation", negation, past)
    mood = _mood(tree, pack, verb, past=past)
    for child in tree.by_relation(verb, "advmod", "amod"):
        hedge = _adverb(tree, pack, child)
        if hedge is None or (hedge == "future" and (past or mood.status != "happened")):
            continue
        if mood.status not in ("denied", hedge):
            return Own(hedge, "adverb", child, past)
    return mood


def _adverb(tree: Tree, pack: StatusPack, token: int) -> Status | None:
    for status in ("possible", "denied", "future"):
        if any(pack.has(f"adverbs.{status}", form) for form in forms(tree, token)):
            return status
    return None


def is_past(tree: Tree, verb: int) -> bool:
    """Tell a clause that tells its act as accomplished."""
    tense = tree.by_relation(verb, "aux:tense", "aux")
    if any(lemma(tree, a) in ("avoir", "être", "have") for a in tense):
        return True
    tokens = (verb, *tree.by_relation(verb, "aux", "cop"))
    return any("Tense=Past" in tree.parsed.feats[t] and "VerbForm=Fin" in tree.parsed.feats[t] for t in tokens)


def _mood(tree: Tree, pack: StatusPack, verb: int, *, past: bool) -> Own:
    tokens = (*tree.by_relation(verb, "aux", "cop"), verb)
    arranged = _is_arranged(tree, verb)
    if arranged is not None:
        return Own("future", "auxiliary", arranged, past)
    for token in tokens:
        effect = pack.auxiliaries.get(lemma(tree, token)) if token != verb else None
        if effect is not None and effect != "keep":
            return Own(effect, "auxiliary", token, past)
        feats = _mood_feats(tree, token)
        if "Mood=Cnd" in feats:
            return Own("possible", "mood:conditional", token, past)
        if "Tense=Fut" in feats:
            return Own("future", "tense:future", token, past)
        if "Mood=Imp" in feats and token == verb and not tree.by_relation(verb, "nsubj"):
            return Own("future", "mood:imperative", token, past)
    return Own("happened", "asserted", None, past)


def _is_arranged(tree: Tree, verb: int) -> int | None:
    """Return the "is" of "is to meet": an arrangement, told by a finite form of be before "to"."""
    marks = [m for m in tree.by_relation(verb, "mark") if plain(tree.parsed.words[m]) == "to"]
    for token in tree.by_relation(verb, "aux", "cop"):
        finite = "VerbForm=Fin" in tree.parsed.feats[token] and lemma(tree, token) == "be"
        if finite and any(token < m < verb for m in marks):
            return token
    return None


def _mood_feats(tree: Tree, token: int) -> str:
    """Return the features of a verb, those of French conditionals and futures read off their endings.

    Taggers confuse «quitterait» with an imperfect; the two differ by the infinitive inside.
    """
    feats = tree.parsed.feats[token]
    if tree.parsed.lang != "fr" or "VerbForm=Fin" not in feats:
        return feats
    word = plain(tree.parsed.words[token])
    for ending in ("aient", "ait"):
        if word.endswith("r" + ending) and _holds_infinitive(lemma(tree, token), word.removesuffix(ending)):
            return "Mood=Cnd|VerbForm=Fin"
    for ending in ("ont", "a"):
        if word.endswith("r" + ending) and _holds_infinitive(lemma(tree, token), word.removesuffix(ending)):
            return "Mood=Ind|Tense=Fut|VerbForm=Fin"
    return feats


def _holds_infinitive(verb: str, stem: str) -> bool:
    if verb.endswith("er"):
        return stem not in (verb[:-2], verb[:-1])
    if verb.endswith(("courir", "mourir", "quérir")):
        return stem.endswith("rr")
    if verb.endswith(("frir", "vrir")):
        return stem.endswith("rir")
    return True


def _negation(tree: Tree, pack: StatusPack, verb: int) -> int | None:
    """Return the word that denies a clause, if one does."""
    children = tree.children[verb]
    bearers = [c for c in children if tree.relation(c) in ("aux", "cop", "advmod")]
    inner = [g for c in bearers for g in tree.children[c]]
    inner += [g for c in tree.by_relation(verb, "nsubj") for g in tree.by_relation(c, "cc") if g < c]
    ne = [c for c in (*children, *inner) if pack.has("negation.ne", plain(tree.parsed.words[c]))]
    for child in sorted((*children, *inner)):
        if _cancelled(tree, pack, child):
            continue
        word = plain(tree.parsed.words[child])
        if child and pack.has("negation.pairs", f"{plain(tree.parsed.words[child - 1])} {word}"):
            return child
        if pack.has("negation.adverbs", word) and tree.relation(child) in (
            "advmod",
            "det",
            "obl",
            "cc",
            "dep",
            "obj",
        ):
            return child
        if ne and pack.has("negation.with_ne", word):
            return child
        if ne and tree.parsed.upos[child] in NOMINAL and negative_determiner(tree, pack, child) is not None:
            return child
        if tree.relation(child) == "nsubj" and pack.has("negation.determiners", word):
            return child
        if pack.has("negation.subjects", word) and tree.relation(child) in ("nsubj", "obj"):
            return child
    return ne[0] if ne and pack.has("negation.bare_ne", lemma(tree, verb)) else None


def _cancelled(tree: Tree, pack: StatusPack, token: int) -> bool:
    """Tell «pas seulement» and the like, which deny nothing."""
    following = token + 1
    if following >= len(tree.parsed.words):
        return False
    if tree.relation(following) == "mark":
        return False
    return pack.has("negation.cancelled_by", plain(tree.parsed.words[following]))


def negative_determiner(tree: Tree, pack: StatusPack, noun: int) -> int | None:
    """Return the determiner that empties a noun phrase («aucune», "no")."""
    near: tuple[int, ...] = (noun - 1,) if noun and tree.sentence_of(noun - 1) == tree.sentence_of(noun) else ()
    for child in (*near, noun, *tree.by_relation(noun, "det", "advmod", "nummod", "amod")):
        if pack.has("negation.determiners", plain(tree.parsed.words[child])):
            return child
    return None


def _phrase(tree: Tree, pack: StatusPack, noun: int) -> Own:
    """Read the status of a noun off its determiner and modifiers."""
    empty = negative_determiner(tree, pack, noun)
    if empty is not None:
        return Own("denied", "negation", empty)
    before = noun_negation(tree, pack, noun)
    if before is not None:
        return Own("denied", "negation", before)
    for child in tree.by_relation(noun, "amod", "acl", "advmod", "compound", "appos"):
        if tree.relation(child) == "acl" and is_finite(tree, child):
            continue
        for status in ("possible", "denied", "future"):
            if any(pack.has(f"adjectives.{status}", form) for form in modifier_forms(tree, child)):
                negated = _negation(tree, pack, child) is not None
                return Own("denied" if negated else status, "adjective", child)
    return Own("happened", "asserted")


def noun_negation(tree: Tree, pack: StatusPack, noun: int) -> int | None:
    """Return the «pas» of «pas de grève», where no verb stands before the noun."""
    first = tree.parsed.sentences[tree.sentence_of(noun)][0]
    at = noun - 1
    while at >= first and (plain(tree.parsed.words[at]) == "de" or tree.parsed.upos[at] in ("ADJ", "NUM", "DET")):
        at -= 1
    if at < first or at == noun - 1 or not pack.has("negation.adverbs", plain(tree.parsed.words[at])):
        return None
    return at if plain(tree.parsed.words[at + 1]) == "de" else None
