"""How alike two mentions are in words."""

from merge.making import report, told
from recoupe.merge.accounts import accounts_of
from recoupe.merge.compare.words import compare_sequels, compare_topics, compare_triggers, compare_words


def test_inflected_triggers_are_one_word() -> None:
    _, (one, two) = accounts_of(
        [
            report("a", "Ils ont évacué la base.", told("évacué", "RETREAT")),
            report("b", "L'évacuation est finie.", told("évacuation", "RETREAT")),
        ]
    )
    assert compare_triggers(one, two).level == "trigger: same"


def test_sentences_of_the_same_rare_words_are_alike() -> None:
    _, (one, two, three) = accounts_of(
        [
            report("a", "Les mutins ont incendié la douane de Gaya.", told("incendié", "ASSAULT")),
            report("b", "La douane de Gaya incendiée par des mutins.", told("incendiée", "ASSAULT")),
            report("c", "Le ministre a reçu les syndicats.", told("reçu", "CONSULT")),
        ]
    )
    assert compare_words(one, two).level in ("words: alike", "words: very alike")
    assert compare_words(one, three).level == "words: none"
    assert compare_topics(one, three).level == "topic: none"


def test_one_report_does_not_tell_a_thing_twice_in_one_sentence() -> None:
    _, (one, two) = accounts_of(
        [report("a", "Il a bombardé puis envahi la ville.", told("bombardé", "ASSAULT"), told("envahi", "ASSAULT"))]
    )
    assert compare_words(one, two).level == "words: one sentence"
    assert compare_topics(one, two).level == "topic: one report"


def test_another_strike_is_another_happening() -> None:
    coded = report(
        "a", "Un raid a visé le port. Les autres raids ont échoué.", told("raid a", "ASSAULT"), told("raids", "ASSAULT")
    )
    _, (one, two) = accounts_of([coded])
    assert compare_sequels(one, two).level == "sequel: another one"
