"""How alike two mentions are in words: the trigger, its sentence, and what their reports are about."""

from recoupe.merge.accounts import Account
from recoupe.merge.compare import Finding
from recoupe.merge.terms import cosine

SENTENCE = ((0.6, "very alike"), (0.4, "alike"), (0.25, "some"), (0.12, "few"))
TOPIC = ((0.5, "very alike"), (0.3, "alike"), (0.18, "some"), (0.1, "few"))

_ONE_SENTENCE, _ONE_REPORT = Finding("words: one sentence"), Finding("topic: one report")
_RECALLED = Finding("sequel: announced before")
_OTHER_TRIGGER, _NO_SEQUEL = Finding("trigger: other"), Finding("sequel: unknown")


def compare_words(left: Account, right: Account) -> Finding:
    """Compare the sentences that tell it.

    One report does not say a thing twice in the same words, and what it tells in one sentence was held apart.
    """
    if left.sheet is right.sheet and left.span == right.span:
        return _ONE_SENTENCE
    likeness = cosine(left.words, right.words)
    if left.sheet is right.sheet and likeness < SENTENCE[-1][0]:
        return Finding("words: next sentence", likeness)
    return Finding(f"words: {_level(likeness, SENTENCE)}", likeness)


def compare_topics(left: Account, right: Account) -> Finding:
    """Compare the two reports; within one report there is nothing to learn."""
    if left.sheet is right.sheet:
        return _ONE_REPORT
    likeness = cosine(left.sheet.topic, right.sheet.topic)
    return Finding(f"topic: {_level(likeness, TOPIC)}", likeness)


def compare_triggers(left: Account, right: Account) -> Finding:
    """Compare the words that name the act."""
    if not left.names_act_of(right):
        return _OTHER_TRIGGER
    return Finding("trigger: same", left.mention.trigger.text, right.mention.trigger.text)


def compare_sequels(left: Account, right: Account) -> Finding:
    """Find whether one report calls one of the two another («les autres soldats», «a second strike»)."""
    if left.sheet is not right.sheet:
        return _NO_SEQUEL
    if left.announced and left.recalled != right.recalled:
        return _RECALLED
    ahead = left.sequel ^ right.sequel
    return Finding("sequel: another one", " ".join(sorted(ahead))) if ahead else _NO_SEQUEL


def _level(likeness: float, steps: tuple[tuple[float, str], ...]) -> str:
    return next((name for floor, name in steps if likeness >= floor), "none")
