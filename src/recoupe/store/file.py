"""Opens a ledger's file, and no other file: what is not ours is never touched."""

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection, ExceptionContext
from sqlalchemy.pool import ConnectionPoolEntry

from recoupe.errors import ForeignLedger, UnreadableInput
from recoupe.store.tables import metadata

__all__ = ["FORMAT", "open_file"]

FORMAT = 1
"""Version of the tables; a file of another one is refused."""

_APPLICATION = int.from_bytes(b"Rcpe")
_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100
_FORMAT_AT = slice(60, 64)
_APPLICATION_AT = slice(68, 72)
_BUSY_SECONDS = 60


def open_file(path: Path, *, create: bool) -> Engine:
    """Return the engine of a ledger; raises ForeignLedger for another's file, UnreadableInput where there is none."""
    is_new = not path.exists() or (path.is_file() and path.stat().st_size == 0)
    if is_new and not create:
        raise UnreadableInput(str(path), "a ledger (recoupe add makes one)", "no such file")
    if not is_new:
        _refuse_foreign(path)
    else:
        _mark_as_ours(path)
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": _BUSY_SECONDS})
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "handle_error", partial(_name_fault, path))
    if create:
        metadata.create_all(engine)
    return engine


def _refuse_foreign(path: Path) -> None:
    # The header is read from the file itself: opening another program's database could write beside it.
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    except OSError as fault:
        raise ForeignLedger(str(path), f"expected a ledger of Recoupe, found {fault.strerror}") from fault
    if not header.startswith(_MAGIC):
        raise ForeignLedger(str(path), "expected a ledger of Recoupe, found a file of another kind")
    if int.from_bytes(header[_APPLICATION_AT]) != _APPLICATION:
        raise ForeignLedger(str(path), "expected a ledger of Recoupe, found another program's database")
    version = int.from_bytes(header[_FORMAT_AT])
    if version != FORMAT:
        raise ForeignLedger(str(path), f"expected a ledger of format {FORMAT}, found format {version}")


def _mark_as_ours(path: Path) -> None:
    # Before anything else, and before the journal becomes a WAL: another process reads the mark from the file.
    try:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            connection.execute(f"PRAGMA user_version = {FORMAT}")
            connection.commit()
    except sqlite3.OperationalError as fault:
        raise UnreadableInput(str(path), "a place where a ledger can be written", str(fault)) from fault


def _name_fault(path: Path, context: ExceptionContext) -> None:
    """Raise what SQLite says of the file in place of its own errors; a broken constraint is a fault of ours."""
    fault = context.original_exception
    if isinstance(fault, sqlite3.OperationalError):
        raise UnreadableInput(str(path), "a ledger that can be read and written", str(fault)) from fault
    if type(fault) is sqlite3.DatabaseError:
        raise ForeignLedger(str(path), f"expected an intact ledger, found damage ({fault})") from fault


def _set_up(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.close()
