"""Reads reports from files and streams; the only stage that opens files."""

from recoupe.ingest.dates import date_in_name, iso_date
from recoupe.ingest.jsonl import content_id, read_lines
from recoupe.ingest.settings import Settings

__all__ = ["Settings", "content_id", "date_in_name", "iso_date", "read_lines"]
