"""The stages between cleaning and the coded report, in one record that tests can fill with their own."""

from collections.abc import Callable
from dataclasses import dataclass

from recoupe.annotate.actors import annotate_actors
from recoupe.annotate.places import annotate_places
from recoupe.annotate.published import infer_published
from recoupe.annotate.quotes import annotate_quotes
from recoupe.annotate.times import annotate_times
from recoupe.extract import extract, figures
from recoupe.model import Actor, Annotated, Cleaned, Figure, Mention, Parsed, Place, Published, Quote, Time
from recoupe.parse import Parser, detect

__all__ = ["Stages", "load_stages"]


@dataclass(frozen=True, kw_only=True)
class Stages:
    """One function a stage."""

    detect: Callable[[str], str | None]
    parse: Callable[[Cleaned, str], Parsed]
    times: Callable[[Parsed, str | None], tuple[Time, ...]]
    infer_published: Callable[[Parsed, tuple[Time, ...]], Published]
    places: Callable[[Parsed], tuple[Place, ...]]
    actors: Callable[[Parsed, tuple[Place, ...], str | None], tuple[Actor, ...]]
    quotes: Callable[[Parsed, tuple[Actor, ...]], tuple[Quote, ...]]
    extract: Callable[[Annotated, str], tuple[Mention, ...]]
    """The second argument begins the mentions' ids."""
    figures: Callable[[Annotated, tuple[Mention, ...]], tuple[Figure, ...]]


def load_stages() -> Stages:
    """Return the real stages; the model of a language is loaded when its first report comes."""
    return Stages(
        detect=detect,
        parse=Parser(()).parse,
        times=lambda parsed, published: annotate_times(parsed, published=published),
        infer_published=infer_published,
        places=annotate_places,
        actors=lambda parsed, places, published: annotate_actors(parsed, places=places, published=published),
        quotes=lambda parsed, actors: annotate_quotes(parsed, actors=actors),
        extract=lambda annotated, prefix: extract(annotated, prefix=prefix),
        figures=figures,
    )
