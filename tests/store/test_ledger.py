"""The ledger's file: kept and derived, refused when it is not ours, safe for a second reader."""

import sqlite3
from contextlib import closing

import pytest

from recoupe.errors import ForeignLedger, UnreadableInput
from recoupe.model import (
    CodedReport,
    Failure,
    Incident,
    Party,
    Published,
    Report,
    Story,
    When,
    Where,
)
from recoupe.store import Derived, Ledger, Taken, Wanted

NOTHING = Derived(incidents=(), stories=(), copies=(), pledges=())


def taken(given, text="abc"):
    coded = CodedReport(
        id=given,
        lang="fr",
        outlet=None,
        url=None,
        credit=None,
        title=None,
        text=text,
        published=Published(value=None, basis="unknown"),
    )
    return Taken(report=Report(id=given, text=text), digest=f"digest of {given}", coded=coded)


def incident(  # noqa: PLR0913 (one keyword a column)
    given, *, day=None, last=None, kind="RETREAT", status="happened", where=None, actor=None
):
    party = Party(start=0, end=len(actor), text=actor, id=None, name=None, country=None) if actor else None
    place = where and Where(
        start=0,
        end=len(where),
        text=where,
        name=where,
        geonameid=1,
        lat=1.0,
        lon=1.0,
        country="MLI",
        precision_km=5.0,
    )
    when = day and When(start=0, end=1, text="x", value=day, earliest=day, latest=last or day, basis="stated")
    return Incident(
        id=given,
        type=kind,
        mode=None,
        title=given,
        mentions=("r/m1",),
        reports=("r",),
        independent_sources=1,
        when=when or None,
        where=place or None,
        actor=(party,) if party else (),
        recipient=(),
        status=status,
        disagreements=(),
        why=(),
        fulfils=None,
        confidence=1.0,
    )


@pytest.fixture
def path(tmp_path):
    return tmp_path / "ledger.db"


def test_what_is_kept_is_there_when_the_file_is_opened_again(path):
    with Ledger(path, create=True) as ledger:
        run = ledger.begin_run(version="1", config=b"{}")
        ledger.keep([taken("a"), taken("b")], [Failure(id="f", stage="ingest", reason="why")], run=run)
    with Ledger(path) as ledger:
        assert [report.id for report in ledger.coded()] == ["a", "b"]
        assert [report.id for report in ledger.coded(["b"])] == ["b"]
        assert ledger.failures() == (Failure(id="f", stage="ingest", reason="why"),)
        assert ledger.holds("a") == "digest of a"
        assert ledger.holder("digest of b") == "b"
        assert ledger.holds("c") is ledger.holder("c") is None


def test_a_batch_is_kept_as_a_whole_or_not_at_all(path):
    with Ledger(path, create=True) as ledger:
        run = ledger.begin_run(version="1", config=b"{}")
        ledger.keep([taken("a")], [], run=run)
        with pytest.raises(Exception, match="UNIQUE"):
            ledger.keep([taken("b"), taken("a")], [], run=run)
        assert [report.id for report in ledger.coded()] == ["a"]


def test_a_failure_met_again_is_kept_once(path):
    with Ledger(path, create=True) as ledger:
        for reason in ("first", "second"):
            run = ledger.begin_run(version="1", config=b"{}")
            ledger.keep([], [Failure(id="f", stage="ingest", reason=reason)], run=run)
        assert [failure.reason for failure in ledger.failures()] == ["second"]


def test_it_knows_how_many_reports_wait_to_be_merged(path):
    with Ledger(path, create=True) as ledger:
        run = ledger.begin_run(version="1", config=b"{}")
        ledger.keep([taken("a"), taken("b")], [], run=run)
        assert ledger.unmerged() == 2
        ledger.rebuild(NOTHING, merged=2)
        assert ledger.unmerged() == 0


def test_a_rebuild_replaces_all_that_was_derived(path):
    story = Story(id="s", title="t", incidents=(), reports=("r",))
    with Ledger(path, create=True) as ledger:
        ledger.rebuild(Derived(incidents=[incident("old")], stories=[story], copies=(), pledges=()), merged=1)
        assert ledger.stories() == (story,)
        ledger.rebuild(Derived(incidents=[incident("new")], stories=(), copies=(), pledges=()), merged=1)
        assert [held.id for held in ledger.incidents()] == ["new"]
        assert ledger.stories() == ()


