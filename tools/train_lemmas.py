"""Builds packs/<lang>/lemmas.tsv.xz: the forms of the treebanks by tag, and a wide list of forms without.

    python tools/train_lemmas.py fr ../shared/corpora/parse  (needs `simplemma` in the environment)

Lines `form TAB tag TAB lemma`; the tag is empty for the wide list, which is that of simplemma (see MODEL_CARD.md).
"""

import lzma
import sys
from collections import Counter, defaultdict
from pathlib import Path

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from recoupe.parse.treebank import read_treebank

TREEBANKS = {
    "fr": ("fr_sequoia-ud-train.conllu", "fr_gsd-ud-dev.conllu"),
    "en": ("en_ewt-ud-train.conllu", "en_pud-ud-test.conllu"),
}
PACKS = Path(__file__).parent.parent / "src" / "recoupe" / "packs"


def main() -> None:
    """Write the list of one language."""
    lang, folder = sys.argv[1], Path(sys.argv[2])
    lines = set()
    for (form, tag), counts in _seen(lang, folder).items():
        lemma = min(counts, key=lambda lemma: (-counts[lemma], lemma))
        lines.add((form, tag, lemma))
    for form, lemma in DefaultDictionaryFactory().get_dictionary(lang).items():
        if form[0].isalpha() and " " not in form and form == form.lower():
            lines.add((form, "", lemma))
    text = "".join("\t".join(line) + "\n" for line in sorted(lines))
    target = PACKS / lang / "lemmas.tsv.xz"
    target.write_bytes(lzma.compress(text.encode(), format=lzma.FORMAT_XZ, preset=9))
    print(f"{target}: {len(lines)} forms, {target.stat().st_size / 1e6:.2f} MB")


def _seen(lang: str, folder: Path) -> dict[tuple[str, str], Counter[str]]:
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for name in TREEBANKS[lang]:
        for sentence in read_treebank(folder / name):
            for word in sentence:
                if word.lemma != "_" and word.upos not in ("PROPN", "PUNCT", "NUM", "X", "SYM"):
                    seen[word.form.lower().replace("’", "'"), word.upos][word.lemma] += 1
    return seen


if __name__ == "__main__":
    main()
