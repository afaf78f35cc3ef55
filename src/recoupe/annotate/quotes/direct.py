"""Words between quotation marks that somebody is said to have spoken."""

from collections.abc import Iterator, Sequence

from recoupe.annotate.quotes.cues import Saying, cue_span, speaker_of
from recoupe.annotate.quotes.drafts import Draft, Range
from recoupe.annotate.quotes.marks import Marked
from recoupe.annotate.quotes.syntax import Syntax
from recoupe.packs.quotes import QuotePack

_AFTER = 34
"""Tokens behind the closing mark within which the reporting verb must stand."""
_BEFORE = 30
_FLOATING = 5
"""Words of a quotation that may stand alone as a sentence."""
_LABEL = 8
"""Words before a colon that may name the speaker."""


def find_direct(
    syntax: Syntax, pack: QuotePack, sayings: dict[int, Saying], marked: Sequence[Marked]
) -> Iterator[Draft]:
    """Yield direct quotations in text order; those without a cue of their own take the speaker before them."""
    last: Draft | None = None
    for item in marked:
        draft = _judge(syntax, pack, sayings, item, (last, marked))
        if draft is not None:
            yield draft
            if draft.speaker is not None:
                last = draft


def _judge(
    syntax: Syntax,
    pack: QuotePack,
    sayings: dict[int, Saying],
    item: Marked,
    around: tuple[Draft | None, Sequence[Marked]],
) -> Draft | None:
    last, marked = around
    content = syntax.trimmed(item.first, item.end)
    if content is None:
        return None
    if not item.opened:
        return _continued(syntax, item, content, last)
    for find in (_cue_joined, _cue_after, _cue_before, _cue_above):
        saying = find(syntax, sayings, item)
        if saying is not None:
            return _with_cue(syntax, pack, saying, item, (last, marked))
    signature = _signature(syntax, item)
    if signature is not None:
        dash = item.end + 1
        return Draft(kind="direct", parts=(content,), cue=(dash, dash + 1), speaker=signature, rule="direct:signature")
    label = _label(syntax, item)
    if label is not None:
        return Draft(
            kind="direct", parts=(content,), cue=(item.first - 2, item.first - 1), speaker=label, rule="direct:label"
        )
    return _floating(syntax, item, content, last)


def _with_cue(
    syntax: Syntax, pack: QuotePack, saying: Saying, item: Marked, around: tuple[Draft | None, Sequence[Marked]]
) -> Draft | None:
    content = syntax.trimmed(item.first, item.end)
    last, marked = around
    if content is None:
        return None
    head = speaker_of(syntax, pack, saying)
    quoted = head is not None and any(m.first <= head < m.end for m in marked if m.closed)
    speaker = None if head is None or quoted else syntax.speaker(head)
    rule = f"direct:{saying.cues[0].id}"
    if speaker is None and last is not None and syntax.paragraph(content[0]) - syntax.paragraph(last.first) <= 1:
        speaker, rule = last.speaker, f"{rule}:speaker before"
    return Draft(kind="direct", parts=(content,), cue=cue_span(syntax, pack, saying.verb), speaker=speaker, rule=rule)


def _takes_quote(saying: Saying | None) -> bool:
    return saying is not None and (saying.takes("direct") or saying.takes("clause"))


def _cue_after(syntax: Syntax, sayings: dict[int, Saying], item: Marked) -> Saying | None:
    """Return the verb of «…», a déclaré X."""
    if not item.closed:
        return None
    end = syntax.paragraphs[syntax.paragraph(item.first)][1]
    token = item.end + 1
    commas = 0
    while token < min(end, item.end + _AFTER):
        word = syntax.parsed.words[token]
        if word in (".", ";", ":", "«", "“", '"', "<<", "»") and token > item.end + 1:
            return None
        saying = sayings.get(token)
        if _takes_quote(saying) and syntax.is_finite(token):
            return saying if commas <= 1 or syntax.under(token, "nsubj") else None
        inside = syntax.relation(token) in ("aux", "cop", "acl") or syntax.parsed.deprels[token] == "acl:relcl"
        if syntax.is_verb(token) and syntax.is_finite(token) and not inside:
            return None
        commas += word == ","
        token += 1
    return None


def _cue_joined(syntax: Syntax, sayings: dict[int, Saying], item: Marked) -> Saying | None:
    """Return the verb right before the quotation or its «que»; nothing behind the quotation comes closer."""
    opener = item.first - 1
    joint = opener - 1
    if joint < 1:
        return None
    if syntax.word(joint) in ("que", "qu'", "that"):
        joint -= 1
    elif syntax.parsed.words[joint] == ":":
        return _cue_before(syntax, sayings, item)
    near = sayings.get(joint)
    return near if _takes_quote(near) else None


