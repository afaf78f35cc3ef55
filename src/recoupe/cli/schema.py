"""`recoupe schema`: the JSON Schema of each record."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from recoupe.codec import schemas

__all__ = ["run"]


def run(
    *, out: Annotated[Path | None, typer.Option(help="Folder for one file a record; else standard output.")] = None
) -> None:
    """Write the JSON Schema of each record that the filters read and write."""
    for name, schema in schemas().items():
        if out is None:
            sys.stdout.buffer.write(schema)
        else:
            out.mkdir(parents=True, exist_ok=True)
            (out / f"{name}.json").write_bytes(schema)
            typer.echo(str(out / f"{name}.json"))
