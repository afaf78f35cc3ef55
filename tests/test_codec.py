"""The wire: what is written is read back, what is wrong is said, and the schemas describe both."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from recoupe.codec import INPUTS, OUTPUTS, decode, decode_lines, digest, encode, iso_date, schemas
from recoupe.errors import UnreadableInput
from recoupe.model import CodedReport, Failure, Published, Quoted, ReportLine, Residue

SCHEMAS = Path(__file__).parents[1] / "docs" / "schema"


def coded(**fields):
    given = {"id": "r", "lang": "fr", "outlet": None, "url": None, "credit": None, "title": None, "text": "abc"}
    return CodedReport(**{**given, "published": Published(value=None, basis="unknown"), **fields})


@given(text=st.text(), title=st.none() | st.text())
def test_a_record_is_read_back_as_it_was(text, title):
    report = coded(text=text, title=title, removed=(Residue(start=0, end=len(text), text=text, why="test"),))
    assert decode(encode(report), CodedReport, where="here") == report


def test_every_field_is_on_the_wire_even_when_nothing_is_known():
    wire = json.loads(encode(coded()))
    assert set(wire) == set(CodedReport.__dataclass_fields__)
    assert wire["mentions"] == []
    assert wire["outlet"] is None


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (b'{"id": "x"}', "line 1: expected the field text, found none"),
        (b'{"text": 3}', "line 1: expected str in text, found int"),
        (b'{"text": "a", "places": [{"start": "0"}]}', "line 1: expected int in places[0].start, found str"),
        (b"[]", "line 1: expected object, found array"),
        (b'{"text": "\xe9"}', "line 1: expected UTF-8, found byte 0xe9 at byte 10"),
        (b'{"text": "a"', "line 1: expected a JSON object, found Input data was truncated"),
        (b'{"text": ' + b"[" * 99_999, "line 1: expected str in text, found array"),
        (b'{"x": ' + b"[" * 99_999, "line 1: expected a JSON object, found a nesting too deep to read"),
    ],
)
def test_a_bad_line_says_what_was_expected_and_what_was_found(line, complaint):
    (failure,) = decode_lines([line], ReportLine)
    assert isinstance(failure, Failure)
    assert failure.reason == complaint


def test_a_bad_line_keeps_the_id_that_it_still_shows():
    lines = [b'{"id": "a7"}', b'{"id": 7, "text": 1}', b'{"id": "cut/8", "te', b'{"text": "\xe9", "id": "\xe9"}', b"?"]
    failures = list(decode_lines(lines, ReportLine))
    assert [failure.id for failure in failures[:3]] == ["a7", "7", "cut/8"]
    assert [len(failure.id) for failure in failures[3:]] == [16, 16]


def test_a_span_that_does_not_hold_its_text_is_refused():
    with pytest.raises(UnreadableInput, match="does not hold"):
        decode(b'{"start": 0, "end": 9, "text": "abc"}', Quoted, where="here")


def test_a_byte_order_mark_and_empty_lines_are_passed_over():
    lines = [b'\xef\xbb\xbf{"text": "a"}\r\n', b"\r\n", b'{"text": "b"}']
    assert [line.text for line in decode_lines(lines, ReportLine)] == ["a", "b"]


def test_a_digest_tells_null_from_empty_and_one_split_from_another():
    assert len({digest("ab", None), digest("ab", ""), digest("a", "b"), digest("ab")}) == 4


@pytest.mark.parametrize("name", sorted({**INPUTS, **OUTPUTS}))
def test_the_schemas_in_docs_are_those_of_the_code(name):
    written = (SCHEMAS / f"{name}.json").read_bytes()
    assert written == schemas()[name], "run: recoupe schema --out docs/schema"
    Draft202012Validator.check_schema(json.loads(written))


def test_a_schema_asks_for_every_field_that_we_write():
    validator = Draft202012Validator(json.loads(schemas()["coded"]))
    wire = json.loads(encode(coded()))
    assert validator.is_valid(wire)
    for field in wire:
        assert not validator.is_valid({name: value for name, value in wire.items() if name != field}), field
    assert not validator.is_valid({**wire, "surprise": 1})


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2020-03-19", "2020-03-19"),
        ("20200319", "2020-03-19"),
        ("2020-03-19T23:30:00+01:00", "2020-03-19"),
        ("2020-03-19T23:30:00Z", "2020-03-19"),
        (" 2020-03-19 08:00 ", "2020-03-19"),
        ("Thu, 19 Mar 2020 23:30:00 -0500", "2020-03-19"),
        ("19/03/2020", None),
        ("03/04/2020", None),
        ("2020-13-01", None),
        ("2020-03", None),
        ("2020", None),
        ("hier", None),
        ("", None),
    ],
)
def test_a_given_date_is_a_day_or_nothing(given, day):
    assert iso_date(given) == day
