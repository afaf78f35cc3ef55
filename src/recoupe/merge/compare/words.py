"""How alike two mentions are in words: the trigger, its sentence, and what their reports are about."""

from recoupe.merge.accounts import Account
from recoupe.merge.compare import Finding
from recoupe.merge.terms import cosine

SENTENCE = ((0.6, "very alike"), (0.4, "alike"), (0.25, "some"), (0.12, "few"))
TOPIC = ((0.5, "very alike"), (0.3, "alike"), (0.18, "some"), (0.1, "few"))


def compare_words(left: Account, right: Account) -> Finding:
    """Compare the sentences that tell it.

    One report does not say a thing twice in the same words, and what it tells in one sentence was held apart.
    """
    if left.sheet is right.sheet and left.span == right.span:
        return Finding("words: one sentence")
    likeness = cosine(left.words, right.words)
    if left.sheet is right.sheet and likeness < SENTENCE[-1][0]:
        return Finding("words: next sentence", f"{likeness:.2f}")
    return Finding(f"words: {_level(likeness, SENTENCE)}", f"{likeness:.2f}")


def compare_topics(left: Account, right: Account) -> Finding:
    """Compare the two reports; within one report there is nothing to learn."""
    if left.sheet is right.sheet:
        return Finding("topic: one report")
    likeness = cosine(left.sheet.topic, right.sheet.topic)
    return Finding(f"topic: {_level(likeness, TOPIC)}", f"{likeness:.2f}")


def compare_triggers(left: Account, right: Account) -> Finding:
    """Compare the words that name the act."""
    shared = left.trigger & right.trigger
    return Finding("trigger: same" if shared else "trigger: other", " ".join(sorted(shared)))


def compare_sequels(left: Account, right: Account) -> Finding:
    """Find whether one report calls one of the two another («les autres troupes», «a second strike»)."""
    if left.sheet is not right.sheet:
        return Finding("sequel: unknown")
    ahead = left.sequel ^ right.sequel
    return Finding("sequel: another one" if ahead else "sequel: unknown", " ".join(sorted(ahead)))


def _level(likeness: float, steps: tuple[tuple[float, str], ...]) -> str:
    return next((name for floor, name in steps if likeness >= floor), "none")
