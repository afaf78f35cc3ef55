"""Gives each word its lemma: by the treebanks, by the wide list, by rules that may only reach known lemmas."""

from collections.abc import Callable

from recoupe.parse.lexicon import Lexicon

_OPEN = frozenset(("NOUN", "VERB", "ADJ", "ADV", "AUX"))
_VERB_ENDINGS = {"fr": ("er", "ir", "re", "oir", "ïr"), "en": ()}

# Ending of a form -> endings of the lemma to try, in order; only a lemma of the list is taken.
_FRENCH_VERB = tuple(
    (ending, lemmas)
    for lemmas, endings in (
        (("er", "ir", "re"), ("ées", "és", "ée", "é")),
        (("er",), (
            "eraient", "eassions", "erions", "erons", "erais", "erait", "eriez", "erez", "eront", "erai", "eras", "era",
            "assions", "assent", "asses", "asse", "âmes", "âtes", "aient", "èrent", "eant", "eons", "eais", "eait",
            "ions", "ant", "ons", "ais", "ait", "iez", "ez", "ent", "es", "ai", "as", "a", "ât", "e",
        )),
        (("ir", "re"), (
            "issaient", "issions", "issent", "issant", "issons", "issait", "issais", "issez", "isse", "iraient",
            "irait", "irent", "iront", "irons", "ira", "ies", "is", "it", "ie", "i", "ues", "us", "ue", "u",
            "ises", "ise", "tes", "te", "ts", "t",
        )),
    )
    for ending in endings
)  # fmt: skip


def lemmatizer(lang: str, words: Lexicon) -> Callable[[str, str], str]:
    """Return a function from (word, UPOS) to a lemma; it remembers what it was asked."""
    known: dict[tuple[str, str], str] = {}
    find = _french if lang == "fr" else _english

    def lemma(form: str, upos: str) -> str:
        key = (form, upos)
        if key not in known:
            lower = form.lower().replace("’", "'")
            known[key] = words.tagged.get((lower, upos)) or find(form, lower, upos, words)
        return known[key]

    return lemma


def _french(form: str, lower: str, upos: str, words: Lexicon) -> str:
    if upos in ("PROPN", "X", "SYM", "PUNCT", "NUM"):
        return form
    entry = words.entries.get(lower, "")
    if upos in ("VERB", "AUX"):
        return _french_verb(lower, entry, words)
    if upos in ("NOUN", "ADJ"):
        if entry and not (entry != lower and entry.endswith(_VERB_ENDINGS["fr"]) and not lower.startswith(entry)):
            return entry
        return _singular(lower, words)
    return entry if upos in _OPEN and entry else lower


def _french_verb(lower: str, entry: str, words: Lexicon) -> str:
    if entry.endswith(_VERB_ENDINGS["fr"]):
        return entry
    for form in (lower, entry):
        for ending, lemmas in _FRENCH_VERB:
            if form.endswith(ending):
                stem = form[: -len(ending)]
                for lemma in lemmas:
                    for candidate in _stems(stem):
                        if candidate + lemma in words.lemmas:
                            return candidate + lemma
    return entry or lower


def _stems(stem: str) -> tuple[str, ...]:
    """Return the stem, and as it is written before another ending (appell-, jett-, achèt-, emploi-, commenç-)."""
    stems = [stem]
    if stem[-2:] in ("ll", "tt"):
        stems.append(stem[:-1])
    if stem.endswith("i"):
        stems.append(stem[:-1] + "y")
    if stem.endswith("ç"):
        stems.append(stem[:-1] + "c")
    if len(stem) > 2 and stem[-2] == "è":
        stems += [stem[:-2] + "e" + stem[-1], stem[:-2] + "é" + stem[-1]]
    return tuple(stems)


def _singular(lower: str, words: Lexicon) -> str:
    for ending, lemma in (
        ("aux", "al"),
        ("eux", "eu"),
        ("ales", "al"),
        ("elles", "el"),
        ("ennes", "en"),
        ("ées", "é"),
        ("ée", "é"),
        ("es", ""),
        ("e", ""),
        ("s", ""),
        ("x", ""),
    ):
        if lower.endswith(ending) and lower[: -len(ending)] + lemma in words.lemmas:
            return lower[: -len(ending)] + lemma
    if len(lower) > 3 and lower.endswith("s") and not lower.endswith(("ss", "us", "is", "as", "os")):
        return lower[:-1]
    return lower


def _english(form: str, lower: str, upos: str, words: Lexicon) -> str:
    if upos in ("PROPN", "X", "SYM", "PUNCT", "NUM"):
        return form
    if upos not in _OPEN:
        return lower
    entry = words.entries.get(lower, "")
    if entry and not (upos == "NOUN" and lower.endswith(("ing", "ed")) and not entry.endswith(("ing", "ed"))):
        return entry
    rules = _ENGLISH.get(upos, ())
    for ending, lemma in rules:
        if lower.endswith(ending) and len(lower) > len(ending) + 1:
            candidate = lower[: -len(ending)] + lemma
            if candidate in words.lemmas:
                return candidate
    if upos == "NOUN" and len(lower) > 3 and lower.endswith("s") and not lower.endswith(("ss", "us", "is")):
        return lower[:-1]
    return lower


_ENGLISH = {
    "NOUN": (("ies", "y"), ("ves", "f"), ("es", ""), ("s", "")),
    "VERB": (("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", "")),
    "ADJ": (("ier", "y"), ("iest", "y"), ("er", ""), ("er", "e"), ("est", ""), ("est", "e")),
}
