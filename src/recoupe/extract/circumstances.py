"""When and where an event took place, chosen by syntax before nearness."""

from collections.abc import Sequence

from recoupe.extract.tree import Tree
from recoupe.model.mentions import When, WhenBasis, Where
from recoupe.model.places import Place
from recoupe.model.text import Quoted
from recoupe.model.times import Time

_BASIS: dict[str, WhenBasis] = {
    "absolute": "stated",
    "published": "published",
    "last": "last",
    "event": "event",
    "none": "stated",
}
_PREFIX_MARKS = frozenset({":", ".", "-", "–", "—", "|"})


_PAST = ("Tense=Imp", "Tense=Past|VerbForm=Fin", "Tense=Pqp")
"""Tenses of what was so before the news: in a lead the news is told in the present or the perfect."""
_OWN_CLAUSE = frozenset({"ccomp", "advcl", "parataxis", "csubj"})
_SHORT = 4
"""A first sentence of so few tokens is a dateline or a heading, and the lead comes after it."""


def is_lead(tree: Tree, trigger: int) -> bool:
    """Tell whether a trigger stands in the report's first full sentence, told as the news of the day."""
    sentences = tree.parsed.sentences
    first = next((i for i, (start, end) in enumerate(sentences) if end - start > _SHORT), 0)
    if tree.sentence_of(trigger) != first:
        return False
    verbs = [t for t in (trigger, *tree.ancestors(trigger)) if tree.parsed.upos[t] in ("VERB", "AUX")]
    told = [t for verb in verbs[:1] for t in (verb, *tree.by_relation(verb, "aux"))]
    return not any(tree.has_feat(t, tense) for t in told for tense in _PAST if not _is_perfect(tree, t))


def _is_perfect(tree: Tree, token: int) -> bool:
    """Tell a past participle, whose tense its auxiliary tells."""
    return tree.has_feat(token, "VerbForm=Part")


def _value(time: Time) -> str | None:
    """Return the value, of a length counted from a known day the day that it leads to."""
    return time.earliest if time.type == "DURATION" and time.earliest == time.latest else time.value


