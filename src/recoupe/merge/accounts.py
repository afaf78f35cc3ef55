"""A mention with what its report lends it: the unit that merging blocks, compares and clusters."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from recoupe.merge.dates import Days, bounds, days_of
from recoupe.merge.names import Face, face
from recoupe.merge.terms import Vector, rarity_of, stems, weigh, words_of
from recoupe.model import CodedReport, Mention
from recoupe.packs.merging import recalls, sequels, truces

LEAD = 400
"""Characters of the text that, with the title, say what a report is about."""

TELLING = 3.0
"""Rarity from which a word is more than a joint of the sentence."""
BESIDE = 2
"""Words before a trigger that can qualify it."""


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A report as merging needs it."""

    report: CodedReport

    @property
    def id(self) -> str:
        return self.report.id

    @cached_property
    def published(self) -> Days | None:
        return bounds(self.report.published.value)

    @property
    def opening(self) -> str:
        """Title and first lines: what the report is about."""
        return f"{self.report.title or ''}\n{self.report.text[:LEAD]}"

    @cached_property
    def topic(self) -> Vector:
        return weigh(stems(self.opening), *rarity_of(self.report.lang))

    @cached_property
    def source(self) -> str:
        """Who stands behind the report: the credited agency, else the outlet, else the report alone."""
        return (self.report.credit or self.report.outlet or f"report {self.report.id}").casefold()


@dataclass(frozen=True, kw_only=True)
class Account:
    """One mention, its report, and what comparison asks of them, computed once."""

    sheet: Sheet
    mention: Mention
    in_title: bool

    @cached_property
    def key(self) -> str:
        return f"{self.sheet.id}/{self.mention.id}"

    @property
    def sentence(self) -> str:
        """The words of the mention's sentence, as published."""
        start, end = self.mention.sentence
        report = self.sheet.report
        return (report.title or "" if self.in_title else report.text)[start:end]

    @property
    def span(self) -> tuple[bool, int, int]:
        """The place of the sentence: in the title or not, start, end."""
        return (self.in_title, *self.mention.sentence)

    @cached_property
    def sequel(self) -> frozenset[str]:
        """Words beside the trigger or in the parties that set it off from an earlier one: «autres», «new»."""
        start, trigger = self.mention.sentence[0], self.mention.trigger
        before = words_of(self.sentence[: max(0, trigger.start - start)])[-BESIDE:]
        parties = (word for one in (*self.mention.actor, *self.mention.recipient) for word in words_of(one.text))
        return sequels(self.sheet.report.lang) & {*before, *parties}

    @cached_property
    def of_truce(self) -> bool:
        """Whether its sentence speaks of a truce."""
        return not truces(self.sheet.report.lang).isdisjoint(words_of(self.sentence))

    @cached_property
    def recalled(self) -> bool:
        """The announcement itself lies back: «avaient précédemment promis», "had agreed earlier"."""
        start, trigger = self.mention.sentence[0], self.mention.trigger
        before = words_of(self.sentence[: max(0, trigger.start - start)])
        return self.mention.background or not recalls(self.sheet.report.lang).isdisjoint(before)

    @cached_property
    def days(self) -> Days | None:
        """When it happened, as the report says; None where the day is only that of the report."""
        return None if self.presumed else days_of(self.mention.when)

    @property
    def presumed(self) -> bool:
        """Whether the time is not told but taken over from the report: it then quotes the trigger itself."""
        when, trigger = self.mention.when, self.mention.trigger
        return when is not None and when.basis == "published" and when.start == trigger.start

    @cached_property
    def told(self) -> Days | None:
        """When it was told."""
        return self.sheet.published

    @cached_property
    def actors(self) -> tuple[Face, ...]:
        return tuple(face(party) for party in self.mention.actor)

    @cached_property
    def recipients(self) -> tuple[Face, ...]:
        return tuple(face(party) for party in self.mention.recipient)

    @cached_property
    def words(self) -> Vector:
        return weigh(stems(self.sentence), *rarity_of(self.sheet.report.lang))

    @cached_property
    def trigger(self) -> frozenset[str]:
        """Stems of the words that name the act; «to», «un» of a longer trigger name nothing."""
        rarity, unseen = rarity_of(self.sheet.report.lang)
        found = frozenset(stems(self.mention.trigger.text))
        return frozenset(word for word in found if rarity.get(word, unseen) >= TELLING) or found

    def names_act_of(self, other: "Account") -> bool:
        """Whether two triggers are one word, or share half of theirs («arrest», "arrest warrant")."""
        shared = len(self.trigger & other.trigger)
        return 2 * shared >= len(self.trigger | other.trigger) > 0

    @cached_property
    def place_name(self) -> str | None:
        """Folded name of the place, however it was resolved."""
        where = self.mention.where
        return " ".join(stems(where.name or where.text)) if where else None

    @cached_property
    def announced(self) -> bool:
        """Nothing has been done yet, as this mention tells it."""
        status, days, told = self.mention.status, self.days, self.told
        if status == "possible":
            # «aurait tué hier»: a claim about the past, held back; «pourrait frapper»: an act to come.
            return not (days and told and days.last <= told.last)
        return status == "future"


def accounts_of(reports: Iterable[CodedReport]) -> tuple[tuple[Sheet, ...], tuple[Account, ...]]:
    """Return sheets and accounts in an order that does not depend on that of the reports."""
    sheets = tuple(Sheet(report=report) for report in _once(sorted(reports, key=lambda report: report.id)))
    found = [
        Account(sheet=sheet, mention=mention, in_title=in_title)
        for sheet in sheets
        for in_title, mentions in ((True, sheet.report.title_mentions), (False, sheet.report.mentions))
        for mention in mentions
    ]
    return sheets, tuple(sorted(found, key=lambda account: account.key))


def _once(reports: Sequence[CodedReport]) -> Iterable[CodedReport]:
    last = None
    for report in reports:
        if report.id != last:
            yield report
        last = report.id
