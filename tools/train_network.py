"""The network of `recoupe.parse.network` as it is trained: in JAX, with dropout and losses."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np

from recoupe.parse.features import ROWS, SIZES

Array = jax.Array
Weights = dict[str, Array]
LAYERS = 2
WORD = 160
"""Length of a word's vector."""
RECURRENT_DROPOUT = 0.2
CLIP = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Sizes and habits of a training."""

    hidden: int = 144
    arc: int = 128
    relation: int = 64
    dropout: float = 0.3
    word_dropout: float = 0.15
    rate: float = 2e-3


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Sentences of about one length, filled up with nothing; -1 where a label is not known."""

    rows: Array
    weight: Array
    """0 for filling."""
    tags: Array
    heads: Array
    """0 for the root, n for the n-th word."""
    relations: Array


jax.tree_util.register_dataclass(Batch, ["rows", "weight", "tags", "heads", "relations"], [])


def start(plan: Plan, tags: int, relations: int, seed: int) -> Weights:
    """Return weights to begin with."""
    dice = np.random.RandomState(seed)
    wide = 2 * plan.hidden + WORD

    def glorot(*shape: int) -> Array:
        return dice.randn(*shape) * np.sqrt(2.0 / (shape[-1] + shape[-2]))

    weights: Weights = {
        f"table{column}": dice.randn(rows, size) * 0.3
        for column, (rows, size) in enumerate(zip(ROWS, SIZES, strict=True))
    }
    weights |= {"word.W": glorot(sum(SIZES), WORD), "word.b": np.zeros(WORD)}
    for layer in range(LAYERS):
        for way in "fb":
            name = f"lstm{layer}{way}"
            weights[f"{name}.W"] = glorot(WORD if layer == 0 else 2 * plan.hidden, 4 * plan.hidden)
            square = [np.linalg.qr(dice.randn(plan.hidden, plan.hidden))[0] for _ in range(4)]
            weights[f"{name}.U"] = np.concatenate(square, 1)
            weights[f"{name}.b"] = np.repeat([0.0, 1.0, 0.0, 0.0], plan.hidden)
    weights["root"] = dice.randn(wide) * 0.1
    for name, size in _inner(plan):
        weights |= {f"{name}.W": glorot(wide, size), f"{name}.b": np.zeros(size)}
    weights |= {
        "arc.U": dice.randn(plan.arc, plan.arc) * 0.02,
        "arc.u": np.zeros(plan.arc),
        "rel.U": dice.randn(plan.relation, relations * plan.relation) * 0.02,
        "rel.ud": glorot(plan.relation, relations),
        "rel.uh": glorot(plan.relation, relations),
        "rel.b": np.zeros(relations),
        "tag.W": glorot(wide, tags),
        "tag.b": np.zeros(tags),
    }
    return {name: jnp.asarray(value, jnp.float32) for name, value in weights.items()}


def save(weights: Mapping[str, Array], tags: Sequence[str], relations: Sequence[str], path: Path) -> None:
    """Write weights, in half precision, and labels as `Network.read` wants them."""
    arrays = {name: np.asarray(value).astype(np.float16) for name, value in weights.items()}
    labels = json.dumps({"tags": list(tags), "relations": list(relations)}, ensure_ascii=False)
    np.savez(path, layers=np.array(LAYERS), labels=np.array(labels), **arrays)


def _inner(plan: Plan) -> list[tuple[str, int]]:
    return [
        ("arc_dep", plan.arc),
        ("arc_head", plan.arc),
        ("rel_dep", plan.relation),
        ("rel_head", plan.relation),
    ]


def _leaky(values: Array) -> Array:
    return jnp.where(values > 0, values, 0.1 * values)


def _drop(key: Array, values: Array, rate: float, shape: tuple[int, ...]) -> Array:
    return values * jax.random.bernoulli(key, 1 - rate, shape) / (1 - rate)


def _lstm(weights: Weights, name: str, values: Array, real: Array, key: Array) -> Array:
    """One direction over (time, batch, size), with one dropout mask on the states for all times."""
    size = weights[f"{name}.U"].shape[0]
    batch = values.shape[1]
    mask = jax.random.bernoulli(key, 1 - RECURRENT_DROPOUT, (batch, size)) / (1 - RECURRENT_DROPOUT)

    def step(state: Array, given: Array) -> Array:
        hidden, memory = state
        entering, here = given
        gates = entering + (hidden * mask) @ weights[f"{name}.U"]
        enter, keep, show, new = jnp.split(gates, 4, -1)
        memory = here * (jax.nn.sigmoid(keep) * memory + jax.nn.sigmoid(enter) * jnp.tanh(new))
        hidden = here * jax.nn.sigmoid(show) * jnp.tanh(memory)
        return (hidden, memory), hidden

    nothing = jnp.zeros((batch, size))
    entering = values @ weights[f"{name}.W"] + weights[f"{name}.b"]
    return jax.lax.scan(step, (nothing, nothing), (entering, real))[1]


