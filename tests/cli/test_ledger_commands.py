"""The ledger as a user meets it: add, ask, stop, ask again."""

import json
import re
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from cli.running import ROOT, complaints, lines, recoupe

pytestmark = pytest.mark.model

WITHDRAWAL = (
    "Title: L'armée française quitte Gao\nOutlet: Le Littoral\nDate: 2021-05-05\n\n"
    "L'armée française s'est retirée mardi 4 mai 2021 de la base de Gao, a annoncé le ministère malien de la Défense."
)
STRIKE = (
    "Title: Russian strike kills nine in Kharkiv\nOutlet: The Harbour Post\nDate: 2021-06-02\n\n"
    "Russian forces attacked the city of Kharkiv on Tuesday, killing nine people, Ukrainian officials said."
)
BAD = {
    "empty.txt": b"",
    "picture.txt": b"\x89PNG\r\n\x1a\n\x00\x00",
    "broken.txt": "é".encode() + b"\xc3 la",
    "lines.jsonl": b'{"id": "good", "text": "Le convoi est parti de Gao."}\n{"id": "bad"}\n',
    "finnish.txt": "Kapinalliset hyökkäsivät kaupunkiin tiistaina, kertoivat viranomaiset.".encode(),
    "long.txt": b"mot " * 5_000_000,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("reports")
    (place / "a.txt").write_text(WITHDRAWAL, encoding="utf-8")
    (place / "b.txt").write_text(STRIKE, encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def ledger(folder):
    file = folder / "ledger.db"
    done = recoupe("add", folder / "a.txt", folder / "b.txt", "--ledger", file)
    assert lines(done)[0].endswith("ledger.db: 2 reports added")
    return file


def cells(line):
    return re.split(r" {2,}", line)


def test_adding_again_adds_nothing(ledger, folder):
    done = recoupe("add", folder / "*.txt", "--ledger", ledger)
    assert lines(done)[0].endswith("0 reports added, 2 seen before")


def test_the_timeline_shows_what_happened_when_and_where(ledger):
    head, *rows = lines(recoupe("timeline", "--ledger", ledger))
    assert cells(head)[:4] == ["DATE", "STATUS", "ACT", "BY"]
    retreat = next(row for row in rows if "retreat" in row)
    assert cells(retreat)[:2] == ["2021-05-04", "● happened"]
    assert "Gao" in retreat
    assert "\x1b" not in "".join(rows)


@pytest.mark.parametrize(
    ("filters", "there", "absent"),
    [
        (["--from", "2021-06-01"], "Kharkiv", "Gao"),
        (["--to", "2021-05-31"], "Gao", "Kharkiv"),
        (["--from", "2021-05", "--to", "2021-05"], "Gao", "Kharkiv"),
        (["--from", "2021-06", "--to", "2021"], "Kharkiv", "Gao"),
        (["--place", "gao"], "Gao", "Kharkiv"),
        (["--actor", "russian"], "Kharkiv", "Gao"),
        (["--type", "retreat"], "Gao", "Kharkiv"),
        (["--status", "happened", "--type", "ASSAULT"], "Kharkiv", "Gao"),
    ],
)
def test_the_timeline_is_filtered(ledger, filters, there, absent):
    shown = recoupe("timeline", "--ledger", ledger, *filters).stdout.decode()
    assert there in shown
    assert absent not in shown


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (["--from", "hier"], "expected a day, month or year"),
        (["--to", "2021-13"], "expected a day, month or year"),
        (["--type", "WAR"], "expected one of ACCUSE"),
        (["--status", "done"], "expected one of happened, future, possible, denied"),
    ],
)
def test_a_filter_that_means_nothing_is_a_usage_fault(ledger, filters, expected):
    said = " ".join(recoupe("timeline", "--ledger", ledger, *filters, status=2).stderr.decode().split())
    assert expected in said.replace("│ ", "")


def test_json_is_one_incident_a_line(ledger):
    records = [json.loads(line) for line in lines(recoupe("timeline", "--json", "--ledger", ledger))]
    assert {record["kind"] for record in records} == {"incident"}
    assert len(records) == len(lines(recoupe("timeline", "--ledger", ledger))) - 1


def test_an_incident_is_shown_by_the_beginning_of_its_id(ledger):
    (row,) = lines(recoupe("timeline", "--type", "RETREAT", "--status", "happened", "--ledger", ledger))[1:2]
    shown = recoupe("show", cells(row)[-1], "--ledger", ledger).stdout.decode()
    assert "[Le Littoral, 2021-05-05," in shown
    assert "L'armée française s'est retirée mardi 4 mai 2021 de la base de Gao" in shown


