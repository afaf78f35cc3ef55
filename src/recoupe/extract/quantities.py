"""Numbers tied to an event, and standing figures that belong to none."""

from collections.abc import Iterable

from recoupe.extract.numerals import Numeral, numerals
from recoupe.extract.tree import Tree
from recoupe.model.annotated import Annotated
from recoupe.model.mentions import Figure, Mention, Quantity
from recoupe.model.text import Quoted
from recoupe.packs.numbers import NumberPack, load_numbers

_STANDING = frozenset({"troops", "bases", "prisoners", "weapons", "displaced", "seats"})
"""Measures that may be told as a state of affairs."""


def quantities_of(tree: Tree, tokens: Iterable[int]) -> tuple[Quantity, ...]:
    """Return the numbers in the phrases that hang on an event's trigger and fillers."""
    heads = set(tokens)
    pack = load_numbers(tree.parsed.lang)
    found: dict[int, Quantity] = {}
    for sentence in sorted({tree.sentence_of(t) for t in heads}):
        first, last = tree.parsed.sentences[sentence]
        for numeral in numerals(tree, first, last, pack):
            role = _role(tree, numeral, heads, pack)
            if role is not None:
                found[numeral.first] = _quantity(tree, numeral, role)
    return tuple(found[k] for k in sorted(found))


def _role(tree: Tree, numeral: Numeral, heads: set[int], pack: NumberPack) -> str | None:
    if numeral.counted is None:
        return None
    lemma = tree.parsed.lemmas[numeral.counted].lower()
    measure = "acts" if lemma in pack.times else pack.measures.get(lemma)
    if measure in (None, "years"):
        return None
    above = (numeral.first, numeral.counted, *tree.ancestors(numeral.counted)[:3])
    return measure if any(node in heads for node in above) else None


def _quantity(tree: Tree, numeral: Numeral, role: str) -> Quantity:
    quoted = _quoted(tree, numeral)
    return Quantity(
        start=quoted.start,
        end=quoted.end,
        text=quoted.text,
        role=role,
        value=numeral.value,
        low=numeral.low,
        high=numeral.high,
    )


def _quoted(tree: Tree, numeral: Numeral) -> Quoted:
    """Quote the number with the noun it counts, where the noun follows."""
    last = numeral.last if numeral.counted is None else max(numeral.last, numeral.counted)
    return tree.quoted(numeral.first, last)


def figures(annotated: Annotated, mentions: tuple[Mention, ...]) -> tuple[Figure, ...]:
    """Return standing numbers of a report: those whose measure can stand and that no mention took."""
    tree = Tree.of(annotated.parsed)
    pack = load_numbers(annotated.parsed.lang)
    taken = {(q.start, q.end) for m in mentions for q in m.quantities}
    found = []
    for first, last in annotated.parsed.sentences:
        for numeral in numerals(tree, first, last, pack):
            figure = _figure(annotated, tree, numeral, pack)
            if figure is not None and (figure.start, figure.end) not in taken:
                found.append(figure)
    return tuple(found)


def _figure(annotated: Annotated, tree: Tree, numeral: Numeral, pack: NumberPack) -> Figure | None:
    if numeral.counted is None:
        return None
    measure = pack.measures.get(tree.parsed.lemmas[numeral.counted].lower())
    if measure not in _STANDING:
        return None
    quoted = _quoted(tree, numeral)
    actor = next((a for a in annotated.actors if a.head == numeral.counted), None)
    first, last = tree.parsed.sentences[tree.sentence_of(numeral.counted)]
    start, end = tree.parsed.starts[first], tree.parsed.ends[last - 1]
    place = next((p for p in annotated.places if start <= p.start < end and not p.as_actor), None)
    time = next((t for t in annotated.times if start <= t.start < end and t.earliest), None)
    return Figure(
        start=quoted.start,
        end=quoted.end,
        text=quoted.text,
        measure=measure,
        value=numeral.value,
        low=numeral.low,
        high=numeral.high,
        of=actor.country or actor.name if actor else None,
        place=place.name or place.text if place else None,
        when=time.value if time else None,
    )
