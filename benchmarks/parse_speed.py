"""Prints the words a second that the whole parse stage reads on one thread, names included.

    OPENBLAS_NUM_THREADS=1 python benchmarks/parse_speed.py [--corpora ../shared/corpora/parse] [--words 12000]

Reports of twelve treebank sentences each, one pass to warm up; CPU time, so that other work on the machine weighs less.
"""

import argparse
import time
from pathlib import Path

from recoupe.model import Cleaned, Report
from recoupe.parse import Parser
from recoupe.parse.treebank import read_treebank, text_of

TEXTS = (("fr", "fr_gsd-ud-dev.conllu"), ("en", "en_ewt-ud-dev.conllu"))
SENTENCES = 12


def main() -> None:
    """Time both languages."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    here = Path(__file__).parent.parent
    options.add_argument("--corpora", type=Path, default=here.parent / "shared" / "corpora" / "parse")
    options.add_argument("--words", type=int, default=12_000)
    wish = options.parse_args()
    for lang, name in TEXTS:
        reports = made_reports(wish.corpora / name, wish.words)
        started = time.process_time()
        parser = Parser((lang,))
        loaded = time.process_time() - started
        for report in reports:
            parser.parse(report, lang)
        started = time.process_time()
        words = sum(len(parser.parse(report, lang).words) for report in reports)
        spent = time.process_time() - started
        print(f"{lang}: {words / spent:,.0f} words/s ({words} words, loading {loaded:.2f} s)")


def made_reports(path: Path, words: int) -> list[Cleaned]:
    """Return reports of a dozen sentences, together of about so many words."""
    sentences = list(read_treebank(path))
    reports = []
    size = 0
    for first in range(0, len(sentences), SENTENCES):
        if size >= words:
            break
        piece = sentences[first : first + SENTENCES]
        text = " ".join(text_of(sentence).strip() for sentence in piece)
        reports.append(Cleaned(report=Report(id=str(first), text=text), kept=((0, len(text)),)))
        size += sum(map(len, piece))
    return reports


if __name__ == "__main__":
    main()
