"""Each rule of a language's time expressions does what its own examples say."""

import pytest

from recoupe.annotate.times import times_of
from recoupe.packs.times import Example, Rule, load_times, number_classes

LANGUAGES = ("en", "fr")
EXAMPLES = [
    pytest.param(lang, example, id=f"{lang}-{rule.id}-{n}")
    for lang in LANGUAGES
    for rule in load_times(lang).every_rule
    for n, example in enumerate(rule.examples)
]
READING_RULES = [
    pytest.param(lang, rule, id=f"{lang}-{rule.id}")
    for lang in LANGUAGES
    for rule in load_times(lang).every_rule
    if rule.make != "none"
]
RULES = [pytest.param(rule, id=f"{lang}-{rule.id}") for lang in LANGUAGES for rule in load_times(lang).every_rule]


@pytest.mark.parametrize(("lang", "example"), EXAMPLES)
def test_rule_finds_exactly_the_times_of_its_example(lang: str, example: Example) -> None:
    found = [(time.text, str(time.value)) for time in times_of(example.text, example.published, lang)]
    assert found == list(example.expected)


@pytest.mark.parametrize(("lang", "rule"), READING_RULES)
def test_rule_finds_nothing_in_the_sentences_it_must_miss(lang: str, rule: Rule) -> None:
    assert rule.misses
    for text in rule.misses:
        fired = {time.rule.split("/")[0] for time in times_of(text, "2021-04-15", lang)}
        assert rule.id not in fired, text


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_an_example(rule: Rule) -> None:
    assert rule.examples


@pytest.mark.parametrize("lang", LANGUAGES)
def test_rule_ids_are_unique(lang: str) -> None:
    ids = [rule.id for rule in load_times(lang).every_rule]
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_pack_has_negative_examples(lang: str) -> None:
    examples = [example for rule in load_times(lang).every_rule for example in rule.examples]
    assert sum(not example.expected for example in examples) >= 4


def test_four_digits_may_be_a_year_and_five_may_not() -> None:
    assert "YEAR" in number_classes(2019, 4)
    assert "YEAR" not in number_classes(2019, 5)


def test_a_thousand_in_words_is_no_year() -> None:
    assert "YEAR" not in number_classes(1000, 0)
