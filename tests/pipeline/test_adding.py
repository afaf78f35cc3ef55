"""Adding: nothing twice, nothing lost, however the run ends."""

import io
from dataclasses import replace

import pytest

from pipeline.fakes import fake_stages
from recoupe.config import Config
from recoupe.ingest import Settings, read
from recoupe.model import Failure, Report
from recoupe.pipeline.adding import Addition
from recoupe.pipeline.coding import Coder
from recoupe.pipeline.faults import DIED, OWN_FAULT
from recoupe.pipeline.merging import merge_reports
from recoupe.store import Ledger

REPORTS = [Report(id=f"r{number}", text=f"Le convoi {number} est parti.") for number in range(50)]


@pytest.fixture
def ledger(tmp_path):
    with Ledger(tmp_path / "ledger.db", create=True) as held:
        yield held


def code(reports):
    coder = Coder(stages=fake_stages(), config=Config())
    return (coder.code(report) for report in reports)


def add(ledger, reports, *, code=code, version="1"):
    said = []
    addition = Addition(ledger=ledger, code=code, config=Config(), version=version, notice=said.append)
    for _ in addition.add(reports):
        pass
    return addition.tally, said


def test_new_reports_are_kept_and_merged(ledger):
    tally, said = add(ledger, REPORTS[:3])
    assert (tally.added, tally.seen, tally.unread, said) == (3, 0, 0, [])
    assert [report.id for report in ledger.coded()] == ["r0", "r1", "r2"]
    assert ledger.unmerged() == 0
    assert sorted(report for story in ledger.stories() for report in story.reports) == ["r0", "r1", "r2"]


def test_a_report_seen_before_is_passed_over_whatever_its_id(ledger):
    add(ledger, REPORTS[:2])
    again = Report(id="another", text=REPORTS[0].text)
    tally, _ = add(ledger, [REPORTS[1], again, REPORTS[2], REPORTS[2]])
    assert (tally.added, tally.seen) == (1, 3)
    assert len(list(ledger.coded())) == 3


def test_another_text_under_a_known_id_is_refused(ledger):
    add(ledger, REPORTS[:1])
    tally, said = add(ledger, [Report(id="r0", text="Autre chose.")])
    assert (tally.added, tally.unread) == (0, 1)
    assert said == ["report r0: expected a new id, found one that another report in the ledger has"]


def test_failures_and_uncoded_reports_are_said_and_kept(ledger):
    failure = Failure(id="f:2", stage="ingest", reason="f:2: expected this, found that")
    tally, said = add(ledger, [failure, Report(id="k", text="Koira juoksi."), REPORTS[0]])
    assert (tally.added, tally.uncoded, tally.unread) == (2, 1, 1)
    assert len(said) == 2
    assert ledger.failures() == (failure,)
    assert [bool(report.error) for report in ledger.coded()] == [True, False]


def test_a_report_coded_without_its_bad_date_is_not_counted_as_uncoded(ledger):
    tally, said = add(ledger, [Report(id="r", text="Il est parti.", published="hier")])
    assert (tally.added, tally.uncoded, tally.misdated, len(said)) == (1, 0, 1, 1)


def failing(error, lang=None):
    def fail(reports):
        return (replace(coded, error=f"report r0: {error}", lang=lang, mentions=()) for coded in code(reports))

    return fail


@pytest.mark.parametrize(
    ("error", "lang", "version", "recoded"),
    [
        (f"{OWN_FAULT}: KeyError: 'x' (a.py:1)", None, "2", 1),
        (f"{OWN_FAULT}: KeyError: 'x' (a.py:1)", None, "1", 0),
        (DIED, None, "1", 1),
        ("no language pack for 'fr' (there are: en)", "fr", "1", 1),
        ("no language pack for 'fi' (there are: en)", "fi", "2", 0),
        ("expected a text, found no words", None, "2", 0),
    ],
)
def test_what_could_not_be_coded_is_tried_again_where_that_may_succeed(ledger, error, lang, version, recoded):
    add(ledger, REPORTS[:1], code=failing(error, lang))
    assert ledger.incidents() == ()
    tally, _ = add(ledger, REPORTS[:2], version=version)
    assert (tally.recoded, tally.added, tally.seen) == (recoded, 1, 1)
    assert [report.error is None for report in ledger.coded()] == [bool(recoded), True]
    assert ledger.unmerged() == 0
    assert len({key for incident in ledger.incidents() for key in incident.reports}) == 1 + recoded


