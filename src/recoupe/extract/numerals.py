"""Number expressions and the nouns that they count."""

import re
from dataclasses import dataclass, replace

from recoupe.extract.tree import Tree
from recoupe.packs.numbers import NumberPack

_DIGITS = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+|\d+(?:[.,]\d+)?")
_LONGEST_VAGUE = 4
_OUT_OF = frozenset({"sur", "of", "parmi"})


@dataclass(frozen=True, slots=True)
class Numeral:
    """Tokens [first, last] of an expression of number, its bounds, and the noun that it counts."""

    first: int
    last: int
    value: float | None
    low: float | None
    high: float | None
    counted: int | None


def numerals(tree: Tree, first: int, last: int, pack: NumberPack) -> list[Numeral]:
    """Return the number expressions among tokens [first, last), in text order."""
    found: list[Numeral] = []
    token = first
    while token < last:
        numeral = _numeral_at(tree, token, last, pack)
        if numeral is None:
            token += 1
        else:
            found.append(_of_total(tree, _bounded(tree, numeral, first, pack), found))
            token = numeral.last + 1
    return found


def _of_total(tree: Tree, numeral: Numeral, before: list[Numeral]) -> Numeral:
    """Let the total of «quatre ponts sur les 9» count what the number before it counts."""
    lead = [w.lower() for w in tree.parsed.words[max(0, numeral.first - 2) : numeral.first]]
    if (numeral.counted is not None and numeral.counted < numeral.first) or not before or not lead:
        return numeral
    if lead[-1] in _OUT_OF or (lead[0] in _OUT_OF and tree.parsed.upos[numeral.first - 1] == "DET"):
        noun = before[-1].counted
        if noun is not None and noun < numeral.first and numeral.counted in (None, numeral.last):
            return replace(numeral, counted=noun)
    return numeral


def _numeral_at(tree: Tree, token: int, end: int, pack: NumberPack) -> Numeral | None:
    words = [w.lower() for w in tree.parsed.words[token : min(token + _LONGEST_VAGUE, end)]]
    for length in range(len(words), 0, -1):
        vague = pack.vague.get(" ".join(words[:length]))
        if vague is not None:
            return _counting(tree, token, token + length - 1, (None, *vague), end)
    rough = pack.rough.get(words[0])
    if rough is not None and tree.parsed.upos[token] in ("NOUN", "NUM"):
        return _counting(tree, token, token, (None, round(rough * 0.8), round(rough * 1.2)), end)
    return _exact_at(tree, token, end, pack)


def _exact_at(tree: Tree, token: int, end: int, pack: NumberPack) -> Numeral | None:
    total, part, at = 0.0, None, token
    while at < end:
        word = tree.parsed.words[at].lower()
        number = _plain(word, pack, tree.parsed.upos[at])
        if number is not None:
            part = (part or 0) + number
        elif word in pack.scales and (part is not None or tree.parsed.upos[at] == "NUM"):
            part = (1 if part is None else part) * pack.scales[word]
            if pack.scales[word] >= 1000:
                total, part = total + part, 0
        else:
            break
        at += 1
    if at == token or part is None:
        return None
    value = total + part
    return _counting(tree, token, at - 1, (value, None, None), end)


def _plain(word: str, pack: NumberPack, tag: str) -> float | None:
    if _DIGITS.fullmatch(word):
        grouped = re.sub(r"[ \u00a0\u202f]|[.,](?=\d{3}\b)", "", word)
        return float(grouped.replace(",", "."))
    if word in pack.units and (tag == "NUM" or pack.units[word] > 1):
        return float(pack.units[word])
    return None


_Bounds = tuple[float | None, float | None, float | None]
"""Exact value, lowest, highest."""


def _counting(tree: Tree, first: int, last: int, bounds: _Bounds, end: int) -> Numeral | None:
    """Build the numeral with the noun it counts: the head it modifies, or what follows behind «de»."""
    counted = None
    head = tree.parsed.heads[last]
    if (
        tree.relation(last) in ("nummod", "det", "amod")
        and tree.parsed.upos[head] in ("NOUN", "PROPN")
        and not first <= head <= last
    ):
        counted = head
    else:
        ahead = range(last + 1, min(last + 4, end))
        counted = next((t for t in ahead if tree.parsed.upos[t] == "NOUN"), None)
        if counted is not None and any(
            tree.parsed.upos[t] in ("VERB", "PUNCT", "AUX") for t in range(last + 1, counted)
        ):
            counted = None
    return Numeral(first, last, *bounds, counted)


def _bounded(tree: Tree, numeral: Numeral, start: int, pack: NumberPack) -> Numeral:
    """Widen a number by what stands before it: «plus de», «au moins», «environ»."""
    before = " ".join(w.lower() for w in tree.parsed.words[max(start, numeral.first - 2) : numeral.first])
    before = before.replace("' ", "'")
    value = numeral.value
    if value is None:
        return numeral
    low: float | None
    high: float | None
    if before.endswith(pack.above):
        low, high = value + 1, None
    elif before.endswith(pack.below):
        low, high = None, value - 1
    elif before.endswith(pack.least):
        low, high = value, None
    elif before.endswith(pack.about):
        low, high = round(value * 0.9), round(value * 1.1)
    else:
        return numeral
    width = next(len(p.split()) for p in (*pack.above, *pack.below, *pack.least, *pack.about) if before.endswith(p))
    return Numeral(max(start, numeral.first - width), numeral.last, None, low, high, numeral.counted)
