"""Where the arguments of a trigger stand in the tree."""

from collections.abc import Container
from dataclasses import dataclass

from recoupe.extract.clauses import Clause, clause_of, spread
from recoupe.extract.tree import Tree
from recoupe.packs.events import Sense

_STATES = frozenset({"en", "on"})
"""Prepositions that put somebody into a state."""
_POSSESSIVES = frozenset({"son", "sa", "ses", "leur", "leurs", "his", "her", "its", "their"})


@dataclass(frozen=True, slots=True)
class Arguments:
    """Head tokens of each role's fillers, in order of preference of the frame."""

    actor: tuple[int, ...]
    recipient: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Site:
    """A trigger in its tree, as the realisations of a frame are looked for."""

    tree: Tree
    trigger: int
    clause: Clause | None
    nationalities: Container[int]

    def realised(self, spec: str) -> tuple[int, ...]:
        """Return the tokens that one realisation of a frame names."""
        if spec == "self":
            return (self.trigger,)
        if spec == "amod:nationality":
            below = self.tree.by_relation(self.trigger, "amod", "nmod", "compound")
            return tuple(c for c in below if c in self.nationalities)
        if spec == "nmod:poss":
            return _possessors(self.tree, self.trigger)
        relation, _, rest = spec.partition(":")
        if relation == "acl":
            return _targeted(self.tree, self.trigger, rest)
        if self.clause is not None and (fixed := self._of_clause(self.clause, spec)) is not None:
            return fixed
        if relation in ("obl", "nmod") and rest and rest not in ("arg", "mod", "agent"):
            return _marked(self.tree, self.trigger, rest.rpartition(":")[2])
        return spread(self.tree, self.tree.by_relation(self.trigger, spec))

    def _of_clause(self, clause: Clause, spec: str) -> tuple[int, ...] | None:
        """Answer the realisations that depend on the voice, null for the others."""
        if spec in ("nsubj", "obl:agent", "obl:par", "obl:by"):
            return clause.subjects if clause.passive == (spec != "nsubj") else ()
        if spec in ("obj", "nsubj:pass"):
            return clause.objects if clause.passive == (spec == "nsubj:pass") else ()
        return None


def arguments_of(tree: Tree, trigger: int, sense: Sense, nationalities: Container[int]) -> Arguments:
    """Realise the frame of a sense at a trigger.

    `nationalities` are the tokens of country adjectives, which can fill a noun's roles.
    """
    verbal = sense.pos == "VERB"
    clause = (
        clause_of(tree, trigger, middle=sense.reflexive)
        if verbal
        else _predicate(tree, trigger)
        if sense.pos == "ADJ"
        else None
    )
    site = _Site(tree, trigger, clause, nationalities)
    several = sense.frame.symmetric
    actor = _first(site, sense.frame.actor, (), several=several)
    recipient = _first(site, sense.frame.recipient, actor, several=several)
    if verbal:
        return Arguments(actor, recipient)
    if not recipient and "nmod:de" in sense.frame.recipient:
        recipient = _behind_agent(tree, actor)
    return _carried(tree, trigger, sense, Arguments(actor, recipient))


def _predicate(tree: Tree, trigger: int) -> Clause:
    """Return whom an adjective is said of: its subject, or the noun it modifies."""
    subjects = clause_of(tree, trigger).subjects or tree.by_relation(trigger, "nsubj")
    head = tree.parsed.heads[trigger]
    if not subjects and tree.relation(trigger) in ("amod", "acl", "conj", "appos") and head != trigger:
        subjects = (head,)
    return Clause(trigger, passive=False, subjects=spread(tree, subjects), objects=())


def _first(site: _Site, specs: tuple[str, ...], used: tuple[int, ...], *, several: bool) -> tuple[int, ...]:
    """Return the fillers of the first realisation that is present, of all of them where several fill a role."""
    found: list[int] = []
    for spec in specs:
        found.extend(t for t in site.realised(spec) if t not in used and t not in found)
        if found and not several:
            break
    return tuple(found)


