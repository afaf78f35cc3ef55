"""Rows for people: a table on a terminal, aligned columns without colour or cuts when piped."""

from collections.abc import Iterable, Mapping, Sequence

import typer
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

__all__ = ["short_id", "write_rows"]

_WHOLE = ("DATE", "STATUS", "STATE", "DEADLINE", "ID")
"""Columns whose cells are not broken over lines."""
_GAP = "  "
_ID_CHARS = 6


def short_id(given: str) -> str:
    """Return enough of an id to tell it from the others by sight; `show` accepts any beginning."""
    return given.rsplit("-", 1)[-1][:_ID_CHARS]


def write_rows(heads: Sequence[str], rows: Iterable[Sequence[str]], *, styles: Mapping[str, str] | None = None) -> None:
    """Write rows under their heads; `styles` colours cells by their first word."""
    console = Console()
    if console.is_terminal:
        table = Table(box=None, header_style="dim", pad_edge=False)
        for head in heads:
            table.add_column(head, overflow="fold", no_wrap=head in _WHOLE)
        for row in rows:
            table.add_row(*(_cell(cell, styles or {}) for cell in row))
        console.print(table)
        return
    held = [tuple(heads), *(tuple(row) for row in rows)]
    widths = [max(cell_len(row[column]) for row in held) for column in range(len(heads))]
    for row in held:
        cells = (cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True))
        typer.echo(_GAP.join(cells).rstrip())


def _cell(cell: str, styles: Mapping[str, str]) -> Text:
    return Text(cell, style=styles.get(cell, ""))
