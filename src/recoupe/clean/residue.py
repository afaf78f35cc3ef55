"""Finds what a page left around its report; marks it, and rewrites nothing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.clean.blocks import trimmed
from recoupe.model import Residue, Span
from recoupe.packs.residue import ResidueRule, residue_rules

__all__ = ["Cut", "find_residue"]

_SENTENCE_END = frozenset(".!?…»”\"“’')]>")
_CLOSING_LINES = 3
_LINES_ABOVE_COMMENTS = 3
"""Comments stand below the report; the same words at its head are a menu."""
_LONGEST_LINK_TAIL = 700
"""Characters: six glued headlines of the usual 110. Behind a longer tail the report goes on in the same line."""
_LONGEST_LINE = 400
"""Characters of a line that is residue as a whole; a longer one is prose (and would cost patterns their time)."""
_LONGEST_HEADLINE = 160
_MOST_HEADLINES = 5
_NEXT_SENTENCE = re.compile(r"[.?!…][»”\"]?\s+(?=[A-ZÀ-Ý«“\"])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A piece of residue, the rule that found it, and the agency or outlet that it credits."""

    residue: Residue
    rule: ResidueRule
    credit: str | None

    @property
    def span(self) -> Span:
        return self.residue.start, self.residue.end


def find_residue(text: str, lines: Sequence[Span]) -> tuple[Cut, ...]:
    """Return the residue of the lines in text order, disjoint."""
    cuts: list[Cut] = []
    link: ResidueRule | None = None
    headlines = 0
    for index, line in enumerate(lines):
        found = _cut_line(text, line, closing=index >= max(1, len(lines) - _CLOSING_LINES))
        if not found and link and headlines < _MOST_HEADLINES and _is_headline(text, line):
            headlines += 1
            cuts.append(_cut(text, line, link))
            continue
        cuts += found
        link, headlines = next((cut.rule for cut in found if _is_bare_link(cut, line)), None), 0
        rest = next((cut.rule for cut in found if cut.rule.scope == "rest"), None)
        if rest and index >= _LINES_ABOVE_COMMENTS:
            return (*cuts, *(_cut(text, later, rest) for later in lines[index + 1 :]))
    return tuple(cuts)


def _cut_line(text: str, line: Span, *, closing: bool) -> list[Cut]:
    """Return the residue of one line, the leftmost match first, and none within another."""
    candidates = sorted(
        (cut for rule in residue_rules() if closing or rule.scope != "closing" for cut in _apply(rule, text, line)),
        key=lambda cut: (cut.span[0], -cut.span[1]),
    )
    kept: list[Cut] = []
    for cut in candidates:
        if not kept or cut.span[0] >= kept[-1].span[1]:
            kept.append(cut)
    return kept


def _apply(rule: ResidueRule, text: str, line: Span) -> Iterator[Cut]:
    if rule.scope in ("line", "closing", "rest"):
        hit = rule.pattern.fullmatch(text, *line) if line[1] - line[0] <= _LONGEST_LINE else None
        if hit:
            yield _cut(text, line, rule, hit)
        return
    for hit in rule.pattern.finditer(text, *line):
        start, end = hit.span()
        if rule.scope == "ending":
            if not text[end : line[1]].strip(" ."):
                yield _cut(text, (start, end), rule, hit)
        elif _begins_here(text, line, start):
            if rule.scope == "tail":
                yield _cut(text, (_with_mark(text, line, start), _tail_end(text, end, line[1])), rule, hit)
                return
            if _begins_anew(text, line, end):
                yield _cut(text, (start, end), rule, hit)


def _begins_here(text: str, line: Span, start: int) -> bool:
    """Tell whether a match may begin here: at the start of the line or after a sentence."""
    before = text[line[0] : start].rstrip()
    return not before or before[-1] in _SENTENCE_END or not any(letter.isalnum() for letter in before)


def _with_mark(text: str, line: Span, start: int) -> int:
    """Return the start of the line where only an arrow or a bracket stands before a match."""
    return start if any(letter.isalnum() for letter in text[line[0] : start]) else line[0]


def _begins_anew(text: str, line: Span, end: int) -> bool:
    """Tell whether nothing, or a new sentence, follows a match."""
    after = text[end : line[1]].lstrip()
    return not after or after[0].isupper() or after[0] in '«“"('


def _tail_end(text: str, start: int, line_end: int) -> int:
    if line_end - start <= _LONGEST_LINK_TAIL:
        return line_end
    hit = _NEXT_SENTENCE.search(text, start, start + _LONGEST_LINK_TAIL)
    return hit.end() if hit else line_end


def _is_bare_link(cut: Cut, line: Span) -> bool:
    """Tell whether a link's heading stands alone in its line, so that headlines follow in the next."""
    return cut.rule.scope == "tail" and cut.span == line and len(cut.residue.text) <= len("Lire aussi notre dossier :")


def _is_headline(text: str, line: Span) -> bool:
    content = text[slice(*line)]
    return len(content) <= _LONGEST_HEADLINE and content[-1] not in ".!;:,…"


def _cut(text: str, span: Span, rule: ResidueRule, hit: re.Match[str] | None = None) -> Cut:
    start, end = trimmed(text, *span)
    credit = (
        next((value for name, value in hit.groupdict().items() if value and name.startswith("credit")), None)
        if hit
        else None
    )
    return Cut(
        residue=Residue(start=start, end=end, text=text[start:end], why=rule.why),
        rule=rule,
        credit=credit.strip() if credit else None,
    )
