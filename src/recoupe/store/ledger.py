"""The ledger: reports and what was coded of them are kept; incidents, stories, copies and pledges are derived."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import Engine, Row, Select, Table, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from recoupe.codec import SCHEMA_VERSION, decode, encode
from recoupe.model import CodedReport, Copies, Failure, Incident, Pledge, Report, Story
from recoupe.store import tables
from recoupe.store.file import open_file
from recoupe.store.queries import Wanted, matches

__all__ = ["Derived", "Faulty", "Ledger", "Taken"]

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A report with the digest of its content and what was coded of it."""

    report: Report
    digest: str
    coded: CodedReport


@dataclass(frozen=True, slots=True, kw_only=True)
class Faulty:
    """A report whose coded record carries an error, with the version that coded it."""

    report: Report
    coded: CodedReport
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """All that follows from the coded reports."""

    incidents: Sequence[Incident]
    stories: Sequence[Story]
    copies: Sequence[Copies]
    pledges: Sequence[Pledge]


class Ledger:
    """One SQLite file; several processes may read it while one writes."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open a ledger; raises ForeignLedger for another's file, UnreadableInput where there is none."""
        self._engine: Engine = open_file(path, create=create)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._engine.dispose()

    def begin_run(self, *, version: str, config: bytes) -> int:
        """Note who writes and with which settings; returns the run's number."""
        row = {"version": version, "schema_version": SCHEMA_VERSION, "config": config}
        with self._engine.begin() as connection:
            return int(connection.execute(insert(tables.runs).values(row).returning(tables.runs.c.id)).scalar_one())

    def holds(self, report_id: str) -> str | None:
        """Return the digest of the report of this id, null if there is none."""
        return self._text(select(tables.reports.c.digest).where(tables.reports.c.id == report_id))

    def holder(self, digest: str) -> str | None:
        """Return the id of the report of this content, null if there is none."""
        return self._text(select(tables.reports.c.id).where(tables.reports.c.digest == digest))

    def keep(self, taken: Sequence[Taken], failures: Sequence[Failure], *, run: int) -> None:
        """Keep reports and failures in one transaction: all of them are there afterwards, or none."""
        with self._engine.begin() as connection:
            if taken:
                connection.execute(insert(tables.reports), [_report_row(item, run) for item in taken])
                connection.execute(insert(tables.coded), [_coded_row(item.coded) for item in taken])
            for failure in failures:
                row = {"id": failure.id, "stage": failure.stage, "reason": failure.reason, "run": run}
                connection.execute(upsert(tables.failures).values(row).on_conflict_do_update(["id"], set_=row))

    def forget(self, paths: Iterable[str]) -> None:
        """Drop the failures of these files and of lines in them."""
        failures = tables.failures.c
        with self._engine.begin() as connection:
            for path in paths:
                begins = func.substr(failures.reason, 1, len(path) + 1) == f"{path}:"
                connection.execute(delete(tables.failures).where(begins))

    def recode(self, coded: Sequence[CodedReport], *, run: int) -> None:
        """Put records in place of those that the ledger holds of the same reports; they wait to be merged again."""
        merged = tables.state.c
        with self._engine.begin() as connection:
            for record in coded:
                row = _coded_row(record)
                connection.execute(update(tables.coded).where(tables.coded.c.id == record.id).values(row))
                connection.execute(update(tables.reports).where(tables.reports.c.id == record.id).values(run=run))
            left = func.max(merged.value - len(coded), 0)
            connection.execute(update(tables.state).where(merged.name == "merged").values(value=left))

    def faulty(self) -> Iterator[Faulty]:
        """Yield the reports whose record carries an error, in the order in which they were added."""
        query = (
            select(tables.reports.c.record, tables.coded.c.record.label("coded"), tables.runs.c.version)
            .join(tables.coded)
            .join(tables.runs)
            .where(tables.coded.c.error.is_not(None))
            .order_by(tables.reports.c.position)
        )
        for row in self._rows(query):
            report, coded = decode(row.record, Report, where="ledger"), decode(row.coded, CodedReport, where="ledger")
            yield Faulty(report=report, coded=coded, version=row.version)

    def coded(self, ids: Iterable[str] | None = None) -> Iterator[CodedReport]:
        """Yield the coded reports, or those of these ids, in the order in which they were added."""
        query = select(tables.coded.c.record).join(tables.reports).order_by(tables.reports.c.position)
        if ids is not None:
            query = query.where(tables.coded.c.id.in_(tuple(ids)))
        yield from self._records(query, CodedReport)

    def failures(self) -> tuple[Failure, ...]:
        """Return what could not be read, by id."""
        query = select(tables.failures).order_by(tables.failures.c.id)
        return tuple(Failure(id=row.id, stage=row.stage, reason=row.reason) for row in self._rows(query))

    def unmerged(self) -> int:
        """Return how many reports were added or coded again since the derived records were last built."""
        count = select(func.count()).select_from(tables.coded)
        merged = select(tables.state.c.value).where(tables.state.c.name == "merged")
        with self._engine.connect() as connection:
            return int(connection.execute(count).scalar() or 0) - int(connection.execute(merged).scalar() or 0)

    def rebuild(self, derived: Derived, *, merged: int) -> None:
        """Put the derived records of `merged` reports in place of all earlier ones, in one transaction."""
        with self._engine.begin() as connection:
            for table, rows in _derived_rows(derived):
                connection.execute(delete(table))
                if rows:
                    connection.execute(insert(table), rows)
            row = {"name": "merged", "value": merged}
            connection.execute(upsert(tables.state).values(row).on_conflict_do_update(["name"], set_=row))

    def incidents(self, wanted: Wanted | None = None) -> tuple[Incident, ...]:
        """Return the incidents that are wanted by date, those without one last."""
        wanted = wanted or Wanted()
        query = wanted.narrow(select(tables.incidents.c.record)).order_by(
            tables.incidents.c.earliest.is_(None), tables.incidents.c.earliest, tables.incidents.c.position
        )
        return tuple(incident for incident in self._records(query, Incident) if matches(incident, wanted))

    def stories(self) -> tuple[Story, ...]:
        return tuple(self._derived(tables.stories, Story))

    def copies(self) -> tuple[Copies, ...]:
        return tuple(self._derived(tables.copies, Copies))

    def pledges(self) -> tuple[Pledge, ...]:
        return tuple(self._derived(tables.pledges, Pledge))

    def _derived(self, table: Table, kind: type[Record]) -> Iterator[Record]:
        return self._records(select(table.c.record).order_by(table.c.position), kind)

    def _records(self, query: Select[Any], kind: type[Record]) -> Iterator[Record]:
        for row in self._rows(query):
            yield decode(row.record, kind, where="ledger")

    def _rows(self, query: Select[Any]) -> Iterator[Row[Any]]:
        with self._engine.connect() as connection:
            yield from connection.execute(query)

    def _text(self, query: Select[Any]) -> str | None:
        with self._engine.connect() as connection:
            value = connection.execute(query).scalar()
        return None if value is None else str(value)


