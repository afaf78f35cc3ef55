"""Where the packs lie, and how their files are read."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from recoupe.errors import InvalidPack, UnsupportedLanguage

HERE = Path(__file__).parent


def languages() -> tuple[str, ...]:
    """ISO 639-1 codes of the languages that have a pack, sorted."""
    return tuple(sorted(path.parent.name for path in HERE.glob("*/pack.toml")))


def folder(lang: str) -> Path:
    """Return the folder of one language's pack; raises UnsupportedLanguage where there is none."""
    if lang not in languages():
        raise UnsupportedLanguage(lang, languages())
    return HERE / lang


@cache
def read_toml(path: Path) -> dict[str, Any]:
    """Return the content of a TOML file; raises InvalidPack with the place of the fault."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as fault:
        raise InvalidPack(str(path), str(fault)) from fault
