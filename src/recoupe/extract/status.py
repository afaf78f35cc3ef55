"""Did it happen: the status of an act, from its own clause up through all that governs it."""

from dataclasses import dataclass, replace

from recoupe.extract import status_context as context
from recoupe.extract.status_clause import Own, is_past, own_status
from recoupe.extract.status_governors import govern, govern_by, keyed_gerund, modify, real_head
from recoupe.extract.status_words import (
    governing_word,
    governors,
    is_finite,
    is_infinitive,
    is_verbal,
    left_edge,
    left_words,
    lemma,
    longest_match,
    plain,
)
from recoupe.extract.tree import NOMINAL, Tree
from recoupe.model.annotated import Annotated
from recoupe.model.mentions import Status
from recoupe.model.text import Quoted
from recoupe.packs.status import StatusPack, load_status


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusDecision:
    """The status of an act with the rule and the words that decide it."""

    status: Status
    rule: str
    cue: Quoted | None = None
    condition: Quoted | None = None
    background: bool = False


@dataclass(frozen=True, slots=True)
class _State:
    """Where the walk stands: the act as it is seen from `node`."""

    node: int
    status: Status
    rule: str
    cue: int | None
    presupposed: bool = False
    """The words take the act for granted; nothing above can change that."""
    path: tuple[int, ...] = ()


def status_of(annotated: Annotated, trigger: int, *, tree: Tree | None = None) -> StatusDecision:
    """Return whether the act that a token names happened, is to come, may be, or is denied.

    Give the report's `tree` where there is one: building it takes the time of the whole report.
    """
    tree = tree or Tree.of(annotated.parsed)
    pack = load_status(annotated.parsed.lang)
    state = _asked(tree, pack, trigger, _walk(tree, pack, trigger))
    state = _timed(tree, pack, annotated, trigger, state)
    state, condition = _conditioned(tree, pack, trigger, state)
    return StatusDecision(
        status=state.status,
        rule=state.rule,
        cue=None if state.cue is None else tree.quoted(state.cue, state.cue),
        condition=condition,
        background=state.status == "happened" and context.is_background(tree, pack, annotated, trigger),
    )


def _conditioned(tree: Tree, pack: StatusPack, trigger: int, state: _State) -> tuple[_State, Quoted | None]:
    """Make possible what hangs on a condition, or stands in one; the condition is returned beside it."""
    asked = context.indirect_question(tree, pack, trigger)
    if asked is not None and state.status in ("happened", "future"):
        return replace(state, status="possible", rule="question", cue=asked), None
    for first, last in context.conditions(tree, pack, trigger):
        if first <= trigger <= last:
            open_ = state.status in ("happened", "future") and not (state.presupposed and state.rule == "background")
            return (replace(state, status="possible", rule="condition", cue=first) if open_ else state), None
        quoted = tree.quoted(first, last)
        if state.status == "future" or (state.status in ("happened", "possible") and _hangs(tree, trigger, state)):
            return replace(state, status="possible", rule="condition", cue=first), quoted
        if any(g.id == "plan" for g in governors(tree, pack, trigger, "")):
            return state, quoted
    return state, None


def _hangs(tree: Tree, trigger: int, state: _State) -> bool:
    """Tell an act that a condition of its sentence reaches: an infinitive, a present or a conditional."""
    if state.status == "possible":
        return state.rule in ("mood:conditional", "auxiliary", "governor:can")
    return (is_verbal(tree, trigger) and not _told_as_past(tree, trigger, state)) or _under_infinitive(tree, trigger)


def _under_infinitive(tree: Tree, trigger: int) -> bool:
    head = tree.parsed.heads[trigger]
    return is_verbal(tree, head) and tree.has_feat(head, "VerbForm=Inf") and tree.relation(trigger) == "obj"


def _walk(tree: Tree, pack: StatusPack, trigger: int) -> _State:
    own = modify(tree, pack, trigger, own_status(tree, pack, trigger))
    state = _State(trigger, own.status, own.rule, own.cue, path=(trigger,))
    for _ in range(len(tree.parsed.words)):
        following = _step(tree, pack, state)
        if following is None or following.presupposed:
            return following or _at_root(tree, pack, state)
        state = following
    return state


def _stop(state: _State) -> _State:
    return replace(state, presupposed=True)


def _set(state: _State, own: Own, *, stop: bool = False) -> _State:
    return replace(state, status=own.status, rule=own.rule, cue=own.cue, presupposed=stop)


def _climb(state: _State, head: int) -> _State:
    return replace(state, node=head, path=(*state.path, head))


