"""Trains the name recogniser of one language and writes packs/<lang>/model/names.crf.

    python tools/train_names.py fr ../shared/corpora/ner [--out FILE]

An L-BFGS CRF: no chance in it, the same data give the same weights.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import pycrfsuite

from recoupe.parse.dictionary import NameDictionary
from recoupe.parse.lexicon import lexicon
from recoupe.parse.names import Knowledge, encode, word_features
from recoupe.parse.tokens import tokenizer

HERE = Path(__file__).parent
PACKS = HERE.parent / "src" / "recoupe" / "packs"
OWN = HERE.parent / "evaluation" / "corpora"
OWN_TURNS = 1
"""How often the texts written for the project are read; thrice gained nothing on other text."""
FILES = {
    "fr": ("fr_headlines.jsonl", "fr_sentences.jsonl"),
    "en": (
        "en_news.jsonl",
        "en_wikigold.jsonl",
        "en_crossner_politics.jsonl",
        "en_re3d.jsonl",
        "en_uner_ewt_dev.jsonl",
    ),
}


def main() -> None:
    """Train by the command line's wishes."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("lang", choices=sorted(FILES))
    options.add_argument("folder", type=Path)
    options.add_argument("--out", type=Path)
    options.add_argument("--c1", type=float, default=0.01)
    options.add_argument("--c2", type=float, default=0.3)
    wish = options.parse_args()
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": wish.c1, "c2": wish.c2, "max_iterations": 150, "feature.possible_transitions": True})
    known = Knowledge(
        names=NameDictionary.read(PACKS / wish.lang / "model" / "names.npz"), classes=lexicon(wish.lang).classes
    )
    count = 0
    for words, tags in labelled(wish.lang, wish.folder):
        trainer.append(word_features(words, known), tags)
        count += 1
    target = wish.out or PACKS / wish.lang / "model" / "names.crf"
    target.parent.mkdir(parents=True, exist_ok=True)
    trainer.train(str(target))
    print(f"{count} texts, {target}: {target.stat().st_size / 1e6:.2f} MB")


def labelled(lang: str, folder: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Yield words and their tags."""
    cut = tokenizer(lang)
    paths = [folder / name for name in FILES[lang]] + sorted(OWN.glob(f"names_{lang}*.jsonl")) * OWN_TURNS
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            spans = cut(row["text"])
            if spans:
                yield [row["text"][a:b] for a, b in spans], encode(spans, row["ents"])


if __name__ == "__main__":
    main()
