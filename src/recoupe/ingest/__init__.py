"""Reads reports from files and streams; the only stage that opens files."""

from recoupe.ingest.files import read
from recoupe.ingest.jsonl import content_id, read_lines
from recoupe.ingest.settings import Settings

__all__ = ["Settings", "content_id", "read", "read_lines"]
