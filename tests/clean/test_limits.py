"""What is no text to read."""

import pytest

from recoupe.clean import Settings, fault
from recoupe.model import Report, Toponym


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


@pytest.mark.parametrize(("start", "end"), [(0, 9), (-1, 2), (2, 2), (3, 1)])
def test_given_toponyms_must_lie_in_the_text(start, end):
    report = Report(id="r", text="Il part.", places=(Toponym(start=0, end=2), Toponym(start=start, end=end)))
    complaint = f"report r: expected toponyms within the text of 8 characters, found [{start}, {end})"
    assert fault(report, Settings()) == complaint
