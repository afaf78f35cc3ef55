"""The words of saying are complete in form."""

from pathlib import Path

import pytest

from recoupe.errors import InvalidPack
from recoupe.packs import quotes
from recoupe.packs.quotes import load_quotes


def test_both_languages_have_the_same_lists() -> None:
    assert set(load_quotes("fr").words) == set(load_quotes("en").words)


@pytest.mark.parametrize(("lang", "verb"), [("fr", "déclarer"), ("fr", "marteler"), ("en", "say"), ("en", "contend")])
def test_verbs_of_saying_take_a_clause_and_direct_speech(lang: str, verb: str) -> None:
    complements = {c for cue in load_quotes(lang).verbs[verb] for c in cue.complements}
    assert {"clause", "direct"} <= complements


def test_wishes_are_not_reported_by_an_infinitive() -> None:
    assert all("infinitive" not in cue.complements for cue in load_quotes("fr").verbs["vouloir"])


def test_unknown_complements_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "quotes.toml").write_text('[[cue]]\nid = "a"\ncomplements = ["song"]\nverbs = ["x"]', encoding="utf-8")
    monkeypatch.setattr(quotes, "folder", lambda _: tmp_path)
    with pytest.raises(InvalidPack, match="complements"):
        load_quotes.__wrapped__("fr")
