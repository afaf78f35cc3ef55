"""The questions that quotations ask of a parsed report: children, phrases, paragraphs."""

from bisect import bisect_right
from dataclasses import dataclass

from recoupe.model.parsed import Parsed

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X"})
_STOPS = frozenset({",", ";", ":", "(", ")", "[", "]", "–", "—", "«", "»", "“", "”", '"', "<<", ">>", "."})
_LOOSE = frozenset({"acl:relcl", "parataxis", "conj", "cc", "dislocated", "advcl"})


@dataclass(frozen=True, slots=True)
class Syntax:
    """`Parsed` with its children and paragraphs as half-open ranges of tokens."""

    parsed: Parsed
    children: tuple[tuple[int, ...], ...]
    paragraphs: tuple[tuple[int, int], ...]
    sentences: tuple[tuple[int, int], ...]
    """Those of the parse; two that no mark of punctuation parts are one."""

    misread: frozenset[int]
    """Verbs that the tagger took for nouns."""

    @classmethod
    def of(cls, parsed: Parsed, forms: frozenset[str] = frozenset()) -> "Syntax":
        """Index a parsed report; `forms` are words that are verbs where no determiner stands before them."""
        children: list[list[int]] = [[] for _ in parsed.words]
        for token, head in enumerate(parsed.heads):
            if head != token:
                children[head].append(token)
        paragraphs = _paragraphs(parsed)
        sentences = _sentences(parsed, paragraphs)
        return cls(parsed, tuple(map(tuple, children)), paragraphs, sentences, _misread(parsed, children, forms))

    def word(self, token: int) -> str:
        """Return a word in lower case with a straight apostrophe."""
        return self.parsed.words[token].lower().replace("’", "'")

    def lemma(self, token: int) -> str:
        return self.parsed.lemmas[token].lower().replace("’", "'")

    def relation(self, token: int) -> str:
        """Return the relation without its subtype."""
        return self.parsed.deprels[token].partition(":")[0]

    def under(self, token: int, *relations: str) -> tuple[int, ...]:
        """Return the children with one of the relations, subtype or not."""
        deprels = self.parsed.deprels
        return tuple(c for c in self.children[token] if deprels[c] in relations or self.relation(c) in relations)

    def is_verb(self, token: int) -> bool:
        return self.parsed.upos[token] in ("VERB", "AUX") or token in self.misread

    def is_finite(self, token: int) -> bool:
        """Tell whether a verb or its auxiliary is finite."""
        if token in self.misread:
            return True
        tokens = (token, *self.under(token, "aux", "cop"))
        return any("VerbForm=Fin" in self.parsed.feats[t] for t in tokens)

    def subtree(self, token: int) -> tuple[int, ...]:
        """Return a token and all below it, in text order."""
        found, queue, seen = [], [token], {token}
        while queue:
            node = queue.pop()
            found.append(node)
            fresh = [c for c in self.children[node] if c not in seen]
            seen.update(fresh)
            queue.extend(fresh)
        return tuple(sorted(found))

    def sentence(self, token: int) -> tuple[int, int]:
        """Return the range of the sentence that holds a token."""
        return self.sentences[bisect_right(self.sentences, token, key=lambda s: s[0]) - 1]

    def paragraph(self, token: int) -> int:
        """Return the index of the paragraph that holds a token."""
        return max(bisect_right(self.paragraphs, token, key=lambda p: p[0]) - 1, 0)

    def phrase(self, head: int) -> tuple[int, int]:
        """Return the noun phrase around its head as a half-open range, without clauses and loose appositions.

        A name that follows the comma stays («le président turc, X»), a description that follows a name does not.
        """
        below = frozenset(self.subtree(head))
        first = head
        while first - 1 in below and self.parsed.words[first - 1] not in _STOPS:
            first -= 1
        last = head
        while last + 1 in below and not self._ends_phrase(head, last + 1):
            last += 1
        return first, self._with_name(head, last + 1, below)

    def speaker(self, head: int) -> tuple[int, int]:
        """Return the noun phrase that names a speaker, without a preposition or punctuation at its edges."""
        first, end = self.phrase(head)
        while first < head and (self.parsed.upos[first] in ("ADP", "CCONJ", "SCONJ") or self.is_punctuation(first)):
            first += 1
        while end - 1 > head and self.is_punctuation(end - 1):
            end -= 1
        return first, end

    def _ends_phrase(self, head: int, token: int) -> bool:
        if self.parsed.words[token] in _STOPS:
            return True
        node = token
        while node != head and self.parsed.heads[node] != node:
            if self.parsed.deprels[node] == "acl:relcl" or self.relation(node) in ("parataxis", "advcl"):
                return True
            node = self.parsed.heads[node]
        return False

    def _with_name(self, head: int, end: int, below: frozenset[int]) -> int:
        if self.parsed.upos[head] == "PROPN" or end + 1 >= len(self.parsed.words) or self.parsed.words[end] != ",":
            return end
        if end + 1 not in below or self.parsed.upos[end + 1] != "PROPN":
            return end
        last = end + 1
        while last + 1 < len(self.parsed.words) and self.parsed.upos[last + 1] == "PROPN":
            last += 1
        return last + 1

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Return the code points of a half-open range of tokens."""
        return self.parsed.starts[first], self.parsed.ends[end - 1]

    def trimmed(self, first: int, end: int) -> tuple[int, int] | None:
        """Return a range of tokens without punctuation at its edges, None where nothing is left."""
        while first < end and self.is_punctuation(first):
            first += 1
        while end > first and self.is_punctuation(end - 1):
            end -= 1
        return (first, end) if first < end else None

    def is_punctuation(self, token: int) -> bool:
        return not any(c.isalnum() for c in self.parsed.words[token])


def _misread(parsed: Parsed, children: list[list[int]], forms: frozenset[str]) -> frozenset[int]:
    """Return the nouns that stand as a verb does: bare, behind a comma with a name after them, or with a subject."""
    found = set()
    for token, upos in enumerate(parsed.upos):
        if upos not in ("NOUN", "ADJ") or token == 0 or parsed.words[token].lower() not in forms:
            continue
        if any(
            parsed.deprels[c].partition(":")[0] in ("det", "case", "amod", "nmod") and c < token
            for c in children[token]
        ):
            continue
        before, after = parsed.upos[token - 1], parsed.upos[min(token + 1, len(parsed.words) - 1)]
        inverted = parsed.words[token - 1] in (",", "»", "”", '"') and after in ("PROPN", "DET")
        subject = any(parsed.deprels[c].startswith("nsubj") for c in children[token])
        ahead = parsed.words[min(token + 1, len(parsed.words) - 1)].lower() in (
            "que",
            "qu'",
            "qu’",
            "that",
            "la",
            "le",
            "l'",
            "l’",
        )
        if (
            inverted
            or subject
            or (before == "PROPN" and ahead)
            or (before in ("NOUN", "PRON") and ahead and after == "SCONJ")
        ):
            found.add(token)
    return frozenset(found)


def _sentences(parsed: Parsed, paragraphs: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    heads = {first for first, _ in paragraphs}
    found: list[tuple[int, int]] = []
    for first, end in parsed.sentences:
        whole = not found or first in heads or not any(c.isalnum() for c in parsed.words[first - 1])
        if whole:
            found.append((first, end))
        else:
            found[-1] = (found[-1][0], end)
    return tuple(found)


def _paragraphs(parsed: Parsed) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    token, size = 0, len(parsed.words)
    for _, end in parsed.cleaned.kept:
        first = token
        while token < size and parsed.starts[token] < end:
            token += 1
        if token > first:
            found.append((first, token))
    if token < size:
        found.append((token, size))
    return tuple(found)
