"""From the words of a noun phrase to who is meant: identity, kind, country, sectors."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from recoupe.annotate.actors_roles import SPREAD, is_plural, reading, sectors_of
from recoupe.annotate.actors_segments import DETERMINERS, Segment, segments
from recoupe.annotate.actors_words import Named, OfCountry, Piece, Reader, RoleNoun
from recoupe.gazetteer.actorbase import name_words, sovereign
from recoupe.gazetteer.actorfacts import Entity
from recoupe.model.actors import ResolvedActor
from recoupe.packs.actors import Role, fold
from recoupe.packs.countries import load_countries

UNKNOWN = ResolvedActor(id=None, name=None, kind=None, country=None)
_KIND_NAMES = {"weak": "group", "armed": "armed group", "rank": "office", "force": "organ", "body": "group"}
_INSTITUTIONS = frozenset({"organ", "office", "ngo", "igo"})
_INTERNATIONAL = frozenset({"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"})
_AT_HOME = frozenset({"group", "people", "armed group", "person", "union", "company", "ngo"})
_KEPT_TITLES = frozenset({"president", "vice-president", "prime-minister", "monarch", "officer", "ambassador"})
_TITLES = frozenset({"office", "rank", "person", "group"})
_OFFICES = {
    "president": ("pres",),
    "prime-minister": ("pm",),
    "monarch": ("king",),
    "vice-president": ("vp",),
    "foreign-minister": ("fm",),
    "defence-minister": ("dm",),
    "interior-minister": ("im",),
}


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known around the phrase."""

    date: str | None = None
    country: str | None = None
    """The country that the context speaks of, to tell homonyms apart; it is never a phrase's own country."""
    home: str | None = None
    """The only country that the whole report speaks of; «le gouvernement» is its government."""
    cities: Mapping[int, str] = field(default_factory=dict)
    """Country of the toponyms, by token."""
    places_only: frozenset[int] = frozenset()
    """First tokens of toponyms that stand for no government («le port de Tripoli»)."""


