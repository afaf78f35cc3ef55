"""Trains packs/<lang>/decision.toml: the weights that decide whether a trigger names a political event.

    python tools/train_decision.py fr

Learns from what the project wrote itself: the matching and non-matching examples of every sense, and
evaluation/corpora/events_<lang>*.jsonl. Logistic regression (scikit-learn, L2), no randomness.
"""

import json
import sys
from collections.abc import Iterator
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
STRENGTH = 0.5
"""Inverse of the L2 penalty: chosen by cross-validation among .1, .2, .5, 1, 2 on the same examples."""
THRESHOLD = 0.5

Row = tuple[tuple[str, ...], int]


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
                        yield decision.evidence, label


def of_corpus(parser: Parser, lang: str) -> Iterator[Row]:
    """Yield the rows of the project's own sentences: right where a coded event has the type and the words."""
    lines = [line for path in sorted(CORPORA.glob(f"events_{lang}*.jsonl")) for line in path.open(encoding="utf-8")]
    for row in map(json.loads, lines):
        spans = [(e["type"], row["text"].find(e["trigger"]), len(e["trigger"])) for e in row["events"]]
        for decision, start, end in candidates(parser, row["text"], lang):
            told = any(t == decision.sense.type and start < at + n and at < end for t, at, n in spans)
            yield decision.evidence, int(told)


def main() -> None:
    lang = sys.argv[1]
    parser = Parser((lang,))
    rows = [*of_senses(parser, lang), *of_corpus(parser, lang)]
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([dict.fromkeys(features, 1) for features, _ in rows])
    labels = [label for _, label in rows]
    model = LogisticRegression(C=STRENGTH, max_iter=2000)
    guessed = cross_val_predict(model, matrix, labels, cv=5)
    right = sum(a == b for a, b in zip(guessed, labels, strict=True)) / len(labels)
    print(f"{lang}: {len(rows)} rows, {sum(labels)} events, accuracy in 5-fold cross-validation {right:.3f}")
    model.fit(matrix, labels)
    weights = dict(zip(vectors.get_feature_names_out(), model.coef_[0], strict=True))
    lines = [f'"{name}" = {weight:.4f}' for name, weight in sorted(weights.items())]
    head = f"# Made by tools/train_decision.py from {len(rows)} examples of the project's own; do not edit.\n"
    body = f"bias = {model.intercept_[0]:.4f}\nthreshold = {THRESHOLD}\n\n[weights]\n"
    (HERE / lang / "decision.toml").write_text(head + body + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
