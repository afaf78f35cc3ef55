"""Stages that need no model: each word is a token, «partir» is the only event."""

import re

from recoupe.model import (
    Annotated,
    Cleaned,
    Mention,
    Parsed,
    Published,
    Quoted,
    Time,
)
from recoupe.pipeline.stages import Stages

WORD = re.compile(r"\w+")


def parse(cleaned: Cleaned, lang: str) -> Parsed:
    text = cleaned.report.text
    hits = [hit for start, end in cleaned.kept for hit in WORD.finditer(text, start, end)]
    words = tuple(hit.group() for hit in hits)
    return Parsed(
        cleaned=cleaned,
        lang=lang,
        words=words,
        starts=tuple(hit.start() for hit in hits),
        ends=tuple(hit.end() for hit in hits),
        lemmas=words,
        upos=("X",) * len(words),
        feats=("",) * len(words),
        heads=tuple(range(len(words))),
        deprels=("root",) * len(words),
        sentences=((0, len(words)),) if words else (),
        names=(),
    )


def times(parsed: Parsed, published: str | None) -> tuple[Time, ...]:
    return tuple(
        Time(
            start=start,
            end=end,
            text=word,
            type="DATE",
            value=published,
            earliest=published,
            latest=published,
            anchor="published",
            rule="fake",
        )
        for word, start, end in zip(parsed.words, parsed.starts, parsed.ends, strict=True)
        if word == "hier"
    )


def infer(_parsed: Parsed, times: tuple[Time, ...]) -> Published:
    value = "2001-01-01" if times else None
    return Published(value=value, basis="inferred" if value else "unknown")


def extract(annotated: Annotated, prefix: str) -> tuple[Mention, ...]:
    parsed = annotated.parsed
    found = [i for i, word in enumerate(parsed.words) if word == "parti"]
    if "catastrophe" in parsed.words:
        raise LookupError("a fault of the fake")
    return tuple(
        Mention(
            id=f"{prefix}{number}",
            type="RETREAT",
            mode=None,
            contexts=(),
            trigger=Quoted(start=parsed.starts[i], end=parsed.ends[i], text=parsed.words[i]),
            actor=(),
            recipient=(),
            status="happened",
            condition=None,
            said_by=None,
            when=None,
            where=None,
            quantities=(),
            confidence=1.0,
            rule="fake",
            background=False,
            sentence=(0, len(parsed.text)),
        )
        for number, i in enumerate(found, start=1)
    )


def fake_stages() -> Stages:
    return Stages(
        detect=lambda text: "fi" if "Koira" in text else "fr",
        parse=parse,
        times=times,
        infer_published=infer,
        places=lambda *_: (),
        actors=lambda *_: (),
        quotes=lambda *_: (),
        extract=extract,
        figures=lambda *_: (),
    )
