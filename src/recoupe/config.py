"""Every stage's settings in one frozen tree, read from one TOML file."""

import tomllib
from dataclasses import dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import msgspec
from rapidfuzz import process

from recoupe.clean import Settings as CleanSettings
from recoupe.engine import Settings as EngineSettings
from recoupe.errors import InvalidSetting
from recoupe.ingest import Settings as IngestSettings

__all__ = ["Config", "read_config", "with_workers"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The resolved configuration; each part is declared beside the code it steers."""

    clean: CleanSettings = field(default_factory=CleanSettings)
    engine: EngineSettings = field(default_factory=EngineSettings)
    ingest: IngestSettings = field(default_factory=IngestSettings)


def read_config(path: Path | None) -> Config:
    """Return the configuration of a TOML file, or the defaults; raises InvalidSetting for what is not known."""
    if path is None:
        return Config()
    try:
        held = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise InvalidSetting(str(path), str(fault)) from fault
    _refuse_unknown(held, Config, "")
    try:
        return msgspec.convert(held, Config)
    except msgspec.ValidationError as fault:
        raise InvalidSetting(str(path), str(fault)) from fault


def with_workers(config: Config, workers: int | None) -> Config:
    """Return the configuration with the number of workers that the command line names, if it names one."""
    return config if workers is None else replace(config, engine=replace(config.engine, workers=workers))


def _refuse_unknown(held: dict[str, Any], kind: type, path: str) -> None:
    known = {each.name: each.type for each in fields(kind)}
    for key, value in held.items():
        if key not in known:
            nearest = process.extractOne(key, list(known))
            hint = f"; the nearest known one is {path}{nearest[0]}" if nearest else ""
            raise InvalidSetting(f"{path}{key}", f"no such setting{hint}")
        inner = known[key]
        if isinstance(value, dict) and isinstance(inner, type) and is_dataclass(inner):
            _refuse_unknown(value, inner, f"{path}{key}.")
