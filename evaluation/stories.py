"""Code, merge and score the made-up stories of evaluation/corpora/stories.

    python evaluation/stories.py [--split dev] [--show]

For each half: B-cubed of the mentions that were found, the share found, the share of pledges found and of all
pledges with the right state, and the share of disagreements shown. --show lists what is wrong, on the
half that may be looked at.
"""

import argparse
import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from coreference import b_cubed

from recoupe.config import Config
from recoupe.merge import Merged, merge
from recoupe.model import CodedReport, Incident, Report
from recoupe.pipeline.coding import code_reports

HERE = Path(__file__).parent / "corpora" / "stories"
_MARK = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}")


@dataclass(frozen=True, kw_only=True)
class Mark:
    """The words of one report that tell a happening."""

    report: str
    in_title: bool
    start: int
    end: int
    happening: str


@dataclass(frozen=True, kw_only=True)
class Gold:
    """One story."""

    split: str
    reports: tuple[Report, ...]
    marks: tuple[Mark, ...]
    pledges: tuple[tuple[str, str], ...]
    disagreements: tuple[tuple[str, str], ...]


def read(path: Path) -> Gold:
    """Read a story; happenings are named «file/key»."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    reports, marks = [], []
    for row in data["report"]:
        plain = {}
        for field in ("title", "text"):
            plain[field], found = _unmarked(row[field].strip())
            marks += [
                Mark(
                    report=row["id"],
                    in_title=field == "title",
                    start=start,
                    end=end,
                    happening=f"{path.stem}/{key}",
                )
                for start, end, key in found
            ]
        reports.append(Report(**{**row, **plain}))
    return Gold(
        split=data["split"],
        reports=tuple(reports),
        marks=tuple(marks),
        pledges=tuple((f"{path.stem}/{row['happening']}", row["state"]) for row in data.get("pledge", ())),
        disagreements=tuple((f"{path.stem}/{row['happening']}", row["field"]) for row in data.get("disagreement", ())),
    )


def _unmarked(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    plain, marks, last = "", [], 0
    for found in _MARK.finditer(text):
        plain += text[last : found.start()]
        marks.append((len(plain), len(plain) + len(found[1]), found[2]))
        plain += found[1]
        last = found.end()
    return plain + text[last:], marks


def aligned(marks: Sequence[Mark], coded: dict[str, CodedReport]) -> Iterator[tuple[Mark, str]]:
    """Pair each mark with the mention whose trigger overlaps it."""
    for mark in marks:
        report = coded[mark.report]
        for mention in report.title_mentions if mark.in_title else report.mentions:
            if mention.trigger.start < mark.end and mark.start < mention.trigger.end:
                yield mark, f"{mark.report}/{mention.id}"
                break


def score(stories: Sequence[Gold], coded: dict[str, CodedReport], *, show: bool) -> dict[str, float]:
    """Merge one half and hold it against its gold."""
    merged = merge([coded[report.id] for story in stories for report in story.reports])
    incident_of = {mention: one for one in merged.incidents for mention in one.mentions}
    marks = [mark for story in stories for mark in story.marks]
    found = list(aligned(marks, coded))
    gold = {mention: mark.happening for mark, mention in found}
    measure = b_cubed(gold, {mention: incident_of[mention].id for mention in gold})
    pledges = [_pledge(story_pledge, gold, merged) for story in stories for story_pledge in story.pledges]
    shown = [
        any(one.field.startswith(field) for mention in told for one in incident_of[mention].disagreements)
        for story in stories
        for happening, field in story.disagreements
        for told in [[mention for mention, name in gold.items() if name == happening]]
    ]
    if show:
        _show(marks, found, gold, incident_of)
    return {
        "reports": sum(len(story.reports) for story in stories),
        "marks": len(marks),
        "found": round(len(found) / len(marks), 4),
        "b3_p": round(measure.precision, 4),
        "b3_r": round(measure.recall, 4),
        "b3_f1": round(measure.f1, 4),
        "pledges": len(pledges),
        "pledges_found": round(sum(state is not None for state, _ in pledges) / len(pledges), 4),
        "states_right": round(sum(state == wanted for state, wanted in pledges) / len(pledges), 4),
        "disagreements_shown": round(sum(shown) / len(shown), 4) if shown else 1.0,
    }


def _pledge(wanted: tuple[str, str], gold: dict[str, str], merged: Merged) -> tuple[str | None, str]:
    """Return the state of the ledger's pledge (the right one where several stand for it), and the gold's."""
    happening, state = wanted
    told = {mention for mention, name in gold.items() if name == happening}
    states = {pledge.state for pledge in merged.pledges if any(one.mention in told for one in pledge.evidence)}
    return (state if state in states else min(states, default=None)), state


def _show(
    marks: Sequence[Mark],
    found: Sequence[tuple[Mark, str]],
    gold: dict[str, str],
    incident_of: dict[str, Incident],
) -> None:
    seen = {mark for mark, _ in found}
    for mark in marks:
        if mark not in seen:
            print(f"not coded: {mark.report} {mark.happening}")
    for happening in sorted(set(gold.values())):
        told = [mention for mention, name in gold.items() if name == happening]
        homes = {incident_of[mention].id for mention in told}
        if len(homes) > 1:
            print(f"split: {happening} {[list(incident_of[t].mentions) for t in told]}")
        mixed = {gold[m] for t in told for m in incident_of[t].mentions if m in gold} - {happening}
        if mixed:
            print(f"mixed: {happening} with {sorted(mixed)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    stories = [read(path) for path in sorted(HERE.glob("*.toml"))]
    reports = [report for story in stories for report in story.reports]
    coded = {one.id: one for one in code_reports(reports, config=Config())}
    for split in ("dev", "test"):
        half = [story for story in stories if story.split == split]
        if options.split in (None, split):
            show = options.show and split == "dev"
            print(json.dumps({"split": split, **score(half, coded, show=show)}))


if __name__ == "__main__":
    main()
