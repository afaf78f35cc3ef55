"""The parse stage: kept blocks in, columns of words out."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from recoupe.model import Cleaned, Name, Parsed, Span
from recoupe.packs.files import folder
from recoupe.parse.features import normal
from recoupe.parse.lemmas import lemmatizer
from recoupe.parse.lexicon import lexicon
from recoupe.parse.mend import mender
from recoupe.parse.names import NameTagger
from recoupe.parse.network import Network
from recoupe.parse.sentences import sentence_finder
from recoupe.parse.tokens import tokenizer


class Parser:
    """Holds the models of some languages; make one a process and keep it."""

    def __init__(self, langs: Sequence[str] = ("fr",)) -> None:
        """Load the models; raises UnsupportedLanguage where there is no pack."""
        self._languages = {lang: _Language(lang) for lang in langs}

    def parse(self, cleaned: Cleaned, lang: str) -> Parsed:
        """Return the kept blocks as words, sentences, syntax and names; loads a language met for the first time."""
        if lang not in self._languages:
            self._languages[lang] = _Language(lang)
        return self._languages[lang].parse(cleaned)


@dataclass
class _Columns:
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deprels: list[str] = field(default_factory=list)
    sentences: list[Span] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)


class _Language:
    def __init__(self, lang: str) -> None:
        place = folder(lang)
        words = lexicon(lang)
        self._lang = lang
        self._cut = tokenizer(lang)
        self._network = Network.read(place / "model" / "parser.npz", words.entries)
        self._lemma = lemmatizer(lang, words)
        self._starts = sentence_finder(place / "model" / "sentences.crf", words.classes)
        self._mend = mender(lang)
        self._names = NameTagger(place / "model", words.classes)

    def parse(self, cleaned: Cleaned) -> Parsed:
        text = cleaned.report.text
        sentences = [spans for block in cleaned.kept for spans in self._sentences(text, block)]
        forms = [[normal(text[a:b]) for a, b in spans] for spans in sentences]
        columns = _Columns()
        for spans, tree in zip(sentences, self._network.parse(forms), strict=True):
            base = len(columns.words)
            columns.starts += [a for a, _ in spans]
            columns.ends += [b for _, b in spans]
            shown = [text[a:b] for a, b in spans]
            lemmas = [self._lemma(word, upos) for word, upos in zip(shown, tree.upos, strict=True)]
            self._mend(tree, shown, lemmas)
            columns.words += shown
            columns.lemmas += lemmas
            columns.upos += tree.upos
            columns.feats += tree.feats
            columns.heads += [base + head for head in tree.heads]
            columns.deprels += tree.deprels
            columns.sentences.append((base, base + len(spans)))
            columns.names += self._names.names(text, spans)
        return Parsed(
            cleaned=cleaned,
            lang=self._lang,
            words=tuple(columns.words),
            starts=tuple(columns.starts),
            ends=tuple(columns.ends),
            lemmas=tuple(columns.lemmas),
            upos=tuple(columns.upos),
            feats=tuple(columns.feats),
            heads=tuple(columns.heads),
            deprels=tuple(columns.deprels),
            sentences=tuple(columns.sentences),
            names=tuple(columns.names),
        )

    def _sentences(self, text: str, block: Span) -> list[list[Span]]:
        first, last = block
        spans = [(first + a, first + b) for a, b in self._cut(text[first:last])]
        starts = self._starts([text[a:b] for a, b in spans])
        ends = (*starts[1:], len(spans)) if starts else ()
        return [spans[a:b] for a, b in zip(starts, ends, strict=True)]
