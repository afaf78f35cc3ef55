"""Trains the encoder, tagger and parser of one language and writes packs/<lang>/model.

    python tools/train_parser.py fr ../shared/corpora/parse [--minutes 10] [--out DIR]

Seeded: the same data give the same weights on the same machine.
"""

import argparse
import os
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import Adam, NumpyOps, fix_random_seed, set_current_ops

from recoupe.parse.features import normal
from recoupe.parse.lexicon import lexicon
from recoupe.parse.network import SIZES, build, pack
from recoupe.parse.treebank import Sentence, Word, read_treebank

TREEBANKS = {
    "fr": (("fr_sequoia-ud-train.conllu", None), ("fr_gsd-ud-dev.conllu", -200), ("fr_fqb-ud-test.conllu", 800)),
    "en": (("en_ewt-ud-train.conllu", None), ("en_pud-ud-test.conllu", None)),
}
TUNING = {
    "fr": (("fr_sequoia-ud-dev.conllu", None), ("fr_gsd-ud-dev.conllu", 200)),
    "en": (("en_ewt-ud-dev.conllu", None),),
}
BATCH_WORDS = 700
SEED = 8


def main() -> None:
    """Train by the command line's wishes."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("lang", choices=sorted(TREEBANKS))
    options.add_argument("folder", type=Path)
    options.add_argument("--epochs", type=int, default=20)
    options.add_argument("--seed", type=int, default=SEED)
    options.add_argument("--width", type=int, default=SIZES["width"])
    options.add_argument("--depth", type=int, default=SIZES["depth"])
    options.add_argument("--hidden", type=int, default=SIZES["hidden"])
    options.add_argument("--dropout", type=float, default=0.2)
    options.add_argument("--rate", type=float, default=0.002)
    options.add_argument("--batch", type=int, default=BATCH_WORDS, help="words")
    options.add_argument("--silver", type=Path, nargs="*", default=[])
    options.add_argument("--out", type=Path, required=True)
    wish = options.parse_args()
    fix_random_seed(wish.seed)
    set_current_ops(NumpyOps(use_blis=False))  # numpy's own BLAS is three times as fast
    gold = [s for name, cut in TREEBANKS[wish.lang] for s in _part(wish.folder / name, cut, first=cut and cut > 0)]
    silver = [s for path in wish.silver for s in read_treebank(path)]
    held = [s for name, cut in TUNING[wish.lang] for s in _part(wish.folder / name, cut and -cut, first=False, tail=True)]
    sizes = {"width": wish.width, "depth": wish.depth, "hidden": wish.hidden}
    nlp = build(lexicon(wish.lang).entries, sizes)
    print(f"{len(gold)} sentences, {len(silver)} silver, {len(held)} to tune on", flush=True)
    train(nlp, gold, silver, held, wish)
    wish.out.write_bytes(pack(nlp, sizes))


def _part(path: Path, cut: int | None, *, first: bool | None, tail: bool = False) -> list[Sentence]:
    sentences = list(read_treebank(path))
    if cut is None:
        return sentences
    if tail:
        return sentences[cut:]
    return sentences[:cut]


def train(nlp: Language, gold: Sequence[Sentence], silver: Sequence[Sentence], held: Sequence[Sentence], wish: argparse.Namespace) -> None:
    """Train with a rate that rises for a while and then falls to nothing; the weights are averaged."""
    chance = random.Random(wish.seed)
    first = [example(nlp, sentence) for sentence in (*gold, *silver)]
    nlp.initialize(lambda: first)
    optimizer = Adam(wish.rate, beta2=0.99, L2=0.01, grad_clip=1.0, use_averages=True, L2_is_weight_decay=True)
    steps = wish.epochs * sum(1 for _ in batches([*gold, *silver], wish.batch))
    step = 0
    started = time.monotonic()
    tests = [example(nlp, sentence) for sentence in held]
    for epoch in range(wish.epochs):
        mix = [vary(sentence, chance) for sentence in (*gold, *silver)]
        chance.shuffle(mix)
        losses: dict[str, float] = {}
        for batch in batches(mix, wish.batch):
            step += 1
            optimizer.learn_rate = wish.rate * min(step / 150, max(0.02, 1 - step / steps))
            nlp.update([example(nlp, s) for s in batch], sgd=optimizer, drop=wish.dropout, losses=losses)
        if epoch % 3 == 2 or epoch == wish.epochs - 1:
            with nlp.use_params(optimizer.averages):
                score = nlp.evaluate(tests, batch_size=64)
            print(
                f"{epoch + 1:3d} {time.monotonic() - started:6.0f} s  pos {score['pos_acc']:.4f} "
                f"morph {score['morph_acc']:.4f} uas {score['dep_uas']:.4f} las {score['dep_las']:.4f} "
                f"words/s {score['speed']:.0f} {({k: round(v) for k, v in losses.items()})}",
                flush=True,
            )
    for model in (pipe.model for _, pipe in nlp.pipeline):
        model._to_ops(model.ops)  # noqa: SLF001
    with nlp.use_params(optimizer.averages):
        keep(nlp)
    restore(nlp)


KEPT: dict[tuple[str, int, str], np.ndarray] = {}


def keep(nlp: Language) -> None:
    """Note the averaged weights."""
    for name, pipe in nlp.pipeline:
        for index, node in enumerate(pipe.model.walk()):
            for param in node.param_names:
                if node.has_param(param):
                    KEPT[name, index, param] = node.get_param(param).copy()


def restore(nlp: Language) -> None:
    """Put the averaged weights in place for good."""
    for name, pipe in nlp.pipeline:
        for index, node in enumerate(pipe.model.walk()):
            for param in node.param_names:
                if (name, index, param) in KEPT:
                    node.set_param(param, KEPT[name, index, param])


def batches(sentences: Sequence[Sentence], words: int) -> Iterator[list[Sentence]]:
    """Yield runs of sentences of about so many words."""
    batch: list[Sentence] = []
    size = 0
    for sentence in sentences:
        batch.append(sentence)
        size += len(sentence)
        if size >= words:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def vary(sentence: Sentence, chance: random.Random) -> Sentence:
    """Return the sentence as the press might print it: in capitals, without its full stop, its first letter small."""
    draw = chance.random()
    if draw < 0.03:
        return tuple(_written(word, word.form.upper()) for word in sentence)
    if draw < 0.09:
        return (_written(sentence[0], sentence[0].form.lower()), *sentence[1:])
    last = len(sentence) - 1
    if draw < 0.16 and last > 2 and sentence[-1].form == "." and all(w.head != last for w in sentence[:-1]):
        return sentence[:-1]
    return sentence


def _written(word: Word, form: str) -> Word:
    return Word(form=form, lemma=word.lemma, upos=word.upos, feats=word.feats, head=word.head, deprel=word.deprel, space=word.space)


def example(nlp: Language, sentence: Sentence) -> Example:
    """Return a sentence as spaCy wants it, in normal forms."""
    words = [normal(word.form) for word in sentence]
    starts = [index == 0 for index in range(len(words))]
    plain = Doc(nlp.vocab, words=words, sent_starts=starts)
    gold = Doc(
        nlp.vocab,
        words=words,
        pos=[word.upos for word in sentence],
        morphs=[word.feats for word in sentence],
        heads=[word.head for word in sentence],
        deps=["ROOT" if word.deprel == "root" else word.deprel for word in sentence],
    )
    return Example(plain, gold)


if __name__ == "__main__":
    main()
