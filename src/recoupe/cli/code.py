"""`recoupe code`: reports in, coded reports out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from recoupe.cli.streams import complain, input_lines, write_records
from recoupe.config import Config, read_config
from recoupe.ingest import read_lines
from recoupe.model import CodedReport, Failure, Report
from recoupe.pipeline.coding import code_reports

__all__ = ["run"]


def run(
    *,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes; by default as many as cores once the input is long.")
    ] = None,
    config: Annotated[Path | None, typer.Option(help="A TOML file of settings.")] = None,
) -> None:
    """Code reports: one JSON object a line in, one coded report a line out, in the same order.

    A line that cannot be read becomes a record with `error`; the run goes on. The status is 1 only if no line
    could be read.
    """
    tally = _Tally()
    reports = tally.count_read(read_lines(input_lines("reports")))
    write_records(tally.count_coded(code_reports(reports, config=with_workers(read_config(config), workers))))
    tally.conclude()


def with_workers(config: Config, workers: int | None) -> Config:
    """Return the configuration with the number of workers that the command line names, if it names one."""
    return config if workers is None else replace(config, engine=replace(config.engine, workers=workers))


class _Tally:
    """Counts what passes by."""

    def __init__(self) -> None:
        self.lines = self.read = self.faults = 0

    def count_read(self, reports: Iterable[Report | Failure]) -> Iterator[Report | Failure]:
        for report in reports:
            self.lines += 1
            self.read += isinstance(report, Report)
            yield report

    def count_coded(self, records: Iterable[CodedReport]) -> Iterator[CodedReport]:
        for record in records:
            self.faults += record.error is not None
            yield record

    def conclude(self) -> None:
        if not self.lines:
            complain("recoupe: standard input: expected reports, one JSON object a line, found nothing")
        elif self.faults:
            complain(f"recoupe: {self.faults} of {self.lines} reports have an error; their field error says which")
        if not self.read:
            raise typer.Exit(1)
