"""Quotations on real parses: content, cue and speaker of each kind."""

import pytest

from annotating import read
from recoupe.annotate.quotes import annotate_quotes
from recoupe.model import Actor, Quote

pytestmark = pytest.mark.model


def quotes(text: str, lang: str = "fr") -> list[tuple[str, str, str | None, str | None]]:
    found = read(text, lang)
    return [_shown(text, quote) for quote in found.quotes]


def _shown(text: str, quote: Quote) -> tuple[str, str, str | None, str | None]:
    content = " … ".join(text[a:b] for a, b in quote.parts)
    cue = None if quote.cue is None else text[slice(*quote.cue)]
    return quote.kind, content, cue, quote.speaker.text if quote.speaker else None


CASES = [
    ("fr", "Le ministre a déclaré que les troupes partiront.", "les troupes partiront", "a déclaré", "Le ministre"),
    ("fr", "Selon le préfet, deux hommes ont été tués.", "deux hommes ont été tués", "Selon", "le préfet"),
    ("fr", "Deux hommes ont été tués, selon la police.", "Deux hommes ont été tués", "selon", "la police"),
    ("fr", "D'après l'ONU, la ville est tombée.", "la ville est tombée", "D'après", "l'ONU"),
    ("fr", "La ville est tombée, affirme le gouverneur.", "La ville est tombée", "affirme", "le gouverneur"),
    (
        "fr",
        "« Nous partirons demain », a déclaré le général Diallo.",
        "Nous partirons demain",
        "a déclaré",
        "le général Diallo",
    ),
    ("fr", "« Nous partirons demain », a-t-il ajouté.", "Nous partirons demain", "a-t-il ajouté", "il"),
    ("fr", "Le président a déclaré: « Nous partirons demain. »", "Nous partirons demain", "a déclaré", "Le président"),
    ("fr", "Le maire qualifie le préfet de « menteur ».", "menteur", "qualifie", "Le maire"),
    ("en", "The minister said that troops will leave.", "that troops will leave", "said", "The minister"),
    ("en", "According to police, two men were killed.", "two men were killed", "According to", "police"),
    ("en", '"We will leave tomorrow," the general said.', "We will leave tomorrow", "said", "the general"),
    ("en", "Two men were killed, police said.", "Two men were killed", "said", "police"),
]


@pytest.mark.parametrize(("lang", "text", "content", "cue", "speaker"), CASES, ids=[c[1] for c in CASES])
def test_content_cue_and_speaker(lang: str, text: str, content: str, cue: str, speaker: str) -> None:
    assert (content, cue, speaker) in [q[1:] for q in quotes(text, lang)]


def test_a_comment_clause_leaves_one_quotation_in_two_parts() -> None:
    found = read("« Nous partons », a dit le colonel, « et nous ne reviendrons pas ».")
    assert [len(q.parts) for q in found.quotes] == [2]


def test_a_paragraph_with_only_its_closing_mark_carries_on_with_the_same_speaker() -> None:
    text = "« Nous partons demain », a déclaré le colonel Touré.\nLa suite sera connue en mai »."
    assert [(q[1], q[3]) for q in quotes(text)] == [
        ("Nous partons demain", "le colonel Touré"),
        ("La suite sera connue en mai", "le colonel Touré"),
    ]


def test_a_quotation_that_stands_alone_takes_the_speaker_before_it() -> None:
    text = "Le colonel est venu. « Nous partons demain », a-t-il déclaré. « Personne ne nous retiendra ici. »"
    assert [q[3] for q in quotes(text)] == ["il", "il"]


def test_quoted_words_inside_reported_speech_make_it_mixed() -> None:
    found = quotes("Le maire a affirmé que la police avait commis « une faute grave » dimanche.")
    assert [q[0] for q in found] == ["mixed"]


def test_a_schedule_is_no_source() -> None:
    assert quotes("Les troupes partiront selon un calendrier précis.") == []


def test_scare_quotes_are_no_quotation() -> None:
    assert quotes("Les « gilets jaunes » défilent à Lyon.") == []


def test_a_speaker_carries_the_id_of_its_actor() -> None:
    text = "Le ministre a déclaré que les troupes partiront."
    parse = read(text).parsed
    actor = Actor(start=0, end=11, text="Le ministre", id="m", name=None, kind="person", country=None, head=1)
    (quote,) = annotate_quotes(parse, actors=(actor,))
    assert quote.speaker is not None
    assert quote.speaker.actor == "m"
