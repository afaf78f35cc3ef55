"""The order of the stages; the only module that knows it."""

import importlib
import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from recoupe import clean
from recoupe.codec import digest
from recoupe.config import Config
from recoupe.engine import Work, map_ordered
from recoupe.errors import RecoupeError, UnreadableInput, UnsupportedLanguage
from recoupe.ingest import iso_date
from recoupe.model import (
    Actor,
    ActorAnswer,
    ActorQuery,
    Annotated,
    Cleaned,
    CodedReport,
    Copies,
    Failure,
    Figure,
    Incident,
    Mention,
    Parsed,
    Place,
    Pledge,
    Published,
    Quote,
    Report,
    ResolvedActor,
    Story,
    Time,
    Unread,
)
from recoupe.packs.files import languages

__all__ = ["Coder", "Stages", "answer", "code_reports", "merge_reports", "model_card", "stages"]

log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Stages:
    """The stages between cleaning and the coded report, as functions: tests put theirs here."""

    detect: Callable[[str], str | None]
    parse: Callable[[Cleaned, str], Parsed]
    times: Callable[[Parsed, str | None], tuple[Time, ...]]
    infer_published: Callable[[Parsed, tuple[Time, ...]], Published]
    places: Callable[[Parsed], tuple[Place, ...]]
    actors: Callable[[Parsed, tuple[Place, ...], str | None], tuple[Actor, ...]]
    quotes: Callable[[Parsed, tuple[Actor, ...]], tuple[Quote, ...]]
    extract: Callable[[Annotated], tuple[Mention, ...]]
    figures: Callable[[Annotated], tuple[Figure, ...]]


@dataclass(frozen=True, kw_only=True)
class Coder:
    """Codes one report at a time; pure but for the models that its stages hold."""

    stages: Stages
    config: Config

    def code(self, report: Report | Failure) -> CodedReport:
        """Return everything that can be coded of the report; what can't be is said in its `error`."""
        if isinstance(report, Failure):
            return _unread(report)
        reason = clean.fault(report, self.config.clean)
        if reason:
            return _empty(report, reason)
        try:
            return self._code(report)
        except UnsupportedLanguage as fault:
            return _empty(report, f"report {report.id}: {fault}")
        except Exception as fault:  # the top of a worker: one report must not stop the others
            log.exception("report %s could not be coded", report.id)
            return _empty(report, f"report {report.id}: a fault of Recoupe itself ({type(fault).__name__}: {fault})")

    def _code(self, report: Report) -> CodedReport:
        cleaned = clean.clean(report)
        lang = self._language(cleaned)
        parsed = self.stages.parse(cleaned, lang)
        given = iso_date(report.published) if report.published else None
        published = _given(report, given) if given else None
        annotated = self._annotate(parsed, published)
        return CodedReport(
            id=report.id,
            lang=lang,
            outlet=report.outlet,
            url=report.url,
            credit=cleaned.credit,
            title=report.title,
            text=report.text,
            published=annotated.published,
            removed=cleaned.removed,
            names=parsed.names,
            times=annotated.times,
            places=annotated.places,
            actors=annotated.actors,
            quotes=annotated.quotes,
            mentions=self.stages.extract(annotated),
            title_mentions=self._title_mentions(report, lang, annotated.published),
            figures=self.stages.figures(annotated),
            error=None if given or not report.published else _bad_date(report),
        )

    def _language(self, cleaned: Cleaned) -> str:
        report = cleaned.report
        words = "\n".join((report.title or "", *(report.text[start:end] for start, end in cleaned.kept)))
        lang = report.lang.lower().replace("_", "-").split("-")[0] if report.lang else self.stages.detect(words)
        if lang not in languages():
            raise UnsupportedLanguage(lang or "unknown", languages())
        return lang

    def _annotate(self, parsed: Parsed, published: Published | None) -> Annotated:
        """Annotate against the report's date: when it is not given, against the one that its times imply."""
        times = self.stages.times(parsed, published.value if published else None)
        if published is None:
            published = self.stages.infer_published(parsed, times)
            if published.value:
                times = self.stages.times(parsed, published.value)
        places = self.stages.places(parsed)
        actors = self.stages.actors(parsed, places, published.value)
        quotes = self.stages.quotes(parsed, actors)
        return Annotated(parsed=parsed, published=published, times=times, places=places, actors=actors, quotes=quotes)

    def _title_mentions(self, report: Report, lang: str, published: Published) -> tuple[Mention, ...]:
        """Code the title as a text of its own; its mentions' ids begin with «t» so that they differ from the text's."""
        if not report.title or not report.title.strip():
            return ()
        titled = replace(report, text=report.title, title=None, places=report.places and ())
        parsed = self.stages.parse(clean.clean_title(titled), lang)
        mentions = self.stages.extract(self._annotate(parsed, published))
        return tuple(replace(mention, id=f"t{mention.id}") for mention in mentions)


