"""A claim is credited to the innermost source that the text names."""

from annotating import annotated
from parses import parsed
from recoupe.extract.attribution import said_by
from recoupe.model import Annotated, Quote, QuoteSpeaker

ROWS = """
Rome Rome PROPN 2 nsubj
dit dire VERB 0 root
que que SCONJ 6 mark
Paris Paris PROPN 5 nsubj
accuse accuser VERB 2 ccomp
Berne Berne PROPN 5 obj
"""


def quote(found: Annotated, first: int, last: int, cue: int, speaker: int | None) -> Quote:
    parse = found.parsed
    content = (parse.starts[first], parse.ends[last])
    named = None
    if speaker is not None:
        start, end = parse.starts[speaker], parse.ends[speaker]
        named = QuoteSpeaker(start=start, end=end, text=parse.text[start:end], actor=parse.words[speaker].lower())
    return Quote(
        kind="indirect", content=content, cue=(parse.starts[cue], parse.ends[cue]), speaker=named, parts=(content,)
    )


def test_the_text_itself_asserts_what_no_quotation_covers() -> None:
    assert said_by(annotated(parsed(ROWS)), 4) is None


def test_of_nested_quotations_the_inner_speaker_counts() -> None:
    plain = annotated(parsed(ROWS))
    quotes = (quote(plain, 3, 5, 1, 0), quote(plain, 5, 5, 4, 3))
    found = annotated(plain.parsed, quotes=quotes)
    inner, outer = said_by(found, 5), said_by(found, 3)
    assert inner is not None
    assert (inner.text, inner.id) == ("Paris", "paris")
    assert outer is not None
    assert outer.text == "Rome"


def test_the_author_of_a_verbal_act_is_not_its_source() -> None:
    plain = annotated(parsed(ROWS))
    found = annotated(plain.parsed, quotes=(quote(plain, 4, 5, 4, 3),))
    assert said_by(found, 4) is None


def test_an_unnamed_speaker_gives_way_to_the_named_one_around_it() -> None:
    plain = annotated(parsed(ROWS))
    found = annotated(plain.parsed, quotes=(quote(plain, 3, 5, 1, 0), quote(plain, 5, 5, 4, None)))
    speaker = said_by(found, 5)
    assert speaker is not None
    assert speaker.text == "Rome"
