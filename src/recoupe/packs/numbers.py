"""How a language writes numbers, and what it counts in the news."""

from dataclasses import dataclass
from functools import cache

from recoupe.packs.files import folder, read_toml


@dataclass(frozen=True, slots=True)
class NumberPack:
    """Words of number of one language."""

    units: dict[str, int]
    """«trois» -> 3."""
    scales: dict[str, int]
    """«mille» -> 1000: multiplies what stands before."""
    vague: dict[str, tuple[int, int | None]]
    """«dizaines» -> bounds, inclusive; null where there is no upper one."""
    rough: dict[str, int]
    """«une vingtaine» -> 20, give or take."""
    above: tuple[str, ...]
    """«plus de»."""
    below: tuple[str, ...]
    """«moins de»."""
    least: tuple[str, ...]
    """«au moins»."""
    about: tuple[str, ...]
    """«environ»."""
    times: tuple[str, ...]
    """Nouns that count acts: «fois»."""
    measures: dict[str, str]
    """Lemma of the counted noun -> measure: «soldat» -> troops."""


@cache
def load_numbers(lang: str) -> NumberPack:
    """Return the number words of a language."""
    data = read_toml(folder(lang) / "numbers.toml")
    vague = {k: (v[0], v[1] if len(v) > 1 else None) for k, v in data["vague"].items()}
    measures = {lemma: measure for measure, lemmas in data["measures"].items() for lemma in lemmas}
    phrases = {k: tuple(data["bounds"][k]) for k in ("above", "below", "least", "about")}
    return NumberPack(
        units=data["units"],
        scales=data["scales"],
        vague=vague,
        rough=data["rough"],
        times=tuple(data["times"]),
        measures=measures,
        **phrases,
    )
