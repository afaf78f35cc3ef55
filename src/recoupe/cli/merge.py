"""`recoupe merge`: coded reports in; incidents, stories, copies and pledges out."""

import typer

from recoupe.cli.streams import complain, input_lines, write_records
from recoupe.codec import decode_lines
from recoupe.model import CodedReport
from recoupe.pipeline.merging import merge_reports

__all__ = ["run"]


def run() -> None:
    """Merge coded reports: what `recoupe code` writes in, the ledger's records out, one JSON object a line.

    A line that is no coded report becomes a record of kind "failure"; the run goes on.
    """
    lines = list(decode_lines(input_lines("coded reports"), CodedReport))
    write_records(merge_reports(lines))
    if not any(isinstance(line, CodedReport) for line in lines):
        found = f"no line of {len(lines)} that could be read" if lines else "nothing"
        complain(f"standard input: expected coded reports, one JSON object a line, found {found}")
        raise typer.Exit(1)
