"""The shipped models: columns fit the text, and the cases that broke others hold."""

import pytest

from recoupe.model import Cleaned, Parsed, Report
from recoupe.parse import Parser, detect

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(("fr", "en"))


def parse(parser: Parser, lang: str, *blocks: str) -> Parsed:
    text = "\n".join(blocks)
    kept, start = [], 0
    for block in blocks:
        kept.append((start, start + len(block)))
        start += len(block) + 1
    return parser.parse(Cleaned(report=Report(id="r", text=text), kept=tuple(kept)), lang)


def relation(parsed: Parsed, word: str) -> tuple[str, str]:
    index = parsed.words.index(word)
    return parsed.deprels[index], parsed.words[parsed.heads[index]]


def test_columns_are_of_one_length_and_quote_the_text(parser: Parser) -> None:
    parsed = parse(parser, "fr", "L’armée s’est retirée d’Erbil.", "", "Deux morts…")
    size = len(parsed.words)
    columns = (parsed.starts, parsed.ends, parsed.lemmas, parsed.upos, parsed.feats, parsed.heads, parsed.deprels)
    assert {len(column) for column in columns} == {size}
    assert all(parsed.text[a:b] == w for a, b, w in zip(parsed.starts, parsed.ends, parsed.words, strict=True))
    assert [place for first, last in parsed.sentences for place in range(first, last)] == list(range(size))


def test_each_sentence_has_one_root_and_heads_stay_inside(parser: Parser) -> None:
    parsed = parse(parser, "fr", "Le ministre a parlé. Il a promis de partir. Personne ne l'a cru.")
    for first, last in parsed.sentences:
        roots = [index for index in range(first, last) if parsed.heads[index] == index]
        assert len(roots) == 1
        assert parsed.deprels[roots[0]] == "root"
        assert all(first <= parsed.heads[index] < last for index in range(first, last))


def test_a_french_passive_and_its_agent(parser: Parser) -> None:
    parsed = parse(parser, "fr", "Trois soldats ont été blessés par les rebelles.")
    assert relation(parsed, "soldats") == ("nsubj:pass", "blessés")
    assert relation(parsed, "rebelles") == ("obl:agent", "blessés")
    assert parsed.lemmas[parsed.words.index("blessés")] == "blesser"


def test_the_speaker_after_a_quotation_is_its_subject(parser: Parser) -> None:
    parsed = parse(parser, "fr", "« Nous partirons demain », a déclaré le général Hassan.")
    assert relation(parsed, "général") == ("nsubj", "déclaré")


def test_a_retreat_is_no_passive(parser: Parser) -> None:
    parsed = parse(parser, "fr", "Les troupes se sont retirées de la ville.")
    assert relation(parsed, "troupes") == ("nsubj", "retirées")


def test_an_english_clause(parser: Parser) -> None:
    parsed = parse(parser, "en", "The rebels attacked the village on Monday.")
    assert relation(parsed, "rebels") == ("nsubj", "attacked")
    assert relation(parsed, "village") == ("obj", "attacked")


def test_the_same_text_gives_the_same_columns(parser: Parser) -> None:
    text = "Le président s'est entretenu avec son homologue turc à Ankara."
    assert parse(parser, "fr", text) == parse(parser, "fr", text)


def test_a_sentence_is_read_alike_whatever_stands_around_it(parser: Parser) -> None:
    alone = parse(parser, "fr", "La milice a libéré deux otages.")
    among = parse(parser, "fr", "La milice a libéré deux otages.", "Le gouvernement en avait fait une condition.")
    assert among.deprels[: len(alone.words)] == alone.deprels


def test_nothing_gives_empty_columns(parser: Parser) -> None:
    assert parse(parser, "fr", "").words == ()


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Les troupes ont quitté la base mercredi", "fr"),
        ("Troops left the base on Wednesday", "en"),
        ("Joukot lähtivät tukikohdasta keskiviikkona aamulla", "fi"),
        ("Gao", None),
    ],
)
def test_the_language_of_a_text(text: str, lang: str | None) -> None:
    assert detect(text) == lang
