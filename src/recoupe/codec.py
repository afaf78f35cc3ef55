"""Records to JSON and back, one object a line, and the JSON Schema of each; the only module that knows the wire."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import TypeVar

import msgspec

from recoupe.errors import UnreadableInput
from recoupe.model import (
    ActorAnswer,
    ActorQuery,
    CodedReport,
    Copies,
    Failure,
    Incident,
    Pledge,
    ReportLine,
    Story,
    Unread,
)

__all__ = [
    "INPUTS",
    "OUTPUTS",
    "SCHEMA_VERSION",
    "decode",
    "decode_lines",
    "digest",
    "encode",
    "iso_date",
    "schemas",
    "split_document",
]

SCHEMA_VERSION = 1
"""Rises when a field is removed, renamed or changes its meaning; a new field does not raise it."""

INPUTS: dict[str, type] = {"report": ReportLine, "actor-query": ActorQuery}
OUTPUTS: dict[str, type] = {
    "coded": CodedReport,
    "actor-answer": ActorAnswer,
    "incident": Incident,
    "story": Story,
    "copies": Copies,
    "pledge": Pledge,
    "failure": Unread,
}

Record = TypeVar("Record")

_BOM = b"\xef\xbb\xbf"
_ID = re.compile(rb'"id"\s*:\s*"([ -!#-\[\]-~]+)"')
_ID_WITHIN = 1000
_MISMATCH = re.compile(r"Expected `(?P<want>[^`]*)`, got `(?P<got>[^`]*)`(?: - at `\$\.?(?P<path>[^`]*)`)?")
_MISSING = re.compile(r"Object missing required field `(?P<field>[^`]*)`(?: - at `\$\.?(?P<path>[^`]*)`)?")
_OTHER = re.compile(r"(?P<what>.*?) - at `\$\.?(?P<path>[^`]*)`", re.DOTALL)


def encode(record: object) -> bytes:
    """Return the record as one line of JSON without its line end: every field, in the order of the class."""
    return msgspec.json.encode(record)


def decode(line: bytes, kind: type[Record], *, where: str) -> Record:
    """Return the record that a line of JSON holds; raises UnreadableInput that says what stands there instead."""
    try:
        return msgspec.json.decode(line, type=kind)
    except UnicodeDecodeError as fault:
        raise UnreadableInput(where, "UTF-8", _first_bad_byte(line) or str(fault)) from fault
    except msgspec.ValidationError as fault:
        raise UnreadableInput(where, *_explain(str(fault))) from fault
    except msgspec.DecodeError as fault:
        raise UnreadableInput(where, "a JSON object", str(fault)) from fault
    except RecursionError as fault:
        raise UnreadableInput(where, "a JSON object", "a nesting too deep to read") from fault


def decode_lines(lines: Iterable[bytes], kind: type[Record], *, source: str = "") -> Iterator[Record | Failure]:
    """Yield the record of each line, or a Failure that names the line (counted from 1); empty lines are passed over."""
    for number, line in enumerate(lines, start=1):
        content = line.removeprefix(_BOM) if number == 1 else line
        content = content.strip(b" \t\r\n")
        if not content:
            continue
        where = f"{source}:{number}" if source else f"line {number}"
        try:
            yield decode(content, kind, where=where)
        except UnreadableInput as fault:
            yield Failure(id=_claimed_id(content), stage="ingest", reason=str(fault))


def split_document(content: bytes, *, where: str) -> list[bytes]:
    """Return the objects of a JSON document, still encoded: the one that it is, those of its list, or its lines.

    Raises UnreadableInput where neither the whole nor any line of it is JSON.
    """
    content = content.removeprefix(_BOM)
    whole = content.strip(b" \t\r\n")
    if whole.startswith(b"["):
        return [bytes(held) for held in decode(whole, list[msgspec.Raw], where=where)]
    try:
        decode(whole, dict[str, msgspec.Raw], where=where)
    except UnreadableInput:
        lines = content.splitlines()
        if not any(_is_object(line) for line in lines):
            raise
        return lines
    return [whole]


def _is_object(line: bytes) -> bool:
    try:
        msgspec.json.decode(line, type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    return True


def digest(*parts: str | None) -> str:
    """Return 16 hexadecimal digits that stand for the parts, in their order; null differs from empty."""
    content = msgspec.json.encode(parts)
    return hashlib.sha256(content).hexdigest()[:16]


def iso_date(given: str) -> str | None:
    """Return the day as YYYY-MM-DD of an ISO date or date-time or of an e-mail date (as feeds have); null otherwise.

    The day is that of the writer: a time zone does not shift it. A year or a month alone is no day.
    """
    words = given.strip()
    try:
        return datetime.fromisoformat(words).date().isoformat()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(words).date().isoformat()
    except ValueError:
        return None


def schemas() -> dict[str, bytes]:
    """Return the JSON Schema of each record by its name; what we write holds every field, what we read may omit."""
    return {name: _schema(name, kind) for name, kind in sorted({**INPUTS, **OUTPUTS}.items())}


def _schema(name: str, kind: type) -> bytes:
    (reference,), definitions = msgspec.json.schema_components([kind], ref_template="#/$defs/{name}")
    if name in OUTPUTS:
        for definition in definitions.values():
            if definition.get("type") == "object":
                definition["required"] = list(definition["properties"])
                definition["additionalProperties"] = False
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:recoupe:schema:{SCHEMA_VERSION}:{name}",
        **reference,
        "$defs": definitions,
    }
    return msgspec.json.format(msgspec.json.encode(schema), indent=2) + b"\n"


def _explain(message: str) -> tuple[str, str]:
    """Turn the decoder's message into what was expected and what was found."""
    if hit := _MISMATCH.match(message):
        return hit["want"] + (f" in {hit['path']}" if hit["path"] else ""), hit["got"]
    if hit := _MISSING.match(message):
        return f"the field {hit['field']}" + (f" in {hit['path']}" if hit["path"] else ""), "none"
    if hit := _OTHER.match(message):
        return f"a valid {hit['path']}", hit["what"]
    return "a valid record", message


def _first_bad_byte(line: bytes) -> str | None:
    """Return what breaks UTF-8 and where, counted from the line's start (the decoder counts from the string's)."""
    try:
        line.decode("utf-8")
    except UnicodeDecodeError as fault:
        return f"byte 0x{line[fault.start]:02x} at byte {fault.start}"
    return None


def _claimed_id(line: bytes) -> str:
    """Return the id that a bad line still shows, else a hash of the line."""
    try:
        held = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        held = None
    claimed = held.get("id") if isinstance(held, dict) else None
    if isinstance(claimed, str | int) and not isinstance(claimed, bool):
        return str(claimed)
    shown = _ID.search(line, 0, _ID_WITHIN) if held is None else None
    return shown[1].decode() if shown else digest(line.decode("utf-8", errors="backslashreplace"))
