"""`recoupe add`: reports into a ledger."""

import sys
from collections.abc import Iterable
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from recoupe.cli.options import ConfigFile, LedgerFile, Workers
from recoupe.cli.streams import complain
from recoupe.cli.words import count
from recoupe.config import read_config, with_workers
from recoupe.ingest import read
from recoupe.pipeline.adding import Addition, Tally
from recoupe.pipeline.coding import code_reports
from recoupe.store import Ledger

__all__ = ["run"]

_STOPPED = 130


def run(
    paths: Annotated[
        list[str], typer.Argument(help="Text, HTML or JSONL files, folders, patterns; - for standard input.")
    ],
    *,
    ledger: LedgerFile = Path("recoupe.db"),
    workers: Workers = None,
    config: ConfigFile = None,
) -> None:
    """Code the reports that the ledger has not seen, and merge them into it.

    A stopped run loses nothing: run it again and it goes on. The status is 1 only if nothing could be read.
    """
    settings = with_workers(read_config(config), workers)
    with Ledger(ledger, create=True) as held:
        addition = Addition(
            ledger=held,
            code=partial(code_reports, config=settings),
            config=settings,
            version=metadata.version("recoupe"),
            notice=complain,
        )
        try:
            reports = read(paths, sys.stdin.buffer, settings=settings.ingest, begun=addition.begin)
            _follow(addition.add(reports))
        except KeyboardInterrupt:
            complain(f"stopped; {_kept(addition.tally)}. Run the same command again to go on")
            raise typer.Exit(_STOPPED) from None
        typer.echo(f"{ledger}: {_kept(addition.tally)}")
        typer.echo(f"{ledger}: {_holds(held)}")
        if not addition.tally.readable:
            raise typer.Exit(1)


def _follow(done: Iterable[str]) -> None:
    """Run through the work; on a terminal, show how far it is."""
    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.completed} reports coded"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("coding", total=None)
        for _ in done:
            progress.advance(task)


def _kept(tally: Tally) -> str:
    return (
        f"{count(tally.added, 'report')} added"
        + (f" ({tally.uncoded} of them not coded)" if tally.uncoded else "")
        + (f" ({tally.misdated} of them coded without their date)" if tally.misdated else "")
        + (f", {tally.recoded} kept before coded now" if tally.recoded else "")
        + (f", {tally.seen} seen before" if tally.seen else "")
        + (f", {tally.unread} could not be read" if tally.unread else "")
    )


def _holds(ledger: Ledger) -> str:
    pledges = count(len(ledger.pledges()), "pledge")
    stories = "1 story" if len(ledger.stories()) == 1 else f"{len(ledger.stories())} stories"
    return f"{count(len(ledger.incidents()), 'incident')}, {stories}, {pledges} in all"
