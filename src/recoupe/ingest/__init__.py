"""Reads reports from files and streams; the only stage that opens files."""

from recoupe.ingest.dates import iso_date
from recoupe.ingest.files import read
from recoupe.ingest.jsonl import content_id, read_lines
from recoupe.ingest.settings import Settings

__all__ = ["Settings", "content_id", "iso_date", "read", "read_lines"]