def stages() -> Stages:
    """Return the real stages, their models loaded on first use."""
    parser = _stage("recoupe.parse", "Parser")
    detect = _stage("recoupe.parse", "detect")
    times = _stage("recoupe.annotate.times", "annotate_times")
    infer = _stage("recoupe.annotate.times", "infer_published")
    places = _stage("recoupe.annotate.places", "annotate_places")
    actors = _stage("recoupe.annotate.actors", "annotate_actors")
    quotes = _stage("recoupe.annotate.quotes", "annotate_quotes")
    extract = _stage("recoupe.extract", "extract")
    figures = _stage("recoupe.extract", "figures")
    held = parser(()) if parser else None
    return Stages(
        detect=detect or (lambda _: "fr"),
        parse=held.parse if held else _words_only,
        times=(lambda parsed, published: times(parsed, published=published)) if times else lambda *_: (),
        infer_published=infer or (lambda *_: Published(value=None, basis="unknown")),
        places=places or (lambda _: ()),
        actors=(lambda parsed, places, published: actors(parsed, places=places, published=published))
        if actors
        else lambda *_: (),
        quotes=(lambda parsed, actors: quotes(parsed, actors=actors)) if quotes else lambda *_: (),
        extract=extract if extract and held else lambda _: (),
        figures=figures if figures and held else lambda _: (),
    )


def _stage(module: str, name: str) -> Any:
    try:
        return getattr(importlib.import_module(module), name, None)
    except ImportError:
        return None


def _words_only(cleaned: Cleaned, lang: str) -> Parsed:
    return Parsed(
        cleaned=cleaned,
        lang=lang,
        words=(),
        starts=(),
        ends=(),
        lemmas=(),
        upos=(),
        feats=(),
        heads=(),
        deprels=(),
        sentences=(),
        names=(),
    )


@dataclass(frozen=True, kw_only=True)
class _CoderBuilder:
    """Builds the worker function in whichever process asks; equal configurations build it once."""

    config: Config

    def __call__(self) -> Callable[[Report | Failure], CodedReport]:
        return Coder(stages=stages(), config=self.config).code


def code_reports(reports: Iterable[Report | Failure], *, config: Config) -> Iterator[CodedReport]:
    """Yield the coded report of each, in their order, whatever the number of workers."""
    work = Work(build=_CoderBuilder(config=config), weigh=_chars, give_up=_given_up)
    return map_ordered(work, reports, settings=config.engine)


def answer(query: ActorQuery | Failure) -> ActorAnswer:
    """Return whom a name stands for; what is unknown stays null."""
    if isinstance(query, Failure):
        return _answer(query.id, None, query.reason)
    resolve = _stage("recoupe.annotate.actors", "resolve_actor")
    given = query.id or digest(query.text, query.context, query.date)
    day = iso_date(query.date) if query.date else None
    found = resolve(query.text, context=query.context, date=day) if resolve else None
    bad = query.date and not day
    return _answer(given, found, f"expected an ISO date, found {query.date!r}" if bad else None)


def _answer(given: str, found: ResolvedActor | None, error: str | None) -> ActorAnswer:
    return ActorAnswer(
        id=given,
        actor=found.id if found else None,
        name=found.name if found else None,
        kind=found.kind if found else None,
        country=found.country if found else None,
        sectors=found.sectors if found else (),
        rule=found.rule if found else "",
        error=error,
    )


def merge_reports(reports: Iterable[CodedReport | Failure]) -> Iterator[Incident | Story | Copies | Pledge | Unread]:
    """Yield the ledger of the coded reports; a line that is none, or that takes another's id, is said first."""
    held: dict[str, CodedReport] = {}
    for report in reports:
        if isinstance(report, Failure):
            yield Unread(id=report.id, error=report.reason)
        elif report.error and not (report.text or report.title):
            yield Unread(id=report.id, error=report.error)
        elif held.setdefault(report.id, report) != report:
            yield Unread(id=report.id, error=f"report {report.id}: another report of this id came before")
    merge = _stage("recoupe.merge", "merge")
    if merge is None:
        return
    merged = merge(tuple(held.values()))
    yield from merged.incidents
    yield from merged.stories
    yield from merged.copies
    yield from merged.pledges


def model_card() -> str:
    """Return what the language models are, and how well they read."""
    return str(_stage("recoupe.parse", "model_card")())


def _chars(report: Report | Failure) -> int:
    return len(report.text) + len(report.title or "") if isinstance(report, Report) else 0


def _given_up(report: Report | Failure) -> CodedReport:
    if isinstance(report, Failure):
        return _unread(report)
    return _empty(report, f"report {report.id}: the process that coded it died (out of memory?)")


def _given(report: Report, day: str) -> Published:
    evidence = (report.published_evidence,) if report.published_evidence else ()
    return Published(value=day, basis="given", evidence=evidence)


def _bad_date(report: Report) -> str:
    expected = "an ISO date or date-time in published (the report is coded without it)"
    return str(UnreadableInput(f"report {report.id}", expected, repr(report.published)))


def _unread(failure: Failure) -> CodedReport:
    return CodedReport(
        id=failure.id,
        lang=None,
        outlet=None,
        url=None,
        credit=None,
        title=None,
        text="",
        published=Published(value=None, basis="unknown"),
        error=failure.reason,
    )


def _empty(report: Report, reason: str) -> CodedReport:
    given = iso_date(report.published) if report.published else None
    return CodedReport(
        id=report.id,
        lang=report.lang,
        outlet=report.outlet,
        url=report.url,
        credit=None,
        title=None,
        text="",
        published=_given(report, given) if given else Published(value=None, basis="unknown"),
        error=reason,
    )
