"""A coded report: what `recoupe code` writes and `recoupe merge` reads."""

from dataclasses import dataclass

from recoupe.model.actors import Actor
from recoupe.model.mentions import Figure, Mention
from recoupe.model.parsed import Name
from recoupe.model.places import Place
from recoupe.model.quotes import Quote
from recoupe.model.reports import Published, Residue
from recoupe.model.times import Time


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedReport:
    """Everything coded from one report; all tuples in text order.

    `title` and `text` ride along so that merging can compare words and show sentences.
    """

    id: str
    lang: str | None
    outlet: str | None
    url: str | None
    credit: str | None
    title: str | None
    text: str
    published: Published
    removed: tuple[Residue, ...] = ()
    names: tuple[Name, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    quotes: tuple[Quote, ...] = ()
    mentions: tuple[Mention, ...] = ()
    title_mentions: tuple[Mention, ...] = ()
    figures: tuple[Figure, ...] = ()
    error: str | None = None
