"""Counts of stems."""

import pytest

from recoupe.errors import InvalidPack
from recoupe.packs import frequencies as module
from recoupe.packs.files import languages
from recoupe.packs.frequencies import frequencies


@pytest.mark.parametrize("lang", languages())
def test_every_language_has_counts_within_its_sentences(lang: str) -> None:
    table = frequencies(lang)
    assert max(table.counts.values()) <= table.sentences
    assert len(table.counts) > 1000


def test_a_row_without_a_number_is_named(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "frequencies.tsv").write_text("sentences\t9\nmot\tbeaucoup\n", encoding="utf-8")
    monkeypatch.setattr(module, "folder", lambda _lang: tmp_path)
    with pytest.raises(InvalidPack, match=r"frequencies\.tsv"):
        frequencies.__wrapped__("xx")
