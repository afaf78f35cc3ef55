"""What stands around an act: conditions, questions, its time, and whether it is told as history."""

from recoupe.extract.status_clause import is_past
from recoupe.extract.status_words import forms, is_finite, is_verbal, left_words, longest_match, plain
from recoupe.extract.tree import Tree
from recoupe.model.annotated import Annotated
from recoupe.packs.status import StatusPack

_HISTORY_DAYS = 45
"""An act that is dated by more than this before the report is told as background."""


def subordinator(tree: Tree, pack: StatusPack, clause: int, kind: str) -> int | None:
    """Return the token that introduces a clause, where it is of the kind («condition», «denied» …)."""
    phrases = pack.words.get(f"subordinators.{kind}", frozenset())
    for child in tree.by_relation(clause, "mark", "advmod", "case", "cc"):
        if child > clause:
            continue
        size = longest_match((*left_words(tree, child), plain(tree.parsed.words[child])), phrases)
        if size:
            return child - size + 1
        following = " ".join(plain(w) for w in tree.parsed.words[child : child + 3])
        if any(f"{following} ".startswith(f"{p} ") for p in phrases):
            return child
    return None


def conditions(tree: Tree, pack: StatusPack, token: int) -> tuple[tuple[int, int], ...]:
    """Return the conditions in a token's sentence as ranges of tokens, last one included.

    They are read off the words: parsers often lose a «si» clause that follows its main clause.
    """
    first, last = tree.parsed.sentences[tree.sentence_of(token)]
    found: list[tuple[int, int]] = []
    at = first
    while at < last:
        size = _opens_condition(tree, pack, at, (first, last))
        if size:
            end = _end_of_condition(
                tree, at, at == first or tree.parsed.words[at - 1] in ("«", ":", "“", '"', ",", "–"), last
            )
            found.append((at, end))
            at = end
        at += 1
    return tuple(found)


def indirect_question(tree: Tree, pack: StatusPack, trigger: int) -> int | None:
    """Return the «si» of «nul ne sait si …» before a token, in its own clause."""
    first, _ = tree.parsed.sentences[tree.sentence_of(trigger)]
    for at in range(trigger - 1, first, -1):
        word = plain(tree.parsed.words[at])
        if word in (",", ";", ":", "»"):
            return None
        if word in ("si", "s'", "whether", "if") and tree.parsed.upos[at] != "PRON":
            near = range(max(first, at - 3), at)
            asks = any(pack.has("subordinators.asking", form) for t in near for form in forms(tree, t))
            return at if asks or word == "whether" else None
    return None


def _opens_condition(tree: Tree, pack: StatusPack, at: int, sentence: tuple[int, int]) -> int:
    first, last = sentence
    if not pack.has("subordinators.first words", plain(tree.parsed.words[at])):
        return 0
    if _is_inverted(tree, pack, at, sentence):
        return 1
    words = [plain(w) for w in tree.parsed.words[at : min(at + 5, last)]]
    size = next((n for n in range(len(words), 0, -1) if pack.has("subordinators.condition", " ".join(words[:n]))), 0)
    if not size:
        return 0
    before = [plain(w) for w in tree.parsed.words[max(first, at - 3) : at]]
    if size == 1 and tree.parsed.upos[at] not in ("SCONJ", "ADP") and not _is_clause_word(tree, at):
        return 0
    if words[0] in ("s'", "se") and words[1:2] not in (["il"], ["ils"]):
        return 0
    if before and (
        before[-1] in ("même", "comme", "even", "as", "et", "que", "en") or (before[-1], words[0]) == ("what", "if")
    ):
        return 0
    if any(pack.has("subordinators.asking", form) for t in range(max(first, at - 3), at) for form in forms(tree, t)):
        return 0
    clause = tree.parsed.upos[at] == "SCONJ" or any(is_verbal(tree, t) for t in range(at, last))
    return size if clause or size > 1 else 0


def _is_inverted(tree: Tree, pack: StatusPack, at: int, sentence: tuple[int, int]) -> bool:
    """Tell "Had the army attacked, …" and "Should Iran attack, …"."""
    first, last = sentence
    if at != first or not pack.has("subordinators.inverted", plain(tree.parsed.words[at])):
        return False
    return "," in tree.parsed.words[at:last] and "?" not in tree.parsed.words[at:last]


def _is_clause_word(tree: Tree, at: int) -> bool:
    following = at + 1
    return following < len(tree.parsed.words) and tree.parsed.upos[following] in ("DET", "PRON", "PROPN", "NOUN")


def _end_of_condition(tree: Tree, at: int, leading: bool, last: int) -> int:
    """Return the last token of a condition: the one before the comma when it leads, else the sentence's."""
    verb = False
    end = at
    for token in range(at + 1, last):
        word = tree.parsed.words[token]
        if word in (";", "»", "”", ":") or (word == "," and verb and leading):
            break
        verb = verb or is_verbal(tree, token)
        end = token
    while end > at and not any(c.isalnum() for c in tree.parsed.words[end]):
        end -= 1
    return end