def test_what_fails_again_is_not_tried_by_the_same_version_once_more(ledger):
    add(ledger, REPORTS[:1], code=failing(OWN_FAULT))
    assert add(ledger, [], code=failing(OWN_FAULT), version="2")[0].recoded == 0
    assert add(ledger, [], version="2")[0].recoded == 0
    assert add(ledger, [], version="3")[0].recoded == 1


def test_what_is_read_well_later_is_no_failure_any_more(ledger, tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()

    def add_folder():
        addition = Addition(ledger=ledger, code=code, config=Config(), version="1", notice=lambda _: None)
        reports = read([str(folder)], io.BytesIO(), settings=Settings(), begun=addition.begin)
        assert len(list(addition.add(reports))) == addition.tally.added
        return {failure.reason.split(" expected")[0] for failure in ledger.failures()}

    empty, other, lines = (folder / name for name in ("a.txt", "a.txt.gz", "b.jsonl"))
    empty.write_bytes(b"")
    other.write_bytes(b"plain")
    lines.write_text('{"id": "1"}\n{"id": "2"}\n')
    assert add_folder() == {f"{empty}:", f"{other}:", f"{lines}:1:", f"{lines}:2:"}
    empty.write_text("Il est parti.")
    lines.write_text('{"id": "1", "text": "Il est arrivé."}\n{"id": "2"}\n')
    assert add_folder() == {f"{other}:", f"{lines}:2:"}


@pytest.mark.parametrize("stop_after", [1, 20, 33])
def test_a_stopped_run_loses_nothing_and_the_next_repeats_nothing(tmp_path, stop_after):
    with Ledger(tmp_path / "stopped.db", create=True) as ledger:
        addition = Addition(ledger=ledger, code=code, config=Config(), version="1", notice=print)
        run = addition.add(REPORTS)
        for _ in range(stop_after):
            next(run)
        run.close()
        kept = [report.id for report in ledger.coded()]
        assert kept == [f"r{number}" for number in range(stop_after)]
        assert ledger.unmerged() == stop_after
        tally, _ = add(ledger, REPORTS)
        assert (tally.seen, tally.added) == (stop_after, 50 - stop_after)
        stopped = (*ledger.incidents(), *ledger.stories(), *ledger.pledges())
    with Ledger(tmp_path / "whole.db", create=True) as ledger:
        add(ledger, REPORTS)
        assert stopped == (*ledger.incidents(), *ledger.stories(), *ledger.pledges())


def test_a_run_that_was_killed_before_merging_is_merged_by_the_next(ledger):
    addition = Addition(ledger=ledger, code=code, config=Config(), version="1", notice=print)
    run = addition.add(REPORTS[:2])
    next(run)
    run.close()
    assert ledger.stories() == ()
    tally, _ = add(ledger, REPORTS[:1])
    assert tally.added == 0
    assert len(ledger.stories()) == 1


def test_merging_says_what_is_no_report_and_what_takes_anothers_id():
    coded = list(code(REPORTS[:1]))
    other = list(code([Report(id="r0", text="Autre chose.")]))
    empty = list(code([Report(id="e", text="")]))
    failure = Failure(id="x", stage="ingest", reason="line 4: expected")
    records = list(merge_reports([*coded, *coded, *other, *empty, failure]))
    errors = {record.id: record.error for record in records if record.kind == "failure"}
    assert errors == {
        "r0": "report r0: another report of this id came before",
        "e": "report e: expected a text, found no words",
        "x": "line 4: expected",
    }
    assert [record.reports for record in records if record.kind == "story"] == [("r0",)]
