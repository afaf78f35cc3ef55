"""Lists the curated places that lie far from every place of the gazetteer that shares one of their names.

uv run python tools/check_curated_places.py [--km 60]; a line is a question to look into, not yet a fault.
"""

import argparse
import math
import tomllib
from pathlib import Path

from recoupe.gazetteer.places import Located, open_places

CURATED = Path(__file__).parents[1] / "src/recoupe/gazetteer/curated_places.toml"


def _km(place: Located, lat: float, lon: float) -> float:
    a, b, c, d = map(math.radians, (place.lat, place.lon, lat, lon))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))


def main() -> None:
    """Print name, nearest namesake and its distance."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--km", type=float, default=60)
    options = parser.parse_args()
    index = open_places()
    for row in tomllib.loads(CURATED.read_text(encoding="utf-8"))["place"]:
        lat, lon = row["point"]
        names = (row["name"], *row.get("also", ()))
        known = [c.place for name in names for c in index.find(name) if c.place.country == row.get("country")]
        others = sorted((_km(p, lat, lon), p.name, p.kind) for p in known if _km(p, lat, lon) > 0.2)
        if others and others[0][0] > options.km + row["radius_km"]:
            print(f"{row['name']}: {others[0][1]} ({others[0][2]}) is {others[0][0]:.0f} km off")


if __name__ == "__main__":
    main()