class Circumstances:
    """The times and places of a report, given out to its events by sentence."""

    def __init__(self, tree: Tree, times: Sequence[Time], places: Sequence[Place]) -> None:
        self._tree = tree
        self._starts = {start: token for token, start in enumerate(tree.parsed.starts)}
        self._times = [(token, t) for t in times if t.earliest and (token := self._head_in(t)) is not None]
        self._places = [(token, p) for p in places if not p.as_actor and (token := self._head_in(p)) is not None]

    def _head_in(self, span: Quoted) -> int | None:
        """Return the token of a span whose head lies outside of it."""
        parsed = self._tree.parsed
        tokens = [t for t in self._near(span) if parsed.starts[t] < span.end and span.start < parsed.ends[t]]
        outside = [t for t in tokens if parsed.heads[t] not in tokens or parsed.heads[t] == t]
        return outside[0] if outside else (tokens[0] if tokens else None)

    def _near(self, span: Quoted) -> range:
        first = self._starts.get(span.start)
        if first is None:
            return range(len(self._tree.parsed.words))
        return range(first, min(first + len(span.text) + 1, len(self._tree.parsed.words)))

    def when(self, trigger: int, rivals: frozenset[int]) -> When | None:
        """Return the time of the event, null when the sentence gives none; `rivals` are the other triggers."""
        time = self._of_complement(trigger)
        if time is None:
            token = self._choose([at for at, t in self._times if t.dates == "clause"], trigger, rivals)
            time = next((t for at, t in self._times if at == token), None)
        if time is None:
            return None
        return When(
            start=time.start,
            end=time.end,
            text=time.text,
            value=_value(time),
            earliest=time.earliest,
            latest=time.latest,
            basis=_BASIS[time.anchor],
        )

    def _of_complement(self, trigger: int) -> Time | None:
        """Return the time that dates the event below it («… une semaine après que la digue a cédé»)."""
        above = self._tree.ancestors(trigger)
        for token, time in self._times:
            if time.dates == "complement" and token < trigger and self._tree.parsed.heads[token] in above:
                return time
        return None

    def where(
        self, trigger: int, rivals: frozenset[int], fillers: frozenset[int], step: frozenset[int] | None = None
    ) -> Where | None:
        """Return the place of the event: its own complement, a filler that is a place, a headline's prefix.

        `step`: only a place among these tokens is that of one step of a series.
        """
        candidates = [t for t, _ in self._places if not self._qualifies(t) and (step is None or t in step)]
        own = [t for t in candidates if self._names(t, fillers) and self._is_spot(t)]
        token = own[0] if own else self._choose([t for t in candidates if t not in fillers], trigger, rivals)
        if token is None:
            token = self._prefix(trigger)
        place = next((p for at, p in self._places if at == token), None)
        if place is None:
            return None
        return Where(
            start=place.start,
            end=place.end,
            text=place.text,
            name=place.name,
            geonameid=place.geonameid,
            lat=place.lat,
            lon=place.lon,
            country=place.country,
            precision_km=place.precision_km,
        )

    def _qualifies(self, token: int) -> bool:
        """Tell a country's name that only qualifies a noun («les soldats UK») from one that is a complement."""
        bare = self._tree.relation(token) in ("amod", "appos", "nmod", "flat", "compound")
        before = token > 0 and self._tree.parsed.upos[token - 1] in ("NOUN", "ADJ")
        return bare and before and not self._tree.marker(token) and not self._is_spot(token)

    def _names(self, token: int, fillers: frozenset[int]) -> bool:
        """Tell the place that a filler is or goes by («le camp Alizé»)."""
        head = self._tree.parsed.heads[token]
        return token in fillers or (head in fillers and not self._tree.marker(token))

    def _is_spot(self, token: int) -> bool:
        """Tell a filler that is a spot on the ground from a state."""
        return any(at == token and p.kind != "country" for at, p in self._places)

    def _choose(self, candidates: list[int], trigger: int, rivals: frozenset[int]) -> int | None:
        """Prefer what hangs on the trigger, then on its clause; another clause's circumstances are its own."""
        sentence = self._tree.sentence_of(trigger)
        scope = self._scope(trigger)
        ranked: list[tuple[int, int, int]] = []
        for token in (c for c in candidates if self._tree.sentence_of(c) == sentence):
            path = self._tree.ancestors(token)
            owner = next((n for n in path if n == trigger or n in rivals), None)
            depth = next((i for i, (node, limit) in enumerate(scope) if node in path and token < limit), None)
            if owner == trigger:
                ranked.append((0, abs(token - trigger), token))
            elif owner is None and depth is not None:
                ranked.append((1 + depth, abs(token - trigger), token))
        return min(ranked)[2] if ranked else None

    def _scope(self, trigger: int) -> list[tuple[int, int]]:
        """Return the tokens whose circumstances the trigger shares, each with the token before which they must stand.

        What a coordinated verb has before it, it shares with the next («lundi, l'armée a pris A et perdu B»);
        what it has behind it, it keeps.
        """
        end = self._tree.sentence_end(trigger)
        found, node, limit = [(trigger, end)], trigger, end
        for parent in self._tree.ancestors(trigger):
            if self._tree.relation(node) in _OWN_CLAUSE or self._tree.parsed.deprels[node] == "acl:relcl":
                break
            if self._tree.relation(node) == "conj":
                limit = min(limit, parent)
            found.append((parent, limit))
            node = parent
        return found

    def _prefix(self, trigger: int) -> int | None:
        """Return the place that heads a headline («Tchad: …», «Nantes. …») or its whole first sentence."""
        parsed = self._tree.parsed
        sentence = self._tree.sentence_of(trigger)
        firsts = {parsed.sentences[sentence][0]}
        if sentence and parsed.sentences[sentence - 1][1] - parsed.sentences[sentence - 1][0] <= _SHORT:
            firsts.add(parsed.sentences[sentence - 1][0])
        for token, place in self._places:
            first = next((t for t in self._near(place) if parsed.starts[t] >= place.start), token)
            after = next((t for t in range(first, len(parsed.words)) if parsed.starts[t] >= place.end), None)
            if first in firsts and after is not None and parsed.words[after] in _PREFIX_MARKS:
                return token
        return None
