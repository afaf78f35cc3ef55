"""From head tokens to the parties of an event: spans, identities, political weight."""

from bisect import bisect_left
from collections.abc import Sequence

from recoupe.extract.tree import Tree
from recoupe.model.actors import Actor
from recoupe.model.annotated import Annotated
from recoupe.model.mentions import Party
from recoupe.packs.countries import load_countries

_ASIDE = ("acl", "acl:relcl", "appos", "conj", "cc", "punct")
_CUT = frozenset({*_ASIDE, "parataxis", "advcl", "dep", "case", "mark", "det", "advmod", "cop", "nsubj"})
_INNER = ("nmod", "amod", "flat", "nummod", "compound")
_ARMED = frozenset({"MIL", "REB", "PRM", "UAF", "SPY"})
_STATE = frozenset({"GOV", "COP", "JUD", "LEG", "PTY", "OPP", "ELI"})
_CIVIC = frozenset({"LAB", "SOC", "REL", "JRN", "REF", "EDU", "MED", "AGR"})
_INTERNATIONAL = frozenset({"UNO", "EUR", "IGO", "NGO", "ISM", "IMG"})


def _nationalities(tree: Tree) -> dict[int, str]:
    """Return the tokens that are a country's adjective, with its usual reading."""
    countries = load_countries(tree.parsed.lang)
    found = {}
    for token, word in enumerate(tree.parsed.words):
        codes = countries.of_adjective(word) if tree.parsed.upos[token] in ("ADJ", "NOUN", "PROPN") else ()
        if codes:
            found[token] = codes[0]
    return found


def _tokens_of(actors: Sequence[Actor], tree: Tree) -> dict[int, Actor]:
    """Return the tokens that lie in an actor's phrase; of phrases in one another the shortest counts."""
    starts, found = tree.parsed.starts, {}
    for actor in sorted(actors, key=lambda a: (-len(a.text), a.start)):
        first, last = bisect_left(starts, actor.start), bisect_left(starts, actor.end)
        found.update(dict.fromkeys(range(first, last), actor))
    return found


class Cast:
    """Those who can play a role in one report, found by token."""

    def __init__(self, annotated: Annotated, tree: Tree) -> None:
        self._tree = tree
        self._by_head = {actor.head: actor for actor in annotated.actors}
        self._holding = _tokens_of(annotated.actors, tree)
        self.nationalities = _nationalities(tree)
        """Token of a country's adjective -> ISO alpha-3."""

    def actor_at(self, token: int) -> Actor | None:
        """Return the actor whose phrase is headed by the token, or else holds it."""
        return self._by_head.get(token) or self._holding.get(token)

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
        country = self.nationalities.get(token)
        return Party(start=start, end=end, text=text, id=None, name=None, country=country)

    def _phrase(self, token: int) -> tuple[int, int] | None:
        """Return the span of the noun phrase of a head, without clauses, appositions and conjuncts."""
        parsed = self._tree.parsed
        if parsed.upos[token] in ("PUNCT", "ADP", "SCONJ", "CCONJ"):
            return None
        inside = set(self._tree.subtree(token, without=_CUT))
        for inner in self._tree.by_relation(token, *_INNER):
            inside.update(self._tree.subtree(inner, without=frozenset(_ASIDE)))
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
            return 1.0 if token in self.nationalities else 0.0
        sectors = set(actor.sectors)
        if actor.id or sectors & (_ARMED | _STATE) or actor.country in _INTERNATIONAL:
            return 1.0
        if sectors & _CIVIC:
            return 0.8
        return 0.4
