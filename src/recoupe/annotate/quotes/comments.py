"""Claims without marks whose source follows or heads them: «X a fui, affirme Y», «Y: X a fui»."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from recoupe.annotate.quotes.cues import Saying, cue_span, speaker_of
from recoupe.annotate.quotes.drafts import Draft
from recoupe.annotate.quotes.marks import Marked
from recoupe.annotate.quotes.syntax import Syntax
from recoupe.packs.quotes import QuotePack

_BLOCK = 15
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
        speaker = speaker_of(syntax, pack, saying)
        if comma is None or not _is_comment(syntax, verb, comma, speaker):
            continue
        content = syntax.trimmed(_begin(syntax, first, comma), comma)
        if content is None or not any(syntax.is_finite(t) for t in range(*content)):
            continue
        if speaker is None or speaker < comma or content is None or content[1] - content[0] < 2 or speaker >= last:
            continue
        cue = cue_span(syntax, pack, verb)
        yield Draft(
            kind="indirect",
            parts=(content,),
            cue=cue,
            speaker=syntax.speaker(speaker),
            rule=f"comment:{saying.cues[0].id}",
        )


def _comma_before(syntax: Syntax, verb: int, first: int) -> int | None:
    """Return the comma that opens the comment clause: only auxiliaries, clitics or the subject stand between."""
    token = verb - 1
    while token > first:
        if syntax.parsed.words[token] in (",", "–", "—"):
            return token
        if syntax.parsed.words[token] in (".", ";", ":", "?", "!") or syntax.parsed.upos[token] in (
            "SCONJ",
            "CCONJ",
            "ADP",
        ):
            return None
        token -= 1
    return None


def _is_comment(syntax: Syntax, verb: int, comma: int, speaker: int | None) -> bool:
    """Tell an inverted clause, or one whose subject stands alone between comma and verb, without an object."""
    lost = speaker is not None and speaker > verb and not any(s < verb for s in syntax.under(verb, "nsubj"))
    if any(c > verb and not (lost and c == speaker) for c in syntax.under(verb, "ccomp", "xcomp", "obj")):
        return False
    if lost and speaker is not None and speaker > verb:
        return True
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


def find_headlines(syntax: Syntax, pack: QuotePack) -> Iterator[Draft]:
    """Yield «Person: claim» and "Poll: claim" at the head of a paragraph, and the turns of a transcript."""
    people = {(n.start, n.end) for n in syntax.parsed.names if n.type == "PER"}
    turns = sum(_is_turn(syntax, first, end) for first, end in syntax.paragraphs)
    for first, end in syntax.paragraphs:
        begin = first + 1 if syntax.is_punctuation(first) else first
        colon = next((t for t in range(begin, min(begin + _HEAD + 1, end)) if syntax.parsed.words[t] == ":"), None)
        if colon is None or colon == begin:
            continue
        turn = turns > 1 and _is_turn(syntax, first, end)
        source = colon == begin + 1 and pack.has("sources.headings", syntax.lemma(begin))
        if not (turn or source or syntax.span(begin, colon) in people):
            continue
        stops = (".", "|") if not turn else ()
        last = next((t for t in range(colon + 1, end) if syntax.parsed.words[t] in stops), end)
        content = syntax.trimmed(colon + 1, last)
        if content is None or not any(syntax.is_verb(t) for t in range(*content)):
            continue
        kind, rule = ("direct", "transcript") if turn else ("indirect", "headline")
        yield Draft(
            kind="direct" if kind == "direct" else "indirect",
            parts=(content,),
            cue=(colon, colon + 1),
            speaker=(begin, colon),
            rule=rule,
        )


def _is_turn(syntax: Syntax, first: int, end: int) -> bool:
    """Tell a paragraph that begins with a name in capitals and a colon, as those of interviews do."""
    begin = first + 1 if syntax.is_punctuation(first) else first
    colon = next((t for t in range(begin, min(begin + 4, end)) if syntax.parsed.words[t] == ":"), None)
    if colon is None or colon == begin:
        return False
    return all(w.isupper() for w in syntax.parsed.words[begin:colon] if w.isalpha())


def find_blocks(
    syntax: Syntax, pack: QuotePack, sayings: dict[int, Saying], marked: Sequence[Marked]
) -> Iterator[Draft]:
    """Yield a paragraph without marks that the one before it announces with a verb of saying and a colon."""
    opened = {m.first for m in marked}
    for (first, end), (following, last) in pairwise(syntax.paragraphs):
        if syntax.parsed.words[end - 1] != ":" or following in opened or following + 1 in opened:
            continue
        verb = next(
            (t for t in range(end - 1, max(first, end - _BLOCK) - 1, -1) if t in sayings and syntax.is_finite(t)), None
        )
        content = syntax.trimmed(following, last)
        if verb is None or content is None or not (sayings[verb].takes("direct") or sayings[verb].takes("clause")):
            continue
        speaker = speaker_of(syntax, pack, sayings[verb])
        if speaker is not None:
            cue = cue_span(syntax, pack, verb)
            yield Draft(kind="direct", parts=(content,), cue=cue, speaker=syntax.speaker(speaker), rule="direct:block")
