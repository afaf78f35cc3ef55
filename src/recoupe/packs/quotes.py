"""Words that report what is said or thought, with the argument that names the speaker."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast, get_args

from recoupe.errors import InvalidPack
from recoupe.packs.files import folder, read_toml

Complement = Literal["clause", "infinitive", "noun", "idea", "predicate", "question", "direct"]
_KEYS = {"id", "complements", "verbs", "speaker"}


@dataclass(frozen=True, slots=True)
class Cue:
    """A class of verbs that report alike."""

    id: str
    complements: frozenset[Complement]
    speaker: tuple[str, ...] = ()
    """Prepositions that name the source; empty where the subject does."""


@dataclass(frozen=True, slots=True)
class QuotePack:
    """Knowledge of one language; all words are lower case with straight apostrophes."""

    lang: str
    verbs: dict[str, tuple[Cue, ...]]
    """«[se ]lemma» -> the classes that it belongs to."""
    forms: frozenset[str]
    """Third persons of the regular verbs of saying, for taggers that take them for nouns («affirme», "charges")."""
    words: dict[str, frozenset[str]]
    """Word lists by their path in the file: «sources.prepositions»."""

    def has(self, path: str, word: str) -> bool:
        """Tell whether a word stands in a list."""
        return word in self.words.get(path, frozenset())


def _cue(where: str, row: dict[str, Any]) -> Cue:
    complements = set(row.get("complements", ()))
    if set(row) - _KEYS or not complements <= set(get_args(Complement)):
        raise InvalidPack(f"{where}: cue {row.get('id')}", "unknown keys or complements")
    return Cue(row["id"], cast("frozenset[Complement]", frozenset(complements)), tuple(row.get("speaker", ())))


def _forms(lang: str, verbs: set[str]) -> frozenset[str]:
    regular = [v.removeprefix("se ").removeprefix("s'") for v in sorted(verbs)]
    if lang == "fr":
        stems = [v[:-2] for v in regular if v.endswith("er") and " " not in v]
        return frozenset({s + "e" for s in stems} | {s + "ent" for s in stems})
    return frozenset(
        v[:-1] + "ies" if v.endswith(("ry", "ny", "fy", "ly")) else v + "s" for v in regular if " " not in v
    )


@cache
def load_quotes(lang: str) -> QuotePack:
    """Return a language's words of saying; raises InvalidPack where the file breaks the form."""
    path = folder(lang) / "quotes.toml"
    content = read_toml(path)
    verbs: dict[str, tuple[Cue, ...]] = {}
    for row in content["cue"]:
        cue = _cue(str(path), row)
        for verb in dict.fromkeys(row["verbs"]):
            verbs[verb] = (*verbs.get(verb, ()), cue)
    words = {
        f"{section}.{name}": frozenset(str(v).replace("’", "'") for v in values)
        for section, table in content.items()
        if isinstance(table, dict)
        for name, values in table.items()
    }
    return QuotePack(path.parent.name, verbs, _forms(lang, set(verbs)), words)
