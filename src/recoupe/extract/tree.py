"""The syntax tree of a parsed report, with the questions that event rules ask of it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.model.parsed import Parsed
from recoupe.model.text import Quoted

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X"})
CONTRACTED = {"du": "de", "des": "de", "d'": "de", "d’": "de", "au": "à", "aux": "à", "of": "of"}
_REACH = 8
"""How far behind a word its compound preposition may stand, in tokens."""
_LOOSE = ("obl", "nmod", "acl", "advcl", "dep")


def plain(word: str) -> str:
    """Return a form in lower case, with a straight apostrophe."""
    return word.lower().replace("’", "'")


@dataclass(frozen=True, slots=True)
class Tree:
    """`Parsed` with its children; token indices are those of `Parsed`."""

    parsed: Parsed
    children: tuple[tuple[int, ...], ...]
    bags: tuple[frozenset[str], ...]
    """The lemmas and forms of each sentence, in lower case."""

    @classmethod
    def of(cls, parsed: Parsed) -> "Tree":
        """Index the children of every token, in text order.

        What a parser hung on an auxiliary, which governs nothing in UD, goes to the auxiliary's verb.
        """
        children: list[list[int]] = [[] for _ in parsed.words]
        for token in range(len(parsed.words)):
            head = parsed.heads[token]
            if parsed.deprels[head].startswith("aux") and parsed.heads[head] != token:
                head = parsed.heads[head]
            if head != token:
                children[head].append(token)
        spoken = [(lemma.lower(), plain(word)) for lemma, word in zip(parsed.lemmas, parsed.words, strict=True)]
        bags = (frozenset(w for pair in spoken[first:last] for w in pair) for first, last in parsed.sentences)
        return cls(parsed, tuple(tuple(c) for c in children), tuple(bags))

    def stands_at(self, at: int, phrase: Sequence[str]) -> bool:
        """Tell whether the words of a phrase, lemmas or forms in lower case, stand in a row from a token on."""
        if at + len(phrase) > len(self.parsed.words):
            return False
        return all(
            p == self.parsed.lemmas[at + i].lower() or p == plain(self.parsed.words[at + i])
            for i, p in enumerate(phrase)
        )

    def find(self, phrase: Sequence[str], window: range) -> int | None:
        """Return the token of a window within one sentence at which a phrase begins, null where there is none."""
        if not window or phrase[0] not in self.bags[self.sentence_of(window.start)]:
            return None
        return next((at for at in window if self.stands_at(at, phrase)), None)

    def relation(self, token: int) -> str:
        """Return the relation without its subtype."""
        return self.parsed.deprels[token].partition(":")[0]

    def has_feat(self, token: int, feat: str) -> bool:
        """Tell whether a CoNLL-U feature («Mood=Cnd») is set."""
        return feat in self.parsed.feats[token]

    def by_relation(self, token: int, *relations: str) -> tuple[int, ...]:
        """Return the children whose relation, with or without subtype, is one of `relations`."""
        deprels = self.parsed.deprels
        return tuple(c for c in self.children[token] if deprels[c] in relations or self.relation(c) in relations)

    def marker(self, token: int) -> str:
        """Return the lemma of the first case marker or subordinator of a token, "" without one.

        Contractions count as their preposition; a fixed marker («à l'encontre de») is joined by blanks.
        """
        for child in self.children[token]:
            if self.relation(child) in ("case", "mark"):
                return self._marker_words(child)
        return ""

    def _marker_words(self, child: int) -> str:
        words = [child, *self.by_relation(child, "fixed")]
        forms = [self.parsed.words[w].lower() for w in words]
        plain = [CONTRACTED.get(form, form.rstrip("'’") or form) for form in forms]
        plain = ["de" if form == "d" else form for form in plain]
        return " ".join(plain)

    def marked(self, token: int, marker: str) -> tuple[int, ...]:
        """Return the complements of a token that the marker introduces, however the parser attached them."""
        if " " in marker:
            return self._behind(token, marker.split())
        return tuple(c for c in self.children[token] if self.relation(c) in _LOOSE and self.marker(c) == marker)

    def _behind(self, token: int, marker: list[str]) -> tuple[int, ...]:
        """Return the first nominal behind a compound preposition that follows the token closely."""
        flat = " ".join(marker).replace("'", "' ").split()
        end = min(self.sentence_end(token), token + _REACH)
        near = [w.lower().replace("’", "'") for w in self.parsed.words[token:end]]
        words = [CONTRACTED.get(w, w) for w in near]
        for at in range(token + 1, end - len(flat)):
            if words[at - token : at - token + len(flat)] == flat:
                ahead = range(at + len(flat), self.sentence_end(token))
                return tuple(t for t in ahead if self.parsed.upos[t] in ("NOUN", "PROPN", "PRON"))[:1]
        return ()

    def behind_noun(self, noun: int, marker: str) -> tuple[int, ...]:
        """Return the complement that follows a noun at once, whatever the parser hung it on.

        Adjectives may stand between («entretien bref entre A et B», «raids longs et coûteux contre C»).
        """
        at, tags = noun + 1, self.parsed.upos
        while at + 1 < self.sentence_end(noun) and (tags[at] == "ADJ" or (tags[at], tags[at + 1]) == ("CCONJ", "ADJ")):
            at += 1
        if at >= self.sentence_end(noun) or self.relation(at) != "case":
            return ()
        complement = self.parsed.heads[at]
        return (complement,) if complement > at and self.marker(complement) == marker else ()

    def sentence(self, token: int) -> range:
        """Return the tokens of the sentence that holds a token."""
        return range(*self.parsed.sentences[self.sentence_of(token)])

    def quoted(self, first: int, last: int) -> Quoted:
        """Return the words from one token to another, both included."""
        start, end = self.parsed.starts[first], self.parsed.ends[last]
        return Quoted(start=start, end=end, text=self.parsed.text[start:end])

    def sentence_start(self, token: int) -> int:
        """Return the index of the first token of the sentence."""
        return self.parsed.sentences[self.sentence_of(token)][0]

    def sentence_end(self, token: int) -> int:
        """Return the index after the last token of the sentence."""
        return self.parsed.sentences[self.sentence_of(token)][1]

    def conjuncts(self, token: int) -> tuple[int, ...]:
        """Return a token and those coordinated with it that are of its kind."""
        nominal = self.parsed.upos[token] in NOMINAL
        found = [token]
        for child in self.by_relation(token, "conj"):
            if (self.parsed.upos[child] in NOMINAL) == nominal:
                found.extend(self.conjuncts(child))
        return tuple(found)

    def ancestors(self, token: int) -> tuple[int, ...]:
        """Return the heads above a token, nearest first; a cycle ends the walk."""
        seen: list[int] = []
        while self.parsed.heads[token] != token and self.parsed.heads[token] not in seen:
            token = self.parsed.heads[token]
            seen.append(token)
        return tuple(seen)

    def subtree(self, token: int, *, without: frozenset[str] = frozenset()) -> tuple[int, ...]:
        """Return a token and all below it in text order, less the branches of the relations in `without`."""
        found, queue = {token}, [token]
        while queue:
            for child in self.children[queue.pop()]:
                cut = self.parsed.deprels[child] in without or self.relation(child) in without
                if child not in found and not cut:
                    found.add(child)
                    queue.append(child)
        return tuple(sorted(found))

    def sentence_of(self, token: int) -> int:
        """Return the index of the sentence that holds a token."""
        return bisect_right(self.parsed.sentences, token, key=lambda s: s[0]) - 1
