"""How common the words of a language are: what two texts share weighs as much as it is rare."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from recoupe.errors import InvalidPack
from recoupe.packs.files import folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Frequencies:
    """Sentences of ordinary text that hold a stem, of all that were counted."""

    sentences: int
    counts: Mapping[str, int]


@cache
def frequencies(lang: str) -> Frequencies:
    """Read `frequencies.tsv`: a first row with the number of sentences, then stem and count."""
    path = folder(lang) / "frequencies.tsv"
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    if not rows or rows[0][0] != "sentences" or any(len(row) != 2 or not row[1].isdigit() for row in rows):
        raise InvalidPack(str(path), "expected «sentences<TAB>number», then «stem<TAB>number» on each line")
    return Frequencies(sentences=int(rows[0][1]), counts={stem: int(n) for stem, n in rows[1:]})
