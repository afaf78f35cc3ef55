"""One module for each concept: how near two mentions are in it, as a level and a reason in words."""

from typing import NamedTuple

from recoupe.merge.dates import Days, iso


class Finding(NamedTuple):
    """What a comparison found: a level that the judge weighs, and what it rests on.

    Words for a person are made only of the findings that are kept: most pairs are not worth the words.
    """

    level: str
    left: object = None
    right: object = None

    @property
    def reason(self) -> str:
        """The level, and the two values in brackets."""
        shown = [_show(value) for value in (self.left, self.right) if value is not None]
        return f"{self.level} ({' / '.join(shown)})" if shown else self.level


def _show(value: object) -> str:
    if isinstance(value, Days):
        return iso(value.first) if not value.width else f"{iso(value.first)}..{iso(value.last)}"
    return f"{value:.2f}" if isinstance(value, float) else str(value)