def _encode(weights: Weights, plan: Plan, key: Array, batch: Batch) -> Array:
    sentences, length = batch.weight.shape
    keys = jax.random.split(key, 16)
    pieces = []
    for column in range(len(ROWS)):
        table = weights[f"table{column}"]
        piece = table[batch.rows[:, :, column, 0]] + table[batch.rows[:, :, column, 1]]
        pieces.append(_drop(keys[column], piece, plan.word_dropout, (sentences, length, 1)))
    words = _leaky(jnp.concatenate(pieces, -1) @ weights["word.W"] + weights["word.b"])
    real = (batch.weight > 0).astype(jnp.float32).T[:, :, None]
    state = words
    for layer in range(LAYERS):
        rate = plan.dropout if layer else 0.6 * plan.dropout
        state = _drop(keys[8 + layer], state, rate, (sentences, 1, state.shape[-1])).transpose(1, 0, 2)
        forward, backward = jax.random.split(keys[11 + layer])
        ahead = _lstm(weights, f"lstm{layer}f", state, real, forward)
        back = _lstm(weights, f"lstm{layer}b", state[::-1], real[::-1], backward)[::-1]
        state = jnp.concatenate([ahead, back], -1).transpose(1, 0, 2)
    state = jnp.concatenate([state, words], -1)
    return _drop(keys[15], state, plan.dropout, (sentences, 1, state.shape[-1]))


def loss(weights: Weights, plan: Plan, key: Array, batch: Batch) -> tuple[Array, Array]:
    """Return the sum and the parts of the losses a word: heads, relations, tags."""
    keys = jax.random.split(key, 5)
    state = _encode(weights, plan, keys[4], batch)
    sentences, length, wide = state.shape
    rooted = jnp.concatenate([jnp.broadcast_to(weights["root"], (sentences, 1, wide)), state], 1)
    inner = []
    for (name, size), inner_key in zip(_inner(plan), keys, strict=False):
        source = rooted if name.endswith("head") else state
        values = _leaky(source @ weights[f"{name}.W"] + weights[f"{name}.b"])
        inner.append(_drop(inner_key, values, plan.dropout, (sentences, 1, size)))
    arc_dep, arc_head, rel_dep, rel_head = inner
    arcs = jnp.einsum("btd,bsd->bts", arc_dep @ weights["arc.U"] + weights["arc.u"], arc_head)
    offered = jnp.concatenate([jnp.ones((sentences, 1), bool), batch.weight > 0], 1)
    allowed = offered[:, None, :] & ~jnp.eye(length, length + 1, 1, dtype=bool)[None]
    heads = jnp.take_along_axis(rel_head, batch.heads[:, :, None], 1)
    relations = weights["rel.b"].size
    asked = (rel_dep @ weights["rel.U"]).reshape(sentences, length, relations, plan.relation)
    scores = jnp.einsum("btlk,btk->btl", asked, heads) + weights["rel.b"]
    scores += rel_dep @ weights["rel.ud"] + heads @ weights["rel.uh"]
    parts = jnp.stack(
        [
            _cross_entropy(jnp.where(allowed, arcs, -1e9), batch.heads, batch.weight),
            _cross_entropy(scores, batch.relations, batch.weight),
            _cross_entropy(state @ weights["tag.W"] + weights["tag.b"], batch.tags, batch.weight),
        ],
    )
    return parts.sum(), parts


def _cross_entropy(scores: Array, gold: Array, weight: Array) -> Array:
    chosen = jnp.take_along_axis(jax.nn.log_softmax(scores), jnp.maximum(gold, 0)[:, :, None], -1)[..., 0]
    return -(chosen * (gold >= 0) * weight).sum() / (weight.sum() + 1e-6)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Weights, Adam's two moments, and the running average of the weights that is kept in the end."""

    weights: Weights
    first: Weights
    second: Weights
    average: Weights


jax.tree_util.register_dataclass(State, ["weights", "first", "second", "average"], [])


def begin(weights: Weights) -> State:
    """Return the state before the first step."""
    nothing = {name: jnp.zeros_like(value) for name, value in weights.items()}
    return State(weights=weights, first=nothing, second=nothing, average=weights)


@partial(jax.jit, static_argnames="plan")
def step(state: State, plan: Plan, key: Array, moment: tuple[float, float], batch: Batch) -> tuple[State, Array]:
    """Take one step of Adam, at a time (counted from 1) and rate; return the parts of the loss with it."""
    time, rate = moment
    slopes, parts = jax.grad(loss, has_aux=True)(state.weights, plan, key, batch)
    norm = jnp.sqrt(sum(jnp.sum(slope * slope) for slope in slopes.values()))
    scale = jnp.minimum(1.0, CLIP / (norm + 1e-9))
    decay = jnp.minimum(0.998, (1 + time) / (10 + time))
    weights, first, second, average = {}, {}, {}, {}
    for name, value in state.weights.items():
        slope = slopes[name] * scale
        first[name] = 0.9 * state.first[name] + 0.1 * slope
        second[name] = 0.95 * state.second[name] + 0.05 * slope * slope
        move = first[name] / (1 - 0.9**time) / (jnp.sqrt(second[name] / (1 - 0.95**time)) + 1e-8)
        weights[name] = value - rate * move
        average[name] = decay * state.average[name] + (1 - decay) * weights[name]
    return State(weights=weights, first=first, second=second, average=average), parts
