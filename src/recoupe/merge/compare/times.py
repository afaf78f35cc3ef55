"""How near two mentions are in time, each within its own precision."""

from recoupe.merge.accounts import Account
from recoupe.merge.compare import Finding
from recoupe.merge.dates import Days, gap_days

EXACT = 1
"""Days of width up to which an interval counts as a date («dans la nuit de mardi à mercredi»)."""
NEWS = 4
"""Days back that a report's news lies, where it names no day."""

_TOLD = (
    (1, "time: told together"),
    (NEWS, "time: told days apart"),
    (14, "time: told weeks apart"),
    (1_000_000, "time: told months apart"),
)

_UNKNOWN, _NEVER_TOLD = Finding("time: unknown"), Finding("time: no day at all")


def compare_times(left: Account, right: Account) -> Finding:
    """Compare when it happened; a missing date is never evidence by itself, the telling's dates may be."""
    here, there = left.days, right.days
    if here and there:
        return _dated(here, there)
    if here:
        return _half_dated(here, left, right)
    if there:
        return _half_dated(there, right, left)
    return _undated(left, right)


def _dated(left: Days, right: Days) -> Finding:
    gap = gap_days(left, right)
    widest = max(left.width, right.width)
    if gap == 0:
        level = "same day" if widest <= EXACT else "same week" if widest <= 7 else "same period"
        return Finding(f"time: {level}", left, right)
    if gap == 1:
        return Finding("time: next day", left, right)
    if gap <= 3 + widest // 4:
        return Finding("time: days apart", left, right)
    return Finding("time: other time", left, right)


def _half_dated(days: Days, dated: Account, other: Account) -> Finding:
    told = other.told
    if told is None or other.announced or other.sheet is dated.sheet:
        return _UNKNOWN
    if days.first > told.last + 1:
        return Finding("time: after the telling", days, told)
    if other.mention.background:
        return _UNKNOWN
    fresh = told.first - days.last <= NEWS
    return Finding("time: in the news then" if fresh else "time: no longer news", days, told)


def _undated(left: Account, right: Account) -> Finding:
    here, there = left.told, right.told
    if left.sheet is right.sheet:
        return _UNKNOWN
    if here is None or there is None:
        return _NEVER_TOLD
    gap = gap_days(here, there)
    if left.mention.background or right.mention.background:
        return _UNKNOWN
    return Finding(next(level for most, level in _TOLD if gap <= most), here, there)
