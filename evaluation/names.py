"""Prints the figures of the names: strict span and type, French development gold and English UNER-EWT test.

    python evaluation/names.py [--shared ../shared] [--errors 40]

`core` counts PER, LOC, ORG, as `score_names.py` does; `uner` takes FAC for LOC as well, for UNER marks no FAC.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from recoupe.model import Cleaned, Report
from recoupe.parse import Parser

TESTS = (("fr", "gold/names_fr_dev.jsonl"), ("en", "corpora/ner/en_uner_ewt_test.jsonl"))
KINDS = ("PER", "LOC", "FAC", "ORG", "MISC")
Entity = tuple[int, int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One text with what is in it and what was found."""

    text: str
    gold: frozenset[Entity]
    found: frozenset[Entity]


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    here = Path(__file__).parent.parent
    options.add_argument("--shared", type=Path, default=here.parent / "shared")
    options.add_argument("--errors", type=int, default=0)
    options.add_argument("--only", default="")
    wish = options.parse_args()
    print(f"{'':22}" + "".join(f"{key:>8}" for key in ("all", "core", "uner", *KINDS)))
    for lang, name in TESTS:
        if wish.only not in name:
            continue
        pairs = list(read(lang, wish.shared / name))
        uner = [Pair(text=p.text, gold=_places(p.gold), found=_places(p.found)) for p in pairs]
        figures = [score(pairs, KINDS), score(pairs, ("PER", "LOC", "ORG")), score(uner, ("PER", "LOC", "ORG"))]
        figures += [score(pairs, (kind,)) for kind in KINDS]
        print(f"{Path(name).stem:22}" + "".join(f"{100 * figure:8.2f}" for figure in figures))
        show(pairs, wish.errors)


def read(lang: str, path: Path) -> Iterator[Pair]:
    """Find the names in each text of a file."""
    parser = Parser((lang,))
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = row["text"]
        parsed = parser.parse(Cleaned(report=Report(id=row["id"], text=text), kept=((0, len(text)),)), lang)
        yield Pair(
            text=text,
            gold=frozenset((start, end, kind) for start, end, kind in row["ents"]),
            found=frozenset((name.start, name.end, name.type) for name in parsed.names),
        )


def _places(entities: frozenset[Entity]) -> frozenset[Entity]:
    return frozenset((start, end, "LOC" if kind == "FAC" else kind) for start, end, kind in entities)


def score(pairs: Sequence[Pair], kinds: Sequence[str]) -> float:
    """Return the F-score over names of some types."""
    counts: Counter[str] = Counter()
    for pair in pairs:
        gold = {entity for entity in pair.gold if entity[2] in kinds}
        found = {entity for entity in pair.found if entity[2] in kinds}
        counts.update(right=len(gold & found), total=len(gold) + len(found))
    return 2 * counts["right"] / max(1, counts["total"])


def show(pairs: Sequence[Pair], limit: int) -> None:
    """Print the first texts with an error."""
    for pair in [pair for pair in pairs if pair.gold != pair.found][:limit]:
        print(pair.text)
        for sign, entities in (("-", pair.gold - pair.found), ("+", pair.found - pair.gold)):
            for start, end, kind in sorted(entities):
                print(f"    {sign} {pair.text[start:end]} {kind}")


if __name__ == "__main__":
    main()
