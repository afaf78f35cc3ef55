"""What the actor base holds of one actor, and what is true of it on a day."""

from dataclasses import dataclass, field

_LAST_DAY = "-12-31"
_FORMER = ("ELI",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An office held, or a part played, between two days (inclusive, as precise as known: "2012", "2012-05")."""

    office: str
    country: str
    sectors: tuple[str, ...]
    start: str | None
    end: str | None
    """Null: not over as far as the base knows."""

    def covers(self, day: str) -> bool:
        """Tell whether the term runs on an ISO day; bounds known to the year or month cover all of it."""
        if self.start and day < self.start[: len(day)]:
            return False
        return not self.end or day[: len(self.end)] <= self.end

    def over_by(self, day: str) -> bool:
        """Tell whether the term had ended before an ISO day."""
        return self.end is not None and day[: len(self.end)] > self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person or body of the base; `sectors` hold when no term does."""

    id: str
    name: str
    kind: str
    country: str | None
    sectors: tuple[str, ...]
    aliases: tuple[str, ...]
    source: str
    parent: str | None = None
    since: str | None = None
    until: str | None = None
    terms: tuple[Term, ...] = field(default=())

    def term_on(self, date: str | None) -> Term | None:
        """Return the term that runs on a date (ISO, or its beginning), or still runs where none is given."""
        if date is None:
            running = [term for term in self.terms if term.end is None]
            return running[-1] if running else None
        day = _full_day(date)
        return next((term for term in reversed(self.terms) if term.covers(day)), None)

    def standing_on(self, date: str | None) -> tuple[str | None, tuple[str, ...]]:
        """Return country and sectors on a date; a person whose offices are over is of the elite."""
        term = self.term_on(date)
        if term is not None:
            return term.country, term.sectors
        if self.sectors or not self.terms:
            return self.country, self.sectors
        if date is not None and not any(term.over_by(_full_day(date)) for term in self.terms):
            return self.country, ()
        public = any(sector in ("GOV", "LEG", "MIL", "JUD", "SPY", "COP") for t in self.terms for sector in t.sectors)
        return self.country, _FORMER if public else self.terms[-1].sectors

    def active_on(self, date: str | None) -> bool:
        """Tell whether the body existed on a date, as far as is known; persons always may be spoken of."""
        if date is None or self.kind == "person":
            return True
        day = _full_day(date)
        return not (self.since and day < self.since[: len(day)])


def _full_day(date: str) -> str:
    """Return the last day that the beginning of an ISO date allows."""
    day = date[:10]
    if len(day) == 4:
        return day + _LAST_DAY
    return f"{day}-28" if len(day) == 7 else day


def read_terms(text: str, country: str, offices: dict[str, tuple[str, ...]]) -> tuple[Term, ...]:
    """Read «pres 2012-05-15..2017-05-14; fm@BEL 2019..»; an office in capitals is a bare sector.

    Raises KeyError for an office that is not listed.
    """
    found = []
    for piece in filter(None, (part.strip() for part in text.split(";"))):
        code, _, days = piece.partition(" ")
        office, _, elsewhere = code.partition("@")
        start, dots, end = days.strip().partition("..")
        found.append(
            Term(
                office=office,
                country=elsewhere or country,
                sectors=tuple(office.split(",")) if office.isupper() else offices[office],
                start=start or None,
                end=(end or None) if dots else (start or None),
            )
        )
    return tuple(sorted(found, key=lambda term: (term.start or "", term.end or "9")))
