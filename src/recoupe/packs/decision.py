"""The weights by which evidence decides whether a trigger names an event."""

from dataclasses import dataclass
from functools import cache
from math import exp

from recoupe.packs.files import folder, read_toml


@dataclass(frozen=True, slots=True)
class DecisionPack:
    """A logistic model over named features, trained by `tools/train_decision.py`."""

    bias: float
    threshold: float
    """The least probability at which an event is reported."""
    weights: dict[str, float]

    def probability(self, features: tuple[str, ...]) -> float:
        """Return the probability that an event is told; features it never saw weigh nothing."""
        total = self.bias + sum(self.weights.get(name, 0.0) for name in features)
        return 1.0 / (1.0 + exp(-total))


@cache
def load_decision(lang: str) -> DecisionPack:
    """Return the decision weights of a language."""
    data = read_toml(folder(lang) / "decision.toml")
    return DecisionPack(data["bias"], data["threshold"], data["weights"])
