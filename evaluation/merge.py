"""Event coreference on gold mentions in ECB+ form: how well merging does when extraction is perfect.

    python evaluation/merge.py GOLD.jsonl [--split dev]

Each gold mention of an action becomes a mention without type, parties, time or place: only its trigger, its
sentence and its document speak. Prints MUC, B-cubed, CEAF and their mean beside those of a baseline (same
stem within the same story).
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from coreference import Partition, b_cubed, ceaf, conll, muc

from recoupe.merge import merge
from recoupe.merge.terms import stems
from recoupe.model import CodedReport, Mention, Published, Quoted, Span

Row = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--split")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines() if line]
    rows = [row for row in rows if options.split in (None, row["split"])]
    reports = [_report(row) for row in rows]
    gold = {f"{row['doc']}/{one['id']}": one["cluster"] for row in rows for one in _actions(row)}
    merged = merge(reports)
    found = {mention: one.id for one in merged.incidents for mention in one.mentions}
    story = {report: one.id for one in merged.stories for report in one.reports}
    baseline = {
        f"{report.id}/{one.id}": (story[report.id], *sorted(stems(one.trigger.text)))
        for report in reports
        for one in report.mentions
    }
    print(json.dumps({"mentions": len(gold), "merged": _figures(gold, found), "stem": _figures(gold, baseline)}))


def _figures(gold: Partition, found: Partition) -> dict[str, float]:
    measures = {"muc": muc, "b3": b_cubed, "ceaf": ceaf}
    figures = {name: round(100 * measure(gold, found).f1, 1) for name, measure in measures.items()}
    return {**figures, "conll": round(100 * conll(gold, found), 1)}


def _actions(row: Row) -> Iterator[Row]:
    """Yield the mentions of actions in the sentences that were checked."""
    valid = None if row.get("valid_sents") is None else set(row["valid_sents"])
    for mention in row["mentions"]:
        if mention["type"].startswith(("ACTION", "NEG_ACTION")):
            sentence = row["tokens"][mention["tokens"][0]][0]
            if valid is None or sentence in valid:
                yield mention


def _report(row: Row) -> CodedReport:
    text, tokens, sentences = _laid_out(row["tokens"])
    mentions = []
    for one in _actions(row):
        start, end = tokens[one["tokens"][0]][0], tokens[one["tokens"][-1]][1]
        sentence = sentences[row["tokens"][one["tokens"][0]][0]]
        mentions.append(_mention(one["id"], Quoted(start=start, end=end, text=text[start:end]), sentence))
    return CodedReport(
        id=row["doc"],
        lang="en",
        outlet=None,
        url=None,
        credit=None,
        title=None,
        text=text,
        published=Published(value=None, basis="unknown"),
        mentions=tuple(mentions),
    )


def _laid_out(rows: list[tuple[int, str]]) -> tuple[str, list[Span], dict[int, Span]]:
    """Join words by blanks and sentences by line breaks, as the scorers do."""
    text, tokens, sentences = "", [], dict[int, Span]()
    for at, (sentence, word) in enumerate(rows):
        text += "" if not at else " " if sentence == rows[at - 1][0] else "\n"
        tokens.append((len(text), len(text) + len(word)))
        text += word
        sentences[sentence] = (sentences.get(sentence, tokens[-1])[0], len(text))
    return text, tokens, sentences


def _mention(name: str, trigger: Quoted, sentence: Span) -> Mention:
    return Mention(
        id=name,
        type="",
        mode=None,
        contexts=(),
        trigger=trigger,
        actor=(),
        recipient=(),
        status="happened",
        condition=None,
        said_by=None,
        when=None,
        where=None,
        quantities=(),
        confidence=1.0,
        rule="gold",
        background=False,
        sentence=sentence,
    )


if __name__ == "__main__":
    main()
