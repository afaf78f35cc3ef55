"""Measure status by itself: on our own sentences, and on gold triggers of the shared folder.

`python evaluation/status.py fr|en [--show]`: our own sentences; --show lists the errors of the open part only.
`python evaluation/status.py GOLD.jsonl [--show]`: gold texts, asked at the token of each gold trigger.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from reports import annotate

from recoupe.extract.attribution import said_by
from recoupe.extract.status import status_of
from recoupe.model import Annotated

CORPORA = Path(__file__).parent / "corpora"


def trigger_token(annotated: Annotated, start: int, end: int) -> int | None:
    """Return the syntactic head of the words of a trigger."""
    parsed = annotated.parsed
    inside = [t for t in range(len(parsed.words)) if parsed.starts[t] < end and start < parsed.ends[t]]
    heads = [t for t in inside if parsed.heads[t] not in inside or parsed.heads[t] == t]
    return next(iter(heads), None)


def own_rows(lang: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield part, text, wanted and found status of our own sentences."""
    for line in (CORPORA / f"status_{lang}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        annotated = annotate(row["text"], lang)
        token = trigger_token(annotated, row["trigger"]["start"], row["trigger"]["end"])
        found = "lost" if token is None else status_of(annotated, token).status
        yield row["part"], f"{row['id']} [{row['trigger']['text']}] {row['text']}", row["status"], found


def gold_rows(path: Path) -> Iterator[tuple[str, str, str, str]]:
    """Yield the same for the events of a gold file, and for its named sources under the part «said by»."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if not row.get("events"):
            continue
        annotated = annotate(row["text"], row.get("lang", "fr"), row.get("published") or row.get("date"))
        for event in row["events"]:
            start = row["text"].find(event["trigger"])
            token = trigger_token(annotated, start, start + len(event["trigger"]))
            if token is None:
                continue
            shown = f"{row['id']} [{event['trigger']}] {row['text'][:160]}"
            yield "status", shown, event["status"], status_of(annotated, token).status
            speaker = said_by(annotated, token)
            named = "source" if event.get("said_by") else "none"
            yield "said by", shown, named, "source" if speaker else "none"


def main() -> None:
    """Print accuracies."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("what")
    arguments.add_argument("--show", action="store_true")
    given = arguments.parse_args()
    rows = own_rows(given.what) if given.what in ("fr", "en") else gold_rows(Path(given.what))
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for part, text, wanted, found in rows:
        for key in (part, f"{part}: {wanted}"):
            total[key] += 1
            right[key] += wanted == found
        if given.show and wanted != found and part != "held out":
            print(f"{part}: wanted {wanted}, found {found}: {text}")
    for key in sorted(total):
        print(f"{key:24} {right[key]:4}/{total[key]:<4} {right[key] / total[key]:.3f}")


if __name__ == "__main__":
    main()
