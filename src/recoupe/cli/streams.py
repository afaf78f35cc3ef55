"""Standard input and output of the filters: lines of bytes in, lines of JSON out."""

import sys
from collections.abc import Iterable, Iterator

import typer

from recoupe.codec import encode

__all__ = ["complain", "input_lines", "write_records"]


def input_lines(what: str) -> Iterator[bytes]:
    """Yield the lines of standard input; a terminal is refused, as nobody types JSON."""
    if sys.stdin.isatty():
        raise typer.BadParameter(f"give {what} on standard input, one JSON object a line")
    yield from sys.stdin.buffer


def write_records(records: Iterable[object]) -> None:
    """Write each record as a line as soon as it is there."""
    for record in records:
        sys.stdout.buffer.write(encode(record) + b"\n")
        sys.stdout.buffer.flush()


def complain(line: str) -> None:
    """Write one line to standard error."""
    typer.echo(f"recoupe: {' '.join(line.split())}", err=True)
