"""Finds where sentences begin: a learned choice among the few places where one may."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pycrfsuite

from recoupe.parse.features import normal, shape

SentenceFinder = Callable[[Sequence[str]], tuple[int, ...]]
"""Words of a block -> indices of those that begin a sentence; 0 is always one of them."""

_END = re.compile(r"[.!?…]+$")
_OPENERS = frozenset(("«", "“", "(", "[", "<<", "-", "–", "—", "--", "•", "*", "‘", '"', "'", "``"))
_CLOSERS = frozenset(("»", "”", ")", "]", ">>", "’’", "''", '"', "'"))
_REACH = 25
"""Words looked at on either side for a verb."""
_PAUSES = _CLOSERS | {":", ";"}
_OPENING = {"«": "»", "“": "”", "(": ")", "[": "]", "<<": ">>"}


def sentence_finder(path: Path, classes: Mapping[str, str]) -> SentenceFinder:
    """Return the finder that a trained model makes; `classes` tells the tags of a form."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))

    def find(words: Sequence[str]) -> tuple[int, ...]:
        if not words:
            return ()
        places = list(candidates(words))
        tags = tagger.tag([place_features(words, place, classes) for place in places]) if places else []
        begun = (place for place, tag in zip(places, tags, strict=True) if tag == "B")
        return (0, *(place for place in begun if not cuts_clause(words, place, classes)))

    return find


def cuts_clause(words: Sequence[str], place: int, classes: Mapping[str, str]) -> bool:
    """Tell a capital that only begins a name («a bombardé | Gaza»): no end mark, a verb before it and none behind."""
    before = words[place - 1]
    if _END.search(before) or before in _PAUSES or words[place] in _OPENERS:
        return False
    kinds = set(classes.get(before.lower(), "").split("+"))
    perfect = any("AUX" in classes.get(word.lower(), "") for word in words[max(0, place - 5) : place - 1])
    governs = perfect or kinds & {"verb", "AUX", "ADP", "DET"}
    return bool(governs) and 0 in _verbs_around(words, place, classes)


def candidates(words: Sequence[str]) -> Iterator[int]:
    """Yield the places where a sentence may begin: after an end, before a capital, a number or an opening mark."""
    for index in range(1, len(words)):
        word, before = words[index], words[index - 1]
        if word in _CLOSERS and word not in _OPENERS:
            continue
        opens = word in _OPENERS and index + 1 < len(words) and words[index + 1][0].isupper()
        counts = word[0].isdigit() and len(before) == 1 and not before.isalnum()
        if word[0].isupper() or _END.search(before) or before in _PAUSES or opens or counts:
            yield index


def place_features(words: Sequence[str], place: int, classes: Mapping[str, str]) -> list[str]:
    """Return what the model sees of a place between two words."""
    window = ["<"] * max(0, 3 - place) + [normal(word) for word in words[max(0, place - 3) : place + 3]] + [">"] * 3
    third, second, before, word, after, _ = window[:6]
    closed = _END.search(before) is not None or (before in ('"', ")", "]", "'") and _END.search(second) is not None)
    b, w, a, c = before.lower(), word.lower(), after.lower(), second.lower()
    kb, kw, ka, kc = (classes.get(form.replace("’", "'"), "?") for form in (b, w, a, c))
    sb, sw, sa, sc = shape(before), shape(word), shape(after), shape(second)
    end = before if closed or not before[0].isalnum() else "word"
    ground = f"{end}|{sw}"
    inside = _inside(words, place)
    return [
        f"b={b}", f"w={w}", f"a={a}", f"c={c}", f"sb={sb}", f"sw={sw}", f"sa={sa}", f"sc={sc}",
        f"end={end}", f"end+sw={ground}", f"end+w={end}|{w}", f"end+sc={end}|{sc}",
        f"end+sw+sa={ground}|{sa}", f"sb+sw={sb}|{sw}", f"sb+sw+sa={sb}|{sw}|{sa}", f"closed={closed}",
        f"short={len(before.rstrip('.')) < 3}|{before.endswith('.')}|{sw}",
        f"kw={kw}|{ground}", f"kb={kb}|{ground}", f"ka={ka}|{ground}", f"kbw={kb}|{kw}|{ground}",
        f"kwa={kw}|{ka}|{ground}", f"kcb={kc}|{kb}|{ground}", f"kbws={kw}|{end}|{sb}|{sw}",
        *_clause_features(words, place, classes, ground),
        f"pair={b}|{w}", f"third={third.lower()}|{end}", f"open={inside}|{end}", f"depth={inside}|{ground}",
    ]  # fmt: skip


def _verbs_around(words: Sequence[str], place: int, classes: Mapping[str, str]) -> tuple[int, int]:
    """Count the verbs, up to two, between the last full stop and the place, and between it and the next one."""
    first, last = _back(words, place) + 1, _ahead(words, place)
    return _verbs(words[first:place], classes), _verbs(words[place:last], classes)


def _verbs(words: Sequence[str], classes: Mapping[str, str]) -> int:
    return min(2, sum("verb" in (kind := classes.get(word.lower(), "")) or kind == "AUX" for word in words))


def _back(words: Sequence[str], place: int) -> int:
    back = place - 1
    while back > max(0, place - _REACH) and not (back < place - 1 and _END.search(words[back])):
        back -= 1
    return back


def _ahead(words: Sequence[str], place: int) -> int:
    ahead = place
    while ahead < min(len(words), place + _REACH) and not _END.search(words[ahead]):
        ahead += 1
    return ahead


def _clause_features(words: Sequence[str], place: int, classes: Mapping[str, str], ground: str) -> list[str]:
    """Whether verbs stand between the last full stop and the place, and between it and the next one."""
    before, after = _verbs_around(words, place, classes)
    since = min(place - _back(words, place), 20) // 4
    return [
        f"vb={before}|{ground}",
        f"va={after}|{ground}",
        f"vba={before}|{after}|{ground}",
        f"since={since}|{before}|{ground}",
    ]


def _inside(words: Sequence[str], place: int) -> str:
    """Which bracket or quotation mark is open at the place, looking back over sixty words."""
    waiting = ""
    straight = False
    for word in words[max(0, place - 60) : place]:
        if word in _OPENING:
            waiting = _OPENING[word]
        elif word == waiting:
            waiting = ""
        elif word == '"':
            straight = not straight
    return waiting or ('"' if straight else "")
