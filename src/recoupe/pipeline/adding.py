"""Adds reports to a ledger: codes what it has not seen, keeps it batch by batch, then merges."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from recoupe.codec import encode
from recoupe.config import Config
from recoupe.ingest import content_id
from recoupe.model import CodedReport, Failure, Report
from recoupe.pipeline.faults import is_coded, may_succeed
from recoupe.pipeline.merging import rebuild
from recoupe.store import Ledger, Taken

__all__ = ["Addition", "Tally"]

_BATCH = 20
"""Reports kept at once: a stop costs the coding of at most so many."""


@dataclass(slots=True, kw_only=True)
class Tally:
    """What a run did."""

    added: int = 0
    seen: int = 0
    uncoded: int = 0
    """Of the added: kept, but not coded."""
    misdated: int = 0
    """Of the added: coded without their date, as it is none."""
    recoded: int = 0
    """Of those that an earlier run could not code: coded now."""
    unread: int = 0

    @property
    def readable(self) -> int:
        return self.added + self.seen


@dataclass(kw_only=True)
class Addition:
    """One run of adding; `notice` hears of each failure and each report that could not be coded, as it happens."""

    ledger: Ledger
    code: Callable[[Iterable[Report]], Iterator[CodedReport]]
    """Codes reports in their order."""
    config: Config
    version: str
    notice: Callable[[str], None]
    tally: Tally = field(default_factory=Tally)
    _waiting: deque[tuple[Report, str | None]] = field(default_factory=deque)
    """Reports under way with the digest of the new ones; null: the ledger holds it already."""
    _ids: set[str] = field(default_factory=set)
    _digests: set[str] = field(default_factory=set)
    _taken: list[Taken] = field(default_factory=list)
    _again: list[CodedReport] = field(default_factory=list)
    _failures: list[Failure] = field(default_factory=list)
    _begun: list[str] = field(default_factory=list)
    _run: int = 0

    def begin(self, path: str) -> None:
        """Take what earlier runs could not read of this path as past: it is read again."""
        self._begun.append(path)

    def add(self, reports: Iterable[Report | Failure]) -> Iterator[str]:
        """Yield the id of each report once it is coded; what was coded is kept even when the run is stopped.

        A run that follows a stopped one passes over what is kept and goes on with the rest. What an earlier run
        could not code is tried first, where this one may do better.
        """
        self._run = self.ledger.begin_run(version=self.version, config=encode(self.config))
        try:
            for coded in self.code(chain(self._uncoded(), self._unseen(reports))):
                self._take(coded)
                yield coded.id
        finally:
            self._keep()
        if self.ledger.unmerged():
            rebuild(self.ledger)

    def _uncoded(self) -> Iterator[Report]:
        held = [kept for kept in self.ledger.faulty() if may_succeed(kept.coded, by=kept.version, now=self.version)]
        for kept in held:
            self._waiting.append((kept.report, None))
            yield kept.report

    def _unseen(self, reports: Iterable[Report | Failure]) -> Iterator[Report]:
        for report in reports:
            if isinstance(report, Failure):
                self._refuse(report)
            elif self._is_new(report):
                yield report

    def _is_new(self, report: Report) -> bool:
        digest = content_id(
            text=report.text,
            title=report.title,
            published=report.published,
            outlet=report.outlet,
            url=report.url,
        )
        if digest in self._digests or self.ledger.holder(digest):
            self.tally.seen += 1
            return False
        if report.id in self._ids or self.ledger.holds(report.id):
            reason = f"report {report.id}: expected a new id, found one that another report in the ledger has"
            self._refuse(Failure(id=report.id, stage="store", reason=reason))
            return False
        self._ids.add(report.id)
        self._digests.add(digest)
        self._waiting.append((report, digest))
        return True

    def _refuse(self, failure: Failure) -> None:
        self.tally.unread += 1
        self._failures.append(failure)
        self.notice(failure.reason)

    def _take(self, coded: CodedReport) -> None:
        report, digest = self._waiting.popleft()
        if coded.error:
            self.notice(coded.error)
        if digest is None:
            self.tally.recoded += is_coded(coded)
            self._again.append(coded)
        else:
            self.tally.added += 1
            self.tally.uncoded += not is_coded(coded)
            self.tally.misdated += coded.error is not None and is_coded(coded)
            self._taken.append(Taken(report=report, digest=digest, coded=coded))
        if len(self._taken) + len(self._again) >= _BATCH:
            self._keep()

    def _keep(self) -> None:
        self.ledger.forget(self._begun)
        self.ledger.keep(self._taken, self._failures, run=self._run)
        self.ledger.recode(self._again, run=self._run)
        self._taken, self._again, self._failures, self._begun = [], [], [], []
