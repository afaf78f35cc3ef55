"""Logical arguments come out the same in every voice and form."""

from parses import parsed
from recoupe.extract.clauses import clause_of
from recoupe.extract.tree import Tree


def _words(tree: Tree, tokens: tuple[int, ...]) -> list[str]:
    return [tree.parsed.words[t] for t in tokens]


def test_active_and_passive_have_the_same_logical_arguments() -> None:
    active = Tree.of(
        parsed("""
        rebelles rebelle NOUN 3 nsubj
        ont avoir AUX 3 aux:tense
        attaqué attaquer VERB 0 root VerbForm=Part|Tense=Past
        la le DET 5 det
        ville ville NOUN 3 obj
        """)
    )
    passive = Tree.of(
        parsed("""
        ville ville NOUN 4 nsubj:pass
        a avoir AUX 4 aux:tense
        été être AUX 4 aux:pass
        attaquée attaquer VERB 0 root VerbForm=Part|Tense=Past
        par par ADP 6 case
        rebelles rebelle NOUN 4 obl:agent
        """)
    )
    for tree, verb in ((active, 2), (passive, 3)):
        clause = clause_of(tree, verb)
        assert _words(tree, clause.subjects) == ["rebelles"]
        assert _words(tree, clause.objects) == ["ville"]


def test_a_participle_makes_its_noun_the_object() -> None:
    tree = Tree.of(
        parsed("""
        Deux deux NUM 2 nummod
        soldats soldat NOUN 0 root
        tués tuer VERB 2 acl VerbForm=Part|Tense=Past
        par par ADP 5 case
        miliciens milicien NOUN 3 obl:agent
        """)
    )
    clause = clause_of(tree, 2)
    assert clause.passive
    assert _words(tree, clause.objects) == ["soldats"]
    assert _words(tree, clause.subjects) == ["miliciens"]


def test_the_object_of_an_appeal_is_the_subject_of_its_infinitive() -> None:
    tree = Tree.of(
        parsed("""
        ONU ONU PROPN 2 nsubj
        appelle appeler VERB 0 root
        Bamako Bamako PROPN 2 obj
        à à ADP 5 mark
        libérer libérer VERB 2 xcomp VerbForm=Inf
        opposants opposant NOUN 5 obj
        """)
    )
    assert _words(tree, clause_of(tree, 4).subjects) == ["Bamako"]


def test_a_relative_pronoun_stands_for_its_antecedent() -> None:
    tree = Tree.of(
        parsed("""
        groupe groupe NOUN 0 root
        qui qui PRON 3 nsubj
        contrôle contrôler VERB 1 acl:relcl
        ville ville NOUN 3 obj
        """)
    )
    assert _words(tree, clause_of(tree, 2).subjects) == ["groupe"]


def test_coordinated_subjects_are_all_named() -> None:
    tree = Tree.of(
        parsed("""
        Paris Paris PROPN 4 nsubj
        et et CCONJ 3 cc
        Alger Alger PROPN 1 conj
        négocient négocier VERB 0 root
        """)
    )
    assert _words(tree, clause_of(tree, 3).subjects) == ["Paris", "Alger"]


def test_a_cyclic_parse_has_a_finite_subtree() -> None:
    tree = Tree.of(
        parsed("""
        garde garder VERB 2 conj
        tient tenir VERB 1 conj
        ville ville NOUN 1 obj
        """)
    )
    assert tree.subtree(0) == (0, 1, 2)
