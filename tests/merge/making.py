"""Coded reports by hand: spans are found in the text by the words given."""

from collections.abc import Sequence
from dataclasses import replace

from recoupe.merge.accounts import Account, accounts_of
from recoupe.model import CodedReport, Mention, Party, Published, Quantity, Quoted, Speaker, When, Where
from recoupe.model.mentions import Status

QAEM = (34.37, 41.06)
KIRKUK = (35.47, 44.39)
BAGHDAD = (33.34, 44.40)


def quoted(text: str, words: str) -> Quoted:
    start = text.index(words)
    return Quoted(start=start, end=start + len(words), text=words)


def party(words: str, country: str | None = None, actor: str | None = None, sector: str = "") -> Party:
    sectors = (sector,) if sector else ()
    return Party(start=0, end=len(words), text=words, id=actor, name=None, country=country, sectors=sectors)


def day(date: str, until: str | None = None, words: str = "jour") -> When:
    return When(start=0, end=len(words), text=words, value=date, earliest=date, latest=until or date, basis="stated")


def place(name: str, at: tuple[float, float] | None = None, country: str = "IRQ", km: float = 5.0) -> Where:
    lat, lon = at or (None, None)
    return Where(
        start=0,
        end=len(name),
        text=name,
        name=name,
        geonameid=None,
        lat=lat,
        lon=lon,
        country=country,
        precision_km=km if at else None,
    )


def number(words: str, value: float, role: str) -> Quantity:
    return Quantity(start=0, end=len(words), text=words, role=role, value=value, low=None, high=None)


def told(  # noqa: PLR0913 - a mention has that many sides
    trigger: str,
    kind: str,
    *,
    by: Sequence[Party] = (),
    to: Sequence[Party] = (),
    status: Status = "happened",
    when: When | None = None,
    where: Where | None = None,
    numbers: Sequence[Quantity] = (),
    said_by: str | None = None,
    mode: str | None = None,
    condition: str | None = None,
    background: bool = False,
) -> Mention:
    """Make a mention whose spans `report` will set."""
    return Mention(
        id=trigger,
        type=kind,
        mode=mode,
        contexts=(),
        trigger=Quoted(start=0, end=len(trigger), text=trigger),
        actor=tuple(by),
        recipient=tuple(to),
        status=status,
        condition=Quoted(start=0, end=len(condition), text=condition) if condition else None,
        said_by=Speaker(start=0, end=len(said_by), text=said_by, id=None) if said_by else None,
        when=when,
        where=where,
        quantities=tuple(numbers),
        confidence=0.8,
        rule="by hand",
        background=background,
        sentence=(0, 0),
    )


def report(  # noqa: PLR0913 - as above
    name: str,
    text: str,
    *mentions: Mention,
    title: str | None = None,
    headline: Sequence[Mention] = (),
    published: str | None = None,
    outlet: str | None = None,
    credit: str | None = None,
    lang: str = "fr",
) -> CodedReport:
    """Make a coded report; sentences end at a full stop, mentions are numbered as given."""
    return CodedReport(
        id=name,
        lang=lang,
        outlet=outlet,
        url=None,
        credit=credit,
        title=title,
        text=text,
        published=Published(value=published, basis="given" if published else "unknown"),
        mentions=tuple(_placed(one, text, f"m{at}") for at, one in enumerate(mentions)),
        title_mentions=tuple(_placed(one, title or "", f"t{at}") for at, one in enumerate(headline)),
    )


def _placed(mention: Mention, text: str, name: str) -> Mention:
    trigger = quoted(text, mention.trigger.text)
    start = text.rfind(". ", 0, trigger.start) + 1
    end = text.find(". ", trigger.end)
    return replace(mention, id=name, trigger=trigger, sentence=(start, end + 1 if end >= 0 else len(text)))


def account(mention: Mention, *, report_id: str = "a", published: str | None = None, text: str = "") -> Account:
    """Make the account of a mention that stands alone in its report."""
    text = text or f"… {mention.trigger.text} …"
    coded = report(report_id, text, mention, published=published)
    (found,) = accounts_of([coded])[1]
    return found
