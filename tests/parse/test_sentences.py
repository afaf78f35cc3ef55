"""A sentence may begin after an end, before a capital or a number, never inside running words."""

from recoupe.parse.sentences import candidates, cuts_clause, place_features


def test_places_where_a_sentence_may_begin() -> None:
    words = ["Les", "troupes", "partent", ".", "Elles", "iront", "à", "Erbil", "demain"]
    assert list(candidates(words)) == [4, 7]


def test_a_closing_quotation_mark_never_begins_one() -> None:
    assert list(candidates(["Oui", ".", "»", "Il", "part"])) == [3]


def test_features_tell_what_stands_open() -> None:
    words = ["«", "Oui", ".", "Non", ".", "»", "Il", "part"]
    assert any(feature.startswith("open=»") for feature in place_features(words, 3, {}))
    assert any(feature.startswith("open=|") for feature in place_features(words, 6, {}))


def test_a_name_behind_a_compound_verb_begins_no_sentence() -> None:
    classes = {"ont": "AUX"}
    words = ["Les", "miliciens", "ont", "bombardé", "Derna", "mardi", "."]
    assert cuts_clause(words, 4, classes)
    assert not cuts_clause(["Ils", "ont", "fui", ".", "Derna", "tient"], 4, classes)
