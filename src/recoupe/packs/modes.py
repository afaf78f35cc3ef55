"""Words that tell the mode of an act where its trigger does not, or not the whole of it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from recoupe.errors import InvalidPack
from recoupe.ontology import load_ontology
from recoupe.packs.files import folder, read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class ModeRule:
    """One mode, the modes it may stand over, and the words that tell it."""

    type: str
    mode: str
    over: tuple[str | None, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Modes:
    """The rules of one language, in the order in which they are tried."""

    rules: tuple[ModeRule, ...]

    def told(self, kind: str, given: str | None, holds: Callable[[str], bool]) -> str | None:
        """Return the mode of an act of type `kind` whose trigger gives the mode `given`.

        `holds` tells whether words, by lemma or form, stand in the act's sentence.
        """
        for rule in self.rules:
            if rule.type == kind and given in rule.over and any(holds(word) for word in rule.words):
                return rule.mode
        return given


@cache
def load_modes(lang: str) -> Modes:
    """Return a language's rules; raises InvalidPack where a rule names a mode that its type does not have."""
    path = folder(lang) / "modes.toml"
    rules = tuple(_rule(row) for row in read_toml(path).get("rule", ()))
    known = {(kind.name, mode.name) for kind in load_ontology().types for mode in kind.modes}
    for rule in rules:
        for mode in (rule.mode, *filter(None, rule.over)):
            if (rule.type, mode) not in known:
                raise InvalidPack(str(path), f"{rule.type} has no mode '{mode}'")
    return Modes(rules=rules)


def _rule(row: dict[str, Any]) -> ModeRule:
    over = tuple(mode or None for mode in row["over"])
    return ModeRule(type=row["type"], mode=row["mode"], over=over, words=tuple(row["words"]))
