"""The neural network under the tags and the trees, in numpy alone: one encoder, a tagger, a parser.

Words become vectors by hashed features, two layers of bidirectional LSTM read them, and biaffine products choose heads
and relations (Dozat & Manning 2017). Trained by `tools/train_parser.py`.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from recoupe.parse.features import ROWS, features
from recoupe.parse.threads import use_one_thread
from recoupe.parse.trees import best_tree

Floats = NDArray[np.float32]

_NEVER = np.float32(-1e9)
_CACHED = 40_000
"""Words whose vectors are kept; they depend on the word alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The syntax of one sentence; heads count within it, a root is its own head."""

    upos: list[str]
    feats: list[str]
    heads: list[int]
    deprels: list[str]


class Network:
    """A trained network; one instance a process and language."""

    def __init__(
        self, weights: Mapping[str, Floats], labels: Mapping[str, Sequence[str]], entries: Mapping[str, str]
    ) -> None:
        use_one_thread()
        self._weights = weights
        self._entries = entries
        self._vectors: dict[str, Floats] = {}
        self._tags = [tuple(tag.split("|", 1)) for tag in labels["tags"]]
        self._relations = labels["relations"]
        names = ("arc_dep", "arc_head", "rel_dep", "rel_head")
        self._inner = np.concatenate([weights[f"{name}.W"] for name in names], axis=1)
        self._inner_bias = np.concatenate([weights[f"{name}.b"] for name in names])
        self._root = self._parts(weights["root"][None])
        self._layers = [
            [_Cell.of(weights, f"lstm{layer}{way}") for way in "fb"] for layer in range(int(weights["layers"]))
        ]

    @classmethod
    def read(cls, path: Path, entries: Mapping[str, str]) -> "Network":
        """Return the network in a file, whose weights are in half precision."""
        with np.load(path) as arrays:
            labels = json.loads(str(arrays["labels"]))
            weights = {name: arrays[name].astype(np.float32) for name in arrays.files if name != "labels"}
        return cls(weights, labels, entries)

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[Tree]:
        """Return the trees of sentences given as normal forms; a sentence has at least one word."""
        if not sentences:
            return []
        layout = _Layout.of(sentences)
        words = np.stack([self._vector(word) for word in layout.words(sentences)])
        state = words
        for forward, backward in self._layers:
            state = np.concatenate([forward.run(state, layout), backward.run(state, layout, reverse=True)], axis=1)
        state = np.concatenate([state, words], axis=1)
        tags = (state @ self._weights["tag.W"] + self._weights["tag.b"]).argmax(1)
        arc_dep, arc_head, rel_dep, rel_head = self._parts(state)
        asked = arc_dep @ self._weights["arc.U"] + self._weights["arc.u"]
        heads = np.zeros(len(state), np.int64)
        chosen = np.empty_like(rel_head)
        for rows in layout.rows:
            heads[rows] = best_tree(self._arc_scores(asked[rows], arc_head[rows]))
            chosen[rows] = np.concatenate([self._root[3], rel_head[rows]])[heads[rows]]
        relations = self._relation_scores(rel_dep, chosen).argmax(1)
        trees = [self._tree(tags[rows], heads[rows], relations[rows]) for rows in layout.rows]
        return [tree for _, tree in sorted(zip(layout.order, trees, strict=True), key=lambda pair: pair[0])]

    def _vector(self, word: str) -> Floats:
        vector = self._vectors.get(word)
        if vector is None:
            rows = features(word, self._entries)
            tables = [self._weights[f"table{column}"] for column in range(len(ROWS))]
            pieces = [table[a] + table[b] for table, (a, b) in zip(tables, rows.tolist(), strict=True)]
            vector = _leaky(np.concatenate(pieces) @ self._weights["word.W"] + self._weights["word.b"])
            if len(self._vectors) < _CACHED:
                self._vectors[word] = vector
        return vector

    def _parts(self, state: Floats) -> list[Floats]:
        arc = self._weights["arc_dep.b"].size
        rel = self._weights["rel_dep.b"].size
        inner = _leaky(state @ self._inner + self._inner_bias)
        return np.split(inner, [arc, 2 * arc, 2 * arc + rel], axis=1)

    def _arc_scores(self, asked: Floats, offered: Floats) -> Floats:
        size = len(asked)
        scores = np.empty((size, size + 1), np.float32)
        scores[:, 0] = asked @ self._root[1][0]
        scores[:, 1:] = asked @ offered.T
        scores[np.arange(size), np.arange(1, size + 1)] = _NEVER
        return scores

    def _relation_scores(self, deps: Floats, heads: Floats) -> Floats:
        weights = self._weights
        asked = (deps @ weights["rel.U"]).reshape(len(deps), len(self._relations), -1)
        scores: Floats = np.matmul(asked, heads[:, :, None])[..., 0]
        scores += deps @ weights["rel.ud"] + heads @ weights["rel.uh"] + weights["rel.b"]
        return scores

    def _tree(self, tags: NDArray[np.int64], heads: NDArray[np.int64], relations: NDArray[np.int64]) -> Tree:
        places = [index if head == 0 else head - 1 for index, head in enumerate(heads.tolist())]
        labels = [self._relations[relation] for relation in relations.tolist()]
        return Tree(
            upos=[self._tags[tag][0] for tag in tags.tolist()],
            feats=[self._tags[tag][1] for tag in tags.tolist()],
            heads=places,
            deprels=["root" if head == index else labels[index] for index, head in enumerate(places)],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    """Sentences laid out by time: the first words of all, longest sentence first, then the second words, and so on."""

    order: list[int]
    counts: list[int]
    """How many sentences reach each time."""
    offsets: list[int]
    rows: list[NDArray[np.int64]]
    """Rows of each sentence, in the order of `order`."""

    @classmethod
    def of(cls, sentences: Sequence[Sequence[str]]) -> "_Layout":
        order = sorted(range(len(sentences)), key=lambda index: (-len(sentences[index]), index))
        lengths = np.array([len(sentences[index]) for index in order])
        counts = [int((lengths > time).sum()) for time in range(int(lengths[0]))]
        offsets = np.concatenate([[0], np.cumsum(counts)])
        rows = [offsets[:length] + place for place, length in enumerate(lengths.tolist())]
        return cls(order=order, counts=counts, offsets=offsets.tolist(), rows=rows)

    def words(self, sentences: Sequence[Sequence[str]]) -> list[str]:
        return [sentences[self.order[place]][time] for time, count in enumerate(self.counts) for place in range(count)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    """One direction of one LSTM layer; gates in the order input, forget, output, new."""

    inputs: Floats
    states: Floats
    bias: Floats

    @classmethod
    def of(cls, weights: Mapping[str, Floats], name: str) -> "_Cell":
        size = weights[f"{name}.U"].shape[0]
        # sigmoid(x) = tanh(x / 2) / 2 + 1/2: halved once here, all four gates are one tanh.
        half = np.ones(4 * size, np.float32)
        half[: 3 * size] = 0.5
        return cls(
            inputs=weights[f"{name}.W"] * half, states=weights[f"{name}.U"] * half, bias=weights[f"{name}.b"] * half
        )

    def run(self, rows: Floats, layout: _Layout, *, reverse: bool = False) -> Floats:
        """Return the states at each word."""
        size = len(self.states)
        entering = rows @ self.inputs
        entering += self.bias
        out = np.empty((len(rows), size), np.float32)
        hidden = np.zeros((layout.counts[0], size), np.float32)
        memory = np.zeros_like(hidden)
        times = range(len(layout.counts))
        for time in reversed(times) if reverse else times:
            count, first = layout.counts[time], layout.offsets[time]
            gates = hidden[:count] @ self.states
            gates += entering[first : first + count]
            np.tanh(gates, out=gates)
            switches = gates[:, : 3 * size]
            switches *= 0.5
            switches += 0.5
            now = memory[:count]
            now *= gates[:, size : 2 * size]
            now += gates[:, :size] * gates[:, 3 * size :]
            shown = np.tanh(now)
            shown *= gates[:, 2 * size : 3 * size]
            hidden[:count] = shown
            out[first : first + count] = shown
        return out


def _leaky(values: Floats) -> Floats:
    """Leaky rectifier with slope 0.1."""
    bent: Floats = np.maximum(values, np.float32(0.1) * values)
    return bent
