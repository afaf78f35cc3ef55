"""Whether two types can name one act."""

from recoupe.merge.accounts import Account
from recoupe.merge.compare import Finding

FAMILIES = (
    frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"}),
    frozenset({"CONCEDE", "RETREAT", "AGREE"}),
    frozenset({"AID", "COOPERATE", "SUPPORT"}),
    frozenset({"ACCUSE", "REJECT", "REQUEST"}),
    frozenset({"ACCUSE", "COERCE"}),
    frozenset({"COERCE", "ASSAULT"}),
    frozenset({"SANCTION", "COERCE", "REJECT"}),
    frozenset({"MOBILIZE", "ASSAULT"}),
    frozenset({"THREATEN", "MOBILIZE"}),
)
"""Types between which coders of one act waver, by PLOVER's own boundary rules."""

WAVERING = (
    frozenset({"PROTEST", "COERCE"}),
    frozenset({"PROTEST", "ACCUSE"}),
    frozenset({"PROTEST", "MOBILIZE"}),
    frozenset({"THREATEN", "REQUEST"}),
    frozenset({"THREATEN", "ACCUSE"}),
    frozenset({"RETREAT", "SANCTION"}),
    frozenset({"RETREAT", "AID"}),
    frozenset({"RETREAT", "MOBILIZE"}),
    frozenset({"REQUEST", "SANCTION"}),
    frozenset({"REQUEST", "COERCE"}),
)
"""Types that one word («blockade», «protested», «recalled») takes in turn: seldom one act, not never."""

FAR = frozenset((one, two) for family in WAVERING for one in family for two in family)
RELATED = frozenset((one, two) for family in FAMILIES for one in family for two in family)

THREATENED = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "REJECT"})

THREATS = frozenset({"type: threatened", "type: may be threatened"})
"""Levels of a threat and what it threatens, which are one happening though one is only announced."""

_SAME_WORD, _OTHER_WORD = Finding("type: untyped, same word"), Finding("type: untyped, other word")
"""Mentions of no type, as corpora of coreference give them: then only the trigger says what is done."""


def compare_types(left: Account, right: Account) -> Finding:
    """Compare type and mode; a threat and the act it threatens are one only within a report."""
    one, two = left.mention, right.mention
    if not one.type or not two.type:
        same_word = left.names_act_of(right)
        return _SAME_WORD if same_word else _OTHER_WORD
    if one.type == two.type:
        same_mode = one.mode is not None and one.mode == two.mode
        return Finding("type: same mode" if same_mode else "type: same", one.mode or one.type)
    if _threat_and_act(left, right) or _threat_and_act(right, left):
        near = left.span == right.span
        return Finding("type: threatened" if near else "type: may be threatened", one.type, two.type)
    if (one.type, two.type) in RELATED or (one.mode is not None and one.mode == two.mode):
        return Finding("type: related", one.type, two.type)
    if (one.type, two.type) in FAR:
        return Finding("type: wavering", one.type, two.type)
    same_word = left.names_act_of(right)
    return Finding("type: other, same word" if same_word else "type: other", one.type, two.type)


def _threat_and_act(threat: Account, act: Account) -> bool:
    return (
        threat.mention.type == "THREATEN"
        and act.mention.type in THREATENED
        and act.announced
        and threat.sheet is act.sheet
    )
