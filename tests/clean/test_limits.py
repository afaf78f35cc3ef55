"""What is no text to read."""

import pytest

from recoupe.clean import Settings, fault
from recoupe.model import Report


@pytest.mark.parametrize(
    "text",
    ["Il part.", "a\u00adb\u200f c", "Ligne\r\nligne\tet\u2028fin", "سلام", "x" * 300_000],
)
def test_text_is_read_whatever_its_script_and_marks(text):
    assert fault(Report(id="r", text=text), Settings()) is None


def test_a_title_counts_where_there_is_no_text():
    assert fault(Report(id="r", text=" ", title="Un convoi part"), Settings()) is None


@pytest.mark.parametrize("text", ["", "  ", "123 456", "\x00abc", "\x01\x02\x03abc", "x" * 300_001])
def test_what_is_no_text_is_refused(text):
    assert fault(Report(id="r", text=text), Settings()).startswith("report r: expected ")
