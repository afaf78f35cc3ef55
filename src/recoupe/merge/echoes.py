"""Reports that tell a happening though no mention of it was coded in them.

Coding misses a third of what short news items tell. A report that is about the same thing, came out in the
same days and uses the word for the act is listed with the incident; it gives no values and counts as no source.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from recoupe.merge.accounts import Account, Sheet
from recoupe.merge.happenings import Happening
from recoupe.merge.terms import cosine, stems

ALIKE = 0.25
"""Mean likeness to the reports that do tell it. Swept on news items, level from .2 to .3."""
FEWEST = 2
"""Reports that must tell a happening before others can echo it."""
USUAL = 0.3
"""Share of the mentions from which a trigger word is the word for the act."""
AROUND = 1
"""Days before the first telling and after the middle one: what comes later looks back."""
MOST = 12
"""Reports that stand for all that tell it."""


class Echoes:
    """Reports by the day they came out and the words they use."""

    def __init__(self, sheets: Sequence[Sheet], accounts: Sequence[Account]) -> None:
        self._coded: dict[str, set[str]] = defaultdict(set)
        for account in accounts:
            self._coded[account.sheet.id] |= account.trigger
        index: dict[tuple[int, str], list[Sheet]] = defaultdict(list)
        for sheet in sheets:
            if sheet.published:
                for word in set(stems(sheet.opening)):
                    index[sheet.published.first, word].append(sheet)
        self._index: Mapping[tuple[int, str], Sequence[Sheet]] = index

    def of(self, happening: Happening) -> tuple[str, ...]:
        """Return the ids of the reports that echo it, sorted: the likest, no more than those that tell it."""
        tellers = {account.sheet.id: account.sheet for account in happening.accounts}
        days = sorted(sheet.published.first for sheet in tellers.values() if sheet.published)
        if len(tellers) < FEWEST or not days or happening.accounts[0].announced:
            return ()
        words = Counter(word for account in happening.accounts for word in account.trigger)
        usual = [word for word, n in sorted(words.items()) if n >= USUAL * len(happening.accounts)]
        heard = {
            sheet.id: sheet
            for day in range(days[0] - AROUND, days[len(days) // 2] + AROUND + 1)
            for word in usual
            for sheet in self._index.get((day, word), ())
            # Where the word was coded, it was judged, and not found to be this act.
            if sheet.id not in tellers and word not in self._coded[sheet.id]
        }
        standing = [tellers[name] for name in sorted(tellers)][:MOST]
        liked = sorted((-_likeness(heard[name], standing), name) for name in sorted(heard))
        near = [name for likeness, name in liked if -likeness >= ALIKE]
        return tuple(sorted(near[: len(tellers)]))


def _likeness(sheet: Sheet, tellers: Sequence[Sheet]) -> float:
    return sum(cosine(sheet.topic, other.topic) for other in tellers) / len(tellers)
