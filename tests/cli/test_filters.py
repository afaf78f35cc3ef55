"""The filters as they are called from outside: bad lines, any number of workers, records as their schemas say."""

import json

import pytest
from jsonschema import Draft202012Validator

from cli.running import recoupe
from recoupe.codec import schemas

pytestmark = pytest.mark.model

FRENCH = "L'armée s'est retirée mardi de la base de Gao, a annoncé le ministre. Publicité\nElle reviendra."
LINES = [
    json.dumps({"id": "fr", "text": FRENCH, "title": "L'armée quitte Gao", "published": "2021-05-05"}),
    json.dumps({"id": "en", "text": "Rebels attacked the town of Gao on Tuesday, officials said."}),
    json.dumps({"id": "undated", "text": FRENCH, "outlet": "Le Littoral", "lang": "fr"}),
    json.dumps({"id": "places", "text": FRENCH, "lang": "fr", "places": [{"start": 47, "end": 50}]}),
    json.dumps({"id": "fi", "text": "Kapinalliset hyökkäsivät kaupunkiin tiistaina, viranomaiset kertoivat."}),
    json.dumps({"id": "empty", "text": ""}),
    json.dumps({"id": "binary", "text": "\x00\x01\x02\x03"}),
    json.dumps({"id": "long", "text": "mot " * 200_000}),
    '{"id": "no text"}',
    '{"id": "cut", "text": "L',
    "[1, 2]",
]
INPUT = "\n".join(LINES).encode() + b'\n{"id": "latin", "text": "\xe9t\xe9"}\n'


def records(output):
    return [json.loads(line) for line in output.splitlines()]


def validator(name):
    return Draft202012Validator(json.loads(schemas()[name]))


@pytest.fixture(scope="module")
def coded():
    return recoupe("code", "--workers", "1", stdin=INPUT).stdout


def test_every_line_becomes_a_record_in_its_place(coded):
    ids = [record["id"] for record in records(coded)]
    assert ids[:10] == ["fr", "en", "undated", "places", "fi", "empty", "binary", "long", "no text", "cut"]
    assert ids[11] == "latin"
    assert len(ids) == 12


def test_every_coded_record_is_as_its_schema_says(coded):
    for record in records(coded):
        validator("coded").validate(record)


def test_only_what_cannot_be_coded_has_an_error(coded):
    errors = {record["id"]: record["error"] for record in records(coded)}
    assert [errors[name] for name in ("fr", "en", "undated", "places")] == [None] * 4
    assert "no language pack for 'fi'" in errors["fi"]
    assert "no words" in errors["empty"]
    assert "binary data" in errors["binary"]
    assert "at most 300,000 characters" in errors["long"]
    assert errors["no text"] == "line 9: expected the field text, found none"
    assert list(errors.values())[9].startswith("line 10: expected a JSON object")
    assert list(errors.values())[10] == "line 11: expected object, found array"
    assert list(errors.values())[11].startswith("line 12: expected UTF-8, found byte 0xe9")


def test_spans_hold_what_they_quote(coded):
    def check(value, text):
        if isinstance(value, dict):
            if {"start", "end", "text"} <= value.keys():
                assert text[value["start"] : value["end"]] == value["text"]
            for inner in value.values():
                check(inner, text)
        elif isinstance(value, list):
            for inner in value:
                check(inner, text)

    for record in records(coded):
        check({name: held for name, held in record.items() if name != "title_mentions"}, record["text"])
        check(record["title_mentions"], record["title"] or "")


def test_two_workers_write_the_same_bytes_as_one(coded):
    assert recoupe("code", "--workers", "2", stdin=INPUT).stdout == coded


def test_a_given_toponym_is_the_only_place(coded):
    record = next(record for record in records(coded) if record["id"] == "places")
    assert [(place["start"], place["end"]) for place in record["places"]] == [(47, 50)]


def test_merging_writes_records_as_their_schemas_say(coded):
    merged = records(recoupe("merge", stdin=coded + b"nonsense\n").stdout)
    kinds = {record["kind"] for record in merged}
    assert {"incident", "story", "failure"} <= kinds
    for record in merged:
        validator(record["kind"]).validate(record)
    in_stories = [report for record in merged if record["kind"] == "story" for report in record["reports"]]
    assert sorted(in_stories) == ["en", "fi", "fr", "places", "undated"]


def test_merging_does_not_depend_on_the_order_of_the_reports(coded):
    backwards = b"\n".join(reversed(coded.splitlines())) + b"\n"

    def ledger(stdin):
        kept = [line for line in recoupe("merge", stdin=stdin).stdout.splitlines() if b'"failure"' not in line]
        return sorted(kept)

    assert ledger(backwards) == ledger(coded)


def test_actors_are_answered_in_their_order():
    names = [{"id": "1", "text": "Emmanuel Macron"}, {"text": "zzyzx"}, {"id": "3"}, {"text": "ONU", "date": "hier"}]
    answers = records(recoupe("actor", stdin=b"\n".join(json.dumps(name).encode() for name in names)).stdout)
    for record in answers:
        validator("actor-answer").validate(record)
    assert answers[0]["id"] == "1"
    assert answers[0]["country"] == "FRA"
    assert answers[1]["actor"] is None
    assert answers[2]["error"] == "line 3: expected the field text, found none"
    assert answers[3]["error"] == "expected an ISO date, found 'hier'"


@pytest.mark.parametrize("command", ["code", "merge", "actor"])
@pytest.mark.parametrize("stdin", [b"", b"\n\n", b"nonsense\n", b"\x89PNG\r\n\x00\xff"])
def test_the_status_is_1_only_if_nothing_could_be_read(command, stdin):
    done = recoupe(command, stdin=stdin, status=1)
    assert done.stderr.startswith(b"recoupe: ")
