"""Finds proper names with a CRF over the words of a sentence."""

from collections.abc import Sequence
from pathlib import Path
from typing import cast

import pycrfsuite

from recoupe.model import Name, Span
from recoupe.model.parsed import NameType
from recoupe.parse.dictionary import NameDictionary
from recoupe.parse.features import normal, shape


class NameTagger:
    """Holds a CRF; one instance a process."""

    def __init__(self, place: Path) -> None:
        """Read `names.crf` and `names.npz` of a pack's model folder."""
        self._known = NameDictionary.read(place / "names.npz")
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open(str(place / "names.crf"))

    def names(self, text: str, spans: Sequence[Span]) -> list[Name]:
        """Return the names in one sentence, given its words' spans in `text`."""
        if not spans:
            return []
        tags = self._tagger.tag(word_features([text[a:b] for a, b in spans], self._known))
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


def word_features(words: Sequence[str], known: NameDictionary) -> list[list[str]]:
    """Return what the CRF sees of each word of a sentence."""
    listed = known.features(words)
    own = [_own(word) for word in words]
    rows = []
    last = len(words) - 1
    for index, (lower, form, *affixes) in enumerate(own):
        row = ["w=" + lower, "s=" + form, *affixes, *listed[index]]
        if index:
            before, shape_before = own[index - 1][:2]
            row += ["w-1=" + before, "s-1=" + shape_before, "ww-1=" + before + "|" + lower, "ss-1=" + shape_before + form]
        else:
            row.append("first")
        if index:
            row += ["-1" + feature for feature in listed[index - 1]]
        if index < last:
            row += ["+1" + feature for feature in listed[index + 1]]
        if index > 1:
            row += ["w-2=" + own[index - 2][0], "s-2=" + own[index - 2][1]]
        if index < last:
            after, shape_after = own[index + 1][:2]
            row += ["w+1=" + after, "s+1=" + shape_after, "ww+1=" + lower + "|" + after, "ss+1=" + form + shape_after]
        else:
            row.append("last")
        if index + 1 < last:
            row += ["w+2=" + own[index + 2][0], "s+2=" + own[index + 2][1]]
        rows.append(row)
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
