"""Builds packs/<lang>/model/names.npz: the known names that the recogniser of a language sees.

    python tools/train_dictionary.py fr ../shared/corpora/ner

Places from the place pack, persons and bodies from the actor base, and names of the labelled texts of the *other*
language (those of its own language would all be known in training, and none in use).
"""

import json
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

from recoupe.gazetteer.actorbase import read_entities
from recoupe.parse.dictionary import CLASSES, all_bits, write

ROOT = Path(__file__).parent.parent / "src" / "recoupe"
TEXTS = {
    "en": ("fr_headlines.jsonl", "fr_sentences.jsonl"),
    "fr": (
        "en_news.jsonl",
        "en_wikigold.jsonl",
        "en_crossner_politics.jsonl",
        "en_re3d.jsonl",
        "en_uner_ewt_dev.jsonl",
    ),
}
LARGE = 50_000


def main() -> None:
    """Write the dictionary of one language."""
    lang, folder = sys.argv[1], Path(sys.argv[2])
    bits = all_bits([*_actors(), *_labelled(lang, folder)])
    for key, kind in _places():
        bits[key] = bits.get(key, 0) | 1 << CLASSES.index(kind)
    target = ROOT / "packs" / lang / "model" / "names.npz"
    print(f"{write(target, bits)} keys, {target.stat().st_size / 1e6:.2f} MB")


def _places() -> Iterator[tuple[str, str]]:
    query = "SELECT name.key, place.kind, place.population FROM name JOIN place ON place.id = name.place"
    with sqlite3.connect(f"file:{ROOT / 'gazetteer' / 'places.sqlite'}?mode=ro", uri=True) as pack:
        for key, kind, population in pack.execute(query):
            if kind in ("country", "admin1"):
                yield key, "state"
            elif kind == "facility":
                yield key, "facility"
            else:
                yield key, "city" if population >= LARGE else "place"


def _actors() -> Iterator[tuple[str, str]]:
    for entity in read_entities(ROOT / "gazetteer" / "actors"):
        kind = "person" if entity.kind == "person" else "body"
        for name in (entity.name, *entity.aliases):
            yield name, kind
        if kind == "person":
            yield from _person(entity.name)


def _person(name: str) -> Iterator[tuple[str, str]]:
    words = name.split()
    if len(words) > 1:
        yield words[0], "first"
        yield words[-1], "last"


def _labelled(lang: str, folder: Path) -> Iterator[tuple[str, str]]:
    kinds = {"PER": "person", "ORG": "body", "MISC": "work", "FAC": "facility"}
    for name in TEXTS[lang]:
        for line in (folder / name).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            for start, end, kind in row["ents"]:
                text = row["text"][start:end]
                if kind in kinds and len(text) > 2:
                    yield text, kinds[kind]
                if kind == "PER":
                    yield from _person(text)


if __name__ == "__main__":
    main()
