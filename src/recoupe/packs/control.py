"""Verbs that lend their object, rather than their subject, to the infinitive below them."""

from dataclasses import dataclass
from functools import cache

from recoupe.packs.files import folder, read_toml


@dataclass(frozen=True, slots=True)
class ControlPack:
    """Lemmas by what they do to the infinitive below them."""

    direct: frozenset[str]
    dative: frozenset[str]
    auxiliary: frozenset[str]
    """Verbs that with a bare infinitive only tell its time or manner («va partir»)."""


@cache
def load_control(lang: str) -> ControlPack:
    """Return the object-control verbs of a language."""
    data = read_toml(folder(lang) / "control.toml")
    return ControlPack(frozenset(data["direct"]), frozenset(data["dative"]), frozenset(data["auxiliary"]))
