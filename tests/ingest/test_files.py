"""Files, folders, patterns and standard input: all is read, or it is said why not."""

import gzip
import io

import pytest

from recoupe.ingest import Settings, read
from recoupe.model import Failure, Report

TEXT = "Un convoi est parti mardi."


def read_all(*paths, stdin=b""):
    return list(read([str(path) for path in paths], io.BufferedReader(io.BytesIO(stdin)), settings=Settings()))


def test_a_folder_is_read_in_name_order_with_all_its_kinds(tmp_path):
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "a.jsonl").write_text('{"id": "1", "text": "x"}\n{"id": "2", "text": "y"}\n')
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c.txt.gz").write_bytes(gzip.compress(TEXT.encode() + b" Encore."))
    (tmp_path / ".hidden.txt").write_text("non")
    (tmp_path / "README.md").write_text("non")
    assert [report.text for report in read_all(tmp_path)] == ["x", "y", TEXT, f"{TEXT} Encore."]


def test_a_bad_line_costs_only_itself(tmp_path):
    file = tmp_path / "a.jsonl"
    file.write_text('{"id": "1", "text": "x"}\n{"id": "2"}\n{"id": "3", "text": "z"}\n')
    first, bad, last = read_all(file)
    assert (first.id, last.id) == ("1", "3")
    assert bad == Failure(id="2", stage="ingest", reason=f"{file}:2: expected the field text, found none")


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("empty.txt", b"", "expected a text, found an empty file"),
        ("empty.jsonl", b"\n", "expected reports, one JSON object a line, found an empty file"),
        ("cut.txt.gz", gzip.compress(TEXT.encode())[:-9], "expected an intact file"),
        ("fake.txt.gz", b"plain", "expected an intact file, found Not a gzipped file"),
        ("page.html", b"<html><body></body></html>", "expected a page with a main text, found none"),
        ("picture.txt", b"\x89PNG\x00", "expected a text, found a PNG picture"),
        ("broken.txt", "é".encode() + b"\xc3 la", "expected UTF-8, found byte 0xc3 at byte 2"),
    ],
)
def test_an_unreadable_file_is_named_with_what_was_expected(tmp_path, name, content, complaint):
    file = tmp_path / name
    file.write_bytes(content)
    (failure,) = read_all(file)
    assert isinstance(failure, Failure)
    assert failure.reason.startswith(f"{file}: {complaint}")


def test_a_file_in_a_folder_of_an_unknown_kind_is_said(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"PK")
    (failure,) = read_all(tmp_path)
    assert "expected one of .txt" in failure.reason
    assert failure.reason.endswith("found .docx")


def test_a_file_named_itself_is_refused_for_its_kind_but_not_for_having_none(tmp_path):
    for name in ("a.csv", "b"):
        (tmp_path / name).write_text(TEXT)
    refused, taken = read_all(tmp_path / "a.csv", tmp_path / "b")
    assert refused.reason.startswith(f"{tmp_path / 'a.csv'}: expected one of .txt")
    assert refused.reason.endswith("found .csv")
    assert taken.text == TEXT


@pytest.mark.parametrize(
    "content",
    [
        '[{"text": "x"}, {"text": "y"}]',
        '\ufeff[\n  {\n    "text": "x"\n  },\n  {"text": "y"}\n]\n',
        '{"text": "x"}\n\n{"text": "y"}\n',
    ],
)
def test_a_json_file_holds_a_list_or_lines(tmp_path, content):
    (tmp_path / "a.json").write_text(content, encoding="utf-8")
    assert [report.text for report in read_all(tmp_path / "a.json")] == ["x", "y"]


def test_a_json_file_holds_one_object(tmp_path):
    (tmp_path / "a.json").write_text('{\n  "id": "1",\n  "text": "x"\n}\n')
    assert read_all(tmp_path / "a.json") == [Report(id="1", text="x")]


@pytest.mark.parametrize(
    ("content", "complaints"),
    [
        ("", ["a.json: expected reports as JSON, found none"]),
        ("[]", ["a.json: expected reports as JSON, found none"]),
        ('[\n {"text": "x"},\n', ["a.json: expected a JSON object, found Input data was truncated"]),
        ('{\n "text": "x"\n', ["a.json: expected a JSON object, found Input data was truncated"]),
        ('[{"id": "1"}, {"id": "2"}]', [f"a.json:{n}: expected the field text, found none" for n in (1, 2)]),
        ('{"id": "1"\n{"id": "2"}', ["a.json:1: expected a JSON object", "a.json:2: expected the field text"]),
    ],
)
def test_what_is_wrong_in_a_json_file_is_said_once(tmp_path, content, complaints):
    (tmp_path / "a.json").write_text(content)
    failures = read_all(tmp_path / "a.json")
    assert len(failures) == len(complaints)
    for failure, complaint in zip(failures, complaints, strict=True):
        assert failure.reason.startswith(f"{tmp_path}/{complaint}")


def test_a_page_is_known_by_its_suffix_too(tmp_path):
    (tmp_path / "a.htm").write_text(f"<div><h1>Le pont</h1><p>{TEXT * 9}</p></div>")
    (report,) = read_all(tmp_path / "a.htm")
    assert "<" not in report.text
    assert TEXT in report.text


def test_a_pattern_finds_its_files_and_an_empty_one_is_said(tmp_path):
    for name in ("b.txt", "a.txt", "c.html"):
        (tmp_path / name).write_text(f"{TEXT} {name}")
    assert [r.text[-5:] for r in read_all(tmp_path / "*.txt")] == ["a.txt", "b.txt"]
    (failure,) = read_all(tmp_path / "*.nothing")
    assert failure.reason.endswith("expected at least one file, found none")


def test_a_missing_file_is_said(tmp_path):
    (failure,) = read_all(tmp_path / "none.txt")
    assert failure.reason.endswith("expected a readable file, found No such file or directory")


def test_standard_input_holds_lines_or_one_text():
    lines = read_all("-", stdin=b'{"text": "x"}\n{"text": "y"}\n')
    assert [line.text for line in lines] == ["x", "y"]
    (text,) = read_all("-", stdin=TEXT.encode())
    assert isinstance(text, Report)
    assert text.text == TEXT


def test_a_file_beyond_the_limit_is_said(tmp_path):
    file = tmp_path / "long.txt"
    file.write_bytes(b"a " * 600_000)
    (failure,) = read([str(file)], io.BytesIO(), settings=Settings(max_file_mb=1))
    assert failure.reason.endswith("expected at most 1 MB (ingest.max_file_mb), found more")