def is_question(tree: Tree, pack: StatusPack, token: int) -> bool:
    """Tell a yes-no question; one that asks who, when or why takes the act for granted."""
    first, last = tree.parsed.sentences[tree.sentence_of(token)]
    ends = [t for t in range(token, last) if tree.parsed.words[t] in ("?", "?!", "!?", "??")]
    if not ends:
        return False
    stops = (t for t in range(token, ends[0]) if tree.parsed.words[t] in (".", ";", "!", "»", "”"))
    if next(stops, None) is not None:
        return False
    return not any(
        plain(tree.parsed.words[t]) in pack.words.get("subordinators.questions", frozenset())
        and (
            t == first
            or tree.parsed.words[t - 1] in (":", ",", "-", "–", "—", "|", "«", "à", "de", "d'", "d’", "par", "?")
        )
        and plain(tree.parsed.words[min(t + 1, last - 1)]) != "si"
        and tree.relation(t) != "mark"
        for t in range(first, ends[0])
        if not _begins_est_ce_que(tree, t)
    )


def _begins_est_ce_que(tree: Tree, token: int) -> bool:
    return "".join(w.lower() for w in tree.parsed.words[token + 1 : token + 3]) in ("est-ce", "est-ceque")


def segment(tree: Tree, token: int, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """Return the tokens that no colon parts from `token`."""
    return tuple(
        t
        for t in tokens
        if not any(tree.parsed.words[c] in (":", "|", ";") for c in range(min(t, token), max(t, token)))
    )


def future_time(tree: Tree, pack: StatusPack, annotated: Annotated, tokens: tuple[int, ...]) -> int | None:
    """Return the first of the tokens that stands in an expression of a time after the report."""
    day = annotated.published.value
    for token in tokens:
        if day is None:
            break
        start = tree.parsed.starts[token]
        for time in annotated.times:
            if time.start <= start < time.end and time.earliest and time.earliest[:10] > day[:10]:
                return token
    for token in tokens:
        if any(pack.has("adverbs.future", form) for form in forms(tree, token)):
            return token
    return _phrase(tree, pack.words.get("adverbs.future_phrases", frozenset()), tokens)


def _phrase(tree: Tree, phrases: frozenset[str], tokens: tuple[int, ...]) -> int | None:
    """Return the first token that begins one of the phrases, as they stand in the text."""
    inside = frozenset(tokens)
    text = tree.parsed.text
    for token in tokens:
        start = tree.parsed.starts[token]
        window = text[start : start + 48].lower().replace("’", "'")
        if any(window.startswith(p) and not window[len(p) : len(p) + 1].isalpha() for p in phrases) and token in inside:
            return token
    return None


def hedged(tree: Tree, pack: StatusPack, tokens: tuple[int, ...]) -> int | None:
    """Return the first token of a hedge of several words («sans doute»)."""
    return _phrase(tree, pack.words.get("adverbs.possible_phrases", frozenset()), tokens)


def clause_tokens(tree: Tree, head: int) -> tuple[int, ...]:
    """Return the tokens of a clause without those of its subordinate clauses."""
    return tree.subtree(head, without=frozenset({"ccomp", "acl:relcl", "advcl", "parataxis", "conj", "csubj"}))


def is_background(tree: Tree, pack: StatusPack, annotated: Annotated, token: int) -> bool:
    """Tell an act told as history: behind «depuis» or «après», long dated, or in the pluperfect of a relative."""
    words = left_words(tree, token)
    if longest_match(words, pack.words.get("prepositions.background", frozenset())):
        return True
    if is_verbal(tree, token) and subordinator(tree, pack, token, "background") is not None:
        return True
    day = annotated.published.value
    head = token
    inside = frozenset(clause_tokens(tree, head))
    for time in annotated.times:
        if day is None or time.latest is None:
            continue
        at = next((t for t in inside if time.start <= tree.parsed.starts[t] < time.end), None)
        if at is not None and _days(time.latest) + _HISTORY_DAYS < _days(day):
            return True
    return _is_pluperfect_relative(tree, token)


def _days(iso: str) -> int:
    """Count days roughly; enough to tell weeks from months."""
    year, month, day = (*iso[:10].split("-"), "1", "1")[:3]
    return int(year) * 365 + int(month) * 30 + int(day)


def _is_pluperfect_relative(tree: Tree, token: int) -> bool:
    if tree.parsed.deprels[token] != "acl:relcl" or not is_finite(tree, token) or not is_past(tree, token):
        return False
    return any("Tense=Imp" in tree.parsed.feats[a] for a in tree.by_relation(token, "aux"))
