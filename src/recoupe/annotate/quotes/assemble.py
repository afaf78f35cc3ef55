"""All quotations of a report, made records: duplicates folded, speakers tied to their actors."""

from collections.abc import Sequence
from dataclasses import replace

from recoupe.annotate.quotes.comments import find_blocks, find_comments, find_headlines
from recoupe.annotate.quotes.cues import find_sayings
from recoupe.annotate.quotes.direct import find_direct
from recoupe.annotate.quotes.drafts import Draft, Range
from recoupe.annotate.quotes.indirect import find_indirect
from recoupe.annotate.quotes.marks import Marked, find_marked
from recoupe.annotate.quotes.nouns import find_nouns
from recoupe.annotate.quotes.sources import find_sources
from recoupe.annotate.quotes.syntax import Syntax
from recoupe.model.actors import Actor
from recoupe.model.parsed import Parsed
from recoupe.model.quotes import Quote, QuoteSpeaker
from recoupe.packs.quotes import QuotePack, load_quotes

_SAME = 0.8
"""Share of the marked words in an indirect content above which the two are one quotation."""


def annotate_quotes(parsed: Parsed, *, actors: tuple[Actor, ...]) -> tuple[Quote, ...]:
    """Return the quotations of a report in text order."""
    pack = load_quotes(parsed.lang)
    syntax = Syntax.of(parsed, pack.forms)
    marked = find_marked(syntax)
    sayings = find_sayings(syntax, pack)
    direct = list(find_direct(syntax, pack, sayings, marked))
    indirect = [
        *find_indirect(syntax, pack, sayings),
        *find_sources(syntax, pack),
        *find_nouns(syntax, pack),
        *find_comments(syntax, pack, sayings),
        *find_headlines(syntax, pack),
        *find_blocks(syntax, pack, sayings, marked),
    ]
    direct = [
        d
        for d in direct
        if not any(
            d.rule.startswith("direct:f") and t.rule == "transcript" and t.covers(d.first + 2, d.end) for t in indirect
        )
    ]
    drafts = _fold(_join(syntax, direct), [d for d in indirect if _is_free(d, marked)], marked)
    drafts.sort(key=lambda d: (d.first, -d.end, d.rule))
    return tuple(_record(syntax, pack, draft, actors) for draft in drafts)


def _is_free(draft: Draft, marked: Sequence[Marked]) -> bool:
    """Tell whether a quotation stands on one side of every quotation mark: inside with its cue, or outside."""
    if draft.cue is None:
        return True
    return not any(m.first <= draft.cue[0] < m.end and not m.first <= draft.end - 1 < m.end for m in marked if m.closed)


def _join(syntax: Syntax, direct: list[Draft]) -> list[Draft]:
    """Make one quotation of the two sides of a comment clause («…», a dit X, «…»)."""
    joined: list[Draft] = []
    for draft in direct:
        before = joined[-1] if joined else None
        if before is not None and _continues(syntax, before, draft):
            joined[-1] = replace(before, parts=(*before.parts, *draft.parts))
        else:
            joined.append(draft)
    return joined


def _continues(syntax: Syntax, before: Draft, draft: Draft) -> bool:
    if before.cue is None or before.cue[0] < before.parts[0][1]:
        return False
    if draft.rule != "direct:floating" and draft.cue != before.cue:
        return False
    between = set(syntax.parsed.words[before.cue[1] : draft.first])
    return not between & {".", "!", "?", ";"} and syntax.paragraph(before.first) == syntax.paragraph(draft.first)


def _fold(direct: list[Draft], indirect: list[Draft], marked: Sequence[Marked]) -> list[Draft]:
    """Keep one of a direct and an indirect reading of the same words; words quoted inside a clause make it mixed."""
    kept: list[Draft] = []
    dropped: set[int] = set()
    for draft in indirect:
        inside = [i for i, d in enumerate(direct) if draft.covers(d.first, d.end) and not _within(draft.cue, d)]
        if _is_aside(draft, [*direct, *indirect]):
            continue
        if any(_is_all_of(direct[i], draft) for i in inside) or any(
            d.cue == draft.cue and d.covers(draft.first, draft.end) for d in direct
        ):
            continue
        dropped.update(i for i in inside if not _has_own_cue(direct[i], draft))
        quoted = any(draft.covers(m.first, m.end) and m.end - m.first > 1 for m in marked if m.closed)
        kept.append(replace(draft, kind="mixed") if inside or quoted else draft)
    kept = _distinct(kept)
    return [d for i, d in enumerate(direct) if i not in dropped] + kept


