"""One report in, one coded report out: clean, detect, parse, annotate, extract."""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from traceback import extract_tb

from recoupe import clean
from recoupe.codec import iso_date
from recoupe.config import Config
from recoupe.engine import Work, map_ordered
from recoupe.errors import UnreadableInput, UnsupportedLanguage
from recoupe.model import Annotated, Cleaned, CodedReport, Failure, Mention, Parsed, Published, Report
from recoupe.packs.files import languages
from recoupe.pipeline.faults import BAD_DATE, DIED, OWN_FAULT
from recoupe.pipeline.stages import Stages, load_stages

__all__ = ["Coder", "code_reports"]

log = logging.getLogger(__name__)

_UNKNOWN = "unknown"


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
            return _uncoded(replace(report, text="", title=None), reason)
        try:
            return self._code(report)
        except UnsupportedLanguage as fault:
            lang = fault.lang if fault.lang != _UNKNOWN else None
            return _uncoded(replace(report, lang=lang), f"report {report.id}: {fault}")
        except Exception as fault:  # the top of a worker: one report must not stop the others
            log.debug("report %s could not be coded", report.id, exc_info=True)
            return _uncoded(report, f"report {report.id}: {OWN_FAULT}: {_where(fault)}")

    def _code(self, report: Report) -> CodedReport:
        published = _given(report)
        cleaned = clean.clean(report if published else replace(report, published=None, published_evidence=None))
        lang = self._language(cleaned)
        parsed = self.stages.parse(cleaned, lang)
        annotated = self._annotate(parsed, published)
        mentions = self.stages.extract(annotated, "m")
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
            mentions=mentions,
            title_mentions=self._title_mentions(report, lang, annotated.published),
            figures=self.stages.figures(annotated, mentions),
            error=_bad_date(report) if report.published and not published else None,
        )

    def _language(self, cleaned: Cleaned) -> str:
        report = cleaned.report
        if report.lang:
            lang: str | None = report.lang.lower().replace("_", "-").split("-")[0]
        else:
            kept = (report.text[start:end] for start, end in cleaned.kept)
            lang = self.stages.detect("\n".join((report.title or "", *kept)))
        if lang not in languages():
            raise UnsupportedLanguage(lang or _UNKNOWN, languages())
        return lang

    def _annotate(self, parsed: Parsed, published: Published | None) -> Annotated:
        """Annotate against the report's date: when none is given, against the one that its times imply."""
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
        """Code the title as a text of its own, against the date of the text."""
        if not report.title or not report.title.strip():
            return ()
        titled = replace(report, text=report.title, title=None, places=report.places and ())
        parsed = self.stages.parse(clean.clean_title(titled), lang)
        return self.stages.extract(self._annotate(parsed, published), "t")


@dataclass(frozen=True, kw_only=True)
class _CoderBuilder:
    """Builds the worker function in whichever process asks; equal configurations build it once."""

    config: Config

    def __call__(self) -> Callable[[Report | Failure], CodedReport]:
        return Coder(stages=load_stages(), config=self.config).code


def code_reports(reports: Iterable[Report | Failure], *, config: Config) -> Iterator[CodedReport]:
    """Yield the coded report of each, in their order, whatever the number of workers."""
    work = Work(build=_CoderBuilder(config=config), weigh=_chars, give_up=_given_up)
    return map_ordered(work, reports, settings=config.engine)


def _where(fault: Exception) -> str:
    """Return what an unforeseen fault is and the line of ours that it came from."""
    frames = extract_tb(fault.__traceback__)
    last = next((frame for frame in reversed(frames) if "recoupe" in frame.filename), frames[-1])
    return f"{type(fault).__name__}: {fault} ({Path(last.filename).name}:{last.lineno})"


def _chars(report: Report | Failure) -> int:
    return len(report.text) + len(report.title or "") if isinstance(report, Report) else 0


def _given_up(report: Report | Failure) -> CodedReport:
    if isinstance(report, Failure):
        return _unread(report)
    return _uncoded(report, f"report {report.id}: {DIED}")


def _given(report: Report) -> Published | None:
    day = iso_date(report.published) if report.published else None
    evidence = (report.published_evidence,) if report.published_evidence else ()
    return Published(value=day, basis="given", evidence=evidence) if day else None


def _bad_date(report: Report) -> str:
    return str(UnreadableInput(f"report {report.id}", BAD_DATE, repr(report.published)))


def _unread(failure: Failure) -> CodedReport:
    return _uncoded(Report(id=failure.id, text=""), failure.reason)


def _uncoded(report: Report, reason: str) -> CodedReport:
    return CodedReport(
        id=report.id,
        lang=report.lang,
        outlet=report.outlet,
        url=report.url,
        credit=None,
        title=report.title,
        text=report.text,
        published=_given(report) or Published(value=None, basis="unknown"),
        error=reason,
    )
