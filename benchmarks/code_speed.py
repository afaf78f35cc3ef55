"""Words per second of `recoupe code` beside the same model's bare parse, and their ratio.

    python benchmarks/code_speed.py [PATH ...]      (default: examples/reports)

One process, models warm, the best of three rounds by CPU time: the ratio holds on a busy machine too.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from recoupe.clean import clean
from recoupe.config import Config
from recoupe.ingest import read
from recoupe.model import Report
from recoupe.pipeline.coding import Coder
from recoupe.pipeline.stages import load_stages

EXAMPLES = Path(__file__).parents[1] / "examples" / "reports"
ROUNDS = 3


def best_of(work: Callable[[], None]) -> float:
    """Return the CPU seconds of the quickest of some rounds, after one to load the models."""
    work()
    seconds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return min(seconds)


def main() -> None:
    paths = sys.argv[1:] or [str(EXAMPLES)]
    config = Config()
    reports = [r for r in read(paths, sys.stdin.buffer, settings=config.ingest) if isinstance(r, Report)]
    stages = load_stages()
    coder = Coder(stages=stages, config=config)
    coded = [coder.code(report) for report in reports]
    langs = {report.id: record.lang or "fr" for report, record in zip(reports, coded, strict=True) if not record.error}
    kept = [clean(report) for report in reports if report.id in langs]
    words = sum(len(stages.parse(cleaned, langs[cleaned.report.id]).words) for cleaned in kept)

    def parse() -> None:
        for cleaned in kept:
            stages.parse(cleaned, langs[cleaned.report.id])

    def code() -> None:
        for cleaned in kept:
            coder.code(cleaned.report)

    parsing, coding = best_of(parse), best_of(code)
    print(f"{len(kept)} reports, {words} words")
    print(f"bare parse    {words / parsing:8,.0f} words/s")
    print(f"recoupe code  {words / coding:8,.0f} words/s")
    print(f"ratio         {parsing / coding:8.2f}")


if __name__ == "__main__":
    main()
