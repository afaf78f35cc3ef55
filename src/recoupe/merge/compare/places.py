"""How near two mentions are in space, each within its own precision."""

from math import asin, cos, radians, sin, sqrt

from recoupe.merge.accounts import Account
from recoupe.merge.compare import Finding
from recoupe.model import Where

EARTH_KM = 6371.0
WIDE_KM = 60.0
"""From this precision on a place is a region: to lie in it says little."""
CLOSE_KM = 15.0
"""Two points of one town."""
COUNTRY_KM = 150.0
"""From this precision on a place is as good as its country: whatever lies in that lies within it."""
TOGETHER = frozenset({"place: same", "place: near"})
ELSEWHERE = frozenset({"place: elsewhere", "place: other country"})
BODILY = frozenset({"ASSAULT", "COERCE", "PROTEST", "RETREAT", "MOBILIZE", "AID"})
"""Acts that are somewhere; of words, one report names the venue and another what they are about."""
FAR_KM = 60.0
"""Beyond the precision of both: another place."""


def distance_km(left: Where, right: Where) -> float | None:
    """Great-circle distance, None where a place is not on the map."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    lat, other = radians(left.lat), radians(right.lat)
    half = sin((other - lat) / 2) ** 2 + cos(lat) * cos(other) * sin(radians(right.lon - left.lon) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def compare_places(left: Account, right: Account) -> Finding:
    """Compare where it happened: same place, near, one within the other, elsewhere or unknown."""
    here, there = left.mention.where, right.mention.where
    if here is None or there is None:
        return Finding("place: unknown")
    wide = max(here.precision_km or 0.0, there.precision_km or 0.0) >= WIDE_KM
    if _same(here, there, left, right):
        return Finding("place: same region" if wide else "place: same", here.text, there.text)
    level = _apart(here, there, wide=wide)
    if level in ELSEWHERE and not (left.mention.type in BODILY and right.mention.type in BODILY):
        level = "place: other venue"
    return Finding(level, here.text, there.text)


def _same(here: Where, there: Where, left: Account, right: Account) -> bool:
    if here.geonameid is not None and there.geonameid is not None:
        return here.geonameid == there.geonameid
    return left.place_name == right.place_name and not (
        here.country and there.country and here.country != there.country
    )


def _apart(here: Where, there: Where, *, wide: bool) -> str:
    distance = distance_km(here, there)
    abroad = bool(here.country and there.country and here.country != there.country)
    if distance is None:
        return "place: other country" if abroad else "place: other name"
    reach = max(here.precision_km or 0.0, there.precision_km or 0.0)
    if wide and not abroad and (distance <= reach * 1.5 or reach >= COUNTRY_KM):
        return "place: within"
    if distance <= max(CLOSE_KM, reach if not wide else 0.0):
        return "place: near"
    if abroad:
        return "place: other country"
    return "place: elsewhere" if distance > reach + FAR_KM else "place: unknown"
