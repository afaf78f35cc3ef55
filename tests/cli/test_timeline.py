"""What `timeline` and `merge` say when there is nothing to tell."""

import pytest

from cli.running import complaints, lines, recoupe
from recoupe.store import Ledger


@pytest.fixture
def empty(tmp_path):
    Ledger(tmp_path / "l.db", create=True).__exit__(None, None, None)
    return tmp_path / "l.db"


def test_a_span_that_ends_before_it_begins_is_a_usage_fault(empty):
    done = recoupe("timeline", "--from", "2021-06", "--to", "2021-05-31", "--ledger", empty, status=2)
    assert "expected --from before --to" in done.stderr.decode()


@pytest.mark.parametrize(("filters", "said"), [(["--place", "Gao"], ["recoupe: no incident matches"]), ([], [])])
def test_filters_that_nothing_matches_are_said(empty, filters, said):
    assert complaints(recoupe("timeline", *filters, "--ledger", empty)) == said


@pytest.mark.parametrize(
    ("given", "found"), [(b"", "found nothing"), (b"{}\nx\n", "found no line of 2 that could be read")]
)
def test_merging_nothing_says_whether_there_was_a_line(given, found):
    done = recoupe("merge", stdin=given, status=1)
    assert complaints(done)[0].endswith(found)
    assert len(lines(done)) == given.count(b"\n")
