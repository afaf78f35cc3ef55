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
Phrase = tuple[str, ...]
"""Words in a row, each a lemma or a form in lower case."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a trigger's arguments stand, in order of preference, in terms of Universal Dependencies.

    The realisations are told at the head of `packs/<lang>/frames.toml`.
    """

    name: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    symmetric: bool = False


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of a trigger; the fields are told at the head of `packs/<lang>/frames.toml`."""

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
    object: tuple[Phrase, ...] = ()
    object_is_town: bool = False
    """The fixed objects name towns («ville», "town"): then the name of a place will do."""
    not_object: frozenset[str] = frozenset()
    not_context: tuple[Phrase, ...] = ()
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


_TOWNS = frozenset({"ville", "village", "city", "town"})
_KEYS = frozenset(
    {"id", "lemmas", "pos", "mode", "frame", "support", "particle", "reflexive", "object", "needs"}
    | {"not_object", "not_context", "ambiguity", "match", "no_match", "actor_sector"}
)


def _frames(path: Path) -> dict[str, Frame]:
    found = {}
    for name, row in read_toml(path).items():
        actor, recipient = tuple(row.get("actor", ())), tuple(row.get("recipient", ()))
        found[name] = Frame(name, actor, recipient, name.endswith("symmetric"))
    return found


def _support(values: list[str]) -> tuple[tuple[str, Role], ...]:
    pairs: list[tuple[str, Role]] = []
    for value in values:
        verb, _, role = value.partition(":")
        pairs.append((verb, "recipient" if role == "recipient" else "actor"))
    return tuple(pairs)


@dataclass(frozen=True, slots=True)
class _Source:
    """What the senses of one file refer to."""

    path: Path
    type: str
    frames: dict[str, Frame]
    arguments: dict[str, list[str]]
    topics: dict[str, list[str]]

    def expand(self, words: list[str], classes: dict[str, list[str]]) -> tuple[str, ...]:
        """Replace each «@class» by its members."""
        found: list[str] = []
        for word in words:
            if not word.startswith("@"):
                found.append(word)
            elif word[1:] in classes:
                found.extend(classes[word[1:]])
            else:
                raise InvalidPack(str(self.path), f"no class '{word}' in classes.toml")
        return tuple(dict.fromkeys(found))


def _sense(row: dict[str, Any], source: _Source) -> Sense:
    unknown = set(row) - _KEYS
    if unknown:
        raise InvalidPack(f"{source.path}: sense {row.get('id')}", f"unknown keys {sorted(unknown)}")
    if row["frame"] not in source.frames:
        raise InvalidPack(f"{source.path}: sense {row['id']}", f"no frame '{row['frame']}' in frames.toml")
    lists = {k: tuple(row.get(k, ())) for k in ("lemmas", "actor_sector", "match", "no_match")}
    not_context = source.expand(row.get("not_context", []), source.arguments | source.topics)
    return Sense(
        id=row["id"],
        type=source.type,
        pos=row["pos"],
        frame=source.frames[row["frame"]],
        mode=row.get("mode") or None,
        needs=row.get("needs", "political"),
        ambiguity=row.get("ambiguity", "low"),
        reflexive=bool(row.get("reflexive", False)),
        particle=row.get("particle", ""),
        support=_support(row.get("support", [])),
        object=tuple(split_words(phrase) for phrase in row.get("object", ())),
        object_is_town=bool(_TOWNS.intersection(row.get("object", ()))),
        not_object=frozenset(source.expand(row.get("not_object", []), source.topics | source.arguments)),
        not_context=tuple(split_words(phrase) for phrase in not_context),
        **lists,
    )


@cache
def split_words(lemma: str) -> Phrase:
    """Split a lemma of several words as the tokenizer would: at blanks and after apostrophes."""
    return tuple(lemma.lower().replace("’", "'").replace("'", "' ").split())


def _participles(lang: str, lemma: str) -> tuple[str, ...]:
    """Return what a verb's past participle is called where the tagger takes it for an adjective."""
    data = read_toml(folder(lang) / "participles.toml")
    irregular = data["irregular"].get(lemma)
    if irregular:
        return (irregular,)
    return tuple(lemma.removesuffix(end) + to for end, to in data["regular"] if lemma.endswith(end))[:1]


def _index(lang: str, senses: list[Sense]) -> dict[str, tuple[tuple[tuple[str, ...], Sense], ...]]:
    index: dict[str, list[tuple[tuple[str, ...], Sense]]] = {}
    for sense in senses:
        for lemma in sense.lemmas:
            words = split_words(lemma)
            index.setdefault(words[0], []).append((words, sense))
            if sense.pos == "VERB":
                for participle in _participles(lang, words[0]):
                    index.setdefault(participle, []).append((words, sense))
    return {k: tuple(sorted(v, key=lambda e: (-len(e[0]), e[1].id))) for k, v in index.items()}


@cache
def load_events(lang: str) -> EventPack:
    """Return the event senses of a language; raises InvalidPack where a file breaks the form."""
    base = folder(lang)
    frames = _frames(base / "frames.toml")
    classes = read_toml(base / "classes.toml")
    senses: list[Sense] = []
    for path in sorted((base / "events").glob("*.toml")):
        source = _Source(path, path.stem.upper(), frames, classes["arguments"], classes["topics"])
        senses.extend(_sense(row, source) for row in read_toml(path).get("sense", []))
    return EventPack(lang, frames, tuple(senses), _index(lang, senses))
