"""What a role noun says where it stands: which of its readings, with which sectors."""

from recoupe.annotate.actors_segments import Segment
from recoupe.annotate.actors_words import RoleNoun
from recoupe.model.actors import ResolvedActor
from recoupe.packs.actors import Modifier, Role

SPREAD = frozenset({None, "state", "people"})
"""Kinds of owner that lend a country, but no sectors."""
_PUBLIC = frozenset({"GOV", "LEG", "MIL", "JUD", "COP", "SPY", "PTY"})
_NEAR = frozenset({"office", "rank", "weak", "person"})


def reading(noun: RoleNoun, owner: ResolvedActor, beside: list[Modifier]) -> Role:
    """Choose between the readings of a noun: one that takes its sectors from elsewhere, where there are any."""
    weak = next((role for role in noun.roles if role.kind == "weak"), None)
    strong = next((role for role in noun.roles if role.kind != "weak"), None)
    if weak is None or strong is None:
        return weak or strong or noun.roles[0]
    lent = bool(owner.sectors and owner.kind not in SPREAD) or (
        strong.kind != "armed" and any(m.mode in ("fill", "replace") and _works_on(m, weak) for m in beside)
    )
    return weak if lent else strong


def _works_on(modifier: Modifier, role: Role) -> bool:
    return not modifier.on or bool(modifier.on & {role.kind, role.id})


def sectors_of(role: Role, beside: list[Modifier], owner: ResolvedActor, country: str | None) -> tuple[str, ...]:
    lent = () if owner.kind in SPREAD else owner.sectors
    sectors = role.sectors
    if role.kind == "weak":
        filling = next((m.sectors for m in beside if m.mode == "fill" and _works_on(m, role)), ())
        sectors = filling or lent or sectors or (role.of_state if country else ())
    elif lent[:1] in (("REB",), ("PRM",), ("CRM",), ("UAF",)) and role.kind in ("force", "asset", "rank"):
        sectors = lent
    for modifier in beside:
        if not _works_on(modifier, role):
            continue
        if modifier.mode == "former" and role.kind in _NEAR and (not sectors or sectors[0] in _PUBLIC):
            return modifier.sectors
        if modifier.mode == "replace":
            sectors = modifier.sectors
        elif modifier.mode == "add":
            sectors = tuple(dict.fromkeys((*sectors, *modifier.sectors)))
    if "OPP" in lent and "OPP" not in sectors:
        sectors = (*sectors, "OPP")
    return sectors


def is_plural(head: Segment, noun: RoleNoun, lang: str) -> bool:
    """Tell whether a role noun is a plural: by its first word in French, by the last before «of» in English."""
    words = [head.piece(at).text.lower() for at in range(noun.first, noun.last + 1)]
    if lang == "fr":
        return words[0].endswith(("s", "x"))
    before = next((at for at, word in enumerate(words) if word in ("of", "for")), len(words))
    return words[max(before - 1, 0)].endswith("s")
