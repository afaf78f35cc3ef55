"""The command `recoupe`: finds the module of the command that was asked for, and loads no other."""

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module, metadata
from typing import Annotated

import typer

from recoupe.cli.streams import complain
from recoupe.errors import RecoupeError

__all__ = ["COMMANDS", "main"]

COMMANDS = {
    "add": ("recoupe.cli.add", "Code reports and add them to a ledger."),
    "timeline": ("recoupe.cli.timeline", "List what happened, by the date of the events."),
    "show": ("recoupe.cli.show", "Show one incident or pledge: who says what of it, and where they disagree."),
    "pledges": ("recoupe.cli.pledges", "List what was announced, promised or threatened, and what became of it."),
    "reports": ("recoupe.cli.reports", "List the reports of a ledger, with what could not be read."),
    "code": ("recoupe.cli.code", "Filter: reports in, coded reports out (JSON lines)."),
    "merge": ("recoupe.cli.merge", "Filter: coded reports in; incidents, stories and pledges out (JSON lines)."),
    "actor": ("recoupe.cli.actor", "Filter: names in, actors out (JSON lines)."),
    "model": ("recoupe.cli.model", "Print what the language models are, and how well they read."),
    "schema": ("recoupe.cli.schema", "Write the JSON Schema of each record."),
}

FAILED = 1
USAGE = 2


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command; a fault of ours or of the caller's is one line on standard error."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    chosen = next((word for word in given if not word.startswith("-")), None)
    try:
        _app(chosen)(args=given, prog_name="recoupe")
    except RecoupeError as fault:
        complain(str(fault))
        sys.exit(USAGE)
    except OSError as fault:
        _drop_output()
        complain(f"{fault.filename or 'standard output'}: {fault.strerror or fault}")
        sys.exit(FAILED)


def _drop_output() -> None:
    """Lead what standard output still holds nowhere: at the end Python would try, and complain, again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError):
        os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _app(chosen: str | None) -> typer.Typer:
    """Return the application; only the chosen command's module is imported, as some need a language model."""
    app = typer.Typer(
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        help="Reads press reports and keeps a ledger of who did what to whom, when, where, and who says so.",
    )
    app.callback()(_options)
    for name, (module, says) in COMMANDS.items():
        run: Callable[..., None] = import_module(module).run if name == chosen else _not_loaded
        app.command(name, help=says)(run)
    return app


def _asked(value: bool) -> None:
    if value:
        typer.echo(metadata.version("recoupe"))
        raise typer.Exit


def _options(
    *,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", is_eager=True, callback=_asked)
    ] = False,
) -> None:
    """Stand for the options before a command."""


def _not_loaded() -> None:
    """Stand for a command in the list of commands."""
