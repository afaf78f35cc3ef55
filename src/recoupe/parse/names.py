"""Finds proper names with a CRF over the words of a sentence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, cast

import pycrfsuite

from recoupe.model import Name, Span
from recoupe.model.parsed import NameType
from recoupe.parse.dictionary import NameDictionary
from recoupe.parse.features import normal, shape

T = TypeVar("T")


class NameTagger:
    """Holds a CRF; one instance a process."""

    def __init__(self, place: Path, classes: Mapping[str, str]) -> None:
        """Read `names.crf` and `names.npz` of a pack's model folder."""
        self._knowledge = Knowledge(names=NameDictionary.read(place / "names.npz"), classes=classes)
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open(str(place / "names.crf"))

    def names(self, text: str, spans: Sequence[Span]) -> list[Name]:
        """Return the names in one sentence, given its words' spans in `text`."""
        if not spans:
            return []
        tags = self._tagger.tag(word_features([text[a:b] for a, b in spans], self._knowledge))
        return decode(text, spans, tags)


def encode(spans: Sequence[Span], ents: Sequence[tuple[int, int, str]]) -> list[str]:
    """Return B-/I-/O tags of the words; a word partly inside a name belongs to it."""
    tags = ["O"] * len(spans)
    for start, end, kind in ents:
        inside = [i for i, (a, b) in enumerate(spans) if a < end and b > start]
        for place, index in enumerate(inside):
            tags[index] = ("I-" if place else "B-") + kind
    return tags


def decode(text: str, spans: Sequence[Span], tags: Sequence[str]) -> list[Name]:
    """Return the names that the tags mark."""
    names: list[Name] = []
    start = -1
    for index, tag in enumerate(tags):
        if start >= 0 and (tag == "O" or tag[0] == "B" or tag[2:] != tags[start][2:]):
            names.append(_name(text, spans[start][0], spans[index - 1][1], tags[start]))
            start = -1
        if start < 0 and tag != "O":
            start = index
    if start >= 0:
        names.append(_name(text, spans[start][0], spans[-1][1], tags[start]))
    return names


def _name(text: str, start: int, end: int, tag: str) -> Name:
    return Name(start=start, end=end, text=text[start:end], type=cast("NameType", tag[2:]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What the recogniser knows beside the text."""

    names: NameDictionary
    classes: Mapping[str, str]
    """form -> class of a common word, from the list of forms."""


def word_features(words: Sequence[str], knowledge: Knowledge) -> list[list[str]]:
    """Return what the CRF sees of each word of a sentence."""
    listed = knowledge.names.features(words)
    common = [_commonness(word, knowledge.classes) for word in words]
    own = [_own(word) for word in words]
    lowers = [form[0] for form in own]
    shapes = [form[1] for form in own]
    around = ["^", *common, "$"]
    rows = [
        [
            "w=" + lower, "s=" + form, *affixes, *listed[index], *marks,
            "l=" + common[index], f"ll={around[index]}{around[index + 1]}{around[index + 2]}",
        ]
        for index, ((lower, form, *affixes), marks) in enumerate(zip(own, _sentence_features(words), strict=True))
    ]  # fmt: skip
    for distance in (-4, -3, -2, -1, 1, 2, 3):
        _add(rows, f"w{distance}=", lowers, distance)
        if abs(distance) < 3:
            _add(rows, f"s{distance}=", shapes, distance)
    for distance in (-1, 1):
        _add(rows, f"ww{distance}=", lowers, distance, beside=lowers)
        _add(rows, f"ss{distance}=", shapes, distance, beside=shapes)
        for row, features in _pairs(rows, listed, distance):
            row += [f"{distance}{feature}" for feature in features]
    return rows


def _add(
    rows: list[list[str]], head: str, values: Sequence[str], distance: int, *, beside: Sequence[str] | None = None
) -> None:
    """Give each word the value of the word at a distance, joined to its own where asked."""
    if beside is None:
        for row, value in _pairs(rows, values, distance):
            row.append(head + value)
    else:
        joined = [f"{value}|" for value in values]
        for (row, value), mine in zip(_pairs(rows, joined, distance), beside[max(0, -distance) :], strict=False):
            row.append(head + value + mine)


def _pairs(rows: Sequence[list[str]], values: Sequence[T], distance: int) -> Iterator[tuple[list[str], T]]:
    return zip(rows[max(0, -distance) :], values[max(0, distance) :], strict=False)


def _commonness(word: str, classes: Mapping[str, str]) -> str:
    """Whether a word is known as a common one (k, else u), and its first letter (C capital, l small, o other)."""
    lower = word.lower()
    known = lower in classes or (lower.endswith("s") and lower[:-1] in classes)
    return ("k" if known else "u") + ("C" if word[:1].isupper() else "l" if word[:1].islower() else "o")


def _sentence_features(words: Sequence[str]) -> list[list[str]]:
    """Mark the first and last word, words between quotation marks, and sentences in capitals."""
    letters = [word for word in words if word.isalpha() and len(word) > 1]
    capitals = ["caps"] if sum(word.isupper() for word in letters) > 0.6 * max(1, len(letters)) else []
    rows: list[list[str]] = []
    quoted = False
    for word in words:
        quoted = (quoted or word in ("«", "“") or (word == '"' and not quoted)) and word not in ("»", "”")
        rows.append([*capitals, *(["quoted"] if quoted else [])])
        if word == '"' and len(rows) > 1 and "quoted" in rows[-2]:
            quoted = False
    if rows:
        rows[0].append("first")
        rows[-1].append("last")
    return rows


def _own(word: str) -> tuple[str, ...]:
    form = normal(word)
    lower = form.lower()
    return (
        lower,
        shape(form),
        "p2=" + lower[:2], "p3=" + lower[:3], "p4=" + lower[:4],
        "x2=" + lower[-2:], "x3=" + lower[-3:], "x4=" + lower[-4:],
    )  # fmt: skip