def _cue_before(syntax: Syntax, sayings: dict[int, Saying], item: Marked) -> Saying | None:
    """Return the verb of X a déclaré: «…»."""
    first = syntax.paragraphs[syntax.paragraph(item.first)][0]
    opener = item.first - 1
    if opener <= first:
        return _end_of_paragraph_before(syntax, sayings, opener)
    joint = syntax.parsed.words[opener - 1]
    if joint not in (":", ",") and joint.lower() not in ("que", "qu'", "qu’", "that", "as"):
        near = sayings.get(opener - 1)
        return near if _takes_quote(near) else None
    token = opener - 2
    while token >= max(first, opener - _BEFORE):
        if syntax.parsed.words[token] in (".", "!", "?", ";", "»", "”") and joint != ":":
            return None
        saying = sayings.get(token)
        if _takes_quote(saying):
            return saying
        if (
            joint == ","
            and syntax.is_verb(token)
            and syntax.is_finite(token)
            and syntax.relation(token) not in ("aux", "cop")
        ):
            return None
        if syntax.parsed.words[token] in (".", "!", "?"):
            return None
        token -= 1
    return None


def _end_of_paragraph_before(syntax: Syntax, sayings: dict[int, Saying], opener: int) -> Saying | None:
    """Return the verb of a paragraph that ends with a colon right before the quotation."""
    if opener < 1 or syntax.parsed.words[opener - 1] != ":":
        return None
    first = syntax.paragraphs[syntax.paragraph(opener - 1)][0]
    for token in range(opener - 2, max(first, opener - _BEFORE) - 1, -1):
        saying = sayings.get(token)
        if _takes_quote(saying):
            return saying
        if syntax.parsed.words[token] in (".", "!", "?"):
            return None
    return None


def _cue_above(syntax: Syntax, sayings: dict[int, Saying], item: Marked) -> Saying | None:
    """Return the verb that governs quoted words inside its own clause («qualifie X de «…»»)."""
    roots = [
        t
        for t in range(item.first, item.end)
        if not item.first <= syntax.parsed.heads[t] < item.end or syntax.parsed.heads[t] == t
    ]
    for root in roots:
        node = root
        for _ in range(4):
            head = syntax.parsed.heads[node]
            if head == node:
                break
            saying = sayings.get(head)
            if saying is not None and not item.first <= head < item.end and _governs(syntax, saying, item, node):
                return saying
            if syntax.parsed.deprels[node] in ("acl:relcl", "advcl", "parataxis", "nsubj"):
                break
            node = head
    return None


def _governs(syntax: Syntax, saying: Saying, item: Marked, node: int) -> bool:
    """Tell whether a verb may report quoted words below it: a label by any words, others only by a clause."""
    if syntax.relation(node) in ("nsubj", "advcl", "nmod"):
        return False
    clause = any(syntax.is_verb(t) and syntax.is_finite(t) for t in range(item.first, item.end))
    return saying.takes("predicate") or (clause and _takes_quote(saying))


def _label(syntax: Syntax, item: Marked) -> Range | None:
    """Return the words before the colon of «X : «…»»."""
    opener = item.first - 1
    if opener < 2 or syntax.parsed.words[opener - 1] != ":":
        return None
    first = max(syntax.paragraphs[syntax.paragraph(item.first)][0], syntax.sentence(opener - 2)[0])
    words = range(first, opener - 1)
    if not 0 < len(words) <= _LABEL or any(
        syntax.is_verb(t) or syntax.parsed.words[t] in (".", ":", "?") for t in words
    ):
        return None
    if not any(syntax.parsed.upos[t] in ("PROPN", "NOUN") for t in words):
        return None
    return first, opener - 1


def _signature(syntax: Syntax, item: Marked) -> Range | None:
    """Return the name behind the dash of «…» — X, at the end of a paragraph."""
    dash = item.end + 1
    end = syntax.paragraphs[syntax.paragraph(item.first)][1]
    if not item.closed or dash >= end or syntax.parsed.words[dash] not in ("—", "―", "–", "--", "-"):
        return None
    last = next((t for t in range(dash + 1, end) if syntax.parsed.words[t] in (",", ".", "(", ";")), end)
    name = range(dash + 1, last)
    if not 0 < len(name) <= _LABEL or not any(syntax.parsed.upos[t] == "PROPN" for t in name):
        return None
    return None if any(syntax.is_verb(t) for t in name) else (dash + 1, last)


def _continued(syntax: Syntax, item: Marked, content: Range, last: Draft | None) -> Draft | None:
    """Judge a paragraph that ends with a lone closing mark: it carries on the quotation before it."""
    if last is None or syntax.paragraph(item.first) - syntax.paragraph(last.first) > 1:
        return None
    return Draft(kind="direct", parts=(content,), cue=None, speaker=last.speaker, rule="direct:continued")


def _floating(syntax: Syntax, item: Marked, content: Range, last: Draft | None) -> Draft | None:
    """Judge a quotation that is a sentence by itself."""
    words = sum(not syntax.is_punctuation(t) for t in range(*content))
    clause = any(syntax.is_verb(t) for t in range(*content))
    first = syntax.paragraphs[syntax.paragraph(item.first)][0]
    alone = item.first - 1 == first or syntax.parsed.words[item.first - 2] in (
        ".",
        "!",
        "?",
        ":",
        "»",
        "”",
        '"',
        "…",
        "-",
        "–",
        "—",
    )
    if words < _FLOATING or not clause or not alone:
        return None
    near = last is not None and syntax.paragraph(item.first) - syntax.paragraph(last.first) <= 1
    speaker = last.speaker if near and last is not None else None
    return Draft(kind="direct", parts=(content,), cue=None, speaker=speaker, rule="direct:floating")
