"""The list of forms: dictionary entries for the network, and lemmas that are never invented."""

import lzma
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from recoupe.packs.files import folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Forms are lower case with straight apostrophes."""

    tagged: Mapping[tuple[str, str], str]
    """(form, UPOS) -> lemma, as the treebanks have it."""
    entries: Mapping[str, str]
    """form -> lemma, whatever the tag."""
    lemmas: frozenset[str]
    """All that is known to be a lemma."""
    classes: Mapping[str, str]
    """form -> the closed tags that it may have, joined ("DET+PRON"), else "verb" or "word".

    Open classes are not taken from the treebanks: all their words would be known in training, and few in use.
    """


_CLOSED = frozenset(("ADP", "AUX", "CCONJ", "DET", "PRON", "SCONJ", "PART"))
_INFINITIVES = ("er", "ir", "re")


def _open_class(form: str, lemma: str) -> str:
    return "verb" if lemma != form and lemma.endswith(_INFINITIVES) else "word"


@cache
def lexicon(lang: str) -> Lexicon:
    """Return the list of forms of a language, read once."""
    tagged: dict[tuple[str, str], str] = {}
    entries: dict[str, str] = {}
    data = lzma.decompress((folder(lang) / "lemmas.tsv.xz").read_bytes()).decode()
    for line in data.splitlines():
        form, tag, lemma = line.split("\t")
        if tag:
            tagged[form, tag] = lemma
        else:
            entries[form] = lemma
    classes = {form: _open_class(form, lemma) for form, lemma in entries.items()}
    closed: dict[str, str] = {}
    for form, tag in sorted(tagged):
        if tag in _CLOSED:
            closed[form] = f"{closed[form]}+{tag}" if form in closed else tag
    classes |= closed
    lemmas = frozenset(entries.values()) | frozenset(tagged.values())
    return Lexicon(tagged=tagged, entries=entries, lemmas=lemmas, classes=classes)
