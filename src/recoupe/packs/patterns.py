"""Patterns over word classes, compiled to regular expressions in which each token is one character.

A pattern is a sequence of atoms: a class in capitals (MONTH), a literal word (dernier), a macro (@DAY).
`( | )` groups, `? * +` repeat, `name=` captures, `<<` and `>>` move the borders of the quoted span inward,
`!X` and `=X` look ahead, `<!X` and `<=X` look behind (X: one token).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_TOKEN = re.compile(r"<<|>>|<!|<=|[a-z_0-9]+=(?=[^\s=])|[!=()|?*+]|[^\s()|?*+!=]+")
_LITERAL = re.compile(r"[^A-Z@]")

FROM, TO = "from", "to"


class MalformedPatternError(ValueError):
    """A pattern that cannot be read; the loader adds the file and rule."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """A pattern ready to run over a string of token characters."""

    regex: re.Pattern[str]
    first: frozenset[str]
    """Characters a match can start with."""
    captures: Mapping[str, tuple[str, ...]]
    """Name of a capture -> the classes it may hold, in the order of the pattern; "name__2" is its second place."""


@dataclass(frozen=True, slots=True)
class _Piece:
    regex: str
    first: frozenset[str]
    nullable: bool
    classes: tuple[str, ...] = ()


def literals(pattern: str, macros: Mapping[str, str]) -> set[str]:
    """Return the literal words of a pattern, its macros expanded."""
    found: set[str] = set()
    for token in _TOKEN.findall(pattern):
        if token.startswith("@"):
            found |= literals(_macro(token, macros), macros)
        elif _is_atom(token) and _LITERAL.match(token):
            found.add(token)
    return found


def compile_pattern(pattern: str, macros: Mapping[str, str], charset: Callable[[str], str]) -> Compiled:
    """Compile one pattern; `charset` gives the characters of the tokens that a class or word can be."""
    reader = _Reader(macros, charset)
    piece = reader.read(pattern)
    try:
        regex = re.compile(piece.regex)
    except re.error as fault:
        raise MalformedPatternError(f"{fault} in «{pattern}»") from fault
    return Compiled(regex, piece.first, reader.captures)


def _is_atom(token: str) -> bool:
    return token not in {"<<", ">>", "<!", "<=", "!", "=", "(", ")", "|", "?", "*", "+"} and not token.endswith("=")


def _macro(token: str, macros: Mapping[str, str]) -> str:
    if token[1:] not in macros:
        raise MalformedPatternError(f"unknown macro {token}")
    return macros[token[1:]]


class _Reader:
    """Recursive descent over one pattern."""

    def __init__(self, macros: Mapping[str, str], charset: Callable[[str], str]) -> None:
        self.macros = macros
        self.charset = charset
        self.captures: dict[str, tuple[str, ...]] = {}

    def read(self, pattern: str) -> _Piece:
        tokens = _TOKEN.findall(pattern)[::-1]
        piece = self._either(tokens)
        if tokens:
            raise MalformedPatternError(f"unexpected '{tokens[-1]}' in «{pattern}»")
        return piece

    def _either(self, tokens: list[str]) -> _Piece:
        branches = [self._sequence(tokens)]
        while tokens and tokens[-1] == "|":
            tokens.pop()
            branches.append(self._sequence(tokens))
        return _Piece(
            "(?:" + "|".join(b.regex for b in branches) + ")",
            frozenset().union(*(b.first for b in branches)),
            any(b.nullable for b in branches),
            tuple(c for b in branches for c in b.classes),
        )

    def _sequence(self, tokens: list[str]) -> _Piece:
        regex, first, nullable = "", frozenset[str](), True
        classes: tuple[str, ...] = ()
        while tokens and tokens[-1] not in "|)":
            item = self._item(tokens)
            regex += item.regex
            first = first | item.first if nullable else first
            nullable = nullable and item.nullable
            classes += item.classes
        return _Piece(regex, first, nullable, classes)

    def _item(self, tokens: list[str]) -> _Piece:
        atom = tokens.pop()
        if atom in {"<<", ">>"}:
            name = self._unused(FROM if atom == "<<" else TO)
            self.captures[name] = ()
            return _Piece(f"(?P<{name}>)", frozenset(), nullable=True)
        if atom in {"!", "=", "<!", "<="}:
            inner = self._primary(tokens.pop(), tokens)
            return _Piece(f"(?{atom}{inner.regex})", frozenset(), nullable=True)
        name = ""
        if atom.endswith("=") and len(atom) > 1:
            name, atom = atom[:-1], tokens.pop()
        piece = self._primary(atom, tokens)
        if name:
            name = self._unused(name)
            self.captures[name] = piece.classes
            piece = _Piece(f"(?P<{name}>{piece.regex})", piece.first, piece.nullable)
        while tokens and tokens[-1] in "?*+":
            mark = tokens.pop()
            piece = _Piece(f"{piece.regex}{mark}", piece.first, piece.nullable or mark != "+", piece.classes)
        return piece

    def _unused(self, name: str) -> str:
        """Return the name, numbered from its second capture on: the branches of a pattern may share it."""
        n = 1 + sum(known.split("__")[0] == name for known in self.captures)
        return f"{name}__{n}" if n > 1 else name

    def _primary(self, atom: str, tokens: list[str]) -> _Piece:
        if atom == "(":
            piece = self._either(tokens)
            if not tokens:
                raise MalformedPatternError("a bracket is not closed")
            tokens.pop()
            return piece
        if atom.startswith("@"):
            return self._either(_TOKEN.findall(f"({_macro(atom, self.macros)})")[::-1])
        chars = self.charset(atom)
        if not chars:
            raise MalformedPatternError(f"no word is of class {atom}")
        return _Piece(f"[{re.escape(chars)}]", frozenset(chars), nullable=False, classes=(atom,))
