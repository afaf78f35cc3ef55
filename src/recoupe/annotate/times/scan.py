"""A text as a string of one character per token, with what the known tokens can be."""

import re
from dataclasses import dataclass

from recoupe.annotate.times.numbers import group
from recoupe.packs.times import (
    BREAK,
    UNKNOWN_CAPITAL,
    UNKNOWN_LOWER,
    UNKNOWN_MARK,
    UNKNOWN_PLURAL,
    Classes,
    TimePack,
    Word,
    number_classes,
)

_CENTURY = re.compile(r"([IVX]+)(?:(?:e|è|E|È)(?:me|ME)?)?")
_BLANKS = re.compile(r"\s+")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_NOTHING: Classes = {}
_MARK = Word(UNKNOWN_MARK, _NOTHING)
_LOWER = Word(UNKNOWN_LOWER, _NOTHING)
_PLURAL = Word(UNKNOWN_PLURAL, _NOTHING)
_CAPITAL = Word(UNKNOWN_CAPITAL, _NOTHING)
_BREAK = Word(BREAK, _NOTHING)


@dataclass(frozen=True, slots=True)
class Scan:
    """Tokens of a text: `chars[i]` is token i as the patterns see it, `classes[i]` what it can be."""

    text: str
    chars: str
    starts: list[int]
    ends: list[int]
    classes: list[Classes]


def scan(text: str, pack: TimePack) -> Scan:
    """Return the tokens of the text, number words joined («vingt et un»)."""
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    classes: list[Classes] = []
    words = pack.words
    for match in pack.token.finditer(text):
        raw = match[0]
        word = words.get(raw) or _classify(raw, pack)
        chars.append(word.char)
        starts.append(match.start())
        ends.append(match.end())
        classes.append(word.classes)
    found = Scan(text, "".join(chars), starts, ends, classes)
    return _join_numbers(found, pack) if pack.spelled.search(found.chars) else found


def _classify(raw: str, pack: TimePack) -> Word:
    head = raw[0]
    if len(raw) > 1 and not raw.isalnum():
        known = pack.words.get(_BLANKS.sub(" ", raw.lower().replace("’", "'").replace("‑", "-")))
        if known:
            return known
    if head.isdecimal():
        return _number(raw, pack)
    if head.isalpha():
        if head in "IVX" and (century := _CENTURY.fullmatch(raw)):
            return Word(pack.shapes["CENTURY"], {"CENTURY": _roman(century[1])})
        if head.isupper():
            return _CAPITAL
        return _PLURAL if raw[-1] == "s" else _LOWER
    return _BREAK if head == "\n" else _MARK


def _roman(letters: str) -> int:
    values = [_ROMAN[c] for c in letters]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def _number(raw: str, pack: TimePack) -> Word:
    if ":" in raw and "-" not in raw:
        return Word(pack.shapes["CLOCK"], {"CLOCK": raw})
    if "-" in raw or "/" in raw or raw.count(".") == 2:
        return Word(pack.shapes["NUMDATE"], {"NUMDATE": raw})
    digits = len(raw)
    plain = re.sub(r"[  ]|[,.](?=\d{3}(?:\D|$))", "", raw).replace(",", ".")
    value: int | float = float(plain) if "." in plain else int(plain)
    classes = number_classes(value, digits if plain == raw else 9)
    char = pack.numbers.get(classes)
    return Word(char, dict.fromkeys(sorted(classes), value)) if char else _MARK


def _join_numbers(found: Scan, pack: TimePack) -> Scan:
    chars, starts, ends, classes = list(found.chars), found.starts, found.ends, found.classes
    for match in reversed(list(pack.spelled.finditer(found.chars))):
        numbers = [(i, value) for i in range(*match.span()) if isinstance(value := classes[i].get("NUMWORD"), int)]
        groups = group(numbers, lambda left, right: found.text[ends[left] : starts[right]].strip())
        for first, last, value in reversed(tuple(groups)):
            if last - first < 2:
                continue
            kinds = number_classes(value, 0)
            chars[first:last] = [pack.numbers.get(kinds, UNKNOWN_LOWER)]
            classes[first:last] = [dict.fromkeys(sorted(kinds), value)]
            starts[first + 1 : last] = []
            ends[first : last - 1] = []
    return Scan(found.text, "".join(chars), starts, ends, classes)