@pytest.mark.parametrize(("beginning", "found"), [("zz", "none"), ("", "that begin so")])
def test_an_incident_that_is_not_told_apart_is_a_usage_fault(ledger, beginning, found):
    (complaint,) = complaints(recoupe("show", beginning, "--ledger", ledger, status=2))
    assert found in complaint


def test_reports_are_listed_with_their_dates(ledger):
    head, *rows = lines(recoupe("reports", "--ledger", ledger))
    assert cells(head)[0] == "PUBLISHED"
    assert [cells(row)[0] for row in rows] == ["2021-05-05", "2021-06-02"]


def test_every_bad_input_is_named_and_costs_no_other(tmp_path):
    for name, content in BAD.items():
        (tmp_path / name).write_bytes(content)
    done = recoupe("add", tmp_path, "--ledger", tmp_path / ".ledger.db")
    said = complaints(done)
    assert len(said) == 6
    for name, expected in {
        "empty.txt": "expected a text, found an empty file",
        "picture.txt": "expected a text, found a PNG picture",
        "broken.txt": "expected UTF-8, found byte 0xc3 at byte 2",
        "lines.jsonl:2": "expected the field text, found none",
    }.items():
        assert any(f"{name}: {expected}" in line for line in said)
    assert any("no language pack for 'fi'" in line for line in said)
    assert any("expected at most 300,000 characters" in line for line in said)
    assert lines(done)[0].endswith("3 reports added (2 of them not coded), 4 could not be read")
    shown = recoupe("reports", "--ledger", tmp_path / ".ledger.db")
    assert [cells(row)[-1] for row in lines(shown)[1:]].count("good") == 1
    assert len(complaints(shown)) == 6


@pytest.mark.parametrize("name", ["empty.txt", "picture.txt", "broken.txt", "none.txt"])
def test_the_status_is_1_if_nothing_could_be_read(tmp_path, name):
    if name in BAD:
        (tmp_path / name).write_bytes(BAD[name])
    (complaint,) = complaints(recoupe("add", tmp_path / name, "--ledger", tmp_path / "l.db", status=1))
    assert name in complaint


def test_a_ledger_that_is_not_ours_is_refused_and_not_touched(tmp_path, folder):
    file = tmp_path / "theirs.db"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE theirs (a)")
    connection.close()
    before = file.read_bytes()
    for command in (["add", folder], ["timeline"], ["pledges"], ["reports"], ["show", "a"]):
        (complaint,) = complaints(recoupe(*command, "--ledger", file, status=2))
        assert "another program's database; it was left untouched" in complaint
    assert file.read_bytes() == before


def test_a_missing_ledger_is_a_usage_fault(tmp_path):
    (complaint,) = complaints(recoupe("timeline", "--ledger", tmp_path / "none.db", status=2))
    assert complaint.endswith("expected a ledger (recoupe add makes one), found no such file")


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_run_that_is_stopped_goes_on_where_it_was(tmp_path, how):
    reports = tmp_path / "reports.jsonl"
    texts = [f"Le convoi {number} est parti mardi de Gao. Il arrivera jeudi à Kidal." for number in range(80)]
    reports.write_text("".join(json.dumps({"id": f"r{n}", "text": text}) + "\n" for n, text in enumerate(texts)))
    file = tmp_path / "ledger.db"
    command = [sys.executable, "-m", "recoupe", "add", str(reports), "--ledger", str(file), "--workers", "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        while count(file) < 20:
            assert process.poll() is None, process.stderr.read()
            time.sleep(0.05)
        process.send_signal(how)
        _, said = process.communicate(timeout=60)
    kept = count(file)
    assert 20 <= kept < 80
    if how is signal.SIGINT:
        assert process.returncode == 130
        assert f"stopped; {kept} reports added" in said.decode()
    done = recoupe("add", reports, "--ledger", file)
    assert lines(done)[0].endswith(f"{80 - kept} reports added, {kept} seen before")
    assert count(file) == 80


def count(file):
    """Return how many reports the ledger holds by now."""
    if not file.exists() or not file.stat().st_size:
        return 0
    connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    try:
        return connection.execute("SELECT count(*) FROM coded").fetchone()[0]
    except sqlite3.OperationalError:
        return 0
    finally:
        connection.close()
