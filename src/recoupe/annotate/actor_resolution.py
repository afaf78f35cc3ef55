"""Who a name or a short description stands for, without a report around it."""

import re
from dataclasses import replace

from recoupe.annotate.actors_describe import UNKNOWN, Describer, Setting
from recoupe.annotate.actors_segments import segments
from recoupe.annotate.actors_towns import towns
from recoupe.annotate.actors_words import OfCountry, Piece, Reader, cut, reader
from recoupe.gazetteer.places import open_places
from recoupe.model.actors import ResolvedActor

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[^\w\s]")
_FRENCH = re.compile(
    r"[éèêàçœ]|\b(?:le|la|les|des|du|de|un|une|l|d|aux?|et|en)\b|(?:ienne?s?|aise?s?|oise?s?|eurs?)\b", re.IGNORECASE
)
_ENGLISH = re.compile(r"\b(?:the|of|an?|and|in|for|by|two|three|over|several)\b|(?:'s|’s)\b", re.IGNORECASE)
_MONTHS = {
    name: f"{number:02d}"
    for number, names in enumerate(
        (
            "january janvier jan", "february fevrier feb", "march mars mar", "april avril apr", "may mai",
            "june juin jun", "july juillet jul", "august aout aug", "september septembre sep",
            "october octobre oct", "november novembre nov", "december decembre dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip


def resolve_actor(text: str, *, context: str | None, date: str | None, lang: str | None = None) -> ResolvedActor:
    """Return whom the words name on a date; what they do not tell stays null.

    `context` is any text near by: its countries tell homonyms apart and give a country to who has none.
    """
    for code in (lang,) if lang in ("fr", "en") else _guesses(text):
        found = _resolve(text, context, iso(date), code)
        if found != UNKNOWN:
            return found
    return UNKNOWN


def _resolve(text: str, context: str | None, date: str | None, lang: str) -> ResolvedActor:
    words = reader(lang)
    run = cut(enumerate(_WORD.findall(text)), lang)
    if len(run) == 1 and run[0].fold in words.pack.subject_pronouns | words.pack.object_pronouns:
        return replace(UNKNOWN, sectors=("UNK",), rule="pronoun")
    hint = _country_of(context, words)
    describer = Describer(words)
    found = describer.describe(run, Setting(date=date, country=hint))
    if found.country is None and found.id is None:
        cities = towns(segments(run, words), open_places())
        found = describer.describe(run, Setting(date=date, country=hint, cities=cities)) if cities else found
    if found.country is None and hint and found != UNKNOWN:
        found = replace(found, country=hint, rule=f"{found.rule}, country of the context")
    return found


def _country_of(context: str | None, words: Reader) -> str | None:
    if not context:
        return None
    run: tuple[Piece, ...] = cut(enumerate(_WORD.findall(context)), words.lang)
    return next((match.codes[0] for match in words.names(run) if isinstance(match, OfCountry)), None)


def _guesses(text: str) -> tuple[str, str]:
    """Return the languages to try, the likelier first."""
    french, english = len(_FRENCH.findall(text)), len(_ENGLISH.findall(text))
    return ("en", "fr") if english > french or not french else ("fr", "en")


def iso(date: str | None) -> str | None:
    """Return a date as ISO, also from «12 April 2022»; null where it cannot be read."""
    if date is None:
        return None
    if re.match(r"\d{4}(-\d\d){0,2}", date):
        return date[:10]
    parts = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th|er)?\s+(\w+)\s+(\d{4})", date.strip().lower())
    month = _MONTHS.get(parts[2]) if parts else None
    return f"{parts[3]}-{month}-{int(parts[1]):02d}" if parts and month else None
