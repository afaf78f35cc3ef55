"""Plain text files: an optional header of «Outlet: …» lines, an optional title, the report."""

import re
from typing import NamedTuple

from recoupe.codec import iso_date
from recoupe.ingest.dates import date_in_name
from recoupe.ingest.jsonl import content_id
from recoupe.model import Report

__all__ = ["read_text"]

_FIELD = re.compile(r"(?P<name>[^\W\d_][\w-]{0,24})\s*:\s*(?P<value>.*?)\s*")
_KNOWN = ("id", "outlet", "date", "title", "lang", "url")
_LONGEST_TITLE = 200


class _Parts(NamedTuple):
    fields: dict[str, str]
    text: str


def read_text(content: str, *, name: str) -> Report:
    """Return the report of a text file.

    A header is a block of lines such as «Date: 2020-03-19» that ends at the first empty line. Without one the
    date may come from the file's name, and a first line is the title only where an empty line sets it apart.
    """
    fields, text = _split_header(content)
    if not fields.get("title"):
        title, text = _split_title(text)
        fields = {**fields, "title": title} if title else fields
    given, evidence = _date(fields.get("date"), name)
    return Report(
        id=fields.get("id")
        or content_id(
            text=text,
            title=fields.get("title"),
            published=given,
            outlet=fields.get("outlet"),
            url=fields.get("url"),
        ),
        text=text,
        title=fields.get("title"),
        lang=fields.get("lang"),
        published=given,
        published_evidence=evidence,
        outlet=fields.get("outlet"),
        url=fields.get("url"),
    )


def _date(field: str | None, name: str) -> tuple[str | None, str | None]:
    if field:
        return iso_date(field) or field, "header"
    named = date_in_name(name)
    return named, "file name" if named else None


def _split_header(content: str) -> _Parts:
    """Return the header's fields and what follows it; other fields are passed over, with any other line it is none."""
    head, gap, rest = _at_empty_line(content)
    hits = [_FIELD.fullmatch(line) for line in head.splitlines()]
    fields = {hit["name"].lower(): hit["value"] for hit in hits if hit and hit["value"]}
    known = {name: fields[name] for name in _KNOWN if name in fields}
    if not gap or not known or not all(hits):
        return _Parts({}, content)
    return _Parts(known, rest)


def _split_title(text: str) -> tuple[str | None, str]:
    head, gap, rest = _at_empty_line(text)
    title = head.strip()
    is_title = (
        gap
        and rest.strip()
        and title
        and "\n" not in title
        and len(title) <= _LONGEST_TITLE
        and title[-1] not in ".;,…"
    )
    return (title, rest) if is_title else (None, text)


def _at_empty_line(text: str) -> tuple[str, str, str]:
    hit = re.search(r"\r?\n[ \t]*(?:\r?\n\s*)+", text.lstrip("\r\n"))
    if not hit:
        return text, "", ""
    start = len(text) - len(text.lstrip("\r\n"))
    return text[start : start + hit.start()], hit.group(), text[start + hit.end() :]
