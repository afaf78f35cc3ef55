"""Reported speech without quotation marks: the complements of verbs and nouns of saying."""

from collections.abc import Iterator

from recoupe.annotate.quotes.cues import Saying, cue_span, speaker_of
from recoupe.annotate.quotes.drafts import Draft, Range
from recoupe.annotate.quotes.syntax import Syntax
from recoupe.packs.quotes import QuotePack

_NEAR = 12
"""Tokens between a verb of saying and its «que», when the parser lost their link."""


def find_indirect(syntax: Syntax, pack: QuotePack, sayings: dict[int, Saying]) -> Iterator[Draft]:
    """Yield the indirect quotations of all reporting verbs, in text order."""
    for saying in sayings.values():
        content = _content(syntax, pack, saying)
        if content is None:
            continue
        parts, rule = content
        draft = _draft(syntax, pack, saying, parts, rule)
        if draft.speaker is None and rule not in ("clause", "question"):
            continue
        if draft.speaker is not None and draft.covers(*draft.speaker):
            continue
        if draft.speaker is not None and pack.has("words.second_person", syntax.word(draft.speaker[0])):
            continue
        if not _is_own_view(syntax, pack, draft, saying):
            yield draft


def _is_own_view(syntax: Syntax, pack: QuotePack, draft: Draft, saying: Saying) -> bool:
    """Tell «je crois que», by which the writer reports nobody."""
    if draft.speaker is None or not all(
        cue.id in ("think", "opinion", "wish", "comment", "foresee", "learn", "label") for cue in saying.cues
    ):
        return False
    return draft.speaker[1] - draft.speaker[0] == 1 and pack.has("words.first_person", syntax.word(draft.speaker[0]))


def _draft(syntax: Syntax, pack: QuotePack, saying: Saying, parts: tuple[Range, ...], rule: str) -> Draft:
    head = speaker_of(syntax, pack, saying)
    if head is not None and syntax.relation(head) == "expl" and not syntax.word(head).startswith("-"):
        head = None
    speaker = None if head is None else syntax.speaker(head)
    cue = cue_span(syntax, pack, saying.verb)
    return Draft(kind="indirect", parts=parts, cue=cue, speaker=speaker, rule=f"indirect:{saying.cues[0].id}:{rule}")


def _content(syntax: Syntax, pack: QuotePack, saying: Saying) -> tuple[tuple[Range, ...], str] | None:
    verb = saying.verb
    for child in syntax.children[verb]:
        rule = _complement(syntax, pack, saying, child)
        if rule is not None:
            parts = _parts(syntax, pack, saying, child, rule)
            if parts:
                return parts, rule
    return _unlinked(syntax, pack, saying)


def _unlinked(syntax: Syntax, pack: QuotePack, saying: Saying) -> tuple[tuple[Range, ...], str] | None:
    """Return a content that the parser did not link to its verb, read off the words behind it."""
    verb = saying.verb
    bare = pack.lang == "en" and any(cue.id in ("say", "show") for cue in saying.cues)
    found = (
        (_lost_clause(syntax, pack, verb) if saying.takes("clause") else None, "clause"),
        (_bare_clause(syntax, verb) if bare else None, "clause"),
        (_lost_idea(syntax, pack, verb) if saying.takes("idea") else None, "idea"),
        (_lost_infinitive(syntax, pack, verb) if saying.takes("infinitive") else None, "infinitive"),
    )
    return next((((lost,), rule) for lost, rule in found if lost is not None), None)


def _lost_infinitive(syntax: Syntax, pack: QuotePack, verb: int) -> Range | None:
    """Return the «de partir» that the parser hung on the addressee («déconseille aux habitants de partir»)."""
    _, last = syntax.sentence(verb)
    for token in range(verb + 2, min(verb + 2 * _NEAR, last)):
        if "VerbForm=Inf" not in syntax.parsed.feats[token]:
            if syntax.is_verb(token) and syntax.is_finite(token):
                return None
            continue
        marks = [c for c in syntax.under(token, "mark", "case") if verb < c < token]
        head = syntax.parsed.heads[token]
        hangs = (
            head != verb and syntax.parsed.heads[head] == verb and syntax.parsed.upos[head] in ("NOUN", "PROPN", "PRON")
        )
        if hangs and any(pack.has("words.infinitive_markers", syntax.word(m)) for m in marks):
            return syntax.trimmed(marks[0] + 1, _extended(syntax, syntax.subtree(token)[-1] + 1))
    return None


