"""Patterns over word classes compile to what they say, and faults in them are named."""

import pytest

from recoupe.packs.patterns import MalformedPatternError, compile_pattern, literals

CHARS = {"MONTH": "m", "DAY": "d", "le": "l", "fin": "f"}
MACROS = {"DATE": "day=DAY month=MONTH"}


def _match(pattern: str, tokens: str) -> str | None:
    found = compile_pattern(pattern, MACROS, lambda atom: CHARS.get(atom, "")).regex.match(tokens)
    return found[0] if found else None


@pytest.mark.parametrize(
    ("pattern", "tokens", "expected"),
    [
        ("le? @DATE", "ldm", "ldm"),
        ("le? @DATE", "dm", "dm"),
        ("(fin | le) MONTH", "fm", "fm"),
        ("MONTH !(DAY)", "md", None),
        ("MONTH =(DAY)", "md", "m"),
        ("DAY+ MONTH", "dddm", "dddm"),
    ],
)
def test_pattern_matches(pattern: str, tokens: str, expected: str | None) -> None:
    assert _match(pattern, tokens) == expected


def test_look_behind_sees_the_token_before() -> None:
    compiled = compile_pattern("<=(le) MONTH", {}, lambda atom: CHARS.get(atom, ""))
    assert compiled.regex.match("lm", 1)
    assert not compiled.regex.match("fm", 1)


def test_first_characters_pass_over_optional_heads() -> None:
    assert compile_pattern("le? MONTH", {}, lambda atom: CHARS.get(atom, "")).first == {"l", "m"}


def test_one_name_may_stand_in_two_branches() -> None:
    captures = compile_pattern("day=DAY | le day=DAY", {}, lambda atom: CHARS.get(atom, "")).captures
    assert list(captures) == ["day", "day__2"]


def test_literals_are_found_in_macros_too() -> None:
    assert literals("@X MONTH", {"X": "le | fin"}) == {"le", "fin"}


@pytest.mark.parametrize("pattern", ["(le", "le )", "@NONE", "UNKNOWN"])
def test_malformed_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(MalformedPatternError):
        _match(pattern, "l")
