"""`recoupe code`: reports in, coded reports out."""

from collections.abc import Iterable, Iterator

import typer

from recoupe.cli.options import ConfigFile, Workers
from recoupe.cli.streams import complain, input_lines, write_records
from recoupe.config import read_config, with_workers
from recoupe.ingest import read_lines
from recoupe.model import CodedReport, Failure, Report
from recoupe.pipeline.coding import code_reports

__all__ = ["run"]


def run(*, workers: Workers = None, config: ConfigFile = None) -> None:
    """Code reports: one JSON object a line in, one coded report a line out, in the same order.

    A line that cannot be read becomes a record with `error`; the run goes on. The status is 1 only if no line
    could be read.
    """
    tally = _Tally()
    reports = tally.count_read(read_lines(input_lines("reports")))
    write_records(tally.count_coded(code_reports(reports, config=with_workers(read_config(config), workers))))
    tally.conclude()


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
            complain("standard input: expected reports, one JSON object a line, found nothing")
        elif self.faults:
            complain(f"{self.faults} of {self.lines} records carry an error, see their field `error`")
        if not self.read:
            raise typer.Exit(1)
