"""Builds a `Parsed` by hand, so that rules can be tested without a model."""

from recoupe.model import Cleaned, Name, Parsed, Report


def parsed(rows: str, *, lang: str = "fr", names: tuple[Name, ...] = ()) -> Parsed:
    """Build one sentence from lines «word lemma UPOS head relation [feats]», heads counted from 1, 0 for the root.

    Words are joined by blanks, but none behind an apostrophe; a «^» before a word glues it to the one before.
    """
    cells = [line.split() for line in rows.strip().splitlines()]
    text, starts, ends = "", [], []
    for word, *_ in cells:
        glued = word.startswith("^") or text.endswith(("'", "’")) or not text
        text += word.removeprefix("^") if glued else f" {word}"
        starts.append(len(text) - len(word.removeprefix("^")))
        ends.append(len(text))
    heads = [int(c[3]) - 1 for c in cells]
    report = Report(id="r", text=text, lang=lang)
    return Parsed(
        cleaned=Cleaned(report=report, kept=((0, len(text)),)),
        lang=lang,
        words=tuple(c[0].removeprefix("^") for c in cells),
        starts=tuple(starts),
        ends=tuple(ends),
        lemmas=tuple(c[1] for c in cells),
        upos=tuple(c[2] for c in cells),
        feats=tuple(c[5] if len(c) > 5 else "" for c in cells),
        heads=tuple(i if h < 0 else h for i, h in enumerate(heads)),
        deprels=tuple(c[4] for c in cells),
        sentences=((0, len(cells)),),
        names=names,
    )
