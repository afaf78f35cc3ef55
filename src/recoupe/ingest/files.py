"""Walks what the caller names: files, folders, patterns, standard input."""

import gzip
import zlib
from collections.abc import Callable, Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path
from typing import BinaryIO, cast

from recoupe.errors import UnreadableInput
from recoupe.ingest.encodings import decode_text
from recoupe.ingest.jsonl import read_document, read_lines
from recoupe.ingest.pages import is_page, read_page
from recoupe.ingest.settings import Settings
from recoupe.ingest.texts import read_text
from recoupe.model import Failure, Report

__all__ = ["find_files", "read"]

_LINES = (".jsonl", ".ndjson")
_DOCUMENT = ".json"
_PAGES = (".html", ".htm", ".xhtml")
_KNOWN = (".txt", ".text", *_PAGES, *_LINES, _DOCUMENT)
_ABOUT = ("readme", "license", "licence")
"""Files that tell of a folder: passed over in silence where the folder is named."""


def _ignore(_path: str) -> None:
    pass


def read(
    paths: Iterable[str], stdin: BinaryIO, *, settings: Settings, begun: Callable[[str], None] = _ignore
) -> Iterator[Report | Failure]:
    """Yield the reports of files, folders (their files in name order), patterns and «-», in the order given.

    `begun` hears of each path before anything is read of it.
    """
    for path in paths:
        if path == "-":
            yield from _guarded("standard input", stdin, "", settings)
        else:
            begun(path)
            yield from _read_path(path, settings, begun)


def find_files(path: str) -> tuple[Path, ...]:
    """Return the files that a path or pattern names, sorted; hidden ones only when named themselves."""
    found = Path(path)
    if not found.exists() and has_magic(path):
        named = sorted(glob(path, recursive=True))  # noqa: PTH207 (a pattern may be absolute)
        return tuple(dict.fromkeys(file for match in named for file in find_files(match)))
    if not found.is_dir():
        return (found,)
    files = (file for file in found.rglob("*") if file.is_file())
    return tuple(sorted(file for file in files if not _is_aside(file.relative_to(found))))


def _read_path(path: str, settings: Settings, begun: Callable[[str], None]) -> Iterator[Report | Failure]:
    files = find_files(path)
    if not files:
        yield _failure(UnreadableInput(path, "at least one file", "none"))
    for file in files:
        begun(str(file))
        # A file without a suffix counts as text only where it is named itself.
        if _kind(file) not in (_KNOWN if file != Path(path) else ("", *_KNOWN)):
            expected = f"one of {', '.join(_KNOWN)} (or .gz of it)"
            yield _failure(UnreadableInput(str(file), expected, file.suffix or "no suffix"))
        else:
            yield from _read_file(file, settings)


def _read_file(file: Path, settings: Settings) -> Iterator[Report | Failure]:
    try:
        stream = cast("BinaryIO", gzip.open(file)) if file.suffix == ".gz" else file.open("rb")  # noqa: SIM115
    except OSError as fault:
        yield _failure(UnreadableInput(str(file), "a readable file", fault.strerror or str(fault)))
        return
    with stream:
        yield from _guarded(str(file), stream, _kind(file), settings)


def _guarded(name: str, stream: BinaryIO, kind: str, settings: Settings) -> Iterator[Report | Failure]:
    """Yield the reports of an open stream; a fault in the middle ends this stream, not the run."""
    try:
        if kind == _DOCUMENT:
            yield from read_document(_content(name, stream, settings), source=name)
        elif kind in _LINES or _has_lines(stream):
            yield from _read_lines(name, stream)
        else:
            yield _read_whole(name, stream, kind, settings)
    except UnreadableInput as fault:
        yield _failure(fault)
    except (OSError, EOFError, zlib.error) as fault:
        yield _failure(UnreadableInput(name, "an intact file", str(fault)))


def _read_lines(name: str, stream: BinaryIO) -> Iterator[Report | Failure]:
    count = 0
    for report in read_lines(stream, source=name):
        count += 1
        yield report
    if not count:
        raise UnreadableInput(name, "reports, one JSON object a line", "an empty file")


def _read_whole(name: str, stream: BinaryIO, kind: str, settings: Settings) -> Report:
    text = decode_text(_content(name, stream, settings), where=name)
    if kind in _PAGES or is_page(text):
        return read_page(text, name=name)
    return read_text(text, name=Path(name).name)


def _content(name: str, stream: BinaryIO, settings: Settings) -> bytes:
    limit = settings.max_file_mb * 1_000_000
    content = stream.read(limit + 1)
    if len(content) > limit:
        raise UnreadableInput(name, f"at most {settings.max_file_mb} MB (ingest.max_file_mb)", "more")
    return content


def _has_lines(stream: BinaryIO) -> bool:
    """Tell whether a stream begins as JSON; it stays unread."""
    ahead = stream.peek(64) if hasattr(stream, "peek") else b""
    return ahead.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")


def _kind(file: Path) -> str:
    return Path(file.stem).suffix.lower() if file.suffix == ".gz" else file.suffix.lower()


def _is_aside(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts) or path.stem.lower() in _ABOUT


def _failure(fault: UnreadableInput) -> Failure:
    return Failure(id=fault.where, stage="ingest", reason=str(fault))
