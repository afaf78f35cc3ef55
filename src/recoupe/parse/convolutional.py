"""The first network, in spaCy: kept for a language whose recurrent network is not trained yet."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import spacy
import srsly
from numpy.typing import NDArray
from spacy.language import Language
from spacy.strings import hash_string
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps, chain, concatenate, list2ragged, ragged2list, with_array
from thinc.layers import HashEmbed, Maxout
from thinc.types import Floats2d

from recoupe.parse.features import shape
from recoupe.parse.network import Tree
from recoupe.parse.threads import use_one_thread

COLUMNS = ("norm", "prefix", "suffix2", "suffix3", "suffix4", "shape", "entry")
ROWS = (8000, 2000, 1500, 3000, 5000, 600, 6000)
"""Rows of each column's table of vectors."""

SIZES: Mapping[str, int] = {"width": 128, "depth": 4, "hidden": 96}


def build(entries: Mapping[str, str], sizes: Mapping[str, int] = SIZES) -> Language:
    """Return an untrained pipeline: encoder, tagger, parser."""

    def embed_words(width: int) -> Model[list[Doc], list[Floats2d]]:
        return embed(width, entries)

    spacy.registry.architectures.register("recoupe.Embed.v1", func=embed_words)
    nlp = spacy.blank("xx")
    width = sizes["width"]
    encoder = {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {"@architectures": "recoupe.Embed.v1", "width": width},
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": width,
            "depth": sizes["depth"],
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": width, "upstream": "tok2vec"}
    nlp.add_pipe("tok2vec", config={"model": encoder})
    nlp.add_pipe(
        "morphologizer",
        config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener, "nO": None}},
    )
    nlp.add_pipe(
        "parser",
        config={
            "min_action_freq": 10,
            "model": {
                "@architectures": "spacy.TransitionBasedParser.v2",
                "state_type": "parser",
                "extra_state_tokens": False,
                "hidden_width": sizes["hidden"],
                "maxout_pieces": 2,
                "use_upper": False,
                "tok2vec": listener,
                "nO": None,
            },
        },
    )
    return nlp


def embed(width: int, entries: Mapping[str, str]) -> Model[list[Doc], list[Floats2d]]:
    """Return the layer that gives each word its vector, whatever its context."""
    half = width // 2
    tables = [
        HashEmbed(width if column == 0 else half, rows, column=column, seed=8 + column, dropout=0.0)
        for column, rows in enumerate(ROWS)
    ]
    size = width + half * (len(COLUMNS) - 1)
    return chain(
        _word_features(entries),
        list2ragged(),
        with_array(concatenate(*tables)),
        with_array(Maxout(width, size, nP=3, dropout=0.0, normalize=True)),
        ragged2list(),
    )


def _word_features(entries: Mapping[str, str]) -> Model[list[Doc], Any]:
    known: dict[int, Any] = {}

    def forward(
        model: Model[list[Doc], Any],
        docs: list[Doc],
        is_train: bool,  # noqa: ARG001
    ) -> tuple[list[Any], Callable[[Any], list[Any]]]:
        columns = []
        for doc in docs:
            rows = []
            for token in doc:
                row = known.get(token.orth)
                if row is None:
                    row = known[token.orth] = features(token.text, entries)
                rows.append(row)
            columns.append(np.stack(rows) if rows else np.zeros((0, len(COLUMNS)), dtype="uint64"))
        return columns, lambda _: []

    return Model("word_features", forward)


def features(word: str, entries: Mapping[str, str]) -> NDArray[np.uint64]:
    """Return one hash per column for a normal form; `entries` maps lower-case forms to dictionary entries."""
    lower = word.lower()
    entry = entries.get(lower, "")
    return np.array(
        [
            hash_string(text)
            for text in (lower, lower[:3], lower[-2:], lower[-3:], lower[-4:], shape(word), entry or "?" + lower[-5:])
        ],
        dtype="uint64",
    )


class ConvolutionalNetwork:
    """A trained pipeline; one instance a process and language."""

    def __init__(self, path: Path, entries: Mapping[str, str]) -> None:
        use_one_thread()
        self._nlp = unpack(path.read_bytes(), entries)
        # numpy's own matrix product takes a third of the time of thinc's default (24 -> 95 GFLOPS measured).
        fast = NumpyOps(use_blis=False)
        for _, pipe in self._nlp.pipeline:
            for node in pipe.model.walk():
                node.ops = fast

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[Tree]:
        """Return the trees of sentences given as normal forms."""
        vocab = self._nlp.vocab
        docs = [
            Doc(vocab, words=list(words), sent_starts=[index == 0 for index in range(len(words))])
            for words in sentences
        ]
        for _, pipe in self._nlp.pipeline:
            docs = list(pipe.pipe(docs, batch_size=64))
        return [_tree(doc) for doc in docs]


def _tree(doc: Doc) -> Tree:
    strings = doc.vocab.strings
    columns = doc.to_array(["POS", "MORPH", "DEP", "HEAD"])
    places = columns[:, 3].astype(np.int64) + np.arange(len(doc))
    return Tree(
        upos=[strings[key] for key in columns[:, 0].tolist()],
        feats=[_FEATS.get(text := strings[key], text) for key in columns[:, 1].tolist()],
        heads=places.tolist(),
        deprels=[_DEPRELS.get(text := strings[key], text) for key in columns[:, 2].tolist()],
    )


_FEATS: Mapping[str, str] = {"_": ""}
_DEPRELS: Mapping[str, str] = {"ROOT": "root"}


def pack(nlp: Language, sizes: Mapping[str, int]) -> bytes:
    """Return a pipeline as bytes, its weights in half precision."""
    pipes = {name: srsly.msgpack_loads(pipe.to_bytes(exclude=["vocab"])) for name, pipe in nlp.pipeline}
    for pipe in pipes.values():
        pipe["model"] = _cast(pipe["model"], np.float16)
    return bytes(srsly.msgpack_dumps({"sizes": dict(sizes), "pipes": pipes}))


def unpack(data: bytes, entries: Mapping[str, str]) -> Language:
    """Return the pipeline that `pack` wrote."""
    content = srsly.msgpack_loads(data)
    nlp = build(entries, content["sizes"])
    for name, pipe in nlp.pipeline:
        parts = content["pipes"][name]
        parts["model"] = _cast(parts["model"], np.float32)
        pipe.from_bytes(srsly.msgpack_dumps(parts), exclude=["vocab"])
    return nlp


def _cast(model: bytes, kind: type[np.floating[Any]]) -> bytes:
    """Change the precision of all weights of a serialised model."""
    content = srsly.msgpack_loads(model)
    content["params"] = [
        {name: None if value is None else value.astype(kind) for name, value in node.items()}
        for node in content["params"]
    ]
    return bytes(srsly.msgpack_dumps(content))
