"""Cuts running text into the words of Universal Dependencies, as spans."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from recoupe.model import Span
from recoupe.packs.files import folder, read_toml

Tokenizer = Callable[[str], list[Span]]
"""Text without line breaks -> half-open spans of its words, in order, disjoint, without blanks."""

_APOSTROPHE = "['’ʼ`´]"
_ADDRESS = r"(?:https?://|www\.)[^\s<>«»\"]*[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_FACES = r"[:;=8][-o^']?[)(\]\[DPp](?![\w)(])|[)(]-?[:;](?!\w)|<3(?!\d)"
_ENDINGS = r"com|net|org|edu|gov|pdf|docx?|xlsx?|html?|txt|jpe?g|png|ppt|zip|co\.uk|info|fr|eu|tv"
_DOTTED = rf"\w+(?:[.-]\w+){{0,4}}\.(?i:{_ENDINGS})(?!\w)"
_PHONE = r"(?:\d-)?\d{3}-\d{3}-\d{4}(?!\d)|\d{3}-\d{4}(?!\d)"
_CLOCK = r"\d{1,2}(?:[:.]\d{2})?(?=[ap]\.?m\b)"
_NUMBER = r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d\w])(?:,\d+)?|\d+(?:[.,:/]\d+)+(?!\w)"
_INITIALS = r"[^\W\d_a-zà-ÿ]\.(?:-[^\W\d_a-zà-ÿ]\.)+|(?:[^\W\d_]\.){2,}(?!\w)|[^\W\d_a-zà-ÿ]\.(?=\s+[^\W\d_a-zà-ÿ])"
_MARKS = r"\.{2,}|…|[-=]{2,}|<{2}|>{2}|''|``|[!?]+|_{2,}|\*{2,}|\${2,}|[^\w\s]"


def tokenizer(lang: str) -> Tokenizer:
    """Return the tokenizer of a language; raises UnsupportedLanguage where there is no pack."""
    return _MAKERS.get(lang, _french)(lang)


@cache
def _french(lang: str) -> Tokenizer:
    data = read_toml(folder(lang) / "tokens.toml")
    elided = rf"(?:{_any(data['elided'])}){_APOSTROPHE}(?=\w)"
    foreign = rf"[NMT]{_APOSTROPHE}(?=[A-Z][a-z])\w+"
    word = rf"\w+(?:{_APOSTROPHE}(?=\w)\w+)?(?:[-‑]\w+(?:{_APOSTROPHE}\w+)?)*"
    clitics = re.compile(rf"(?<=\w)-(?:{_any(data['clitics'])})$", re.IGNORECASE)
    found = re.compile(
        "|".join(
            (
                _ADDRESS,
                _NUMBER,
                rf"(?i:(?:{_any(data['whole'])})(?!\w))",
                foreign,
                rf"(?i:{elided})",
                rf"(?i:-(?:{_any(data['clitics'])})(?!\w))",
                rf"(?:{_any(data['abbreviations'])})(?!\w)",
                _INITIALS,
                rf"(?P<word>{word})",
                _MARKS,
            ),
        ),
    )
    keep = frozenset(data["whole_with_hyphen"])

    def cut(text: str) -> list[Span]:
        spans: list[Span] = []
        for match in found.finditer(text):
            start, end = match.span()
            if match.lastgroup is None or "-" not in match.group():
                spans.append((start, end))
                continue
            tail: list[Span] = []
            while text[start:end].lower() not in keep and (clitic := clitics.search(text[start:end])):
                tail.append((start + clitic.start(), end))
                end = start + clitic.start()
            spans.append((start, end))
            spans.extend(reversed(tail))
        return spans

    return cut


@cache
def _english(lang: str) -> Tokenizer:
    data = read_toml(folder(lang) / "tokens.toml")
    endings = _any(data["endings"])
    split: Mapping[str, int] = data["split"]
    found = re.compile(
        "|".join(
            (
                _ADDRESS,
                _DOTTED,
                _FACES,
                _PHONE,
                rf"(?i:{_CLOCK})",
                _NUMBER,
                rf"(?i:(?:{_any(data['whole'])})(?!\w))",
                rf"(?i:{_APOSTROPHE}(?:s|re|ve|ll|d|m)(?!\w))",
                rf"(?i:n{_APOSTROPHE}t(?!\w))",
                rf"(?:{_any(data['sentences']['abbreviations'])})(?!\w)",
                _INITIALS,
                rf"(?i:\w+?(?={endings}(?!\w)))",
                rf"(?i:(?:{_any(data['joined'])})-\w+)",
                rf"\w+(?:{_APOSTROPHE}(?=\w)(?!(?i:s|re|ve|ll|d|m)(?!\w))\w+)*",
                _MARKS,
            ),
        ),
    )

    def cut(text: str) -> list[Span]:
        spans: list[Span] = []
        for match in found.finditer(text):
            start, end = match.span()
            at = split.get(match.group().lower())
            if at is None:
                spans.append((start, end))
            else:
                spans += [(start, start + at), (start + at, end)]
        return spans

    return cut


def _any(words: Sequence[str]) -> str:
    """Alternatives, longest first, each apostrophe standing for all its forms."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace("'", _APOSTROPHE) for word in ordered)


_MAKERS: Mapping[str, Callable[[str], Tokenizer]] = {"fr": _french, "en": _english}
