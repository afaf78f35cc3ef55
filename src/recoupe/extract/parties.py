"""From head tokens to the parties of an event: spans, identities, political weight."""

from bisect import bisect_left
from collections.abc import Sequence

from recoupe.extract.tree import Tree
from recoupe.model.actors import Actor
from recoupe.model.annotated import Annotated
from recoupe.model.mentions import Party
from recoupe.model.text import Span
from recoupe.packs.countries import load_countries

_ASIDE = ("acl", "acl:relcl", "appos", "conj", "cc", "punct")
_CUT = frozenset({*_ASIDE, "parataxis", "advcl", "dep", "case", "mark", "det", "advmod", "cop", "nsubj"})
_INNER = ("nmod", "amod", "flat", "nummod", "compound")
_STRONG = frozenset({"MIL", "REB", "PRM", "UAF", "SPY", "GOV", "COP", "JUD", "LEG", "PTY", "OPP", "LAB", "REF"})
_CIVIC = frozenset({"SOC", "REL", "JRN", "EDU", "MED", "AGR", "ELI"})
_BODIES = frozenset({"armed group", "organ", "igo", "ngo", "party", "union", "coalition", "armed forces"})
_ELSEWHERE = frozenset({"acl", "acl:relcl", "advcl", "conj", "parataxis"})
_APPOSITION = 14
"""How far behind a description the name may begin, in tokens."""
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


def _tokens_of_names(tree: Tree) -> frozenset[int]:
    starts = tree.parsed.starts
    names = [n for n in tree.parsed.names if n.type != "MISC"]
    spans = [(bisect_left(starts, n.start), bisect_left(starts, n.end)) for n in names]
    return frozenset(token for first, last in spans for token in range(first, last))


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
        self._times = annotated.times
        self.in_names = _tokens_of_names(tree)
        """Tokens inside the name of a person, place or body, which name no act."""
        self._political_report = any(_weight(actor) == 1.0 for actor in annotated.actors)
        self.nationalities = _nationalities(tree)
        """Token of a country's adjective -> ISO alpha-3."""

    def actor_at(self, token: int) -> Actor | None:
        """Return the actor whose phrase is headed by the token, or else holds it."""
        return self._by_head.get(token) or self._holding.get(token)

    def is_group(self, token: int) -> bool:
        """Tell a phrase of common nouns from the name of somebody that nobody knows."""
        actor = self.actor_at(token)
        return actor is not None and bool(actor.sectors)

    def heads(self, token: int) -> bool:
        """Tell whether the token is the head of an actor's phrase, or inside one that is a proper name."""
        actor = self._by_head.get(token) or self._holding.get(token)
        if actor is not None and actor.head == token:
            return actor.kind != "asset"
        return actor is not None and actor.kind in _BODIES and self._tree.parsed.words[token][0].isupper()

    def named(self, token: int) -> int:
        """Return the head of the personal name in apposition to a description, else the token itself.

        «le commandant de la garde, Jean Dupont,»: by the tree, or behind a comma with no verb in between.
        """
        actor = self.actor_at(token)
        if actor is not None and (actor.kind not in ("office", "group", "person") or self._is_person(actor)):
            return token
        for below in self._tree.subtree(token, without=_ELSEWHERE):
            if self._tree.relation(below) == "appos" and below > token and self._begins_name(below):
                return below
        return token if actor is None else self._named_behind(actor, token)

    def _named_behind(self, actor: Actor, token: int) -> int:
        parsed = self._tree.parsed
        first = bisect_left(parsed.starts, actor.end)
        for at in range(first, min(first + _APPOSITION, self._tree.sentence_end(token))):
            if parsed.upos[at] in ("VERB", "AUX", "CCONJ") or parsed.words[at] in (";", ":"):
                return token
            if self._begins_name(at):
                return at
        return token

    def _begins_name(self, token: int) -> bool:
        """Tell a personal name behind a comma."""
        actor = self._holding.get(token)
        return actor is not None and self._is_person(actor) and self._tree.parsed.words[token - 1] == ","

    def _is_person(self, actor: Actor) -> bool:
        """Tell whether a phrase holds a personal name."""
        return any(n.type == "PER" and actor.start <= n.start and n.end <= actor.end for n in self._tree.parsed.names)

    def fillers(self, tokens: Sequence[int], *, things: bool) -> tuple[int, ...]:
        """Return the tokens that can play a role: actors, those to whom a thing belongs, else (`things`) the thing."""
        found: list[int] = []
        for token in tokens:
            name = self.named(token)
            if name != token or self._can_act(token):
                found.append(name)
                continue
            owners = self._owners(token)
            is_thing = self._tree.parsed.upos[token] in ("NOUN", "PROPN", "NUM", "SYM", "X")
            found.extend(owners or ((token,) if things and is_thing else ()))
        return tuple(dict.fromkeys(found))

    def _can_act(self, token: int) -> bool:
        return (
            self.actor_at(token) is not None or token in self.nationalities or self._tree.parsed.upos[token] == "PRON"
        )

    def _owners(self, token: int) -> tuple[int, ...]:
        """Return the actors that complete a noun («l'offensive navale de Moscou»), at most two steps below it."""
        below = self._tree.by_relation(token, "nmod", "amod")
        near = tuple(c for c in below if self._can_act(c))
        return near or tuple(c for b in below for c in self._tree.by_relation(b, "nmod", "amod") if self._can_act(c))

    def party(self, token: int) -> Party | None:
        """Return the party that a head token stands for, null where it is no thing that can be named."""
        actor = self.actor_at(token)
        if actor is not None:
            start, end = self._before_time((actor.start, actor.end))
            return Party(
                start=start,
                end=end,
                text=self._tree.parsed.text[start:end],
                id=actor.id,
                name=actor.name,
                country=actor.country,
                sectors=actor.sectors,
            )
        span = self._phrase(token)
        if span is None:
            return None
        start, end = self._before_time(span)
        text = self._tree.parsed.text[start:end]
        country = self.nationalities.get(token)
        return Party(start=start, end=end, text=text, id=None, name=None, country=country)

    def _before_time(self, span: Span) -> Span:
        """Cut a phrase before a time that ends it («l'aéroport de Goma | lundi soir»)."""
        start, end = span
        inside = [t.start for t in self._times if start < t.start < end <= t.end]
        if not inside:
            return span
        return start, start + len(self._tree.parsed.text[start : min(inside)].rstrip(" ,"))

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
        """Tell how political a filler is: 1 for those of politics and war, 0 for things and firms.

        Between them stand civic bodies (.8), civilians and names that nobody knows (.5), private people (.1).
        """
        actor = self.actor_at(token)
        if actor is None and self._tree.parsed.upos[token] == "PRON":
            return 0.5 if self._political_report else 0.1
        if actor is None:
            return 1.0 if token in self.nationalities else 0.0
        return _weight(actor)


def _weight(actor: Actor) -> float:
    sectors = set(actor.sectors)
    if actor.kind in ("state", "igo") or sectors & _STRONG or actor.country in _INTERNATIONAL:
        return 1.0
    if actor.kind == "company" or "CRM" in sectors:
        return 0.1
    if sectors & _CIVIC or actor.id:
        return 0.8
    if "CVL" in sectors:
        return 0.1 if actor.kind == "person" else 0.5
    return 0.6 if actor.country else 0.5