def _lost_idea(syntax: Syntax, pack: QuotePack, verb: int) -> Range | None:
    """Return the «la thèse d'un sabotage» right behind a verb that the parser did not link to it."""
    _, last = syntax.sentence(verb)
    token = verb + 1
    while token < last and syntax.parsed.upos[token] in ("DET", "ADJ"):
        token += 1
    if token >= last or token == verb + 1 or not pack.has("ideas.nouns", syntax.lemma(token)):
        return None
    return syntax.trimmed(*_idea(syntax, pack, token))


def _bare_clause(syntax: Syntax, verb: int) -> Range | None:
    """Return the clause without "that" behind a verb of saying, to the end of its sentence."""
    first, last = syntax.sentence(verb)
    subjects = [t for t in range(first, verb) if syntax.parsed.heads[t] == verb and syntax.relation(t) == "nsubj"]
    begin = verb + 1
    while begin < last and (syntax.relation(begin) in ("obl", "advmod") or syntax.parsed.upos[begin] == "ADV"):
        begin += 1
    if not subjects or begin >= last or syntax.parsed.upos[begin] not in ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"):
        return None
    end = next((t for t in range(begin, last) if syntax.parsed.words[t] in (";", "“", "”", '"', "''")), last)
    has_verb = any(syntax.parsed.upos[t] in ("VERB", "AUX") for t in range(begin + 1, end))
    return syntax.trimmed(begin, end) if has_verb else None


def _extended(syntax: Syntax, end: int) -> int:
    """Move the end of a clause on to the next mark of punctuation; parsers cut clauses rather short."""
    _, last = syntax.sentence(end - 1)
    while end < last and not syntax.is_punctuation(end):
        if syntax.is_verb(end) and syntax.is_finite(end):
            return end
        end += 1
    return end


def _complement(syntax: Syntax, pack: QuotePack, saying: Saying, child: int) -> str | None:
    """Return the kind of content that a child is, None for what is none."""
    relation, verb = syntax.relation(child), saying.verb
    marks = {syntax.word(m) for m in syntax.under(child, "mark", "case") if m < child}
    that = bool(marks & pack.words["words.that"])
    asks = bool(marks & pack.words["words.whether"])
    clausal = syntax.is_finite(child) or (relation == "ccomp" and bool(syntax.under(child, "nsubj", "cop")))
    if (
        asks
        and clausal
        and saying.takes("question")
        and relation in ("advcl", "obj", "parataxis", "dep")
        and child > verb
    ):
        return "question"
    if relation == "ccomp" and clausal:
        if asks:
            return "question" if child > verb else None
        return "clause" if saying.takes("clause") and (that or child > verb) else None
    if relation in ("advcl", "obl", "obj", "parataxis", "xcomp") and that and clausal and child > verb:
        return "clause" if saying.takes("clause") else None
    if relation in ("xcomp", "obl", "ccomp", "advcl", "obj") and child > verb and not clausal:
        return _loose(syntax, pack, saying, child, marks)
    return None


def _loose(syntax: Syntax, pack: QuotePack, saying: Saying, child: int, marks: set[str]) -> str | None:
    infinitive = "VerbForm=Inf" in syntax.parsed.feats[child]
    markers = marks & pack.words["words.infinitive_markers"]
    if infinitive and (markers or not marks) and (saying.takes("infinitive") or saying.takes("predicate")):
        return None if syntax.relation(child) == "advcl" and not markers else "infinitive"
    if saying.takes("predicate") and (syntax.relation(child) == "xcomp" or _is_predicate(syntax, pack, child, marks)):
        return "predicate"
    if syntax.relation(child) in ("obl", "advcl") and _keyed(syntax, pack, saying.verb, child):
        return "noun"
    if syntax.relation(child) == "obj" and saying.takes("idea") and pack.has("ideas.nouns", syntax.lemma(child)):
        return "idea"
    if syntax.relation(child) == "obj" and saying.takes("noun") and syntax.parsed.upos[child] != "PRON":
        return "noun"
    return None