def _step(tree: Tree, pack: StatusPack, state: _State) -> _State | None:
    """Return the state one head further up, a final one (`presupposed`), or None at the root."""
    node, head = state.node, real_head(tree, pack, state.node)
    prepared = _prepositional(tree, pack, state) or _adjacent(tree, pack, state)
    if prepared is not None:
        return prepared
    if head == node or head in state.path:
        return None
    relation = tree.relation(node)
    if relation == "conj":
        return _conjunct(tree, pack, state, head)
    if relation in ("parataxis", "appos", "list", "vocative", "dislocated"):
        return _stop(state) if relation != "appos" else _climb(state, head)
    if tree.parsed.deprels[node] == "acl:relcl":
        return _stop(state)
    if relation == "advcl" and not keyed_gerund(tree, pack, node, head):
        return _adverbial(tree, pack, state, head)
    outcome = govern(tree, pack, node, head, Own(state.status, state.rule, state.cue))
    if outcome is None:
        return _stop(state)
    return _climb(_set(state, outcome), head)


def _conjunct(tree: Tree, pack: StatusPack, state: _State, head: int) -> _State:
    """Share what governs the first conjunct; a participle or infinitive shares its auxiliaries too."""
    node = state.node
    if is_verbal(tree, node) and is_finite(tree, node) and is_verbal(tree, head):
        return _climb(state, head)
    twin = _earlier_infinitive(tree, node, head)
    if twin is not None and twin not in state.path:
        return _climb(state, twin)
    if is_verbal(tree, node) and not is_verbal(tree, head):
        return _climb(state, head)
    own = own_status(tree, pack, head)
    if state.status == "happened" and own.status != "happened":
        return _climb(_set(state, own), head)
    return _climb(state, head)


def _earlier_infinitive(tree: Tree, node: int, head: int) -> int | None:
    """Return the infinitive with the same preposition that a coordinate one belongs to, where its head is none."""
    mark = tree.marker(node)
    if not mark or not tree.has_feat(node, "VerbForm=Inf") or tree.has_feat(head, "VerbForm=Inf"):
        return None
    first = tree.parsed.sentences[tree.sentence_of(node)][0]
    before = (t for t in range(node - 1, first - 1, -1) if tree.has_feat(t, "VerbForm=Inf"))
    return next((t for t in before if tree.marker(t) == mark), None)


def _prepositional(tree: Tree, pack: StatusPack, state: _State) -> _State | None:
    """Judge a noun or infinitive by the preposition before it, where that one decides."""
    node = state.node
    if is_verbal(tree, node) and is_finite(tree, node):
        return None
    words = left_words(tree, node)
    cue = node - 1
    for status in ("denied", "possible", "future"):
        if longest_match(words, pack.words.get(f"prepositions.{status}", frozenset())):
            value: Status = status
            return replace(state, status=value, rule="preposition", cue=cue, presupposed=True)
    if longest_match(words, pack.words.get("prepositions.occasion", frozenset())):
        return _meanwhile(tree, pack, state)
    if longest_match(words, pack.words.get("prepositions.background", frozenset())):
        return replace(_stop(state), rule="background" if state.status == "happened" else state.rule)
    if state.status == "happened" and longest_match(words, pack.words.get("prepositions.before", frozenset())):
        return _before(tree, state, cue)
    if is_verbal(tree, node) and longest_match(words, pack.words.get("prepositions.purpose", frozenset())):
        verbs = [a for a in tree.ancestors(node) if is_verbal(tree, a)]
        return _purpose(tree, pack, state, verbs[0] if verbs else tree.parsed.heads[node])
    return None


def _meanwhile(tree: Tree, pack: StatusPack, state: _State) -> _State:
    """Judge «lors de la visite»: it takes place when the act around it does."""
    verb = next((a for a in tree.ancestors(state.node) if is_verbal(tree, a)), None)
    if verb is None or state.status != "happened":
        return _stop(state)
    own = own_status(tree, pack, verb)
    return _stop(_set(state, own) if own.status == "future" else state)


def _adjacent(tree: Tree, pack: StatusPack, state: _State) -> _State | None:
    """Judge by the noun or phrase right before («accord sur la livraison»), where the parser hung the act elsewhere."""
    node = state.node
    words = left_words(tree, node)
    for governor in pack.classes:
        if governor.phrases and longest_match(words, frozenset(governor.phrases)) and state.status == "happened":
            value: Status = "future" if governor.id in ("plan", "going-to") else "possible"
            return replace(
                state, status=value, rule=f"phrase:{governor.id}", cue=left_edge(tree, node), presupposed=True
            )
    word = governing_word(tree, pack, node)
    if word is None or word in state.path or word == tree.parsed.heads[node]:
        return None
    outcome = govern_by(tree, pack, node, word, Own(state.status, state.rule, state.cue))
    return None if outcome is None else _climb(_set(state, outcome), word)


