"""Runs every scorer of ../shared over the coded gold and prints one line a set.

    python evaluation/gold.py [SET …]        default: all sets of SETS

Each line is what anyone gets from `to_reports.py GOLD | recoupe code | score_X.py`.
"""

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"
RECOUPE = Path(sys.executable).with_name("recoupe")


@dataclass(frozen=True)
class GoldSet:
    """A gold file with its scorer; `merged` ones are scored on the ledger."""

    scorer: str
    given: tuple[str, ...] = ()
    merged: bool = False
    folder: str = "gold"


SETS = {
    "fr_headlines_dev": GoldSet("score_events.py"),
    "fr_sentences_dev": GoldSet("score_events.py"),
    "fr_sentences_dev:quotes": GoldSet("score_quotes.py"),
    "en_plover_dev": GoldSet("score_events.py"),
    "en_plover_gsr_dev": GoldSet("score_events.py"),
    "en_acled_types_dev": GoldSet("score_events.py"),
    "en_muc4_tst1": GoldSet("score_muc.py"),
    "en_muc4_tst2": GoldSet("score_muc.py"),
    "names_fr_dev": GoldSet("score_names.py"),
    "times_fr_ud_news_dev": GoldSet("score_times.py"),
    "times_fr_challenge_dev": GoldSet("score_times.py"),
    "times_en_timebank_dev": GoldSet("score_times.py"),
    "times_en_aquaint_dev": GoldSet("score_times.py"),
    "times_en_wikiwars_dev": GoldSet("score_times.py"),
    "places_lgl_dev": GoldSet("score_places.py"),
    "places_geovirus_dev": GoldSet("score_places.py"),
    "places_lgl_dev:given": GoldSet("score_places.py", given=("--places",)),
    "places_geovirus_dev:given": GoldSet("score_places.py", given=("--places",)),
    "quotes_en_dev": GoldSet("score_quotes.py"),
    "stories_fr_dev": GoldSet("score_groups.py", merged=True),
    "incidents_en_dev": GoldSet("score_groups.py", merged=True, folder="stream"),
}


def _run(command: list[str], given: bytes = b"") -> bytes:
    return subprocess.run(command, input=given, stdout=subprocess.PIPE, check=True).stdout  # noqa: S603


def _score(name: str, gold_set: GoldSet) -> str:
    gold = SHARED / gold_set.folder / f"{name.partition(':')[0]}.jsonl"
    reports = _run([sys.executable, str(SHARED / "score" / "to_reports.py"), str(gold), *gold_set.given])
    coded = _run([str(RECOUPE), "code"], reports)
    with tempfile.TemporaryDirectory() as work:
        path = Path(work) / "out.jsonl"
        path.write_bytes(_run([str(RECOUPE), "merge"], coded) if gold_set.merged else coded)
        kind = ["stories" if "stories" in name else "items"] if gold_set.merged else []
        scorer = [sys.executable, str(SHARED / "score" / gold_set.scorer), *kind, str(gold), str(path)]
        return _run(scorer).decode().strip().splitlines()[-1]


def seeds(*, dated: bool) -> str:
    """Score the two seed reports, with their dates given or not."""
    dates = {"A": "2020-03-19", "B": "2021-04-07"}
    files = dict(zip("AB", sorted((SHARED / "seeds").glob("*.txt")), strict=True))
    rows = [
        {"id": k, "text": p.read_text(encoding="utf-8"), "published": dates[k] if dated else None}
        for k, p in files.items()
    ]
    coded = _run([str(RECOUPE), "code"], "\n".join(json.dumps(r) for r in rows).encode())
    with tempfile.TemporaryDirectory() as work:
        paths = [Path(work) / "coded", Path(work) / "ledger"]
        paths[0].write_bytes(coded)
        paths[1].write_bytes(_run([str(RECOUPE), "merge"], coded))
        scorer = [sys.executable, str(SHARED / "score" / "score_seeds.py"), str(SHARED / "gold" / "seeds.json")]
        return _run([*scorer, *map(str, paths), *(["--published"] if dated else [])]).decode().strip()


def main() -> None:
    wanted = sys.argv[1:] or ["seeds", "seeds:dated", *SETS]
    for name in wanted:
        if name.startswith("seeds"):
            print(name, seeds(dated=name.endswith("dated")), flush=True)
        else:
            print(name, _score(name, SETS[name]), flush=True)


if __name__ == "__main__":
    main()