def _keyed(syntax: Syntax, pack: QuotePack, verb: int, child: int) -> bool:
    """Tell "called for talks", where the pack has the verb with this very preposition."""
    cases = [c for c in syntax.under(child, "case") if c == verb + 1]
    cases = cases or [c for c in syntax.under(child, "mark") if c == verb + 1]
    return bool(cases) and f"{syntax.lemma(verb)} {syntax.word(cases[0])}" in pack.verbs


def _is_predicate(syntax: Syntax, pack: QuotePack, child: int, marks: set[str]) -> bool:
    return (
        syntax.relation(child) == "obl"
        and bool(marks & pack.words["words.predicate_markers"])
        and (syntax.parsed.deprels[child] in ("obl:arg", "obl"))
    )


def _parts(syntax: Syntax, pack: QuotePack, saying: Saying, child: int, rule: str) -> tuple[Range, ...]:
    """Return the content's ranges: the complement less its marker and less the reporting words inside it."""
    tokens = syntax.subtree(child)
    first, end = tokens[0], tokens[-1] + 1
    if rule == "idea":
        first, end = _idea(syntax, pack, child)
    elif rule == "noun" and pack.lang == "en":
        first, end = tokens[0], _extended(syntax, end)
    elif rule in ("clause", "infinitive", "question"):
        first, end = tokens[0], _extended(syntax, _until_next_saying(syntax, pack, saying, child, end))
    if child > saying.verb:
        first = max(first, saying.verb + 1)
        while first < end and _is_marker(syntax, pack, first, child, rule):
            first += 1
    trimmed = syntax.trimmed(first, end)
    return () if trimmed is None else (trimmed,)


def _until_next_saying(syntax: Syntax, pack: QuotePack, saying: Saying, child: int, end: int) -> int:
    """Cut a clause before a coordinate verb of saying that shares the speaker («a dit que …, et a révélé …»)."""
    for other in syntax.under(child, "conj"):
        if other < child or not syntax.is_finite(other) or syntax.under(other, "nsubj", "mark"):
            continue
        if syntax.lemma(other) in pack.verbs and saying.verb < other < end:
            joint = [c for c in syntax.under(other, "cc") if c < other]
            return min((*joint, *syntax.under(other, "aux"), other))
    return end


def _idea(syntax: Syntax, pack: QuotePack, noun: int) -> Range:
    """Return the phrase with its complement («l'intention de se retirer»), or the clause alone («la thèse que …»)."""
    tokens = syntax.subtree(noun)
    end = tokens[-1] + 1
    _, last = syntax.sentence(noun)
    for token in range(noun + 1, min(noun + 4, last)):
        if pack.has("words.that", syntax.word(token)) and syntax.parsed.upos[token] == "SCONJ":
            return token + 1, max(end, last)
        if pack.has("words.according", syntax.word(token)):
            return token + 1, max(end, last)
    return tokens[0], end


def _is_marker(syntax: Syntax, pack: QuotePack, token: int, child: int, rule: str) -> bool:
    if syntax.is_punctuation(token):
        return True
    word = syntax.word(token)
    if pack.lang == "en":
        return False
    if token >= child or rule == "idea":
        return False
    names = ("words.that", "words.whether", "words.infinitive_markers", "words.predicate_markers")
    return any(pack.has(name, word) for name in names) and syntax.relation(token) in (
        "mark",
        "case",
        "fixed",
        "obj",
        "advmod",
        "dep",
    )


def _lost_clause(syntax: Syntax, pack: QuotePack, verb: int) -> Range | None:
    """Return the clause behind a «que» near the verb, to the end of its sentence."""
    _, last = syntax.sentence(verb)
    for token in range(verb + 1, min(verb + _NEAR, last)):
        word = syntax.word(token)
        if word in (";", ":", ".", "«", "»", '"') or (syntax.is_verb(token) and syntax.is_finite(token)):
            return None
        if pack.has("words.that", word) and syntax.parsed.upos[token] == "SCONJ":
            return syntax.trimmed(token + 1, last)
    return None
