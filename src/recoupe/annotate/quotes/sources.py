"""Sources named by a preposition («selon X», "according to X") and by nouns of saying («l'annonce par X que»)."""

from collections.abc import Iterator

from recoupe.annotate.quotes.drafts import Draft, Range
from recoupe.annotate.quotes.syntax import NOMINAL, Syntax
from recoupe.packs.quotes import QuotePack

_WORDS = 6
_PLAIN = {"du": "de", "des": "de", "d'": "de", "au": "à", "aux": "à", "qu'": "que"}
_BREAKS = frozenset({";", ":", ".", "?", "!", "–", "—", "|", "«", "»"})


def find_sources(syntax: Syntax, pack: QuotePack) -> Iterator[Draft]:
    """Yield what a sentence credits to a source that a preposition names."""
    longest = sorted(pack.words["sources.prepositions"], key=lambda p: (-len(p.split()), p))
    token = 0
    while token < len(syntax.parsed.words):
        end = next((e for p in longest if (e := _match(syntax, token, p.split()))), None)
        if end is not None and (end - token > 1 or syntax.parsed.upos[token] not in ("VERB", "NOUN")):
            draft = _source(syntax, pack, token, end)
            if draft is not None:
                yield draft
                token = end
                continue
        token += 1


def _match(syntax: Syntax, token: int, words: list[str]) -> int | None:
    end = token + len(words)
    if end >= len(syntax.parsed.words):
        return None
    plain = [_PLAIN.get(syntax.word(t), syntax.word(t)) for t in range(token, end)]
    wanted = [w for p in words for w in p.replace("d'après", "d' après").split()]
    if len(wanted) != len(words):
        end = token + len(wanted)
        plain = [_PLAIN.get(syntax.word(t), syntax.word(t)) for t in range(token, min(end, len(syntax.parsed.words)))]
        wanted = [_PLAIN.get(w, w) for w in wanted]
    return end if plain == wanted and end < len(syntax.parsed.words) else None


def _source(syntax: Syntax, pack: QuotePack, token: int, after: int) -> Draft | None:
    phrase = " ".join(_PLAIN.get(syntax.word(t), syntax.word(t)) for t in range(token, after))
    self_named = pack.has("sources.self_named", phrase)
    first, last = syntax.sentence(token)
    weak = pack.has("sources.weak", phrase)
    if weak and token != first and syntax.parsed.words[token - 1] not in (":", ";", "|"):
        return None
    head = after - 1 if self_named else _head(syntax, after, last)
    if head is None or _is_measure(syntax, pack, head, weak=weak):
        return None
    speaker = (token, syntax.phrase(head)[1]) if self_named else _speaker(syntax, pack, head)
    if not self_named:
        speaker = (max(speaker[0], after), max(speaker[1], after + 1))
    if syntax.phrase(head)[1] == speaker[1] or self_named:
        speaker = (speaker[0], _to_comma(syntax, speaker[1], last))
    until = max(syntax.phrase(head)[1], speaker[1], after)
    parts = _claim(syntax, (first, last), (token, until))
    if not parts or not any(
        syntax.is_verb(t) or syntax.parsed.upos[t] == "NOUN" for a, b in parts for t in range(a, b)
    ):
        return None
    if weak and not _is_comma(syntax, until):
        return None
    return Draft(kind="indirect", parts=parts, cue=(token, after), speaker=speaker, rule=f"source:{phrase}")


def _to_comma(syntax: Syntax, end: int, last: int) -> int:
    """Move the end of a source that the parser cut inside its name on to its comma."""
    token = end
    while token < last and syntax.parsed.upos[token] in ("PROPN", "NOUN", "ADJ", "ADP", "DET", "NUM"):
        token += 1
        if token - end > _WORDS:
            return end
    return token if token < last and syntax.parsed.words[token] == "," else end


def _is_comma(syntax: Syntax, token: int) -> bool:
    return token < len(syntax.parsed.words) and syntax.parsed.words[token] == ","


def _head(syntax: Syntax, first: int, last: int) -> int | None:
    """Return the head of the noun phrase that begins at a token, whatever the parser made of it."""
    token = first
    while token < last and syntax.parsed.upos[token] in ("DET", "ADJ", "NUM", "ADV", "ADP"):
        if syntax.parsed.upos[token] == "NUM" and syntax.parsed.upos[min(token + 1, last - 1)] not in (
            "NOUN",
            "ADJ",
            "PROPN",
        ):
            break
        token += 1
    if token >= last or syntax.parsed.upos[token] not in NOMINAL:
        return None
    head = syntax.parsed.heads[token]
    inside = first <= head < token + 4 and syntax.relation(token) in ("flat", "compound", "amod", "nmod")
    return head if inside and syntax.parsed.upos[head] in NOMINAL else token


def _is_measure(syntax: Syntax, pack: QuotePack, head: int, *, weak: bool) -> bool:
    lemma, word = syntax.lemma(head), syntax.word(head)
    if pack.has("sources.not_sources", lemma) or pack.has("sources.not_sources", word):
        return True
    if pack.has("words.according", word) or (
        syntax.parsed.upos[head] == "PRON" and word.startswith(("ce", "cela", "quoi"))
    ):
        return not word.startswith(("celui", "celle", "ceux"))
    return weak and syntax.parsed.upos[head] not in ("PROPN", "PRON") and not _is_animate(syntax, head)


def _is_animate(syntax: Syntax, head: int) -> bool:
    """Tell a noun with a name inside («pour le ministre Dupont»), the only ones that a weak preposition may take."""
    return any(syntax.parsed.upos[t] == "PROPN" for t in range(*syntax.phrase(head)))


def _speaker(syntax: Syntax, pack: QuotePack, head: int) -> Range:
    """Return the phrase of the source; of «les chiffres transmis par X» only the giver."""
    if pack.has("sources.carriers", syntax.lemma(head)) or pack.has("sources.carriers", syntax.word(head)):
        for child in syntax.children[head]:
            for agent in syntax.under(child, "obl:agent"):
                return syntax.speaker(agent)
        for child in syntax.under(head, "nmod"):
            cases = {_PLAIN.get(syntax.word(c), syntax.word(c)) for c in syntax.under(child, "case")}
            if "de" in cases or "of" in cases or "from" in cases:
                return syntax.speaker(child)
    return syntax.speaker(head)


def _claim(syntax: Syntax, sentence: Range, phrase: Range) -> tuple[Range, ...]:
    """Return what is claimed: the rest of the clause on the side where the phrase's comma points, or on both."""
    first, last = sentence
    begin = phrase[0]
    while begin > first and syntax.parsed.words[begin - 1] not in _BREAKS:
        begin -= 1
    end = phrase[1]
    while end < last and syntax.parsed.words[end] not in (";", "|"):
        end += 1
    left, right = syntax.trimmed(begin, phrase[0]), syntax.trimmed(phrase[1], end)
    if left is not None and right is not None and left[1] - left[0] < 2:
        left = None
    return tuple(part for part in (left, right) if part is not None)
