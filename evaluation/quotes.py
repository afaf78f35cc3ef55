"""Measure quotations by themselves: write what `annotate_quotes` finds in the form that `score_quotes.py` reads.

`python evaluation/quotes.py GOLD.jsonl OUT.jsonl [--split dev]`, then `score_quotes.py OUT.jsonl.gold OUT.jsonl`:
the gold rows that were read lie beside the output, so that a split is scored against itself.
"""

import argparse
import json
from pathlib import Path

from reports import annotate

from recoupe.model import Quote


def row_of(quote: Quote) -> dict[str, object]:
    """Return a quotation as the contract has it."""
    speaker = quote.speaker
    return {
        "kind": quote.kind,
        "content": list(quote.content),
        "cue": None if quote.cue is None else list(quote.cue),
        "speaker": None if speaker is None else {"start": speaker.start, "end": speaker.end, "text": speaker.text},
        "parts": [list(part) for part in quote.parts],
    }


def main() -> None:
    """Annotate the texts of a gold file."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("gold", type=Path)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--split")
    given = arguments.parse_args()
    kept, coded = [], []
    for line in given.gold.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if given.split and row.get("split") != given.split:
            continue
        lang = row.get("lang") or ("en" if "attributions" in row else "fr")
        quotes = [row_of(quote) for quote in annotate(row["text"], lang).quotes]
        coded.append(json.dumps({"id": row.get("doc", row.get("id")), "quotes": quotes}, ensure_ascii=False))
        kept.append(line)
    given.out.write_text("\n".join(coded) + "\n", encoding="utf-8")
    given.out.with_suffix(given.out.suffix + ".gold").write_text("\n".join(kept) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
