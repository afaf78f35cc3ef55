"""A report's date as it is given: in a field, a file name, a page."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

__all__ = ["date_in_name", "iso_date"]

_IN_NAME = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[-_.]?)(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?!\d)")


def iso_date(given: str) -> str | None:
    """Return the day as YYYY-MM-DD of an ISO date or date-time or of an e-mail date (as feeds have); null otherwise.

    The day is that of the writer: a time zone does not shift it. A year or a month alone is no day.
    """
    words = given.strip()
    try:
        return datetime.fromisoformat(words).date().isoformat()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(words).date().isoformat()
    except ValueError:
        return None


def date_in_name(name: str) -> str | None:
    """Return the date that a file name such as 2020-03-19-outlet-slug.txt carries, if it carries only one."""
    found = {day for hit in _IN_NAME.finditer(name) if (day := _day(hit))}
    return found.pop() if len(found) == 1 else None


def _day(hit: re.Match[str]) -> str | None:
    try:
        return date(int(hit["year"]), int(hit["month"]), int(hit["day"])).isoformat()
    except ValueError:
        return None
