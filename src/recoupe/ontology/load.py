"""Reads the ontology's files into records, and refuses what does not fit together."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from recoupe.errors import InvalidPack
from recoupe.ontology.records import QUAD_CODES, Coding, EventType, Mode, Named, Ontology, Sector, SubEvent

_HERE = Path(__file__).parent


@cache
def load_ontology() -> Ontology:
    """Return the ontology; raises InvalidPack where its files contradict one another."""
    return read_ontology(_HERE)


def read_ontology(folder: Path) -> Ontology:
    """Read an ontology from a folder of the same form; types come in the order of their file names."""
    sectors = _read(folder / "sectors.toml")
    ontology = Ontology(
        types=tuple(_type(path) for path in sorted((folder / "types").glob("*.toml"))),
        contexts=tuple(Named(name=k, meaning=v) for k, v in _read(folder / "contexts.toml").items()),
        roles=tuple(Named(name=r["name"], meaning=r["meaning"]) for r in _read(folder / "roles.toml")["role"]),
        sectors=tuple(_sector(row) for row in sectors["sector"]),
        international=tuple(_sector(row) for row in sectors["international"]),
        cameo=tuple((code, _coding(row)) for code, row in _read(folder / "cameo.toml").items()),
        sub_events=tuple(_sub_event(row) for row in _read(folder / "acled.toml")["sub_event"]),
    )
    _check(ontology, folder)
    return ontology


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as fault:
        raise InvalidPack(str(path), str(fault)) from fault


def _type(path: Path) -> EventType:
    row = _read(path)
    if row["quad"] not in QUAD_CODES:
        raise InvalidPack(str(path), f"quad must be one of {', '.join(QUAD_CODES)}, not '{row['quad']}'")
    if row["name"].lower() != path.stem:
        raise InvalidPack(str(path), f"holds the type {row['name']}; name the file {row['name'].lower()}.toml")
    return EventType(
        name=row["name"],
        meaning=row["meaning"],
        quad=row["quad"],
        score=row["score"],
        recipient_required=row["recipient_required"],
        future_as=row.get("future_as", row["name"]),
        modes=tuple(_mode(mode) for mode in row.get("mode", ())),
        notes=tuple(row["notes"]),
        labels=tuple(row["label"].items()),
    )


def _mode(row: dict[str, Any]) -> Mode:
    contexts = tuple(row.get("contexts", ()))
    return Mode(name=row["name"], meaning=row["meaning"], score=row.get("score"), contexts=contexts)


def _sector(row: dict[str, Any]) -> Sector:
    return Sector(code=row["code"], name=row["name"], secondary=row.get("secondary", False))


def _coding(row: dict[str, Any]) -> Coding:
    return Coding(type=row["type"], mode=row.get("mode"), contexts=tuple(row.get("contexts", ())))


def _sub_event(row: dict[str, Any]) -> SubEvent:
    exports = tuple((kind, mode or None) for kind, _, mode in (x.partition("/") for x in row.get("exports", ())))
    coding = _coding(row) if "type" in row else None
    return SubEvent(event_type=row["event_type"], name=row["name"], coding=coding, exports=exports)


def _check(ontology: Ontology, folder: Path) -> None:
    """Refuse types, modes and contexts that are named but nowhere defined."""
    contexts = {context.name for context in ontology.contexts}
    modes: set[tuple[str, str | None]] = {(k.name, mode.name) for k in ontology.types for mode in k.modes}
    modes |= {(kind.name, None) for kind in ontology.types}
    codings = [(f"cameo.toml: {code}", coding) for code, coding in ontology.cameo]
    codings += [(f"acled.toml: {s.name}", s.coding) for s in ontology.sub_events if s.coding]
    codings += [
        (f"acled.toml: {s.name}", Coding(type=kind, mode=mode)) for s in ontology.sub_events for kind, mode in s.exports
    ]
    codings += [
        (f"types: {kind.name}", Coding(type=kind.future_as, mode=None, contexts=mode.contexts))
        for kind in ontology.types
        for mode in (*kind.modes, Mode(name="", meaning="", score=None))
    ]
    for where, coding in codings:
        if (coding.type, coding.mode) not in modes:
            raise InvalidPack(f"{folder}/{where}", f"no type and mode {coding.type} {coding.mode}")
        if unknown := set(coding.contexts) - contexts:
            raise InvalidPack(f"{folder}/{where}", f"no context {', '.join(sorted(unknown))}")
