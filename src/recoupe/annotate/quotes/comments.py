"""Claims without marks whose source follows or heads them: «X a fui, affirme Y», «Y: X a fui»."""

from collections.abc import Iterator

from recoupe.annotate.quotes.cues import Saying, cue_span, speaker_of
from recoupe.annotate.quotes.drafts import Draft
from recoupe.annotate.quotes.syntax import Syntax
from recoupe.packs.quotes import QuotePack

_HEAD = 5
"""Words of a name that stands before the colon of a headline."""


def find_comments(syntax: Syntax, pack: QuotePack, sayings: dict[int, Saying]) -> Iterator[Draft]:
    """Yield sentences that a comment clause credits to its subject."""
    for saying in sayings.values():
        verb = saying.verb
        if not (saying.takes("direct") or saying.takes("clause")) or not syntax.is_finite(verb):
            continue
        first, last = syntax.sentence(verb)
        comma = _comma_before(syntax, verb, first)
        if comma is None or not _is_comment(syntax, verb, comma):
            continue
        speaker = speaker_of(syntax, pack, saying)
        content = syntax.trimmed(_begin(syntax, first, comma), comma)
        if speaker is None or speaker < comma or content is None or content[1] - content[0] < 2 or speaker >= last:
            continue
        cue = cue_span(syntax, pack, verb)
        yield Draft(
            kind="indirect", parts=(content,), cue=cue, speaker=syntax.speaker(speaker), rule=f"comment:{saying.cues[0].id}"
        )


def _comma_before(syntax: Syntax, verb: int, first: int) -> int | None:
    """Return the comma that opens the comment clause: only auxiliaries, clitics or the subject stand between."""
    token = verb - 1
    while token > first:
        if syntax.parsed.words[token] in (",", "–", "—"):
            return token
        if syntax.parsed.words[token] in (".", ";", ":", "?", "!") or syntax.parsed.upos[token] in ("SCONJ", "CCONJ", "ADP"):
            return None
        token -= 1
    return None


def _is_comment(syntax: Syntax, verb: int, comma: int) -> bool:
    """Tell an inverted clause, or one whose subject stands alone between comma and verb, without an object."""
    if any(c > verb for c in syntax.under(verb, "ccomp", "xcomp", "obj")):
        return False
    subjects = syntax.under(verb, "nsubj")
    if any(s > verb for s in subjects):
        return True
    between = [t for t in range(comma + 1, verb) if syntax.parsed.upos[t] not in ("AUX", "PRON", "ADV", "PART")]
    if not between and not subjects:
        return True
    return syntax.parsed.lang == "en" and any(comma < s < verb for s in subjects) and not syntax.under(verb, "conj")


def _begin(syntax: Syntax, first: int, comma: int) -> int:
    """Skip the topic of a headline («Crise : X a fui, affirme Y»)."""
    for token in range(first, comma):
        topic = not any(syntax.is_verb(t) and syntax.is_finite(t) for t in range(first, token))
        if syntax.parsed.words[token] in (":", "|") and comma - token > 3 and topic:
            first = token + 1
    return first


def find_headlines(syntax: Syntax) -> Iterator[Draft]:
    """Yield «Person: claim» at the head of a paragraph."""
    people = {(n.start, n.end) for n in syntax.parsed.names if n.type == "PER"}
    for first, end in syntax.paragraphs:
        colon = next((t for t in range(first, min(first + _HEAD + 1, end)) if syntax.parsed.words[t] == ":"), None)
        if colon is None or colon == first or syntax.span(first, colon) not in people:
            continue
        last = next((t for t in range(colon + 1, end) if syntax.parsed.words[t] in (".", "|")), end)
        content = syntax.trimmed(colon + 1, last)
        if content is None or not any(syntax.is_verb(t) and syntax.is_finite(t) for t in range(*content)):
            continue
        yield Draft(kind="indirect", parts=(content,), cue=(colon, colon + 1), speaker=(first, colon), rule="headline")
