"""Reports as JSON: an object a line, or one document."""

from collections.abc import Iterable, Iterator

from recoupe.codec import decode_lines, digest, split_document
from recoupe.errors import UnreadableInput
from recoupe.model import Failure, Report, ReportLine

__all__ = ["content_id", "read_document", "read_lines"]


def read_lines(lines: Iterable[bytes], *, source: str = "") -> Iterator[Report | Failure]:
    """Yield the report of each line in order, or a Failure that names the line."""
    for held in decode_lines(lines, ReportLine, source=source):
        yield held if isinstance(held, Failure) else _report(held)


def read_document(content: bytes, *, source: str) -> Iterator[Report | Failure]:
    """Yield the reports of one JSON document: an object, a list of objects, or else an object a line.

    A place such as `file:2` is the second of a list, or the second line. Raises UnreadableInput for none of these.
    """
    objects = split_document(content, where=source) if content.strip() else []
    if not objects:
        raise UnreadableInput(source, "reports as JSON", "none")
    yield from read_lines(objects, source=source)


def content_id(*, text: str, title: str | None, published: str | None, outlet: str | None, url: str | None) -> str:
    """Return the id of a report that brings none: two outlets' copies of one text are two reports."""
    return digest(text, title, published, outlet, url)


def _report(line: ReportLine) -> Report:
    given = line.id or content_id(
        text=line.text, title=line.title, published=line.published, outlet=line.outlet, url=line.url
    )
    return Report(
        id=given,
        text=line.text,
        title=line.title,
        lang=line.lang,
        published=line.published,
        outlet=line.outlet,
        url=line.url,
        places=line.places,
    )
