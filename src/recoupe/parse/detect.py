"""Tells the language of a text."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

_ENOUGH = 12
"""Letters below which a text is not judged."""


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE)


def detect(text: str) -> str | None:
    """Return the ISO 639-1 code of the text's language, null where there is too little to judge."""
    sample = text[:4000]
    if sum(c.isalpha() for c in sample) < _ENOUGH:
        return None
    return str(_identifier().classify(sample)[0])
