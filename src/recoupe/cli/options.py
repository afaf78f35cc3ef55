"""Options that several commands share."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from recoupe.config import Config

__all__ = ["AsJson", "ConfigFile", "LedgerFile", "Workers", "with_workers"]

LedgerFile = Annotated[
    Path, typer.Option("--ledger", help="The ledger's file.", envvar="RECOUPE_LEDGER", show_envvar=True)
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line instead of a table.")]
ConfigFile = Annotated[Path | None, typer.Option("--config", help="A TOML file of settings.")]
Workers = Annotated[
    int | None,
    typer.Option("--workers", min=1, help="Processes; by default as many as cores once the input is long enough."),
]


def with_workers(config: Config, workers: int | None) -> Config:
    """Return the configuration with the number of workers that the command line names, if it names one."""
    return config if workers is None else replace(config, engine=replace(config.engine, workers=workers))
