"""Whether a text counts its dates from its own day, as news does, or from one another, as histories do."""

from datetime import date

from recoupe.annotate.times.tree import Calendar, DayPart, Reading, Shift

_ENOUGH = 5
"""Full dates with an old year that a history has at least."""


def is_narrative(readings: tuple[Reading, ...], published: date | None) -> bool:
    """Tell whether dates of other years prevail over words like «hier» and bare weekdays."""
    if published is None:
        return True
    old, deictic = 0, 0
    for reading in readings:
        node = reading.node.day if isinstance(reading.node, DayPart) else reading.node
        if isinstance(node, Shift) and node.origin == "published":
            deictic += 1
        elif isinstance(node, Calendar) and node.year is not None:
            old += abs(node.year - published.year) > 1
        elif isinstance(node, Calendar) and node.weekday and not node.month:
            deictic += 1
    return old >= _ENOUGH and old > 3 * deictic
