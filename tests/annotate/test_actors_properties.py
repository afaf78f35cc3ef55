"""Whatever the words and the tree, actors quote the text and stay in order."""

from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.annotate.actor_resolution import resolve_actor
from recoupe.annotate.actors import annotate_actors
from recoupe.model import Cleaned, Parsed, Report

VOCABULARY = """
le la les des du de d' l' ministre ministres armée forces police rebelles turque turc américaines Paris Iran Macron Joe
Biden général chef Hamas ONU ( ) , . « » : et par dirigée ancien ex-président opposition il elle ils avocats Ibrahim
Traoré USA 300 plusieurs milliers Qassem Soleimani commission État islamique 's ' - … 中国
"""
WORDS = st.sampled_from(VOCABULARY.split())
UPOS = st.sampled_from(["NOUN", "PROPN", "ADJ", "DET", "ADP", "VERB", "PUNCT", "PRON", "NUM", "X"])
RELATIONS = st.sampled_from(
    ["nsubj", "obj", "nmod", "amod", "appos", "conj", "case", "det", "root", "punct", "flat:name"]
)


@st.composite
def reports(draw: st.DrawFn) -> Parsed:
    words = draw(st.lists(WORDS, min_size=1, max_size=14))
    text = " ".join(words)
    starts = [0]
    for word in words[:-1]:
        starts.append(starts[-1] + len(word) + 1)
    count = len(words)
    heads = draw(st.lists(st.integers(0, count - 1), min_size=count, max_size=count))
    cut = draw(st.integers(0, count))
    return Parsed(
        cleaned=Cleaned(report=Report(id="r", text=text), kept=((0, len(text)),)),
        lang=draw(st.sampled_from(["fr", "en"])),
        words=tuple(words),
        starts=tuple(starts),
        ends=tuple(start + len(word) for start, word in zip(starts, words, strict=True)),
        lemmas=tuple(word.lower() for word in words),
        upos=tuple(draw(st.lists(UPOS, min_size=count, max_size=count))),
        feats=("",) * count,
        heads=tuple(heads),
        deprels=tuple(draw(st.lists(RELATIONS, min_size=count, max_size=count))),
        sentences=tuple(span for span in ((0, cut), (cut, count)) if span[0] < span[1]),
        names=(),
    )


@settings(max_examples=150, deadline=None)
@given(reports(), st.sampled_from([None, "2020-03-19", "1950"]))
def test_spans_quote_the_text_in_order_and_heads_are_tokens(report: Parsed, published: str | None) -> None:
    actors = annotate_actors(report, places=(), published=published)
    assert [a.start for a in actors] == sorted(a.start for a in actors)
    for actor in actors:
        assert report.text[actor.start : actor.end] == actor.text
        assert 0 <= actor.head < len(report.words)
    assert actors == annotate_actors(report, places=(), published=published)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60), st.one_of(st.none(), st.text(max_size=20)), st.one_of(st.none(), st.text(max_size=12)))
def test_any_text_resolves_to_something_or_nothing(text: str, context: str | None, date: str | None) -> None:
    found = resolve_actor(text, context=context, date=date)
    assert found.country is None or len(found.country) == 3
