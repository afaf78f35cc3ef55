"""The residue rules hold on their own examples, and find nothing in plain text."""

import re

import pytest

from recoupe.clean import clean
from recoupe.model import Report
from recoupe.packs.residue import datelines, residue_rules

MARKED = re.compile(r"⟦(.*?)⟧")
MATCHES = [(rule, example) for rule in residue_rules() for example in rule.matches]
SPARES = [(rule, example) for rule in residue_rules() for example in rule.spares]
NAMES = "{0.id}".format


def name(value: object) -> str:
    return str(getattr(value, "id", value))


@pytest.mark.parametrize(("rule", "example"), MATCHES, ids=name)
def test_each_rule_removes_what_its_examples_mark(rule, example):
    above = "Il part demain.\n" if rule.scope == "closing" else ""
    wanted = MARKED.findall(example)
    cleaned = clean(Report(id="r", text=above + example.replace("⟦", "").replace("⟧", "")))
    assert [piece.text for piece in cleaned.removed] == wanted


@pytest.mark.parametrize(("rule", "example"), SPARES, ids=name)
def test_no_rule_touches_what_a_rule_must_spare(rule, example):  # noqa: ARG001 (it names the case)
    assert clean(Report(id="r", text=f"Il part demain.\n{example}")).removed == ()


@pytest.mark.parametrize("rule", residue_rules(), ids=name)
def test_each_rule_has_examples_of_both_kinds(rule):
    assert rule.matches
    assert rule.spares


@pytest.mark.parametrize(("form", "example"), [(f, e) for f in datelines() for e in f.matches], ids=name)
def test_each_dateline_is_found_where_its_examples_mark_it(form, example):  # noqa: ARG001 (it names the case)
    (wanted,) = MARKED.findall(example)
    cleaned = clean(Report(id="r", text=example.replace("⟦", "").replace("⟧", "")))
    assert cleaned.dateline is not None
    assert cleaned.dateline.text == wanted.rstrip()
    assert cleaned.kept[0] == (cleaned.dateline.start, cleaned.dateline.end)


@pytest.mark.parametrize(("form", "example"), [(f, e) for f in datelines() for e in f.spares], ids=name)
def test_what_only_looks_like_a_dateline_is_text(form, example):  # noqa: ARG001 (it names the case)
    assert clean(Report(id="r", text=example)).dateline is None
