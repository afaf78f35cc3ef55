"""Reports that tell a happening though no mention of it was coded in them.

Coding misses a third of what short news items tell. A report that is about the same thing, came out in the
same days and uses the word for the act is listed with the incident; it gives no values and counts as no source.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from recoupe.merge.accounts import Account, Sheet
from recoupe.merge.happenings import Happening
from recoupe.merge.terms import cosine, stems

ALIKE = 0.22
"""Mean likeness to the reports that do tell it. Swept on news items, level from .2 to .3."""
ALONE = 0.4
"""The same where the report does not use the word for the act."""
SHARED = 6
"""Words that most tellers share, by which such reports are found."""
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
        span = range(days[0] - AROUND, days[len(days) // 2] + AROUND + 1)
        standing = [tellers[name] for name in sorted(tellers)][:MOST]
        likest: list[tuple[float, str]] = []
        for sheet, names_act in self._heard(happening, standing, span):
            if sheet.id not in tellers:
                likeness = _likeness(sheet, standing)
                if likeness >= (ALIKE if names_act else ALONE):
                    likest.append((-likeness, sheet.id))
        return tuple(sorted(name for _, name in sorted(likest)[: len(tellers)]))

    def _heard(self, happening: Happening, standing: Sequence[Sheet], span: range) -> Iterator[tuple[Sheet, bool]]:
        """Yield the reports of these days that share the word for the act, or else the rarest words."""
        words = Counter(word for account in happening.accounts for word in account.trigger)
        usual = [word for word, n in sorted(words.items()) if n >= USUAL * len(happening.accounts)]
        about = Counter(word for sheet in standing for word in sheet.topic if word not in usual)
        shared = sorted((-n, word) for word, n in about.items() if n > len(standing) // 2)[:SHARED]
        seen: set[str] = set()
        for word, names_act in (*((word, True) for word in usual), *((word, False) for _, word in shared)):
            for day in span:
                for sheet in self._index.get((day, word), ()):
                    # Where the word was coded, it was judged, and not found to be this act.
                    if sheet.id not in seen and not (names_act and word in self._coded[sheet.id]):
                        seen.add(sheet.id)
                        yield sheet, names_act


def _likeness(sheet: Sheet, tellers: Sequence[Sheet]) -> float:
    return sum(cosine(sheet.topic, other.topic) for other in tellers) / len(tellers)
