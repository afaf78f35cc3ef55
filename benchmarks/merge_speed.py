"""How merging grows:  merge_speed.py [MENTIONS…]   (10000 30000 100000 300000 without arguments).

Reports are made up: each tells three happenings out of a pool in which one happening is told by about three
reports, with the day off by one now and then, a party left out, other words around it. Prints seconds of one
core and of the clock, pairwise precision and recall, the peak of memory, and the exponent of growth.
"""

import json
import math
import random
import resource
import sys
import time
from collections import Counter
from datetime import date

from recoupe.merge import Merged, merge
from recoupe.model import CodedReport, Mention, Party, Published, Quoted, When, Where

SIZES = (10_000, 30_000, 100_000, 300_000)
TYPES = ("ASSAULT", "CONSULT", "ACCUSE", "RETREAT", "AID", "PROTEST", "SANCTION", "REQUEST")
FIRST_DAY = date(2019, 1, 1).toordinal()
PER_REPORT, TELLINGS, PER_DAY = 3, 3, 60
SYLLABLES = [c + v for c in "bcdfglmnprstvz" for v in ("a", "e", "i", "o", "ou", "an")]


class World:
    """Names, places and happenings, the same for the same size."""

    def __init__(self, happenings: int) -> None:
        self.chance = random.Random(happenings)
        self.words = [self._word() for _ in range(6000)]
        self.parties = [self._word().capitalize() for _ in range(800)]
        self.places = [
            (self._word().capitalize(), self.chance.uniform(-50, 60), self.chance.uniform(-120, 140))
            for _ in range(3000)
        ]
        self.happenings = [self._happening(at) for at in range(happenings)]

    def _word(self) -> str:
        return "".join(self.chance.choices(SYLLABLES, k=self.chance.choice((2, 3, 3, 4))))

    def _happening(self, at: int) -> tuple[str, int, int, int, int, list[str]]:
        chance = self.chance
        return (
            chance.choice(TYPES),
            FIRST_DAY + at // PER_DAY,
            chance.randrange(len(self.parties)),
            chance.randrange(len(self.parties)),
            chance.randrange(len(self.places)),
            chance.choices(self.words, k=10),
        )


def reports(world: World, count: int) -> tuple[list[CodedReport], dict[str, int]]:
    """Return reports and the happening that each mention tells."""
    gold: dict[str, int] = {}
    made = []
    slots = list(range(len(world.happenings))) * TELLINGS
    slots.sort(key=lambda at: (at // PER_DAY, world.chance.random()))
    for number in range(count):
        told = sorted(set(slots[number * PER_REPORT : (number + 1) * PER_REPORT]))
        made.append(_report(world, f"r{number:07}", told))
        gold.update({f"r{number:07}/m{at}": happening for at, happening in enumerate(told)})
    return made, gold


def _report(world: World, name: str, told: list[int]) -> CodedReport:
    text, mentions = "", []
    for at, happening in enumerate(told):
        sentence, mention = _mention(world, f"m{at}", happening, len(text))
        text += sentence + " "
        mentions.append(mention)
    day = max((world.happenings[at][1] for at in told), default=FIRST_DAY)
    return CodedReport(
        id=name,
        lang="fr",
        outlet=f"outlet {world.chance.randrange(40)}",
        url=None,
        credit=None,
        title=None,
        text=text,
        published=Published(value=date.fromordinal(day + 1).isoformat(), basis="given"),
        mentions=tuple(mentions),
    )


def _mention(world: World, name: str, happening: int, start: int) -> tuple[str, Mention]:
    chance = world.chance
    kind, day, by, to, at, words = world.happenings[happening]
    place, lat, lon = world.places[at]
    shown = chance.sample(words, 6)
    sentence = f"{world.parties[by]} {' '.join(shown)} {world.parties[to]} {place}."
    said = date.fromordinal(day + (chance.random() < 0.1)).isoformat()
    trigger = shown[0]
    offset = start + len(world.parties[by]) + 1
    mention = Mention(
        id=name,
        type=kind,
        mode=None,
        contexts=(),
        trigger=Quoted(start=offset, end=offset + len(trigger), text=trigger),
        actor=() if chance.random() < 0.15 else (_party(world, by),),
        recipient=() if chance.random() < 0.15 else (_party(world, to),),
        status="happened",
        condition=None,
        said_by=None,
        when=None
        if chance.random() < 0.3
        else When(start=0, end=1, text="x", value=said, earliest=said, latest=said, basis="stated"),
        where=None
        if chance.random() < 0.2
        else Where(
            start=0,
            end=len(place),
            text=place,
            name=place,
            geonameid=at,
            lat=lat,
            lon=lon,
            country=None,
            precision_km=5.0,
        ),
        quantities=(),
        confidence=0.8,
        rule="made up",
        background=False,
        sentence=(start, start + len(sentence)),
    )
    return sentence, mention


def _party(world: World, at: int) -> Party:
    name = world.parties[at]
    return Party(start=0, end=len(name), text=name, id=f"x/{at}", name=name, country=None)


def figures(merged: Merged, gold: dict[str, int]) -> tuple[float, float]:
    """Return pairwise precision and recall."""
    found = {mention: one.id for one in merged.incidents for mention in one.mentions}
    both = Counter((gold[mention], found[mention]) for mention in gold)
    pairs = [
        sum(n * (n - 1) for n in side.values()) for side in (both, Counter(found.values()), Counter(gold.values()))
    ]
    return pairs[0] / max(pairs[1], 1), pairs[0] / max(pairs[2], 1)


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]] or list(SIZES)
    seconds: list[float] = []
    for size in sizes:
        world = World(size // TELLINGS)
        made, gold = reports(world, size // PER_REPORT)
        start, spent = time.perf_counter(), time.process_time()
        merged = merge(made)
        seconds.append(time.process_time() - spent)
        wall = time.perf_counter() - start
        precision, recall = figures(merged, gold)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        row = {
            "mentions": size,
            "cpu_s": round(seconds[-1], 2),
            "wall_s": round(wall, 2),
            "pairs_p": round(precision, 4),
            "pairs_r": round(recall, 4),
            "peak_mb": round(peak),
        }
        print(json.dumps(row), flush=True)
    if len(sizes) > 1:
        growth = math.log(seconds[-1] / seconds[0]) / math.log(sizes[-1] / sizes[0])
        print(json.dumps({"exponent": round(growth, 3)}))


if __name__ == "__main__":
    main()
