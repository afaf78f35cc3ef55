"""Reads a text into a `Parsed` without a model: words and names, no syntax."""

from collections.abc import Iterable

from recoupe.model import Cleaned, Name, Parsed, Report, Toponym
from recoupe.model.parsed import NameType
from recoupe.parse.tokens import tokenizer


def reading(  # noqa: PLR0913 (each argument is a fact of the report under test)
    text: str,
    names: Iterable[tuple[str, NameType]] = (),
    *,
    lang: str = "fr",
    given: Iterable[str] | None = None,
    outlet: str | None = None,
    url: str | None = None,
) -> Parsed:
    """Return the text as one flat sentence; each name and each given toponym is its next occurrence in the text."""
    spans = tokenizer(lang)(text)
    words = tuple(text[start:end] for start, end in spans)
    at, found = 0, []
    for name, kind in names:
        at = text.index(name, at)
        found.append(Name(start=at, end=at + len(name), text=name, type=kind))
        at += len(name)
    places = None
    if given is not None:
        places = tuple(Toponym(start=text.index(t), end=text.index(t) + len(t)) for t in given)
    report = Report(id="r", text=text, lang=lang, places=places, outlet=outlet, url=url)
    return Parsed(
        cleaned=Cleaned(report=report, kept=((0, len(text)),)),
        lang=lang,
        words=words,
        starts=tuple(start for start, _ in spans),
        ends=tuple(end for _, end in spans),
        lemmas=tuple(word.lower() for word in words),
        upos=tuple("PROPN" if word[:1].isupper() else "X" for word in words),
        feats=("",) * len(words),
        heads=(0,) * len(words),
        deprels=("dep",) * len(words),
        sentences=((0, len(words)),),
        names=tuple(found),
    )
