"""What ingestion may be told."""

from dataclasses import dataclass

__all__ = ["Settings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How files are read."""

    max_file_mb: int = 50
    """Megabytes of one text, HTML or JSON file, unpacked: the largest press page seen has 6. JSONL is read line by
    line and has no limit."""