def _targeted(tree: Tree, trigger: int, lemma: str) -> tuple[int, ...]:
    """Return the objects of a participle that says whom the act is aimed at («visant», «targeting»)."""
    verbs = [c for c in tree.by_relation(trigger, "acl") if tree.parsed.lemmas[c].lower() == lemma]
    return tuple(o for verb in verbs for o in clause_of(tree, verb).objects)


def _marked(tree: Tree, trigger: int, marker: str) -> tuple[int, ...]:
    tokens = list(tree.marked(trigger, marker))
    if not tokens and tree.parsed.upos[trigger] == "NOUN":
        tokens += tree.behind_noun(trigger, marker)
    if marker in ("contre", "visant", "against", "targeting"):
        tokens += [t for child in tree.by_relation(trigger, "nmod", "obl", "obj") for t in tree.marked(child, marker)]
    return spread(tree, tuple(tokens))


def _behind_agent(tree: Tree, agents: tuple[int, ...]) -> tuple[int, ...]:
    """Return the sufferer that the parser hung on the agent («l'assassinat par Moscou du général»)."""
    named = (a for a in agents if tree.parsed.upos[a] == "PROPN")
    return spread(tree, tuple(t for agent in named for t in tree.marked(agent, "de")))


def _possessors(tree: Tree, trigger: int) -> tuple[int, ...]:
    """Return whose act a noun is; a possessive stands for the subject of its clause («Paris réaffirme son soutien»)."""
    found: list[int] = []
    for token in tree.by_relation(trigger, "det", "nmod:poss"):
        if tree.parsed.words[token].lower() in _POSSESSIVES:
            found.extend(_subject_above(tree, trigger) or (token,))
        elif tree.parsed.upos[token] != "DET":
            found.append(token)
    return tuple(found)


def _subject_above(tree: Tree, noun: int) -> tuple[int, ...]:
    verb = next((n for n in tree.ancestors(noun) if tree.parsed.upos[n] == "VERB"), None)
    subjects = clause_of(tree, verb).subjects if verb is not None else ()
    return tuple(s for s in subjects if s not in tree.subtree(noun))


def _carried(tree: Tree, trigger: int, sense: Sense, own: Arguments) -> Arguments:
    """Fill the roles that a noun leaves open from the support verb that carries it."""
    supports = {verb.split()[0]: role for verb, role in sense.support}
    carriers = [n for n in tree.ancestors(trigger)[:2] if tree.parsed.lemmas[n].lower() in supports]
    if not carriers:
        return own if own.actor else Arguments(_in_state(tree, trigger), own.recipient)
    carrier = carriers[0]
    subjects = tuple(s for s in clause_of(tree, carrier).subjects if s != trigger)
    if supports[tree.parsed.lemmas[carrier].lower()] == "recipient":
        actor = own.actor or _any_marked(tree, carrier, ("par", "de la part de", "by", "from"))
        return Arguments(actor, own.recipient or subjects)
    recipient = own.recipient or _any_marked(tree, carrier, ("contre", "à", "sur", "against", "on", "to"))
    return Arguments(own.actor or subjects, recipient)


def _in_state(tree: Tree, trigger: int) -> tuple[int, ...]:
    """Return who is in the state that a noun names («les avocats restent en grève», «les dockers en grève»)."""
    head = tree.parsed.heads[trigger]
    if head == trigger or tree.marker(trigger) not in _STATES:
        return ()
    if tree.parsed.upos[head] in ("VERB", "AUX"):
        return tuple(s for s in clause_of(tree, head).subjects if s != trigger)
    return (head,) if tree.relation(trigger) == "nmod" and tree.parsed.upos[head] in ("NOUN", "PROPN") else ()


def _any_marked(tree: Tree, token: int, markers: tuple[str, ...]) -> tuple[int, ...]:
    for marker in markers:
        tokens = tree.marked(token, marker)
        if tokens:
            return spread(tree, tokens)
    return ()
