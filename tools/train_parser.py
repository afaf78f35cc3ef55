"""Trains the encoder, tagger and parser of one language and writes packs/<lang>/model/parser.npz.

    python tools/train_parser.py fr ../shared/corpora/parse          (needs `jax` in the environment)

Seeded: the same data give the same weights on the same machine. About half an hour a language on one core.
"""

import argparse
import os
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

os.environ.setdefault("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1")

import jax
import numpy as np

from recoupe.parse.features import ROWS, features, normal
from recoupe.parse.lexicon import lexicon
from recoupe.parse.network import Network
from recoupe.parse.treebank import Sentence, Word, read_treebank
from train_network import Batch, Plan, State, begin, save, start, step

PACKS = Path(__file__).parent.parent / "src" / "recoupe" / "packs"
TREEBANKS = {
    "fr": (("fr_sequoia-ud-train.conllu", None), ("fr_gsd-ud-dev.conllu", -200), ("fr_fqb-ud-test.conllu", 800)),
    "en": (("en_ewt-ud-train.conllu", None), ("en_pud-ud-test.conllu", None)),
}
TUNING = {
    "fr": (("fr_sequoia-ud-dev.conllu", None), ("fr_gsd-ud-dev.conllu", -200)),
    "en": (("en_ewt-ud-dev.conllu", None),),
}
EPOCHS = {"fr": 30, "en": 9}
BATCH_WORDS = {"fr": 700, "en": 1000}
LENGTHS = (8, 14, 20, 28, 38, 50, 70, 100)
"""Sentences are filled up to one of these; longer ones are left out."""
SEED = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A sentence as arrays."""

    rows: np.ndarray
    tags: np.ndarray
    heads: np.ndarray
    relations: np.ndarray

    def first(self, size: int) -> "Example":
        """Return the example of the first words."""
        return Example(
            rows=self.rows[:size], tags=self.tags[:size], heads=self.heads[:size], relations=self.relations[:size]
        )


class Examples:
    """Sentences of the treebanks, anew each epoch as the press might print them."""

    def __init__(self, lang: str, gold: Sequence[Sentence], seed: int) -> None:
        self._chance = random.Random(seed)
        self._entries = lexicon(lang).entries
        self._known: dict[str, np.ndarray] = {}
        self.tags = sorted({f"{word.upos}|{word.feats}" for sentence in gold for word in sentence})
        self.relations = sorted({word.deprel for sentence in gold for word in sentence})
        self._tag = {tag: index for index, tag in enumerate(self.tags)}
        self._relation = {relation: index for index, relation in enumerate(self.relations)}
        self._pairs = [(sentence, self._encode(sentence)) for sentence in gold if len(sentence) <= LENGTHS[-1]]

    def epoch(self, words: int) -> Iterator[Batch]:
        """Yield the batches of one epoch."""
        by_length: dict[int, list[Example]] = {length: [] for length in LENGTHS}
        for sentence, encoded in self._pairs:
            example = self._vary(sentence, encoded)
            by_length[next(length for length in LENGTHS if len(example.tags) <= length)].append(example)
        groups = []
        for length, examples in by_length.items():
            self._chance.shuffle(examples)
            size = max(1, words // length)
            groups += [(length, size, examples[first : first + size]) for first in range(0, len(examples), size)]
        self._chance.shuffle(groups)
        for length, size, examples in groups:
            yield _filled(length, size, examples)

    def _rows(self, form: str) -> np.ndarray:
        shown = normal(form)
        if shown not in self._known:
            self._known[shown] = features(shown, self._entries).astype(np.int32)
        return self._known[shown]

    def _encode(self, sentence: Sentence) -> Example:
        return Example(
            rows=np.stack([self._rows(word.form) for word in sentence]),
            tags=np.array([self._tag[f"{word.upos}|{word.feats}"] for word in sentence]),
            heads=np.array([0 if word.head == index else word.head + 1 for index, word in enumerate(sentence)]),
            relations=np.array([self._relation[word.deprel] for word in sentence]),
        )

    def _vary(self, sentence: Sentence, encoded: Example) -> Example:
        """In capitals, with a small first letter, or without the full stop; most often as it is."""
        draw = self._chance.random()
        if draw < 0.03:
            return replace(encoded, rows=np.stack([self._rows(word.form.upper()) for word in sentence]))
        if draw < 0.09:
            first = self._rows(sentence[0].form.lower())
            return replace(encoded, rows=np.concatenate([first[None], encoded.rows[1:]]))
        last = len(sentence) - 1
        if draw < 0.16 and last > 2 and sentence[-1].form == "." and _is_leaf(sentence, last):
            return encoded.first(last)
        return encoded


def _is_leaf(sentence: Sequence[Word], index: int) -> bool:
    return all(word.head != index for word in sentence[:index])


def _filled(length: int, size: int, examples: Sequence[Example]) -> Batch:
    rows = np.zeros((size, length, len(ROWS), 2), np.int32)
    weight = np.zeros((size, length), np.float32)
    tags, heads, relations = np.full((3, size, length), -1, np.int32)
    heads[:] = 0
    for place, example in enumerate(examples):
        words = len(example.tags)
        rows[place, :words] = example.rows
        weight[place, :words] = 1
        tags[place, :words] = example.tags
        heads[place, :words] = example.heads
        relations[place, :words] = example.relations
    return Batch(rows=rows, weight=weight, tags=tags, heads=heads, relations=relations)


def main() -> None:
    """Train by the command line's wishes."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("lang", choices=sorted(TREEBANKS))
    options.add_argument("folder", type=Path)
    options.add_argument("--epochs", type=int)
    options.add_argument("--seed", type=int, default=SEED)
    options.add_argument("--out", type=Path)
    wish = options.parse_args()
    gold = [
        sentence for name, cut in TREEBANKS[wish.lang] for sentence in list(read_treebank(wish.folder / name))[:cut]
    ]
    held = [
        sentence
        for name, cut in TUNING[wish.lang]
        for sentence in list(read_treebank(wish.folder / name))[cut if cut is not None else 0 :]
    ]
    train(wish, gold, held)


