"""Time expressions of a language: its words, its patterns, and which tree each pattern gives."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from recoupe.errors import InvalidPack
from recoupe.packs.files import folder, read_toml
from recoupe.packs.patterns import Compiled, MalformedPatternError, compile_pattern, literals

Value = str | int | float
Classes = Mapping[str, Value]
"""What a word can be: class -> value («mars» -> {"MONTH": 3})."""

UNKNOWN_LOWER, UNKNOWN_PLURAL, UNKNOWN_CAPITAL, UNKNOWN_MARK, BREAK = "a", "s", "A", "~", "\n"
_SHAPES = {
    "LOWER": UNKNOWN_LOWER + UNKNOWN_PLURAL,
    "PLURAL": UNKNOWN_PLURAL,
    "CAPITAL": UNKNOWN_CAPITAL,
    "MARK": UNKNOWN_MARK,
    "BREAK": BREAK,
}
_MARKS = {",": "COMMA", ".": "DOT", "-": "DASH", "–": "DASH", "—": "DASH", "‑": "DASH", "/": "SLASH"}
_MARKS |= {":": "COLON", "(": "LPAREN", ")": "RPAREN", '"': "QUOTE", "«": "QUOTE", "»": "QUOTE", ";": "SEMI"}
_MARKS |= {"&": "AMP", "$": "MONEY", "€": "MONEY", "£": "MONEY", "%": "PERCENT"}


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of ours, the report's date, and the times that must be found in it (none: a negative example)."""

    text: str
    published: str | None
    expected: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern and the tree it gives: `make` names the tree, `constants` fill what the words do not say."""

    id: str
    compiled: Compiled
    make: str
    constants: Classes
    examples: tuple[Example, ...]
    misses: tuple[str, ...]
    """Sentences near to the rule in which it must find nothing."""


@dataclass(frozen=True, slots=True)
class Word:
    """A token's character in the patterns, and what it can be."""

    char: str
    classes: Classes


@dataclass(frozen=True, slots=True)
class TimePack:
    """All a language says of times; `words` is keyed by the word as written, in its usual cases."""

    lang: str
    words: Mapping[str, Word]
    numbers: Mapping[frozenset[str], str]
    """Classes of a number -> its character."""
    shapes: Mapping[str, str]
    """CLOCK, NUMDATE, CENTURY -> the character of a token of that shape."""
    token: re.Pattern[str]
    runs: re.Pattern[str]
    """Stretches of known tokens."""
    triggers: re.Pattern[str]
    spelled: re.Pattern[str]
    """Sequences of number words."""
    rules: Mapping[str, tuple[Rule, ...]]
    """First character -> rules, in the order of the file."""
    every_rule: tuple[Rule, ...]
    settings: Mapping[str, Any] = field(hash=False)


def number_classes(value: float, digits: int) -> frozenset[str]:
    """Return what a number can be; `digits` is its written length, 0 when it is spelled out."""
    found = {"NUM"}
    if value != int(value):
        return frozenset(found | {"DECIMAL"})
    short = digits <= 2
    ranges = {
        "DAY": (1, 31, short),
        "MONTHNUM": (1, 12, short),
        "HOUR": (0, 24, short),
        "MINUTE": (0, 59, digits in {0, 2}),
        "YY": (0, 99, digits == 2),
        "YEAR": (1000 if digits else 1100, 2199, digits in {0, 4}),
    }
    found |= {name for name, (low, high, fits) in ranges.items() if fits and low <= value <= high}
    if "YEAR" in found and value % 10 == 0:
        found.add("ROUND")
    return frozenset(found | ({"SPELLED"} if not digits else {"DIGITS"}))


