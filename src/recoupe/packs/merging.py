"""The few words that merging reads: what sets one act off from another, and what a truce is called."""

from functools import cache

from recoupe.packs.files import folder, languages, read_toml


def sequels(lang: str | None) -> frozenset[str]:
    """Return folded words of another act («autres», "second"); nothing for a language without a pack."""
    return _words(lang, "another")


def recalls(lang: str | None) -> frozenset[str]:
    """Return folded words that put a saying before the news («précédemment», "had")."""
    return _words(lang, "before")


def truces(lang: str | None) -> frozenset[str]:
    """Return folded words for a truce («trêve», "ceasefire")."""
    return _words(lang, "truces")


@cache
def anaphors() -> frozenset[str]:
    """Return folded first words of a party that only points back («ces forces», "their troops"), of all packs."""
    return frozenset().union(*(_words(lang, "anaphors") for lang in languages()))


@cache
def _words(lang: str | None, key: str) -> frozenset[str]:
    if lang not in languages():
        return frozenset()
    return frozenset(read_toml(folder(lang) / "merging.toml")[key])
