"""The best tree is one tree, and the best one."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from recoupe.parse.trees import best_tree


def is_tree(heads: tuple[int, ...]) -> bool:
    if heads.count(0) != 1:
        return False
    for start in range(1, len(heads) + 1):
        node, steps = start, 0
        while node and steps <= len(heads):
            node, steps = heads[node - 1], steps + 1
        if node:
            return False
    return True


@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.integers(0, 1000), min_size=n * (n + 1), max_size=n * (n + 1))))
def test_no_other_tree_scores_higher(values: list[int]) -> None:
    size = next(n for n in range(1, 5) if n * (n + 1) == len(values))
    scores = np.array(values, dtype=np.float32).reshape(size, size + 1)
    scores[np.arange(size), np.arange(1, size + 1)] = -1e9
    found = tuple(best_tree(scores).tolist())
    assert is_tree(found)
    best = max(
        float(scores[range(size), heads].sum())
        for heads in (tuple(h) for h in product(range(size + 1), repeat=size))
        if is_tree(heads)
    )
    assert float(scores[range(size), found].sum()) >= best - 1e-3


def test_two_words_that_point_at_each_other_are_parted() -> None:
    scores = np.array([[1, -1e9, 9], [0, 9, -1e9]], dtype=np.float32)
    assert best_tree(scores).tolist() == [0, 1]
