"""Bytes to text, or a clear word on what they are."""

import pytest

from recoupe.errors import UnreadableInput
from recoupe.ingest.encodings import decode_text

PROSE = "L’armée a évacué la base. « Nous partirons », a déclaré le général à Nouméa."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_prose_is_read_in_the_encodings_that_files_have(encoding):
    assert decode_text(PROSE.encode(encoding), where="f") == PROSE


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "f: expected a text, found an empty file"),
        (b" \r\n\t ", "f: expected a text, found an empty file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "f: expected a text, found a PNG picture"),
        (b"%PDF-1.7 \xe2\xe3", "f: expected a text, found a PDF"),
        (b"ab\x00\x01cd", "f: expected a text, found binary data"),
        (PROSE.encode() + b"\xff pas du texte", f"f: expected UTF-8, found byte 0xff at byte {len(PROSE.encode())}"),
        (bytes(range(0x80, 0x100)) * 4, "f: expected UTF-8, found byte 0x80 at byte 0"),
    ],
)
def test_what_is_no_text_is_named(content, complaint):
    with pytest.raises(UnreadableInput) as caught:
        decode_text(content, where="f")
    assert str(caught.value) == complaint
