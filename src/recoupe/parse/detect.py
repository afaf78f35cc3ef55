"""Tells the language of a text."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from recoupe.packs.files import languages

_ENOUGH = 8
"""Letters below which a text is not judged."""
_MARGIN = 11.0
"""How much likelier, in nats, a language without a pack must be than one with.

Headlines full of foreign names fall within it (up to 10.1 over twenty of them), headlines of other languages do not
(11.6 and more over ten of them).
"""


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE)


def detect(text: str) -> str | None:
    """Return the ISO 639-1 code of the text's language, null where there is too little to judge."""
    sample = text[:4000]
    if sum(c.isalpha() for c in sample) < _ENOUGH:
        return None
    ranked = [(str(lang), float(score)) for lang, score in _identifier().rank(sample)]
    best, score = ranked[0]
    ours = next((entry for entry in ranked if entry[0] in languages()), None)
    return ours[0] if ours is not None and score - ours[1] < _MARGIN else best
