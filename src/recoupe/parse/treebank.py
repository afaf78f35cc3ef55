"""Reads CoNLL-U treebanks in the terms of `Parsed`: one token for a contraction, key features only."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

FEATURES = frozenset(
    (
        "Case",
        "Definite",
        "Degree",
        "ExtPos",
        "Gender",
        "Mood",
        "NumType",
        "Number",
        "Person",
        "Polarity",
        "Poss",
        "PronType",
        "Reflex",
        "Tense",
        "VerbForm",
        "Voice",
    )
)
"""The features that are kept; the others (typos, style, emphasis) differ between treebanks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A token of a treebank; `head` counts within the sentence, a root is its own head."""

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str
    space: bool


Sentence = tuple[Word, ...]


def read_treebank(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file in order."""
    for paragraph in read_paragraphs(path):
        yield from paragraph


def read_paragraphs(path: Path) -> Iterator[list[Sentence]]:
    """Yield the paragraphs of a CoNLL-U file in order; one alone where the file marks none."""
    paragraph: list[Sentence] = []
    rows: list[list[str]] = []
    for line in (*path.read_text(encoding="utf-8").split("\n"), ""):
        if line.startswith(("# newpar", "# newdoc")) and paragraph:
            yield paragraph
            paragraph = []
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            paragraph.append(_sentence(rows))
            rows = []
    if paragraph:
        yield paragraph


def text_of(sentence: Sentence) -> str:
    """Return the running text of a sentence, with its closing space."""
    return "".join(word.form + " " * word.space for word in sentence)


def _sentence(rows: Sequence[list[str]]) -> Sentence:
    groups = _groups(rows)
    place = {row[0]: index for index, (_, members) in enumerate(groups) for row in members}
    return tuple(_word(surface, members, place) for surface, members in groups)


def _groups(rows: Sequence[list[str]]) -> list[tuple[list[str], list[list[str]]]]:
    """Pair each surface token with the syntactic words that it holds."""
    groups: list[tuple[list[str], list[list[str]]]] = []
    wait = 0
    for row in rows:
        if "." in row[0]:
            continue
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            members = [other for other in rows if other[0].isdigit() and first <= int(other[0]) <= last]
            if "".join(member[1] for member in members) == row[1]:
                members[-1][9] = row[9]
                for member in members[:-1]:
                    member[9] = "SpaceAfter=No"
                continue
            groups.append((row, members))
            wait = len(members)
        elif wait:
            wait -= 1
        else:
            groups.append((row, [row]))
    return groups


def _word(surface: list[str], members: list[list[str]], place: dict[str, int]) -> Word:
    """Of a contraction's words the one that hangs outside it stands for all, the first if several do."""
    own = {row[0] for row in members}
    row = next(row for row in members if row[6] not in own)
    index = place[row[0]]
    return Word(
        form=surface[1],
        lemma=row[2],
        upos=row[3],
        feats="|".join(f for f in row[5].split("|") if f.partition("=")[0] in FEATURES),
        head=index if row[6] == "0" else place[row[6]],
        deprel=row[7],
        space="SpaceAfter=No" not in surface[9],
    )
