"""What words say about the reality of an act: negation, mood, adverbs, and the verbs and nouns that govern it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast, get_args

from recoupe.errors import InvalidPack
from recoupe.model.mentions import Status
from recoupe.packs.files import folder, read_toml

Slot = Literal["clause", "infinitive", "noun", "subject"]
"""How an act stands under its governor: a finite clause, an infinitive, its logical object, its logical subject."""

Effect = Literal["happened", "denied", "future", "possible", "keep"]
Kind = Literal["verb", "noun", "adjective"]

_KINDS: dict[str, Kind] = {"verbs": "verb", "nouns": "noun", "adjectives": "adjective"}
_SLOTS = get_args(Slot)
_CLASS_KEYS = {"id", "example", "counter", "phrases", *_SLOTS, *_KINDS}


@dataclass(frozen=True, slots=True, eq=False)
class Signature:
    """What a governor makes of an act, by the governor's own status («happened», «denied past» …)."""

    id: str
    effects: dict[str, Effect]

    def effect(self, status: Status, *, past: bool) -> Effect:
        """Return the effect for a governor of this status; `past` when it is told as accomplished."""
        accomplished = self.effects.get(f"{status} past") if past else None
        return accomplished or self.effects.get(status, "keep")


@dataclass(frozen=True, slots=True, eq=False)
class Governor:
    """A class of words that govern acts alike."""

    id: str
    slots: dict[Slot, Signature]
    phrases: tuple[str, ...] = ()
    example: tuple[str, str, Status] | None = None
    counter: tuple[str, str, Status] | None = None


@dataclass(frozen=True, slots=True)
class StatusPack:
    """Knowledge of one language; word lists are lower case."""

    lang: str
    words: dict[str, frozenset[str]]
    """List of words by its path in the file: «negation.adverbs», «prepositions.denied»."""
    governors: dict[tuple[Kind, str], tuple[Governor, ...]]
    """(kind, «[se ]lemma[ marker]») -> classes, in the order of the file."""
    classes: tuple[Governor, ...]
    auxiliaries: dict[str, Effect]
    forms: dict[str, str]
    """Present forms of the governing verbs -> lemma, for taggers that take them for nouns («dément», "vows")."""

    def has(self, path: str, word: str) -> bool:
        """Tell whether a word stands in a list."""
        return word in self.words.get(path, frozenset())


def _signatures(path: Path, rows: dict[str, dict[str, str]]) -> dict[str, Signature]:
    found = {}
    for name, effects in rows.items():
        wrong = set(effects.values()) - set(get_args(Effect))
        if wrong:
            raise InvalidPack(f"{path}: signatures.{name}", f"unknown effects {sorted(wrong)}")
        found[name] = Signature(name, cast("dict[str, Effect]", dict(effects)))
    return found


def _governor(path: Path, row: dict[str, Any], signatures: dict[str, Signature]) -> Governor:
    unknown = set(row) - _CLASS_KEYS
    if unknown or "id" not in row:
        raise InvalidPack(f"{path}: class {row.get('id')}", f"unknown keys {sorted(unknown)}, or no id")
    slots: dict[Slot, Signature] = {}
    for slot in _SLOTS:
        name = row.get(slot)
        if name is not None and name not in signatures:
            raise InvalidPack(f"{path}: class {row['id']}", f"no signature '{name}'")
        if name is not None:
            slots[slot] = signatures[name]
    example, counter = (tuple(row[k]) if k in row else None for k in ("example", "counter"))
    return Governor(row["id"], slots, tuple(row.get("phrases", ())), cast("Any", example), cast("Any", counter))


def _word_lists(content: dict[str, Any]) -> dict[str, frozenset[str]]:
    lists = {}
    for section, table in content.items():
        if not isinstance(table, dict) or section == "forms":
            continue
        for name, values in table.items():
            if isinstance(values, list):
                lists[f"{section}.{name}"] = frozenset(str(v).replace("’", "'") for v in values)
    for name in ("subordinators.condition", "subordinators.inverted"):
        firsts = {phrase.partition(" ")[0] for phrase in lists.get(name, ())}
        lists["subordinators.first words"] = lists.get("subordinators.first words", frozenset()) | firsts
    return lists


def _forms(lang: str, content: dict[str, Any], verbs: set[str]) -> dict[str, str]:
    """Build the third persons of regular verbs; the irregular ones stand in the file."""
    found = {}
    for key in sorted(verbs):
        verb = key.removeprefix("se ").removeprefix("s'").partition(" ")[0]
        if lang == "fr" and verb.endswith("er"):
            found[verb[:-1]] = verb
            found[verb[:-2] + "ent"] = verb
        elif lang == "en":
            ending = "es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s"
            found[verb[:-1] + "ies" if verb.endswith(("ry", "ny", "fy", "ly")) else verb + ending] = verb
    found.update({form: lemma for lemma, forms in content.get("forms", {}).items() for form in forms})
    return found


@cache
def load_status(lang: str) -> StatusPack:
    """Return a language's knowledge of status; raises InvalidPack where the file breaks the form."""
    path = folder(lang) / "status.toml"
    content = read_toml(path)
    signatures = _signatures(path, content["signatures"])
    governors: dict[tuple[Kind, str], tuple[Governor, ...]] = {}
    classes = []
    for row in content["class"]:
        governor = _governor(path, row, signatures)
        classes.append(governor)
        for list_name, kind in _KINDS.items():
            for key in dict.fromkeys(row.get(list_name, ())):
                entry = (kind, key.replace("’", "'"))
                governors[entry] = (*governors.get(entry, ()), governor)
    auxiliaries = cast("dict[str, Effect]", dict(content.get("auxiliaries", {})))
    forms = _forms(lang, content, {name for kind, name in governors if kind == "verb"})
    return StatusPack(lang, _word_lists(content), governors, tuple(classes), auxiliaries, forms)
