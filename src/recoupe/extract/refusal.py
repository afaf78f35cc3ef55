"""A cooperative act that somebody says will not be done is a refusal («Paris ne retirera pas ses troupes»)."""

from recoupe.extract.tree import Tree

_COOPERATIVE = frozenset({"AGREE", "CONCEDE", "RETREAT", "CONSULT", "AID", "COOPERATE", "SUPPORT"})
_WILL = frozenset({"will", "wo", "would", "shall"})
_NOT = frozenset({"ne", "n", "pas", "jamais", "aucunement", "not", "never", "nt"})


def is_refusal(tree: Tree, trigger: int, event_type: str) -> bool:
    """Tell a negated future of a cooperative act whose subject is its own author."""
    if event_type not in _COOPERATIVE or tree.parsed.upos[trigger] != "VERB":
        return False
    helpers = tree.by_relation(trigger, "aux")
    is_future = any(tree.has_feat(t, "Tense=Fut") for t in (trigger, *helpers)) or any(
        tree.parsed.words[t].lower() in _WILL for t in helpers
    )
    return is_future and any(_is_not(tree, t) for t in tree.by_relation(trigger, "advmod"))


def _is_not(tree: Tree, token: int) -> bool:
    return tree.parsed.words[token].lower().replace("'", "").replace("’", "") in _NOT
