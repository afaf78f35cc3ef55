"""Prints the figures of the parse stage on the test treebanks.

    python evaluation/parse.py [--corpora ../shared/corpora/parse] [--only fr_sequoia] [--quick]

From raw text, as in the CoNLL 2018 shared task: a word counts when its characters are those of the gold; the running
text has the treebank's paragraphs (one long block where it marks none). LAS is with subtypes («nsubj:pass»), `univ`
without, as the shared task had it; `bare` is LAS without punctuation, as spaCy counts it.
Timed on one thread with names, after one unmeasured pass.
"""

import argparse
import os
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

from recoupe.model import Cleaned, Parsed, Report, Span
from recoupe.parse import Parser
from recoupe.parse.treebank import Sentence, read_paragraphs

TESTS = (
    ("fr", "fr_sequoia-ud-test.conllu"),
    ("fr", "fr_gsd-ud-test.conllu"),
    ("en", "en_ewt-ud-test.conllu"),
    ("en", "en_gum-ud-test.conllu"),
)
KEYS = ("tokens", "upos", "feats", "lemma", "uas", "las", "bare", "univ", "sentences")
TUNING = (("fr", "fr_sequoia-ud-dev.conllu"), ("en", "en_ewt-ud-dev.conllu"))


@dataclass
class Column:
    """What one reading of a text says of each stretch of characters."""

    words: dict[Span, tuple[str, str, str, Span, str]] = field(default_factory=dict)
    sentences: set[Span] = field(default_factory=set)


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    here = Path(__file__).parent.parent
    options.add_argument("--corpora", type=Path, default=here.parent / "shared" / "corpora" / "parse")
    options.add_argument("--only", default="")
    options.add_argument("--tuning", action="store_true", help="the tuning files instead of the test files")
    wish = options.parse_args()
    parser = Parser(())
    keys = KEYS
    print(f"{'':22}" + "".join(f"{key:>10}" for key in keys) + f"{'words/s':>10}")
    for lang, name in TUNING if wish.tuning else TESTS:
        if wish.only in name:
            figures, speed = measure(parser, lang, wish.corpora / name)
            print(
                f"{name[:-7]:22}" + "".join(f"{100 * figures[key]:10.2f}" for key in keys) + f"{speed:10.0f}",
                flush=True,
            )


def measure(parser: Parser, lang: str, path: Path) -> tuple[dict[str, float], float]:
    """Return F-scores of one treebank and the words read in a second."""
    paragraphs = list(read_paragraphs(path))
    texts = [running_text(paragraph) for paragraph in paragraphs]
    parsed = [read(parser, lang, text) for text, _ in texts]
    started = time.perf_counter()
    size = sum(len(read(parser, lang, text).words) for text, _ in texts)
    speed = size / (time.perf_counter() - started)
    return score(
        [(gold, from_parsed(found)) for (_, gold), found in zip(texts, parsed, strict=True)],
    ), speed


def read(parser: Parser, lang: str, text: str) -> Parsed:
    """Parse a text as one block."""
    return parser.parse(Cleaned(report=Report(id="test", text=text), kept=((0, len(text)),)), lang)


def running_text(sentences: Iterable[Sentence]) -> tuple[str, Column]:
    """Return the text of a paragraph, and what the treebank says of it."""
    text = ""
    column = Column()
    for sentence in sentences:
        if text and not text[-1].isspace():
            text += " "
        spans: list[Span] = []
        for word in sentence:
            spans.append((len(text), len(text) + len(word.form)))
            text += word.form + " " * word.space
        for span, word in zip(spans, sentence, strict=True):
            column.words[span] = (word.upos, word.feats, word.lemma, spans[word.head], word.deprel)
        column.sentences.add((spans[0][0], spans[-1][1]))
    return text, column


def from_parsed(parsed: Parsed) -> Column:
    """Return what the parser says of the same text."""
    spans = list(zip(parsed.starts, parsed.ends, strict=True))
    rows = zip(
        parsed.upos, parsed.feats, parsed.lemmas, (spans[head] for head in parsed.heads), parsed.deprels, strict=True
    )
    return Column(
        words=dict(zip(spans, rows, strict=True)),
        sentences={(spans[first][0], spans[last - 1][1]) for first, last in parsed.sentences},
    )


def score(pairs: Sequence[tuple[Column, Column]]) -> dict[str, float]:
    """Return the F-score of each column."""
    right = dict.fromkeys(KEYS, 0)
    words = sentences = bare = 0
    for gold, found in pairs:
        words += len(gold.words) + len(found.words)
        bare += sum(row[0] != "PUNCT" for side in (gold, found) for row in side.words.values())
        sentences += len(gold.sentences) + len(found.sentences)
        right["sentences"] += len(gold.sentences & found.sentences)
        for span, row in gold.words.items():
            other = found.words.get(span)
            if other is not None:
                for key, ok in _agreement(row, other).items():
                    right[key] += ok
    total = dict.fromkeys(KEYS, words) | {"sentences": sentences, "bare": bare}
    return {key: 2 * n / total[key] for key, n in right.items()}


def _agreement(gold: tuple[str, str, str, Span, str], found: tuple[str, str, str, Span, str]) -> dict[str, bool]:
    head = gold[3] == found[3]
    return {
        "tokens": True,
        "upos": gold[0] == found[0],
        "feats": gold[1] == found[1],
        "lemma": gold[2] in ("_", found[2]),
        "uas": head,
        "las": head and gold[4] == found[4],
        "bare": head and gold[4] == found[4] and gold[0] != "PUNCT",
        "univ": head and gold[4].partition(":")[0] == found[4].partition(":")[0],
    }


if __name__ == "__main__":
    main()
