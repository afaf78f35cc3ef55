"""Names become tags of words and tags become names again."""

from pathlib import Path

import numpy as np

from recoupe.parse.dictionary import NameDictionary, all_bits, write
from recoupe.parse.names import decode, encode

TEXT = "Le général Hadi quitte Port Soudan"
SPANS = [(0, 2), (3, 10), (11, 15), (16, 22), (23, 27), (28, 34)]


def test_tags_of_names_give_the_same_names() -> None:
    tags = encode(SPANS, [(11, 15, "PER"), (23, 34, "LOC")])
    assert tags == ["O", "O", "B-PER", "O", "B-LOC", "I-LOC"]
    assert [(name.text, name.type) for name in decode(TEXT, SPANS, tags)] == [("Hadi", "PER"), ("Port Soudan", "LOC")]


def test_two_names_side_by_side_stay_two() -> None:
    names = decode(TEXT, SPANS, ["O", "O", "B-PER", "O", "B-LOC", "B-LOC"])
    assert [name.text for name in names] == ["Hadi", "Port", "Soudan"]


def test_known_names_are_found_across_spellings(tmp_path: Path) -> None:
    write(tmp_path / "names.npz", all_bits([("Port-Soudan", "city"), ("Hadi", "last")]))
    rows = NameDictionary.read(tmp_path / "names.npz").features(["Hadi", "quitte", "Port", "Soudan"])
    assert rows == [["d=last1B"], [], ["d=city2B"], ["d=city2I"]]


def test_a_dictionary_keeps_its_keys_in_order(tmp_path: Path) -> None:
    assert write(tmp_path / "names.npz", {"b": 1, "a": 2}) == 2
    with np.load(tmp_path / "names.npz") as arrays:
        assert (np.diff(np.cumsum(arrays["gaps"], dtype=np.uint64)) > 0).all()
