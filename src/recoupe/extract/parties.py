"""From head tokens to the parties of an event: spans, identities, political weight."""

from recoupe.extract.tree import Tree
from recoupe.model.actors import Actor
from recoupe.model.annotated import Annotated
from recoupe.model.mentions import Party

_CUT = frozenset(
    {
        "acl",
        "acl:relcl",
        "appos",
        "conj",
        "cc",
        "punct",
        "parataxis",
        "advcl",
        "dep",
        "case",
        "mark",
        "det",
        "advmod",
        "cop",
        "nsubj",
    }
)
_ARMED = frozenset({"MIL", "REB", "PRM", "UAF", "SPY"})
_STATE = frozenset({"GOV", "COP", "JUD", "LEG", "PTY", "OPP", "ELI"})
_CIVIC = frozenset({"LAB", "SOC", "REL", "JRN", "REF", "EDU", "MED", "AGR"})
_INTERNATIONAL = frozenset({"UNO", "EUR", "IGO", "NGO", "ISM", "IMG"})


class Cast:
    """Those who can play a role in one report, found by token."""

    def __init__(self, annotated: Annotated, tree: Tree) -> None:
        self._tree = tree
        self._by_head = {actor.head: actor for actor in annotated.actors}
        self._places = {start: p for p in annotated.places for start in (p.start,)}

    def actor_at(self, token: int) -> Actor | None:
        """Return the actor whose phrase is headed by the token."""
        return self._by_head.get(token)

    def party(self, token: int) -> Party | None:
        """Return the party that a head token stands for, null where it is no thing that can be named."""
        actor = self.actor_at(token)
        if actor is not None:
            return Party(
                start=actor.start,
                end=actor.end,
                text=actor.text,
                id=actor.id,
                name=actor.name,
                country=actor.country,
                sectors=actor.sectors,
            )
        span = self._phrase(token)
        if span is None:
            return None
        start, end = span
        text = self._tree.parsed.text[start:end]
        return Party(start=start, end=end, text=text, id=None, name=None, country=None)

    def _phrase(self, token: int) -> tuple[int, int] | None:
        """Return the span of the noun phrase of a head, without clauses, appositions and conjuncts."""
        parsed = self._tree.parsed
        if parsed.upos[token] in ("PUNCT", "ADP", "SCONJ", "CCONJ"):
            return None
        inside = set(self._tree.subtree(token, without=_CUT)) | {
            c
            for t in self._tree.by_relation(token, "nmod", "amod", "flat", "nummod")
            for c in self._tree.subtree(
                t, without=frozenset({"acl", "acl:relcl", "appos", "conj", "cc", "punct"})
            )
        }
        first = last = token
        while first - 1 in inside:
            first -= 1
        while last + 1 in inside:
            last += 1
        return parsed.starts[first], parsed.ends[last]

    def weight(self, token: int) -> float:
        """Tell how political a filler is: 1 state, armed or international, .8 civic bodies, .4 people, 0 things."""
        actor = self.actor_at(token)
        if actor is None:
            return 0.0
        sectors = set(actor.sectors)
        if actor.id or sectors & (_ARMED | _STATE) or actor.country in _INTERNATIONAL:
            return 1.0
        if sectors & _CIVIC:
            return 0.8
        return 0.4
