"""The order of the stages, and what becomes of a report that one of them cannot take."""

from dataclasses import replace

import pytest

from pipeline.fakes import fake_stages
from recoupe.annotate.published import infer_published
from recoupe.clean import Settings
from recoupe.config import Config
from recoupe.model import Failure, Published, Report, Toponym
from recoupe.pipeline.coding import Coder


def code(report, **config):
    return Coder(stages=fake_stages(), config=Config(**config)).code(report)


def report(text="Il est parti hier.", **fields):
    return Report(id="r", text=text, **fields)


def test_a_given_date_is_used_and_none_inferred():
    coded = code(report(published="2020-03-19T08:00:00Z", published_evidence="json-ld"))
    assert coded.published == Published(value="2020-03-19", basis="given", evidence=("json-ld",))
    assert [time.value for time in coded.times] == ["2020-03-19"]


def test_times_are_read_again_against_an_inferred_date():
    coded = code(report())
    assert coded.published == Published(value="2001-01-01", basis="inferred")
    assert [time.value for time in coded.times] == ["2001-01-01"]


def test_a_report_that_tells_no_date_has_none():
    coded = code(report("Il est parti."))
    assert coded.published == Published(value=None, basis="unknown")


def test_a_date_that_is_none_is_said_and_the_report_coded_without_it():
    coded = code(report(published="19/03/2020"))
    assert coded.error == (
        "report r: expected an ISO date or date-time in published (the report is coded without it), found '19/03/2020'"
    )
    assert coded.published.basis == "inferred"
    assert len(coded.mentions) == 1


@pytest.mark.parametrize("given", ["yesterday", "2024-13-45"])
def test_a_date_that_is_none_never_becomes_the_reports_date(given):
    stages = replace(fake_stages(), infer_published=infer_published)
    coded = Coder(stages=stages, config=Config()).code(report("Il est parti.", published=given))
    assert coded.published == Published(value=None, basis="unknown")
    assert repr(given) in coded.error


@pytest.mark.parametrize(("fields", "lang"), [({}, "fi"), ({"lang": "fi-FI"}, "fi")])
def test_the_language_that_has_no_pack_is_named_in_the_record(fields, lang):
    assert code(report("Koira juoksi.", **fields)).lang == lang


def test_a_language_that_was_not_recognised_stays_null():
    stages = replace(fake_stages(), detect=lambda _: None)
    assert Coder(stages=stages, config=Config()).code(report()).lang is None


def test_a_title_is_coded_as_a_text_of_its_own():
    coded = code(report(title="Le convoi parti"))
    assert [mention.id for mention in coded.mentions] == ["m1"]
    (mention,) = coded.title_mentions
    assert mention.id == "t1"
    assert "Le convoi parti"[mention.trigger.start : mention.trigger.end] == mention.trigger.text == "parti"


def test_a_title_alone_is_enough():
    coded = code(report("", title="Le convoi parti"))
    assert coded.error is None
    assert len(coded.title_mentions) == 1


def test_residue_is_not_parsed_and_the_text_stays_as_it_came():
    text = "Il est parti. Lire aussi : Il est parti hier"
    coded = code(report(text))
    assert coded.text == text
    assert [piece.text for piece in coded.removed] == ["Lire aussi : Il est parti hier"]
    assert len(coded.mentions) == 1
    assert coded.times == ()


def test_toponyms_of_the_text_are_not_looked_for_in_the_title():
    seen = []
    stages = fake_stages()
    places = {"places": lambda parsed: seen.append(parsed.cleaned.report.places) or ()}
    stages = type(stages)(**{**{name: getattr(stages, name) for name in stages.__dataclass_fields__}, **places})
    toponyms = (Toponym(start=0, end=2),)
    Coder(stages=stages, config=Config()).code(report(title="Le convoi", places=toponyms))
    assert seen == [toponyms, ()]


@pytest.mark.parametrize("lang", ["fr", "FR", "fr-CA", "fr_BE"])
def test_a_language_tag_counts_by_its_first_part(lang):
    assert code(report(lang=lang)).lang == "fr"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "report r: expected a text, found no words"),
        (" \n ", "report r: expected a text, found no words"),
        ("12 34 !", "report r: expected a text, found no letters"),
        ("ab\x00cd", "report r: expected a text, found binary data (1 control characters)"),
        ("\ufffd" * 9 + "a", "report r: expected a text, found binary data (9 control characters)"),
        ("Koira juoksi.", "report r: no language pack for 'fi' (there are: en, fr); the report is kept uncoded"),
        ("a" * 1001, "report r: expected at most 1,000 characters (split it, or raise clean.max_chars), found 1,001"),
    ],
)
def test_what_cannot_be_coded_is_a_record_with_an_error(text, complaint):
    coded = code(report(text), clean=Settings(max_chars=1000))
    assert coded.error == complaint
    assert coded.mentions == coded.times == coded.places == ()


def test_a_fault_of_ours_costs_one_report_and_says_where_it_is():
    coded = code(report("Quelle catastrophe"))
    assert coded.error.startswith("report r: a fault of Recoupe itself: LookupError: a fault of the fake (coding.py:")
    assert coded.text == "Quelle catastrophe"


def test_a_line_that_was_no_report_is_a_record_with_its_reason():
    coded = code(Failure(id="x", stage="ingest", reason="line 2: expected"))
    assert (coded.id, coded.error, coded.text) == ("x", "line 2: expected", "")
