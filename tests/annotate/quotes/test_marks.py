"""Words between marks are found whatever marks the outlet uses or forgets."""

import pytest

from recoupe.annotate.quotes.marks import find_marked
from recoupe.annotate.quotes.syntax import Syntax
from recoupe.model import Cleaned, Parsed, Report
from recoupe.parse.tokens import tokenizer


def syntax(text: str) -> Syntax:
    kept, start = [], 0
    for line in text.split("\n"):
        kept.append((start, start + len(line)))
        start += len(line) + 1
    spans = [(a + s, b + s) for s, e in kept for a, b in tokenizer("fr")(text[s:e])]
    words = tuple(text[a:b] for a, b in spans)
    size = len(words)
    parsed = Parsed(
        cleaned=Cleaned(report=Report(id="r", text=text), kept=tuple(kept)),
        lang="fr",
        words=words,
        starts=tuple(a for a, _ in spans),
        ends=tuple(b for _, b in spans),
        lemmas=words,
        upos=("X",) * size,
        feats=("",) * size,
        heads=(0,) * size,
        deprels=("dep",) * size,
        sentences=((0, size),),
        names=(),
    )
    return Syntax.of(parsed)


def marked(text: str) -> list[str]:
    found = syntax(text)
    return [text[slice(*found.span(m.first, m.end))] for m in find_marked(found)]


@pytest.mark.parametrize(
    "text",
    [
        "Il dit « nous partons » ce soir.",
        "Il dit “nous partons” ce soir.",
        'Il dit "nous partons" ce soir.',
        "Il dit ‹ nous partons › ce soir.",
        "Il dit <<nous partons>> ce soir.",
        "Il dit «nous partons” ce soir.",
    ],
)
def test_all_marks_are_known_also_mixed_ones(text: str) -> None:
    assert marked(text) == ["nous partons"]


def test_an_opening_mark_misused_as_closing_one_closes() -> None:
    assert marked("Il dit: «nous partons demain. “") == ["nous partons demain."]


def test_nested_marks_stay_inside() -> None:
    assert marked("Il dit « le “plan” tient » hier.") == ["le “plan” tient"]


def test_what_is_never_closed_ends_with_its_paragraph() -> None:
    assert marked("Il dit « nous partons\nLe lendemain il reste.") == ["nous partons"]


def test_a_lone_closing_mark_makes_a_range_from_the_head_of_its_paragraph() -> None:
    text = "« Nous partons », dit-il.\nLa suite viendra »."
    found = find_marked(syntax(text))
    assert [m.opened for m in found] == [True, False]
    assert marked(text) == ["Nous partons", "La suite viendra"]


def test_apostrophes_are_no_marks() -> None:
    assert marked("L'armée n'a pas d'ordre, dit l'état-major.") == []