def unaccented(word: str) -> str:
    """Return the word without its diacritics."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


@cache
def load_times(lang: str) -> TimePack:
    """Return the time expressions of a language; raises InvalidPack where the file breaks the form."""
    path = folder(lang) / "times.toml"
    data = read_toml(path)
    rows, macros = data["rule"], data.get("macros", {})
    patterns = [row["pattern"] for row in rows]
    vocabulary = _vocabulary(data["lexicon"], {w for p in patterns for w in literals(p, macros)})
    alphabet = _Alphabet(vocabulary)
    rules = tuple(_rule(row, macros, alphabet, path) for row in rows)
    known = re.escape("".join(alphabet.chars.values()))
    spelled = re.escape(alphabet.charset("NUMWORD"))
    joints = re.escape(alphabet.charset("DASH") + alphabet.charset("NUMJOINT"))
    return TimePack(
        lang=lang,
        words=_spellings(vocabulary, alphabet),
        numbers={classes: char for classes, char in alphabet.chars.items() if "NUM" in classes},
        shapes={name: alphabet.chars[frozenset({name})] for name in ("CLOCK", "NUMDATE", "CENTURY")},
        token=_token(vocabulary, elides=data["settings"]["elides"]),
        runs=re.compile(f"[{known}]+"),
        triggers=re.compile(f"[{re.escape(''.join(alphabet.charset(c) for c in data['settings']['triggers']))}]"),
        spelled=re.compile(f"[{spelled}](?:[{joints}]*[{spelled}])+"),
        rules={char: tuple(r for r in rules if char in r.compiled.first) for char in alphabet.chars.values()},
        every_rule=rules,
        settings=data["settings"],
    )


def _vocabulary(lexicon: dict[str, dict[str, Value]], words: Iterable[str]) -> dict[str, dict[str, Value]]:
    vocabulary: dict[str, dict[str, Value]] = {}
    for name, entries in lexicon.items():
        for word, value in entries.items():
            vocabulary.setdefault(word, {})[name] = value
    for word in sorted(words):
        vocabulary.setdefault(word, {})[word] = word
    for mark, name in _MARKS.items():
        vocabulary.setdefault(mark, {})[name] = mark
    for classes in vocabulary.values():
        if "NUMWORD" in classes:
            value = classes["NUMWORD"]
            classes.update(dict.fromkeys(sorted(number_classes(float(value), 0)), value))
    for word in sorted(vocabulary):
        plain = unaccented(word)
        if plain not in vocabulary and len(plain) > 2:
            vocabulary[plain] = vocabulary[word]
        elif plain != word and plain in vocabulary:
            # Capitals often go without accents: «A 20 heures» may be «à», which «a» is not.
            vocabulary[plain.capitalize()] = {**vocabulary[plain], **vocabulary[word]}
    return vocabulary


class _Alphabet:
    """One character for each set of classes that a token can have."""

    def __init__(self, vocabulary: Mapping[str, Classes]) -> None:
        samples = [(float(n), d) for n in (*range(101), 999, 1000, 1990, 2199, 2200) for d in (0, 1, 2, 3, 4, 5)]
        sets = {frozenset(classes) for classes in vocabulary.values()}
        sets |= {number_classes(value, digits) for value, digits in samples}
        sets |= {number_classes(0.5, 2), frozenset({"CLOCK"}), frozenset({"NUMDATE"}), frozenset({"CENTURY"})}
        ordered = sorted(sets, key=lambda s: tuple(sorted(s)))
        self.chars = {classes: chr(0xE000 + i) for i, classes in enumerate(ordered)}

    def charset(self, atom: str) -> str:
        if atom in _SHAPES:
            return _SHAPES[atom]
        return "".join(char for classes, char in self.chars.items() if atom in classes)


def _spellings(vocabulary: Mapping[str, Classes], alphabet: _Alphabet) -> dict[str, Word]:
    """Return the words as they may be written: as listed, capitalised, in capitals; listed spellings win."""
    found: dict[str, Word] = {}
    for word, classes in vocabulary.items():
        found[word] = Word(alphabet.chars[frozenset(classes)], classes)
    for word in list(found):
        entry = found[word]
        for form in (word.capitalize(), word.upper()):
            found.setdefault(form, entry)
    for word in [w for w in found if "'" in w]:
        found.setdefault(word.replace("'", "’"), found[word])
    return found


def _token(vocabulary: Iterable[str], *, elides: bool) -> re.Pattern[str]:
    """Compounds of the lexicon, numbers, words, single marks; blank lines are tokens.

    `elides`: an apostrophe closes the word before it («l’»); otherwise it opens the next («’s», «’80s»).
    """
    compounds = sorted((w for w in vocabulary if re.search(r"\w[-'’. ]\w", w)), key=lambda w: (-len(w), w))
    parts = [re.sub(r"\\ ", r"\\s+", re.escape(w)).replace("'", "['’]").replace(r"\-", "[-‐‑]?") for w in compounds]
    heads = "".join(sorted({w[0] for w in compounds} | {w[0].upper() for w in compounds}))
    joined = rf"(?=[{heads}])\b(?i:{'|'.join(parts)})(?!\w)|" if compounds else ""
    number = (
        r"\d{4}-\d\d?-\d\d?(?:T\d\d:\d\d(?::\d\d)?)?(?![\d-])|\d{1,2}([-/.])\d{1,2}\1\d{2,4}(?!\d|\1\d)"
        r"|\d{1,2}:\d\d(?::\d\d)?(?![\d:])|\d{1,3}(?:[  ,.]\d{3})+(?!\d)|\d+(?:[.,]\d+)?"
    )
    apostrophe = r"[^\W\d_]+['’](?=\w)" if elides else r"['’]s\b"
    word = rf"h(?=\d)(?<=\dh)|[^\W\d_]+\d\w*|{apostrophe}|[^\W\d_]+"
    return re.compile(rf"{joined}{number}|{word}|\n\s*\n|[^\w\s]|_")


def _rule(row: dict[str, Any], macros: Mapping[str, str], alphabet: _Alphabet, path: Path) -> Rule:
    unknown = set(row) - {"id", "pattern", "make", "set", "examples", "misses"}
    if unknown:
        raise InvalidPack(f"{path}: rule {row.get('id')}", f"unknown keys {sorted(unknown)}")
    try:
        compiled = compile_pattern(row["pattern"], macros, alphabet.charset)
    except MalformedPatternError as fault:
        raise InvalidPack(f"{path}: rule {row['id']}", str(fault)) from fault
    examples = tuple(_example(line, path) for line in row.get("examples", ()))
    return Rule(row["id"], compiled, row["make"], row.get("set", {}), examples, tuple(row.get("misses", ())))


def _example(line: str, path: Path) -> Example:
    parts = [part.strip() for part in line.split("|")]
    if len(parts) != 3:
        raise InvalidPack(str(path), f"an example is «text | date | words = value; …», not «{line}»")
    text, published, expected = parts
    pairs = [tuple(p.strip() for p in pair.split(" = ")) for pair in expected.split(";") if " = " in pair]
    return Example(text, None if published == "-" else published, tuple((a, b) for a, b in pairs))