def _is_aside(draft: Draft, others: list[Draft]) -> bool:
    """Tell a wish or thought inside what another says: only sayings are kept as links of a chain."""
    if draft.cue is None or draft.rule.startswith(
        ("indirect:say:clause", "source", "comment:say", "indirect:show", "indirect:say:infinitive")
    ):
        return False
    return any(o is not draft and o.cue != draft.cue and o.covers(*draft.cue) for o in others)


def _is_all_of(direct: Draft, draft: Draft) -> bool:
    """Tell whether the marked words are the claim: nearly all of it, or its beginning under the same cue."""
    if direct.size() >= _SAME * draft.size():
        return True
    return (
        direct.cue == draft.cue and direct.first - draft.first <= 1 and draft.rule.startswith(("indirect", "comment"))
    )


def _has_own_cue(direct: Draft, draft: Draft) -> bool:
    """Tell a quotation inside another that somebody else is reported to have made."""
    return direct.cue is not None and direct.cue != draft.cue and draft.covers(*direct.cue) and direct.size() > 3


def _within(cue: Range | None, draft: Draft) -> bool:
    return cue is not None and draft.first <= cue[0] < draft.end


def _distinct(drafts: list[Draft]) -> list[Draft]:
    """Of quotations with the same cue keep the first, which the surer rule made."""
    seen: set[Range | None] = set()
    found = []
    for draft in drafts:
        if draft.cue is not None and draft.cue in seen:
            continue
        seen.add(draft.cue)
        found.append(draft)
    return found


def _record(syntax: Syntax, pack: QuotePack, draft: Draft, actors: tuple[Actor, ...]) -> Quote:
    parts = tuple(syntax.span(*part) for part in draft.parts)
    return Quote(
        kind=draft.kind,
        content=(parts[0][0], parts[-1][1]),
        cue=None if draft.cue is None else syntax.span(*draft.cue),
        speaker=None if draft.speaker is None else _speaker(syntax, pack, draft, actors),
        parts=parts,
        rule=draft.rule,
    )


def _speaker(syntax: Syntax, pack: QuotePack, draft: Draft, actors: tuple[Actor, ...]) -> QuoteSpeaker | None:
    tokens = draft.speaker
    if tokens is None:
        return None
    if pack.words["words.appositions"]:
        tokens = (tokens[0], _with_apposition(syntax, tokens, draft))
    start, end = syntax.span(*tokens)
    text = syntax.parsed.text
    while text[start:end].startswith(("-", "t-", "’", "'")) and start < end - 1:
        start += 2 if text[start:end].startswith("t-") else 1
    found = next((a for a in actors if tokens[0] <= a.head < tokens[1]), None)
    return QuoteSpeaker(start=start, end=end, text=text[start:end], actor=None if found is None else found.id)


def _with_apposition(syntax: Syntax, tokens: Range, draft: Draft) -> int:
    """Return the end of a speaker with the description that follows it («X, director of Y, said»)."""
    end = tokens[1]
    words = syntax.parsed.words
    if end < len(words) and words[end] == "(":
        closing = next((t for t in range(end, min(end + 6, len(words))) if words[t] == ")"), None)
        end = end if closing is None else closing + 1
    if draft.cue is None or end >= len(words) or words[end] != ",":
        return end
    _, last = syntax.sentence(tokens[0])
    if draft.cue[0] >= end:
        closing = next((t for t in range(draft.cue[0] - 1, end, -1) if words[t] == ","), None)
        near = closing is not None and draft.cue[0] - closing <= 2
        return closing if closing is not None and near else end
    if draft.cue[1] > tokens[0] or syntax.parsed.upos[min(end + 1, last - 1)] not in ("DET", "NOUN", "ADJ", "PROPN"):
        return end
    stop = next((t for t in range(end + 1, last) if words[t] in (",", ".", ";", ":", "“", '"', "''", "—")), last)
    clause = any(syntax.is_verb(t) and syntax.is_finite(t) for t in range(end + 1, stop))
    return end if clause or draft.first > tokens[0] else stop
