"""Bytes to text: what the file says, else UTF-8, else the one legacy encoding that fits."""

import codecs

from recoupe.errors import UnreadableInput

__all__ = ["decode_text"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (or an office document)"),
    (b"SQLite format 3", "a SQLite database"),
    (b"\x7fELF", "a program"),
)


def decode_text(content: bytes, *, where: str) -> str:
    """Return the text of the bytes; raises UnreadableInput with what stands there instead.

    Bytes that hold some valid UTF-8 beyond ASCII and then break it are a broken file; bytes that hold none are
    read as Windows-1252, the encoding of older French and English pages.
    """
    if not content.strip():
        raise UnreadableInput(where, "a text", "an empty file")
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decode(content, encoding, where)
    kind = next((name for start, name in _KINDS if content.startswith(start)), None)
    if kind or b"\x00" in content[:65536]:
        raise UnreadableInput(where, "a text", kind or "binary data")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as fault:
        if any(part > 0x7F for part in content[: fault.start]) or not _is_legacy(content):
            found = f"byte 0x{content[fault.start]:02x} at byte {fault.start}"
            raise UnreadableInput(where, "UTF-8", found) from fault
        return content.decode("cp1252")


def _decode(content: bytes, encoding: str, where: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as fault:
        raise UnreadableInput(where, encoding.removesuffix("-sig").upper(), str(fault)) from fault


def _is_legacy(content: bytes) -> bool:
    """Tell whether the bytes read as Windows-1252 prose: accented letters within words, and no control codes."""
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        return False
    strange = [letter for letter in text if ord(letter) > 0x7F]
    letters = sum(letter.isalpha() or letter in "«»’‘“”–—…œŒ°€©\u00a0" for letter in strange)
    controls = sum(not letter.isprintable() and not letter.isspace() for letter in text)
    return not controls and letters >= 0.9 * len(strange) and len(strange) < 0.2 * len(text)