INCIDENTS = [
    incident("undated", where="Kidal"),
    incident("march", day="2020-03-18", where="Gao", actor="L’armée"),
    incident("month", day="2020-03-01", last="2020-03-31", kind="AID"),
    incident("night", day="2020-04-02T21:00", status="future", where="Île-de-France"),
]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), ["month", "march", "night", "undated"]),
        (Wanted(start="2020-03-18"), ["month", "march", "night"]),
        (Wanted(start="2020-03-19"), ["month", "night"]),
        (Wanted(end="2020-03-18"), ["month", "march"]),
        (Wanted(start="2020-04-02", end="2020-04-02"), ["night"]),
        (Wanted(place="gao"), ["march"]),
        (Wanted(place="ile de france"), []),
        (Wanted(place="ile-de-france"), ["night"]),
        (Wanted(place="MLI"), ["march", "night", "undated"]),
        (Wanted(actor="armee"), ["march"]),
        (Wanted(type="aid"), ["month"]),
        (Wanted(status="future"), ["night"]),
        (Wanted(status="happened", place="kidal"), ["undated"]),
    ],
)
def test_incidents_are_found_by_the_date_of_the_event_and_by_name(path, wanted, found):
    with Ledger(path, create=True) as ledger:
        ledger.rebuild(Derived(incidents=INCIDENTS, stories=(), copies=(), pledges=()), merged=0)
        assert [held.id for held in ledger.incidents(wanted)] == found


def test_a_second_process_reads_while_the_first_writes(path):
    with Ledger(path, create=True) as writer, Ledger(path) as reader:
        run = writer.begin_run(version="1", config=b"{}")
        writer.keep([taken("a")], [], run=run)
        held = reader.coded()
        assert next(held).id == "a"
        writer.keep([taken("b")], [], run=run)
        assert [report.id for report in reader.coded()] == ["a", "b"]


def foreign_database(path):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE theirs (a)")


@pytest.mark.parametrize(
    ("make", "complaint"),
    [
        (lambda path: path.write_text("my notes"), "found a file of another kind"),
        (foreign_database, "found another program's database"),
        (lambda path: path.mkdir(), "found Is a directory"),
    ],
)
def test_a_file_that_is_not_ours_is_refused_and_left_as_it_was(path, make, complaint):
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(ForeignLedger, match=complaint):
        Ledger(path, create=True)
    assert sorted(path.parent.iterdir()) == [path]
    assert before is None or path.read_bytes() == before


def test_a_ledger_of_another_format_is_refused(path):
    Ledger(path, create=True).__exit__(None, None, None)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(ForeignLedger, match="expected a ledger of format 1, found format 99"):
        Ledger(path)


@pytest.mark.parametrize("start", [110, 4096])
def test_a_damaged_ledger_is_said(path, start):
    with Ledger(path, create=True) as ledger:
        ledger.keep([taken("a")], [], run=ledger.begin_run(version="1", config=b"{}"))
    content = path.read_bytes()
    path.write_bytes(content[:start] + b"\xff" * (len(content) - start))
    with Ledger(path) as ledger, pytest.raises(ForeignLedger, match="found damage"):
        list(ledger.coded())


def test_a_ledger_that_another_holds_is_said(path, monkeypatch):
    monkeypatch.setattr("recoupe.store.file._BUSY_SECONDS", 0)
    with Ledger(path, create=True) as ledger, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UnreadableInput, match="database is locked"):
            ledger.begin_run(version="1", config=b"{}")


def test_a_missing_ledger_is_not_made_by_reading(path):
    with pytest.raises(UnreadableInput, match="recoupe add makes one"):
        Ledger(path)
    assert not path.exists()


def test_a_ledger_in_no_folder_is_said(path):
    with pytest.raises(UnreadableInput, match="expected a place where a ledger can be written"):
        Ledger(path / "none" / "ledger.db", create=True)


def test_an_empty_file_becomes_a_ledger_only_when_asked(path):
    path.touch()
    with pytest.raises(UnreadableInput):
        Ledger(path)
    with Ledger(path, create=True) as ledger:
        assert ledger.incidents() == ()
