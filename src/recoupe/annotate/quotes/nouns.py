"""Nouns of saying with their clause and their author: «l'annonce par X que …», "Paris's claim that …"."""

from collections.abc import Iterator

from recoupe.annotate.quotes.drafts import Draft
from recoupe.annotate.quotes.syntax import Syntax
from recoupe.packs.quotes import QuotePack

_PLAIN = {"du": "de", "des": "de", "d'": "de"}


def find_nouns(syntax: Syntax, pack: QuotePack) -> Iterator[Draft]:
    """Yield the clauses of nouns of saying whose phrase names the author."""
    for noun, upos in enumerate(syntax.parsed.upos):
        if upos != "NOUN":
            continue
        author = _author(syntax, pack, noun)
        clause = _clause(syntax, pack, noun) if pack.has("ideas.saying", syntax.lemma(noun)) else None
        if clause is None and pack.has("ideas.topics", syntax.lemma(noun)):
            clause = _topic(syntax, pack, noun)
        if author is None or clause is None:
            continue
        tokens = syntax.subtree(clause)
        begin = max(tokens[0], noun + 1)
        if pack.lang == "fr":
            begin = max([m + 1 for m in syntax.under(clause, "mark", "case") if m < clause], default=begin)
        content = syntax.trimmed(begin, tokens[-1] + 1)
        if content is not None:
            yield Draft(
                kind="indirect", parts=(content,), cue=(noun, noun + 1), speaker=syntax.speaker(author), rule="noun"
            )


def _author(syntax: Syntax, pack: QuotePack, noun: int) -> int | None:
    for child in syntax.under(noun, "nmod:poss"):
        return child if syntax.parsed.upos[child] != "DET" else None
    for child in syntax.under(noun, "nmod", "obl:agent"):
        cases = {_PLAIN.get(syntax.word(c), syntax.word(c)) for c in syntax.under(child, "case")}
        if cases & pack.words["ideas.authors"] and syntax.parsed.upos[child] in ("PROPN", "NOUN"):
            return child if _is_party(syntax, child) else None
    return None


def _is_party(syntax: Syntax, token: int) -> bool:
    """Tell a name, or a phrase with one, from a thing («la promesse de paix»)."""
    return any(syntax.parsed.upos[t] == "PROPN" for t in range(*syntax.phrase(token)))


def _topic(syntax: Syntax, pack: QuotePack, noun: int) -> int | None:
    """Return what a criticism or support is about ("Paris's criticism of the raid")."""
    for child in syntax.under(noun, "nmod"):
        cases = {syntax.word(c) for c in syntax.under(child, "case")}
        if child > noun and cases & pack.words["ideas.about"]:
            return child
    return None


def _clause(syntax: Syntax, pack: QuotePack, noun: int) -> int | None:
    for child in syntax.under(noun, "acl", "ccomp", "xcomp"):
        if child < noun or not syntax.is_verb(child) or syntax.parsed.deprels[child] == "acl:relcl":
            continue
        marks = {syntax.word(m) for m in syntax.under(child, "mark", "case") if m < child}
        if marks & pack.words["words.that"] or marks & pack.words["words.infinitive_markers"]:
            return child
    return None
