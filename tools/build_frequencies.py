"""Count in how many sentences each stem stands.

    build_frequencies.py LANG FILE… > packs/LANG/frequencies.tsv

FILE is CoNLL-U or JSONL with a `text`. Only counts leave the corpora; stems of fewer than three sentences
are left out.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from recoupe.merge.terms import stems

FLOOR = 3
MARK = "# text = "


def sentences(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    if path.suffix == ".conllu":
        return [line.removeprefix(MARK) for line in lines if line.startswith(MARK)]
    return [json.loads(line)["text"] for line in lines if line.strip()]


def main() -> None:
    lang, *names = sys.argv[1:]
    texts = sorted({text for name in names for text in sentences(Path(name))})
    counts = Counter(stem for text in texts for stem in set(stems(text)))
    print(f"# {lang}: sentences that hold a stem, counted by tools/build_frequencies.py in", end=" ")
    print(", ".join(Path(name).name for name in names))
    print(f"sentences\t{len(texts)}")
    for stem, n in sorted(counts.items(), key=lambda row: (-row[1], row[0])):
        if n >= FLOOR:
            print(f"{stem}\t{n}")


if __name__ == "__main__":
    main()
