"""Quotation marks: which words stand between them, whatever marks the outlet uses or forgets."""

from dataclasses import dataclass

from recoupe.annotate.quotes.syntax import Syntax

_OPEN = frozenset({"«", "“", "„", "‹", "<<", "``"})
_CLOSE = frozenset({"»", "”", "›", ">>"})
_NEUTRAL = frozenset({'"', "''", "‟", "‘", "’", "'"})
_SINGLE = frozenset({"‘", "’", "'"})
_CLOSED_BY = {"«": "»", "“": "”", "„": "“", "‹": "›", "<<": ">>", "``": "''", "‘": "’"}


@dataclass(frozen=True, slots=True)
class Marked:
    """A half-open range of tokens between marks, the marks themselves excluded."""

    first: int
    end: int
    opened: bool = True
    closed: bool = True


def find_marked(syntax: Syntax) -> tuple[Marked, ...]:
    """Return the outermost marked ranges in text order.

    A range that only a closing mark ends begins with its paragraph (`opened` is false);
    one that nothing closes ends with it.
    """
    found: list[Marked] = []
    for first, end in syntax.paragraphs:
        found.extend(_in_paragraph(syntax, first, end))
    return tuple(found)


def _in_paragraph(syntax: Syntax, first: int, end: int) -> list[Marked]:
    found: list[Marked] = []
    opener: int | None = None
    depth = 0
    for token in range(first, end):
        mark = syntax.parsed.words[token]
        if mark not in _OPEN and mark not in _CLOSE and mark not in _NEUTRAL:
            continue
        if opener is None:
            if _opens(syntax, token, first, end):
                opener, depth = token, 0
            elif mark in _CLOSE and not any(m.closed for m in found):
                found.append(Marked(first, token, opened=False))
            continue
        if _nests(syntax, opener, token, end):
            depth += 1
        elif depth and _closes_nested(syntax, opener, token):
            depth -= 1
        elif _closes(syntax, opener, token, end):
            found.append(Marked(opener + 1, token))
            opener = None
    if opener is not None and opener + 1 < end:
        found.append(Marked(opener + 1, end, closed=False))
    return [m for m in found if m.first < m.end]


def _spaced(syntax: Syntax, token: int) -> tuple[bool, bool]:
    """Tell whether blanks (or the edges of the text) stand before and after a token."""
    text = syntax.parsed.text
    start, end = syntax.parsed.starts[token], syntax.parsed.ends[token]
    return (start == 0 or text[start - 1].isspace()), (end == len(text) or text[end].isspace())


def _opens(syntax: Syntax, token: int, first: int, end: int) -> bool:
    mark = syntax.parsed.words[token]
    before, after = _spaced(syntax, token)
    if mark in _SINGLE:
        return mark != "’" and before and not after and _has_single_close(syntax, token, end)
    if mark in _NEUTRAL:
        loose = token == first or before or not syntax.parsed.words[token - 1][-1:].isalnum()
        return loose and not (after and not before and token + 1 == end)
    return mark in _OPEN


def _has_single_close(syntax: Syntax, token: int, end: int) -> bool:
    return any(syntax.parsed.words[t] in ("’", "'") and not _spaced(syntax, t)[0] for t in range(token + 2, end))


def _nests(syntax: Syntax, opener: int, token: int, end: int) -> bool:
    mark, outer = syntax.parsed.words[token], syntax.parsed.words[opener]
    if mark not in _OPEN or mark in _NEUTRAL:
        return False
    before, after = _spaced(syntax, token)
    closer = _CLOSED_BY.get(mark)
    if mark == outer and not _balanced(syntax, opener, end):
        return False
    return not (after and not before) and any(syntax.parsed.words[t] == closer for t in range(token + 1, end))


def _balanced(syntax: Syntax, opener: int, end: int) -> bool:
    """Tell whether a mark that is repeated is closed as often as it is opened."""
    words = syntax.parsed.words[opener:end]
    mark = syntax.parsed.words[opener]
    return words.count(mark) <= words.count(_CLOSED_BY.get(mark, mark))


def _closes_nested(syntax: Syntax, opener: int, token: int) -> bool:
    mark = syntax.parsed.words[token]
    return (
        mark in _CLOSE and mark in _CLOSED_BY.values() and mark != _CLOSED_BY.get(syntax.parsed.words[opener], "")
    ) or (mark == _CLOSED_BY.get(syntax.parsed.words[opener]))


def _closes(syntax: Syntax, opener: int, token: int, end: int) -> bool:
    mark, outer = syntax.parsed.words[token], syntax.parsed.words[opener]
    before, after = _spaced(syntax, token)
    own = _CLOSED_BY.get(outer, outer)
    if outer in _SINGLE:
        return mark in ("’", "'") and not before and not _inside_word(syntax, token)
    if mark in _SINGLE:
        return False
    if mark in (own, outer) and mark in _NEUTRAL:
        return True
    if mark == own:
        return True
    later = any(syntax.parsed.words[t] == own for t in range(token + 1, end))
    if mark in _CLOSE or mark in _NEUTRAL:
        return not later and (after or token + 1 == end or not syntax.parsed.words[token + 1][:1].isalnum())
    return not later and after and (token + 1 == end or not before)


def _inside_word(syntax: Syntax, token: int) -> bool:
    text, end = syntax.parsed.text, syntax.parsed.ends[token]
    return end < len(text) and text[end].isalnum()