def train(wish: argparse.Namespace, gold: Sequence[Sentence], held: Sequence[Sentence]) -> None:
    """Train with a rate that rises for a while and then falls to nothing; the average of the weights is kept."""
    plan = Plan()
    examples = Examples(wish.lang, gold, wish.seed)
    state = begin(start(plan, len(examples.tags), len(examples.relations), wish.seed))
    target = wish.out or PACKS / wish.lang / "model" / "parser.npz"
    epochs = wish.epochs or EPOCHS[wish.lang]
    key = jax.random.PRNGKey(wish.seed)
    started = time.monotonic()
    steps = 0
    for epoch in range(epochs):
        batches = list(examples.epoch(BATCH_WORDS[wish.lang]))
        for number, batch in enumerate(batches):
            steps += 1
            done = (epoch + number / len(batches)) / epochs
            rate = plan.rate * min(1, steps / 200) * max(0.03, 1 - done)
            key, own = jax.random.split(key)
            state, parts = step(state, plan, own, (float(steps), rate), batch)
        print(f"{epoch + 1:3d} {time.monotonic() - started:6.0f} s  loss {np.asarray(parts).round(3)}", flush=True)
        if epoch % 5 == 4 or epoch == epochs - 1:
            report(wish, examples, state, target, held)


def report(wish: argparse.Namespace, examples: Examples, state: State, target: Path, held: Sequence[Sentence]) -> None:
    """Write the average weights, and print what they reach on the tuning sentences (without punctuation)."""
    save(state.average, examples.tags, examples.relations, target)
    network = Network.read(target, lexicon(wish.lang).entries)
    words = tags = arcs = labels = all_words = 0
    for sentence in held:
        tree = network.parse([[normal(word.form) for word in sentence]])[0]
        for index, word in enumerate(sentence):
            all_words += 1
            tags += tree.upos[index] == word.upos
            if word.upos != "PUNCT":
                words += 1
                arcs += tree.heads[index] == word.head
                labels += tree.heads[index] == word.head and tree.deprels[index] == word.deprel
    print(f"    UPOS {tags / all_words:.4f}  UAS {arcs / words:.4f}  LAS {labels / words:.4f}", flush=True)


if __name__ == "__main__":
    main()
