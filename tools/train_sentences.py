"""Trains the sentence finder of one language and writes packs/<lang>/model/sentences.crf.

    python tools/train_sentences.py fr ../shared/corpora/parse [--out FILE]

Sentences of the treebanks are laid end to end, some of them put between quotation marks or cut short as the press does.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import pycrfsuite

from recoupe.parse.lexicon import lexicon
from recoupe.parse.sentences import candidates, place_features, sentence_finder
from recoupe.parse.tokens import tokenizer
from recoupe.parse.treebank import Sentence, read_paragraphs, text_of

PACKS = Path(__file__).parent.parent / "src" / "recoupe" / "packs"
TREEBANKS = {
    "fr": (("fr_sequoia-ud-train.conllu", None), ("fr_gsd-ud-dev.conllu", -200), ("fr_fqb-ud-test.conllu", 300)),
    "en": (("en_ewt-ud-train.conllu", None), ("en_pud-ud-test.conllu", None)),
}
TUNING = {
    "fr": (("fr_sequoia-ud-dev.conllu", None), ("fr_gsd-ud-dev.conllu", -200)),
    "en": (("en_ewt-ud-dev.conllu", None),),
}
QUOTES = {"fr": (("« ", " »"), ("«", "»"), ('"', '"'), ("“", "”")), "en": (('"', '"'), ("“", "”"), ("‘", "’"))}
TURNS = 3


def main() -> None:
    """Train, then print the score on the tuning file."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("lang", choices=sorted(TREEBANKS))
    options.add_argument("folder", type=Path)
    options.add_argument("--out", type=Path)
    options.add_argument("--c1", type=float, default=0.1)
    options.add_argument("--c2", type=float, default=0.05)
    wish = options.parse_args()
    chance = random.Random(8)
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": wish.c1, "c2": wish.c2, "max_iterations": 200})
    for turn in range(TURNS):
        for name, cut in TREEBANKS[wish.lang]:
            for paragraph in _paragraphs(wish.folder / name, cut, chance, shuffled=turn > 0):
                texts = varied(paragraph, wish.lang, chance) if turn else [text_of(s) for s in paragraph]
                _append(trainer, wish.lang, texts)
    target = wish.out or PACKS / wish.lang / "model" / "sentences.crf"
    trainer.train(str(target))
    print(f"{target}: {target.stat().st_size / 1e6:.2f} MB, F {measure(wish.lang, wish.folder, target):.4f}")


def _paragraphs(path: Path, cut: int | None, chance: random.Random, *, shuffled: bool) -> Iterator[list[Sentence]]:
    paragraphs = list(read_paragraphs(path))
    if len(paragraphs) > 1 and not shuffled:
        yield from paragraphs
        return
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph][:cut]
    if shuffled:
        chance.shuffle(sentences)
    for start in range(0, len(sentences), 50):
        yield sentences[start : start + 50]


def varied(paragraph: Sequence[Sentence], lang: str, chance: random.Random) -> list[str]:
    """Return the sentences as the press might print them."""
    texts = []
    left, right = "", ""
    for sentence in paragraph:
        text = text_of(sentence).strip()
        draw = chance.random()
        if not left and draw < 0.1:
            left, right = chance.choice(QUOTES[lang])
            text = left + text
        elif draw < 0.15 and text.endswith("."):
            text = text[:-1] + chance.choice(("…", "...", " !", " …"))
        if left and chance.random() < 0.5:
            text += right
            left = ""
        texts.append(text + " ")
    return texts


def _append(trainer: pycrfsuite.Trainer, lang: str, texts: Sequence[str]) -> None:
    cut = tokenizer(lang)
    words: list[str] = []
    starts = set()
    for text in texts:
        starts.add(len(words))
        words += [text[a:b] for a, b in cut(text)]
    places = list(candidates(words))
    if places:
        trainer.append(
            [place_features(words, p, lexicon(lang).classes) for p in places],
            ["B" if p in starts else "I" for p in places],
        )


def _held(path: Path, cut: int | None) -> Iterator[list[Sentence]]:
    paragraphs = list(read_paragraphs(path))
    return iter(paragraphs if cut is None else [[s for paragraph in paragraphs for s in paragraph][cut:]])


def measure(lang: str, folder: Path, target: Path) -> float:
    """Return the F-score of the beginnings on the tuning file."""
    find = sentence_finder(target, lexicon(lang).classes)
    cut = tokenizer(lang)
    right = total = 0
    for paragraph in (p for name, cut in TUNING[lang] for p in _held(folder / name, cut)):
        words: list[str] = []
        starts = []
        for sentence in paragraph:
            starts.append(len(words))
            text = text_of(sentence)
            words += [text[a:b] for a, b in cut(text)]
        gold = set(zip(starts, (*starts[1:], len(words)), strict=True))
        found = find(words)
        guess = set(zip(found, (*found[1:], len(words)), strict=True))
        right += len(gold & guess)
        total += len(gold) + len(guess)
    return 2 * right / total


if __name__ == "__main__":
    main()
