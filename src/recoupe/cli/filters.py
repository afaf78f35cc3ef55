"""What the timeline may be asked for: checked, so that a slip of the pen is no empty answer."""

import re
from calendar import monthrange
from typing import Annotated, get_args

import typer

from recoupe.codec import iso_date
from recoupe.model.mentions import Status
from recoupe.ontology import load_ontology

__all__ = ["ActorName", "EventStatus", "EventType", "FirstDay", "LastDay", "PlaceName"]

_PERIOD = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2]))?")


def _first_day(given: str | None) -> str | None:
    hit = _PERIOD.fullmatch(given or "")
    return f"{hit['year']}-{hit['month'] or '01'}-01" if hit else _day(given)


def _last_day(given: str | None) -> str | None:
    hit = _PERIOD.fullmatch(given or "")
    if not hit:
        return _day(given)
    year, month = int(hit["year"]), int(hit["month"] or 12)
    return f"{year:04}-{month:02}-{monthrange(year, month)[1]}"


def _day(given: str | None) -> str | None:
    day = iso_date(given) if given else None
    if given and not day:
        raise typer.BadParameter(f"expected a day, month or year such as 2020-03-19, 2020-03, 2020, found {given!r}")
    return day


def _known_type(given: str | None) -> str | None:
    known = [kind.name for kind in load_ontology().types] if given else []
    if given and given.upper() not in known:
        raise typer.BadParameter(f"expected one of {', '.join(known)}, found {given!r}")
    return given.upper() if given else None


def _known_status(given: str | None) -> str | None:
    if given and given not in get_args(Status):
        raise typer.BadParameter(f"expected one of {', '.join(get_args(Status))}, found {given!r}")
    return given


FirstDay = Annotated[
    str | None,
    typer.Option("--from", help="First day of the events; a month or year counts from its start.", callback=_first_day),
]
LastDay = Annotated[
    str | None,
    typer.Option("--to", help="Last day of the events; a month or year counts to its end.", callback=_last_day),
]
PlaceName = Annotated[str | None, typer.Option("--place", help="A part of the place's name, or its country's code.")]
ActorName = Annotated[str | None, typer.Option("--actor", help="A part of a party's name, or its country's code.")]
EventType = Annotated[
    str | None, typer.Option("--type", help="One of PLOVER's sixteen, such as RETREAT.", callback=_known_type)
]
EventStatus = Annotated[
    str | None, typer.Option("--status", help="happened, future, possible or denied.", callback=_known_status)
]