def _before(tree: Tree, state: _State, cue: int) -> _State:
    """Judge what comes before or after the main act: ahead of us unless that one is past."""
    head = tree.parsed.heads[state.node]
    past = head != state.node and is_verbal(tree, head) and is_past(tree, head)
    if past or (is_verbal(tree, state.node) and not is_verbal(tree, head)):
        return _stop(state)
    return replace(state, status="future", rule="preposition", cue=cue, presupposed=True)


def _adverbial(tree: Tree, pack: StatusPack, state: _State, head: int) -> _State:
    """Judge an act inside an adverbial clause by its conjunction."""
    node = state.node
    for status in ("denied", "possible"):
        mark = context.subordinator(tree, pack, node, status)
        if mark is not None:
            value: Status = status
            return replace(state, status=value, rule="subordinator", cue=mark, presupposed=True)
    words = left_words(tree, node)
    purpose = longest_match(words, pack.words.get("prepositions.purpose", frozenset())) or tree.marker(node) == "to"
    if purpose or context.subordinator(tree, pack, node, "purpose"):
        return _purpose(tree, pack, state, head)
    if context.subordinator(tree, pack, node, "follow") is not None or _is_gerund(tree, node):
        own = own_status(tree, pack, head)
        return _climb(_set(state, own) if state.status == "happened" and own.status != "denied" else state, head)
    return _stop(state)


def _is_gerund(tree: Tree, token: int) -> bool:
    return not is_finite(tree, token) and tree.has_feat(token, "Tense=Pres")


def _purpose(tree: Tree, pack: StatusPack, state: _State, head: int) -> _State:
    """Judge an aim: still to come, unless the main act itself expresses it."""
    if pack.has("subordinators.expressive", lemma(tree, state.node)):
        own = own_status(tree, pack, head)
        return _climb(_set(state, own), head)
    if state.status != "happened" or tree.by_relation(state.node, "aux:tense"):
        return _stop(state)
    return replace(state, status="future", rule="purpose", cue=state.node, presupposed=True)


def _asked(tree: Tree, pack: StatusPack, trigger: int, state: _State) -> _State:
    """Make possible what is asked; a headline without a finite verb asks for all of it."""
    if state.status not in ("happened", "future") or not context.is_question(tree, pack, state.node):
        return state
    first, last = tree.parsed.sentences[tree.sentence_of(trigger)]
    verbless = not any(is_verbal(tree, t) and tree.has_feat(t, "VerbForm=Fin") for t in range(first, last))
    if state.presupposed and not (verbless and state.rule != "background"):
        return state
    return replace(state, status="possible", rule="question", cue=None)


def _at_root(tree: Tree, pack: StatusPack, state: _State) -> _State:
    """Judge what holds for the whole sentence: questions, «Non, …»."""
    node = state.node
    if (
        state.status == "happened"
        and tree.has_feat(node, "VerbForm=Inf")
        and not is_finite(tree, node)
        and tree.marker(node) == "to"
    ):
        return replace(state, status="future", rule="headline infinitive", cue=node)
    first = tree.parsed.sentences[tree.sentence_of(state.node)][0]
    opens = pack.has("negation.openers", plain(tree.parsed.words[first]))
    if opens and tree.parsed.words[first + 1 : first + 2] == (",",) and state.status != "denied":
        return replace(state, status="denied", rule="negation", cue=first)
    return state


def _timed(tree: Tree, pack: StatusPack, annotated: Annotated, trigger: int, state: _State) -> _State:
    """Put off to the future what is told in the present, or without a verb, of a time to come."""
    if state.status not in ("happened", "future"):
        return state
    tokens = context.clause_tokens(tree, state.node if not state.presupposed else trigger)
    tokens = context.segment(tree, trigger, tokens)
    hedge = context.hedged(tree, pack, tokens)
    if hedge is not None and not state.presupposed:
        return replace(state, status="possible", rule="adverb", cue=hedge)
    if state.status == "future" or _told_as_past(tree, trigger, state):
        return state
    time = context.future_time(tree, pack, annotated, tokens)
    return state if time is None else replace(state, status="future", rule="time", cue=time)


def _told_as_past(tree: Tree, trigger: int, state: _State) -> bool:
    verbs = [t for t in (trigger, state.node) if is_verbal(tree, t)]
    if any(is_past(tree, v) or (not is_infinitive(tree, v) and "Tense=Imp" in tree.parsed.feats[v]) for v in verbs):
        return True
    passive = [v for v in verbs if "Tense=Past" in tree.parsed.feats[v] and not is_finite(tree, v)]
    return bool(passive) or (tree.parsed.upos[trigger] in NOMINAL and state.node != trigger and bool(verbs))
