"""Words of a report, and where they stand."""

from dataclasses import dataclass

Span = tuple[int, int]
"""Half-open, in Unicode code points of the report's text (or title) as published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Words quoted from the text: `text == report.text[start:end]`, always."""

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if self.start < 0 or self.end - self.start != len(self.text):
            raise ValueError(f"span [{self.start}, {self.end}) does not hold {self.text!r}")
