"""Trigger senses of the sixteen event types, with the frames that place their arguments."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from recoupe.errors import InvalidPack
from recoupe.packs.files import folder, read_toml

Needs = Literal["political", "actor", "recipient", "both", "none"]
Ambiguity = Literal["low", "medium", "high"]
Role = Literal["actor", "recipient"]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a trigger's arguments stand, in order of preference, in terms of Universal Dependencies.

    A realisation is a relation («nsubj»), a relation with its preposition («obl:contre»), or
    «amod:nationality» / «nmod:poss».
    """

    name: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    symmetric: bool = False


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of a trigger; see `packs/README.md` for the meaning of each field."""

    id: str
    type: str
    lemmas: tuple[str, ...]
    pos: str
    frame: Frame
    mode: str | None = None
    needs: Needs = "political"
    ambiguity: Ambiguity = "low"
    reflexive: bool = False
    particle: str = ""
    support: tuple[tuple[str, Role], ...] = ()
    object: tuple[str, ...] = ()
    not_object: tuple[str, ...] = ()
    not_context: tuple[str, ...] = ()
    actor_sector: tuple[str, ...] = ()
    match: tuple[str, ...] = ()
    no_match: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventPack:
    """The senses of one language, found by the first word of their lemma."""

    lang: str
    frames: dict[str, Frame]
    senses: tuple[Sense, ...]
    index: dict[str, tuple[tuple[tuple[str, ...], Sense], ...]]
    """First word (lower case) -> (all words of the lemma, sense), longest first."""


_KEYS = frozenset(
    {"id", "lemmas", "pos", "mode", "frame", "support", "particle", "reflexive", "object", "needs"}
    | {"not_object", "not_context", "ambiguity", "match", "no_match", "actor_sector"}
)


def _frames(path: Path) -> dict[str, Frame]:
    found = {}
    for name, row in read_toml(path).get("frames", {}).items():
        actor, recipient = tuple(row.get("actor", ())), tuple(row.get("recipient", ()))
        found[name] = Frame(name, actor, recipient, bool(row.get("symmetric", False)))
    return found


def _support(values: list[str]) -> tuple[tuple[str, Role], ...]:
    pairs: list[tuple[str, Role]] = []
    for value in values:
        verb, _, role = value.partition(":")
        pairs.append((verb, "recipient" if role == "recipient" else "actor"))
    return tuple(pairs)


def _sense(row: dict[str, Any], event_type: str, frames: dict[str, Frame], path: Path) -> Sense:
    unknown = set(row) - _KEYS
    if unknown:
        raise InvalidPack(f"{path}: sense {row.get('id')}", f"unknown keys {sorted(unknown)}")
    if row["frame"] not in frames:
        raise InvalidPack(f"{path}: sense {row['id']}", f"no frame '{row['frame']}' in frames.toml")
    lists = {
        k: tuple(row.get(k, ()))
        for k in ("object", "not_object", "not_context", "actor_sector", "match", "no_match")
    }
    return Sense(
        id=row["id"],
        type=event_type,
        lemmas=tuple(row["lemmas"]),
        pos=row["pos"],
        frame=frames[row["frame"]],
        mode=row.get("mode") or None,
        needs=row.get("needs", "political"),
        ambiguity=row.get("ambiguity", "low"),
        reflexive=bool(row.get("reflexive", False)),
        particle=row.get("particle", ""),
        support=_support(row.get("support", [])),
        **lists,
    )


def split_words(lemma: str) -> tuple[str, ...]:
    """Split a lemma of several words as the tokenizer would: at blanks and after apostrophes."""
    return tuple(lemma.lower().replace("’", "'").replace("'", "' ").split())


@cache
def load_events(lang: str) -> EventPack:
    """Return the event senses of a language; raises InvalidPack where a file breaks the form."""
    base = folder(lang)
    frames = _frames(base / "frames.toml")
    senses: list[Sense] = []
    for path in sorted((base / "events").glob("*.toml")):
        rows = read_toml(path).get("sense", [])
        senses.extend(_sense(row, path.stem.upper(), frames, path) for row in rows)
    index: dict[str, list[tuple[tuple[str, ...], Sense]]] = {}
    for sense in senses:
        for lemma in sense.lemmas:
            words = split_words(lemma)
            index.setdefault(words[0], []).append((words, sense))
    ordered = {k: tuple(sorted(v, key=lambda e: (-len(e[0]), e[1].id))) for k, v in index.items()}
    return EventPack(lang, frames, tuple(senses), ordered)
