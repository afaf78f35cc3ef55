"""Verbs that lend their object, rather than their subject, to the infinitive below them."""

from dataclasses import dataclass
from functools import cache

from recoupe.packs.files import folder, read_toml


@dataclass(frozen=True, slots=True)
class ControlPack:
    """Lemmas of object control, by the form of the object."""

    direct: frozenset[str]
    dative: frozenset[str]


@cache
def load_control(lang: str) -> ControlPack:
    """Return the object-control verbs of a language."""
    data = read_toml(folder(lang) / "control.toml")
    return ControlPack(frozenset(data["direct"]), frozenset(data["dative"]))
