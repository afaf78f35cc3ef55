"""A parsed report with its times, places, actors and quotations."""

from dataclasses import dataclass

from recoupe.model.actors import Actor
from recoupe.model.parsed import Parsed
from recoupe.model.places import Place
from recoupe.model.quotes import Quote
from recoupe.model.reports import Published
from recoupe.model.times import Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """All annotations are in text order."""

    parsed: Parsed
    published: Published
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    actors: tuple[Actor, ...]
    quotes: tuple[Quote, ...]
