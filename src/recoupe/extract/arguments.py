"""Where the arguments of a trigger stand in the tree."""

from dataclasses import dataclass

from recoupe.extract.clauses import Clause, clause_of
from recoupe.extract.tree import Tree
from recoupe.packs.events import Sense

_POSSESSIVES = frozenset({"son", "sa", "ses", "leur", "leurs", "his", "her", "its", "their"})


@dataclass(frozen=True, slots=True)
class Arguments:
    """Head tokens of each role's fillers, in order of preference of the frame."""

    actor: tuple[int, ...]
    recipient: tuple[int, ...]
    carrier: int | None = None
    """The light verb that carries a noun trigger («mener» in «mener une attaque»)."""


def arguments_of(tree: Tree, trigger: int, sense: Sense, nationalities: frozenset[int]) -> Arguments:
    """Realise the frame of a sense at a trigger.

    `nationalities` are the tokens of country adjectives, which can fill a noun's roles.
    """
    verbal = sense.pos == "VERB" or (sense.pos == "ADJ" and tree.parsed.upos[trigger] != "NOUN")
    clause = clause_of(tree, trigger) if verbal else None
    carrier, role = (None, None) if verbal else _carrier(tree, trigger, sense)
    filled: dict[str, tuple[int, ...]] = {}
    for name, specs in (("actor", sense.frame.actor), ("recipient", sense.frame.recipient)):
        used = tuple(t for tokens in filled.values() for t in tokens)
        filled[name] = _first(
            tree, trigger, specs, clause, nationalities, used, several=sense.frame.symmetric
        )
    if carrier is not None and role is not None:
        _add_carried(tree, carrier, role, filled)
    return Arguments(filled["actor"], filled["recipient"], carrier)


def _first(  # noqa: PLR0913 - the frame's reading needs all of its context
    tree: Tree,
    trigger: int,
    specs: tuple[str, ...],
    clause: Clause | None,
    nationalities: frozenset[int],
    used: tuple[int, ...],
    *,
    several: bool,
) -> tuple[int, ...]:
    found: list[int] = []
    for spec in specs:
        tokens = _realised(tree, trigger, spec, clause, nationalities)
        fresh = [t for t in tokens if t not in used and t not in found and t != trigger]
        found.extend(fresh)
        if found and not several:
            break
    return tuple(found)


def _realised(
    tree: Tree, trigger: int, spec: str, clause: Clause | None, nationalities: frozenset[int]
) -> tuple[int, ...]:
    """Return the tokens that one realisation of a frame names."""
    if clause is not None and spec in ("nsubj", "obl:agent"):
        return clause.subjects if clause.passive == (spec == "obl:agent") else ()
    if clause is not None and spec in ("obj", "nsubj:pass"):
        return clause.objects if clause.passive == (spec == "nsubj:pass") else ()
    if spec == "amod:nationality":
        return tuple(c for c in tree.by_relation(trigger, "amod", "nmod", "compound") if c in nationalities)
    if spec == "nmod:poss":
        return _possessors(tree, trigger)
    relation, _, rest = spec.partition(":")
    marker = rest.removeprefix("arg:").removeprefix("mod:")
    if relation in ("obl", "nmod") and marker and marker not in ("arg", "mod", "agent"):
        return _marked(tree, trigger, marker)
    return _spread(tree, tree.by_relation(trigger, spec))


def _marked(tree: Tree, trigger: int, marker: str) -> tuple[int, ...]:
    tokens = list(tree.marked(trigger, marker))
    if marker in ("contre", "visant", "against", "targeting"):
        tokens += [
            t for child in tree.by_relation(trigger, "nmod", "obl", "obj") for t in tree.marked(child, marker)
        ]
    return _spread(tree, tuple(tokens))


def _possessors(tree: Tree, trigger: int) -> tuple[int, ...]:
    determiners = tree.by_relation(trigger, "det", "nmod:poss")
    return tuple(
        c for c in determiners if tree.parsed.words[c].lower() in _POSSESSIVES or tree.parsed.upos[c] != "DET"
    )


def _spread(tree: Tree, tokens: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(c for t in tokens for c in tree.conjuncts(t)))


def _carrier(tree: Tree, trigger: int, sense: Sense) -> tuple[int | None, str | None]:
    """Find the support verb that governs a noun trigger, and the role that its subject plays."""
    supports = {verb.split()[0]: role for verb, role in sense.support}
    for node in tree.ancestors(trigger)[:2]:
        role = supports.get(tree.parsed.lemmas[node].lower())
        if role is not None:
            return node, role
    return None, None


def _add_carried(tree: Tree, carrier: int, role: str, filled: dict[str, tuple[int, ...]]) -> None:
    """Fill roles from the arguments of the support verb where the noun leaves them open."""
    clause = clause_of(tree, carrier)
    if not filled[role]:
        filled[role] = clause.subjects
    other = "recipient" if role == "actor" else "actor"
    if not filled[other]:
        for marker in ("contre", "à", "sur", "par") if other == "recipient" else ("par", "de"):
            tokens = tree.marked(carrier, marker)
            if tokens:
                filled[other] = _spread(tree, tokens)
                return