def _report_row(item: Taken, run: int) -> dict[str, object]:
    return {"id": item.report.id, "digest": item.digest, "run": run, "record": encode(item.report)}


def _coded_row(coded: CodedReport) -> dict[str, object]:
    return {"id": coded.id, "error": coded.error, "record": encode(coded)}


def _derived_rows(derived: Derived) -> Iterator[tuple[Table, list[dict[str, object]]]]:
    yield tables.incidents, [_incident_row(at, incident) for at, incident in enumerate(derived.incidents)]
    yield tables.stories, [_row(at, story.id, story) for at, story in enumerate(derived.stories)]
    yield tables.pledges, [_row(at, pledge.id, pledge) for at, pledge in enumerate(derived.pledges)]
    yield tables.copies, [_row(at, copies.of, copies) for at, copies in enumerate(derived.copies)]


def _row(at: int, given: str, record: object) -> dict[str, object]:
    return {"id": given, "position": at, "record": encode(record)}


def _incident_row(at: int, incident: Incident) -> dict[str, object]:
    when = incident.when
    return {
        "id": incident.id,
        "position": at,
        "type": incident.type,
        "status": incident.status,
        "earliest": when.earliest if when else None,
        "latest": when.latest if when else None,
        "confidence": incident.confidence,
        "record": encode(incident),
    }
