"""Known faults of the parser are mended where the grammar is certain, and only there."""

from recoupe.parse.mend import mender
from recoupe.parse.network import Tree


def tree(rows: str) -> tuple[Tree, list[str], list[str]]:
    """Lines «word lemma UPOS head relation», heads counted from 1, 0 for the root."""
    cells = [line.split() for line in rows.strip().splitlines()]
    heads = [int(cell[3]) - 1 for cell in cells]
    made = Tree(
        upos=[cell[2] for cell in cells],
        feats=["" for _ in cells],
        heads=[index if head < 0 else head for index, head in enumerate(heads)],
        deprels=[cell[4] for cell in cells],
    )
    return made, [cell[0] for cell in cells], [cell[1] for cell in cells]


def test_who_follows_an_inserted_verb_of_saying_is_its_subject() -> None:
    made, words, lemmas = tree(
        """
        Partons partir VERB 0 root
        , , PUNCT 3 punct
        dit dire VERB 1 parataxis:insert
        Karim Karim PROPN 3 obj
        """,
    )
    mender("fr")(made, words, lemmas)
    assert made.deprels[3] == "nsubj"


def test_an_object_stays_one_where_the_verb_has_a_subject() -> None:
    made, words, lemmas = tree(
        """
        Partons partir VERB 0 root
        il il PRON 3 nsubj
        cite citer VERB 1 parataxis
        Karim Karim PROPN 3 obj
        """,
    )
    mender("fr")(made, words, lemmas)
    assert made.deprels[3] == "obj"


def test_the_subject_of_a_pronominal_verb_acts() -> None:
    made, words, lemmas = tree(
        """
        armée armée NOUN 4 nsubj:pass
        s' soi PRON 4 expl:pass
        est être AUX 4 aux:pass
        retirée retirer VERB 0 root
        """,
    )
    mender("fr")(made, words, lemmas)
    assert made.deprels == ["nsubj", "expl:comp", "aux:tense", "root"]


def test_a_true_passive_is_left() -> None:
    made, words, lemmas = tree(
        """
        ville ville NOUN 3 nsubj:pass
        est être AUX 3 aux:pass
        prise prendre VERB 0 root
        """,
    )
    mender("fr")(made, words, lemmas)
    assert made.deprels == ["nsubj:pass", "aux:pass", "root"]


def test_an_inserted_speaker_gives_the_subject_back_to_what_is_said() -> None:
    made, words, lemmas = tree(
        """
        décision décision NOUN 5 nsubj
        , , PUNCT 1 punct
        a avoir AUX 5 aux:tense
        -t-il il PRON 5 expl:subj
        ajouté ajouter VERB 0 root
        , , PUNCT 8 punct
        sera être AUX 8 aux:pass
        appliquée appliquer VERB 5 ccomp
        """,
    )
    mender("fr")(made, words, lemmas)
    assert made.heads[7] == 7
    assert (made.heads[0], made.deprels[0]) == (7, "nsubj:pass")
    assert (made.heads[4], made.deprels[4]) == (7, "parataxis:insert")
    assert made.deprels[3] == "nsubj"


def test_english_trees_are_left() -> None:
    made, words, lemmas = tree("go go VERB 0 root")
    mender("en")(made, words, lemmas)
    assert made.deprels == ["root"]


def test_what_stands_before_a_colon_is_the_topic() -> None:
    made, words, lemmas = tree(
        """
        Mali Mali PROPN 0 root
        : : PUNCT 3 punct
        soldats soldat NOUN 1 obl:mod
        tués tuer VERB 3 acl
        """,
    )
    mender("fr")(made, words, lemmas)
    assert made.heads == [2, 2, 2, 2]
    assert made.deprels == ["dislocated", "punct", "root", "acl"]


def test_a_topic_is_not_a_second_subject() -> None:
    made, words, lemmas = tree(
        """
        Iran Iran PROPN 4 nsubj
        : : PUNCT 4 punct
        Washington Washington PROPN 4 nsubj
        menace menacer VERB 0 root
        """,
    )
    mender("fr")(made, words, lemmas)
    assert made.deprels == ["dislocated", "punct", "nsubj", "root"]


def test_a_verb_of_saying_with_its_subject_behind_is_inserted() -> None:
    made, words, lemmas = tree(
        """
        Partons partir VERB 0 root
        , , PUNCT 3 punct
        affirme affirmer VERB 1 advcl
        Karim Karim PROPN 3 obj
        """,
    )
    mender("fr")(made, words, lemmas)
    assert made.deprels[2:] == ["parataxis:insert", "nsubj"]
