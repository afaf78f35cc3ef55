"""One module for each concept: how near two mentions are in it, as a level and a reason in words."""

from typing import NamedTuple


class Finding(NamedTuple):
    """What a comparison found: a level that the judge weighs, and what it rests on."""

    level: str
    detail: str = ""
