"""Words that set an act off from another of its kind told beside it."""

from functools import cache

from recoupe.packs.files import folder, languages, read_toml


@cache
def sequels(lang: str | None) -> frozenset[str]:
    """Return them folded (lower case, no diacritics); nothing for a language without a pack."""
    if lang not in languages():
        return frozenset()
    return frozenset(read_toml(folder(lang) / "sequels.toml")["words"])
