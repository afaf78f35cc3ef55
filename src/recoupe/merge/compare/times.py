"""How near two mentions are in time, each within its own precision."""

from recoupe.merge.accounts import Account
from recoupe.merge.compare import Finding
from recoupe.merge.dates import Days, gap_days, iso

EXACT = 1
"""Days of width up to which an interval counts as a date («dans la nuit de mardi à mercredi»)."""
NEWS = 4
"""Days back that a report's news lies, where it names no day."""


def compare_times(left: Account, right: Account) -> Finding:
    """Compare when it happened; a missing date is never evidence by itself, the telling's dates may be."""
    if left.days and right.days:
        return _dated(left.days, right.days)
    if left.days or right.days:
        dated, other = (left, right) if left.days else (right, left)
        return _half_dated(dated, other)
    return _undated(left, right)


def _dated(left: Days, right: Days) -> Finding:
    gap = gap_days(left, right)
    widest = max(left.width, right.width)
    detail = f"{iso(left.first)} / {iso(right.first)}"
    if gap == 0:
        level = "same day" if widest <= EXACT else "same week" if widest <= 7 else "same period"
        return Finding(f"time: {level}", detail)
    if gap == 1:
        return Finding("time: next day", detail)
    if gap <= 3 + widest // 4:
        return Finding("time: days apart", detail)
    return Finding("time: other time", detail)


def _half_dated(dated: Account, other: Account) -> Finding:
    days, told = dated.days, other.told
    if days is None or told is None or other.announced or other.sheet is dated.sheet:
        return Finding("time: unknown")
    if days.first > told.last + 1:
        return Finding("time: after the telling", f"{iso(days.first)} / told {iso(told.last)}")
    if other.mention.background:
        return Finding("time: unknown")
    back = told.first - days.last
    detail = f"{iso(days.first)} / told {iso(told.first)}"
    return Finding("time: in the news then" if back <= NEWS else "time: no longer news", detail)


def _undated(left: Account, right: Account) -> Finding:
    if left.told is None or right.told is None or left.sheet is right.sheet:
        return Finding("time: unknown")
    gap = gap_days(left.told, right.told)
    detail = f"told {iso(left.told.first)} / {iso(right.told.first)}"
    if gap <= 1:
        return Finding("time: told together", detail)
    if gap <= NEWS or left.mention.background or right.mention.background:
        return Finding("time: unknown", detail)
    return Finding("time: told days apart" if gap <= 14 else "time: told weeks apart", detail)
