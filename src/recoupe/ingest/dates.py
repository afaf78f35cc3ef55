"""A report's date as its file's name gives it."""

import re
from datetime import date

__all__ = ["date_in_name"]

_IN_NAME = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[-_.]?)(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?!\d)")


def date_in_name(name: str) -> str | None:
    """Return the date that a file name such as 2020-03-19-outlet-slug.txt carries, if it carries only one."""
    found = {day for hit in _IN_NAME.finditer(name) if (day := _day(hit))}
    return found.pop() if len(found) == 1 else None


def _day(hit: re.Match[str]) -> str | None:
    try:
        return date(int(hit["year"]), int(hit["month"]), int(hit["day"])).isoformat()
    except ValueError:
        return None
