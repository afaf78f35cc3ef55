"""Everything that can go wrong, in one tree.

RecoupeError
├── UnreadableInput      a file, line or record that is not what was expected
├── UnsupportedLanguage  a report in a language that has no pack
├── InvalidPack          a language pack or other knowledge that breaks its own rules
├── ForeignLedger        a file that is not a ledger of ours
└── InvalidSetting       a configuration key or value that is not known
"""


class RecoupeError(Exception):
    """Root of the package's errors."""


class UnreadableInput(RecoupeError):
    """A file, line or record is not what was expected."""

    def __init__(self, where: str, expected: str, found: str) -> None:
        super().__init__(where, expected, found)
        self.where = where
        self.expected = expected
        self.found = found

    def __str__(self) -> str:
        return f"{self.where}: expected {self.expected}, found {self.found}"


class UnsupportedLanguage(RecoupeError):
    """A report is in a language that has no pack."""

    def __init__(self, lang: str, supported: tuple[str, ...]) -> None:
        super().__init__(lang, supported)
        self.lang = lang
        self.supported = supported

    def __str__(self) -> str:
        known = ", ".join(self.supported)
        return f"no language pack for '{self.lang}' (there are: {known}); the report is kept uncoded"


class InvalidPack(RecoupeError):
    """Knowledge on disk breaks the rules of its own form."""

    def __init__(self, where: str, problem: str) -> None:
        super().__init__(where, problem)
        self.where = where
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.where}: {self.problem}"


class ForeignLedger(RecoupeError):
    """A file stands where the ledger should be and is not one."""

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(path, problem)
        self.path = path
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}; it was left untouched, name another file with --ledger"


class InvalidSetting(RecoupeError):
    """A configuration key or value is not known."""

    def __init__(self, key: str, problem: str) -> None:
        super().__init__(key, problem)
        self.key = key
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.key}: {self.problem}"
