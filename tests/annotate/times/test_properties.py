"""What holds of every text: quotes, bounds, order, shifts by weeks, and that the machine's clock is never read."""

import datetime as dt
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.annotate.published import infer_from_text
from recoupe.annotate.times import times_of
from recoupe.packs.times import load_times

MARKS = [" ", " ", " ", ", ", ". ", "\n", "-", "’", " 2019 ", " 31 ", " 24:00 ", "14h30", "29/02/2021", "1er", "XXe "]
DAYS = st.dates(date(1901, 1, 1), date(2099, 12, 31))


def _texts(lang: str) -> st.SearchStrategy[str]:
    words = sorted(load_times(lang).words)
    return st.lists(st.sampled_from(words) | st.sampled_from(MARKS), max_size=30).map(" ".join)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_any_text_gives_ordered_quotes_with_ordered_bounds(lang: str) -> None:
    @settings(max_examples=150, deadline=None)
    @given(_texts(lang), st.none() | DAYS)
    def check(text: str, published: date | None) -> None:
        end = 0
        for time in times_of(text, published.isoformat() if published else None, lang):
            assert text[time.start : time.end] == time.text
            assert time.start >= end
            end = time.end
            assert (time.earliest is None) == (time.latest is None)
            assert time.earliest is None or time.latest is None or time.earliest <= time.latest

    check()


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_characters_at_all_are_read(text: str) -> None:
    for time in times_of(text, "2021-04-15", "fr"):
        assert text[time.start : time.end] == time.text


RELATIVE = [
    ("fr", "Hier, il a neigé."),
    ("fr", "Il a neigé mardi."),
    ("fr", "Il neigera dimanche soir."),
    ("fr", "Il y a dix jours, il a neigé."),
    ("fr", "La semaine dernière, il a neigé."),
    ("fr", "Il partira dans trois jours."),
    ("fr", "Ce matin, il neigeait."),
    ("en", "It snowed yesterday."),
    ("en", "It snowed last Friday."),
    ("en", "They will meet next week."),
    ("en", "Ten days ago it snowed."),
]


@pytest.mark.parametrize(("lang", "text"), RELATIVE)
def test_shifting_the_report_by_weeks_shifts_relative_times_by_as_many(lang: str, text: str) -> None:
    @settings(max_examples=60, deadline=None)
    @given(DAYS, st.integers(-40, 40))
    def check(published: date, weeks: int) -> None:
        (one,) = times_of(text, published.isoformat(), lang)
        (other,) = times_of(text, (published + timedelta(weeks=weeks)).isoformat(), lang)
        assert one.earliest is not None
        assert other.earliest is not None
        days = date.fromisoformat(other.earliest[:10]) - date.fromisoformat(one.earliest[:10])
        assert days == timedelta(weeks=weeks)

    check()


class _Never(date):
    @classmethod
    def today(cls) -> "_Never":
        raise AssertionError("the machine's clock was read")


def test_the_machines_clock_is_never_read(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Hier, mardi 3 mars, il a neigé, comme ce mercredi. Aujourd'hui, jeudi, il pleut. Le mois dernier aussi."
    before = (times_of(text, None, "fr"), times_of(text, "2021-04-15", "fr"), infer_from_text(text, "fr"))
    ours = [m for name, m in sorted(sys.modules.items()) if name.startswith("recoupe.annotate") and hasattr(m, "date")]
    assert ours
    for module in ours:
        if module.date is dt.date:
            monkeypatch.setattr(module, "date", _Never)
    monkeypatch.setattr("time.time", lambda: 0.0)
    assert (times_of(text, None, "fr"), times_of(text, "2021-04-15", "fr"), infer_from_text(text, "fr")) == before
