"""`recoupe actor`: names in, actors out."""

import typer

from recoupe.cli.streams import complain, input_lines, write_records
from recoupe.codec import decode_lines
from recoupe.model import ActorQuery
from recoupe.pipeline.naming import answer

__all__ = ["run"]


def run() -> None:
    """Resolve names: {"id", "text", "context", "date"} in, one actor a line out, in the same order.

    What the actor base does not know stays null. A line that cannot be read becomes a record with `error`.
    """
    read = False
    for query in decode_lines(input_lines("names"), ActorQuery):
        read = read or isinstance(query, ActorQuery)
        write_records([answer(query)])
    if not read:
        complain('standard input: expected names, one {"id", "text"} a line, found none')
        raise typer.Exit(1)
