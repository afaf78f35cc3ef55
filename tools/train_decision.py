"""Trains packs/<lang>/decision.toml: the weights that decide whether a trigger names a political event.

    python tools/train_decision.py fr

Learns from what the project wrote itself: the matching and non-matching examples of every sense, and
evaluation/corpora/events_<lang>*.jsonl. Logistic regression (scikit-learn, L2), no randomness.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict

from recoupe.annotate.actors import annotate_actors
from recoupe.annotate.places import annotate_places
from recoupe.extract.decide import Context, Decision, weigh
from recoupe.extract.parties import Cast
from recoupe.extract.tree import Tree
from recoupe.extract.triggers import find_triggers
from recoupe.model import Annotated, Cleaned, Published, Report
from recoupe.packs.events import load_events
from recoupe.packs.files import HERE
from recoupe.parse import Parser

CORPORA = Path(__file__).resolve().parent.parent / "evaluation" / "corpora"
STRENGTH = 0.1
"""Inverse of the L2 penalty: best of .05, .1, .2, .5, 1 in cross-validation on the same examples."""
THRESHOLDS = tuple(step / 100 for step in range(25, 61, 5))
FLOOR = 4
"""Examples that a word must stand in to get a weight."""


@dataclass(frozen=True)
class Row:
    """One sense held against one trigger, and whether it is right; `place` tells which words of which text."""

    features: tuple[str, ...]
    label: int
    place: str = ""


def candidates(parser: Parser, text: str, lang: str) -> Iterator[tuple[Decision, int, int]]:
    """Yield every decision on a text that no constraint forbids, with its place."""
    report = Report(id="example", text=text, lang=lang)
    parsed = parser.parse(Cleaned(report=report, kept=((0, len(text)),)), lang)
    places = annotate_places(parsed)
    actors = annotate_actors(parsed, places=places, published=None)
    unknown = Published(value=None, basis="unknown")
    annotated = Annotated(parsed=parsed, published=unknown, times=(), places=places, actors=actors, quotes=())
    tree = Tree.of(parsed)
    context = Context(tree, Cast(annotated, tree))
    for triggers in find_triggers(tree, load_events(lang)):
        for trigger in triggers:
            decision = weigh(trigger, context)
            if decision.evidence:
                yield decision, parsed.starts[trigger.first], parsed.ends[trigger.last]


def of_senses(parser: Parser, lang: str) -> Iterator[Row]:
    """Yield the rows that the senses' own examples give."""
    for sense in load_events(lang).senses:
        for label, texts in ((1, sense.match), (0, sense.no_match)):
            for text in texts:
                for decision, _, _ in candidates(parser, text, lang):
                    if decision.sense.id == sense.id:
                        yield Row(decision.evidence, label)


def of_corpus(parser: Parser, lang: str) -> Iterator[Row]:
    """Yield the rows of the project's own sentences: right where a coded event has the type and the words."""
    for line in (
        line for path in sorted(CORPORA.glob(f"events_{lang}*.jsonl")) for line in path.open(encoding="utf-8")
    ):
        row = json.loads(line)
        spans = [(e["type"], row["text"].find(e["trigger"]), len(e["trigger"])) for e in row["events"]]
        for decision, start, end in candidates(parser, row["text"], lang):
            told = any(t == decision.sense.type and start < at + n and at < end for t, at, n in spans)
            yield Row(decision.evidence, int(told), f"{row['id']}:{start}")


def frequent(rows: list[Row]) -> list[Row]:
    """Leave out words that too few examples hold."""
    counts = Counter(name for row in rows for name in row.features)
    kept = {name for name, count in counts.items() if count >= FLOOR or not name.startswith("word=")}
    return [replace(row, features=tuple(name for name in row.features if name in kept)) for row in rows]


def best_threshold(rows: list[Row], guessed: list[float]) -> tuple[float, float]:
    """Return the threshold with the best F1 over the places of the corpus, the likeliest sense of each, and that F1."""
    places: dict[str, tuple[float, int]] = {}
    for row, chance in zip(rows, guessed, strict=True):
        if row.place and chance > places.get(row.place, (-1.0, 0))[0]:
            places[row.place] = (chance, row.label)
    total = len({row.place for row in rows if row.place and row.label})

    def f1(threshold: float) -> float:
        taken = [label for chance, label in places.values() if chance >= threshold]
        return 2 * sum(taken) / max(len(taken) + total, 1)

    return max((f1(t), -t) for t in THRESHOLDS)[1] * -1, max(f1(t) for t in THRESHOLDS)


def main() -> None:
    lang = sys.argv[1]
    parser = Parser((lang,))
    rows = frequent([*of_senses(parser, lang), *of_corpus(parser, lang)])
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([dict.fromkeys(row.features, 1) for row in rows])
    labels = [row.label for row in rows]
    model = LogisticRegression(C=STRENGTH, max_iter=3000)
    guessed = cross_val_predict(model, matrix, labels, cv=5, method="predict_proba")[:, 1]
    right = sum((chance >= 0.5) == label for chance, label in zip(guessed, labels, strict=True)) / len(labels)
    threshold, f1 = best_threshold(rows, list(guessed))
    print(
        f"{lang}: {len(rows)} rows, {sum(labels)} right ones; 5-fold accuracy {right:.3f}, F1 {f1:.3f} at {threshold}"
    )
    model.fit(matrix, labels)
    weights = dict(zip(vectors.get_feature_names_out(), model.coef_[0], strict=True))
    lines = [f'"{name}" = {weight:.4f}' for name, weight in sorted(weights.items())]
    head = f"# Made by tools/train_decision.py from {len(rows)} examples of the project's own; do not edit.\n"
    body = f"bias = {model.intercept_[0]:.4f}\nthreshold = {threshold}\n\n[weights]\n"
    (HERE / lang / "decision.toml").write_text(head + body + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
