"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["AsJson", "ConfigFile", "LedgerFile", "Workers"]

LedgerFile = Annotated[
    Path, typer.Option("--ledger", help="The ledger's file.", envvar="RECOUPE_LEDGER", show_envvar=True)
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line instead of a table.")]
ConfigFile = Annotated[Path | None, typer.Option("--config", help="A TOML file of settings.")]
Workers = Annotated[
    int | None,
    typer.Option("--workers", min=1, help="Processes; by default as many as cores once the input is long enough."),
]