class Describer:
    """Reads one phrase at a time; holds no state between phrases."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._countries = load_countries("en").by_code

    def describe(self, run: tuple[Piece, ...], setting: Setting) -> ResolvedActor:
        """Return who the words stand for, UNKNOWN where they say nothing."""
        found = self._resolve(segments(run, self._reader), setting)
        return replace(found, country=sovereign(found.country)) if found.country else found

    def _resolve(self, parts: tuple[Segment, ...], setting: Setting) -> ResolvedActor:
        if not parts:
            return UNKNOWN
        head, rest = parts[0], parts[1:]
        entity, role = self._head(head, setting)
        if entity is not None and role is None:
            return self._entity(entity, head, setting)
        if entity is None and (named := self._spelled(head, role, setting)) is not None:
            return self._entity(named, head, setting)
        if role is None:
            return self._bare(head, rest, setting)
        owner = self._owner(entity, head, role, rest, setting)
        found = self._titled(self._role(role, parts, owner, setting), head, role)
        return found if found.country else self._placed(found, parts, setting)

    # ---- the head ----

    def _head(self, part: Segment, setting: Setting) -> tuple[Entity | None, RoleNoun | None]:
        """Choose the head: an actor's name, or a role noun with the name beside it as its owner."""
        named = self._pick_last(part, setting)
        if self._reader.lang == "fr":
            role = part.roles[0] if part.roles else None
        else:
            role = part.roles[-1] if part.roles else None
        if named is None or role is None:
            return (named[1] if named else None), role
        match, entity = named
        if entity.kind == "person" or match.first > role.last or self._reader.lang == "fr":
            return entity, None
        return entity, role

    def _pick_last(self, part: Segment, setting: Setting) -> tuple[Named, Entity] | None:
        picked = [
            (m, e)
            for m in part.named
            if (e := self.pick(m.entities, part, setting)) is not None and not self._is_part(m, e, part)
        ]
        persons = [pair for pair in picked if pair[1].kind == "person"]
        chosen = persons or picked
        if not chosen:
            return None
        return chosen[0] if self._reader.lang == "fr" else chosen[-1]

    def _is_part(self, match: Named, entity: Entity, part: Segment) -> bool:
        """Tell whether a surname only is the end of another person's name («Sharon» in "Sharon Stone")."""
        if entity.kind != "person" or match.first != match.last:
            return False
        covered = {at for m in (*part.names, *part.roles) for at in range(m.first, m.last + 1)}
        for at in (match.first - 1, match.last + 1):
            if at in covered or not part.first <= at < part.first + len(part.run):
                continue
            piece = part.piece(at)
            titled = piece.fold in self._reader.pack.titles or piece.plain in DETERMINERS
            if piece.text[0].isupper() and not titled:
                return True
        return False

    def pick(self, entities: tuple[Entity, ...], part: Segment, setting: Setting) -> Entity | None:
        """Return the one reading that country words, context and date leave; none on a tie."""
        left = [e for e in entities if e.active_on(setting.date)] or list(entities)
        for hint in (*part.countries("adjective", "country"), setting.country):
            narrowed = [e for e in left if hint and e.country == hint]
            left = narrowed or left
        return left[0] if len(left) == 1 else None

    # ---- names ----

    def _spelled(self, part: Segment, role: RoleNoun | None, setting: Setting) -> Entity | None:
        """Find whom a name unknown to the letter means: another spelling, or a surname with its title."""
        words = part.unknown_name(role.last if role is not None else -1)
        if not words:
            return None
        base = self._reader.base
        country = next(iter(part.countries("adjective", "country")), None)
        alike = base.alike(" ".join(words), country)
        if alike is not None or role is None:
            return alike
        titled = {sector for r in role.roles if r.kind in ("office", "rank") for sector in r.sectors}
        homonyms = [
            entity
            for entity in base.surname(" ".join(name_words(" ".join(words))))
            if titled & {sector for term in entity.terms for sector in term.sectors}
            and country in (None, entity.country)
        ]
        if len(homonyms) > 1:
            near = [e for e in homonyms if e.term_on(setting.date) and setting.country in (None, e.country)]
            homonyms = near or homonyms
        return homonyms[0] if len(homonyms) == 1 else None

    @staticmethod
    def _titled(found: ResolvedActor, head: Segment, role: RoleNoun) -> ResolvedActor:
        """Take a title with a name that the base does not hold for a person of that name."""
        name = head.unknown_name(role.last)
        if not name or not any(r.kind in _TITLES or r.id == "leader" for r in role.roles):
            return found
        if found.id is not None and found.kind == "person":
            return found
        return replace(found, id=None, name=" ".join(name), kind="person", rule=f"title, {found.rule}")

    def _entity(self, entity: Entity, part: Segment, setting: Setting) -> ResolvedActor:
        country, sectors = entity.standing_on(setting.date)
        modes = {m.mode for beside in part.beside for m in beside.modifiers}
        if entity.kind == "person":
            if "former" in modes:
                sectors = ("ELI",)
            elif not sectors or sectors == ("ELI",):
                sectors = self._title(part, first_rank=not sectors or setting.date is None) or sectors
        return ResolvedActor(
            id=entity.id, name=entity.name, kind=entity.kind, country=country, sectors=sectors, rule="base: name"
        )

    @staticmethod
    def _title(part: Segment, *, first_rank: bool) -> tuple[str, ...]:
        """Return the sectors of the title beside a name; former heads of state and government keep theirs."""
        for noun in part.roles:
            for role in noun.roles:
                if role.sectors and (first_rank or role.id not in _KEPT_TITLES):
                    return role.sectors
        return ()

    def _bare(self, head: Segment, rest: tuple[Segment, ...], setting: Setting) -> ResolvedActor:
        """Return the state or people that country words alone stand for, or what an unknown name's company says."""
        for match in head.names:
            if isinstance(match, OfCountry):
                return self._country(match, alone=len(head.run) <= match.last - match.first + 3)
        for piece in head.run:
            if piece.token in setting.cities:
                code = setting.cities[piece.token]
                return ResolvedActor(
                    id=None, name=None, kind="people", country=code, sectors=("CVL",), rule="city: its people"
                )
        former = any(m.mode == "former" for b in head.beside for m in b.modifiers)
        beyond = self._resolve(rest, setting) if rest and rest[0].link == "," else UNKNOWN
        if beyond is not UNKNOWN:
            return replace(beyond, id=None, name=None, kind="person", rule="apposition")
        if former:
            return replace(UNKNOWN, sectors=("ELI",), rule="modifier")
        added = tuple(s for b in head.beside for m in b.modifiers if m.mode == "add" for s in m.sectors)
        return replace(UNKNOWN, sectors=added, rule="modifier") if added else UNKNOWN

    def _country(self, match: OfCountry, *, alone: bool) -> ResolvedActor:
        code = match.codes[0]
        if match.what == "inhabitant" or (match.what == "adjective" and alone):
            return ResolvedActor(id=None, name=None, kind="people", country=code, rule="inhabitants")
        sectors = ("GOV",) if match.what == "government" else ()
        name = self._countries[code].name if code in self._countries else None
        return ResolvedActor(
            id=code, name=name, kind="state", country=code, sectors=sectors, rule=f"country: {match.what}"
        )

    # ---- role nouns ----

    def _owner(
        self, entity: Entity | None, head: Segment, role: RoleNoun, rest: tuple[Segment, ...], setting: Setting
    ) -> ResolvedActor:
        """Return what the role noun belongs to: a name beside it, a noun before it, or its «de» complement."""
        if entity is not None:
            return self._entity(entity, head, setting)
        if self._reader.lang == "en" and role is not head.roles[0]:
            return self._resolve((head.before(role.first),), setting)
        pack = self._reader.pack
        institution = any(r.kind in _INSTITUTIONS for r in role.roles)
        links = pack.complement | (pack.complement_of_organs if institution else frozenset())
        for at, part in enumerate(rest):
            if part.link == ",":
                break
            if fold(part.link, self._reader.lang) in links:
                found = self._resolve(rest[at:], setting)
                if found is not UNKNOWN:
                    return found
        return UNKNOWN

    def _role(
        self, noun: RoleNoun, parts: tuple[Segment, ...], owner: ResolvedActor, setting: Setting
    ) -> ResolvedActor:
        head = parts[0]
        beside = [m for b in head.beside if not noun.covers(b) for m in b.modifiers]
        role = reading(noun, owner, beside)
        country = self._own_country(head, setting) or owner.country or role.country
        if country is None and self._at_home(role, noun, head):
            country = setting.home
        found = ResolvedActor(
            id=None,
            name=None,
            kind=_KIND_NAMES.get(role.kind, role.kind),
            country=country,
            sectors=sectors_of(role, beside, owner, country),
            rule=f"role: {role.id}",
        )
        owned = owner.kind not in SPREAD
        if found.sectors[:1] == ("ELI",) or (role.kind == "weak" and not owner.id):
            return found
        if owned and owner.id and owner.kind != "person":
            collective = role.kind in ("force", "armed", "asset") or is_plural(head, noun, self._reader.lang)
            return replace(found, id=owner.id, name=owner.name) if collective else found
        if not role.state or country is None or country in _INTERNATIONAL:
            return found
        return self._composed(
            found, self._with_field(role, parts), country, is_plural(head, noun, self._reader.lang), setting
        )

    def _at_home(self, role: Role, noun: RoleNoun, head: Segment) -> bool:
        """Tell whether a definite organ may be one of the only country spoken of."""
        if role.kind not in ("organ", "force", "office") or not (role.state or role.kind == "organ"):
            return False
        first = head.run[0]
        definite = self._reader.pack.taken_up.definite
        return first is head.piece(noun.first) or fold(first.text, self._reader.lang) in definite

    @staticmethod
    def _own_country(head: Segment, setting: Setting) -> str | None:
        found = head.countries("adjective", "inhabitant", "country", "government")
        cities = [setting.cities[p.token] for p in head.run if p.token in setting.cities]
        return next(iter((*found, *cities)), None)

    def _with_field(self, role: Role, parts: tuple[Segment, ...]) -> str:
        """Return the role's id with the field of office in it: "defence-minister"."""
        if not role.portfolio:
            return role.id
        words = tuple(piece for part in parts[:2] for piece in part.run)
        field_of_office = self._reader.portfolio(words)
        return f"{field_of_office}-{role.id}" if field_of_office else role.id

    def _composed(
        self, found: ResolvedActor, role: str, country: str, several: bool, setting: Setting
    ) -> ResolvedActor:
        """Give the organ of a state its identity; an office goes to who holds it on the day."""
        for office in () if several else _OFFICES.get(role, ()):
            holder = self._reader.base.holder(country, office, setting.date)
            if holder is not None:
                return replace(found, id=holder.id, name=holder.name, kind="person", rule=f"holder: {role}")
        if several and found.kind == "office":
            return found
        state = self._countries[country].name if country in self._countries else country
        return replace(found, id=f"{country}/{role}", name=f"{state}: {role.replace('-', ' ')}")

    def _placed(self, found: ResolvedActor, parts: tuple[Segment, ...], setting: Setting) -> ResolvedActor:
        """Take the country where they are for those who mostly are at home: «manifestants en Irak»."""
        if found.kind not in _AT_HOME:
            return found
        for part in parts[1:]:
            if fold(part.link, self._reader.lang) in self._reader.pack.located:
                country = self._own_country(part, setting)
                if country:
                    return replace(found, country=country, rule=f"{found.rule}, located")
        return found
