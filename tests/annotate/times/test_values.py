"""Values follow from the report's date, the last mentioned time, events and tense."""

import pytest

from recoupe.annotate.times import times_of

THURSDAY = "2021-04-15"


def _values(text: str, published: str | None = THURSDAY, lang: str = "fr") -> list[str | None]:
    return [time.value for time in times_of(text, published, lang)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Les deux camps négocieront mardi.", ["2021-04-20"]),
        ("Les deux camps ont négocié mardi.", ["2021-04-13"]),
        ("Hier, le col était fermé ; demain, il rouvrira.", ["2021-04-14", "2021-04-16"]),
        ("Le col a été fermé début mars, puis fin mars.", ["2021-03", "2021-03"]),
        ("L’ÉTÉ DERNIER, le col était ouvert.", ["2020-SU"]),
        ("Il neige depuis le 3 fevrier.", ["2021-02-03"]),
        ("Il a plu du 28 mars au 3 avril 2021.", ["2021-03-28", "2021-04-03"]),
        ("Le village compte 2019 habitants et 1987 moutons.", []),
        ("Il est né il y a vingt et un ans.", ["2000"]),
        ("Le 4\u202fmai, à 18\u202fh\u202f30, tout était calme.", ["2021-05-04T18:30"]),
    ],
)
def test_french_values(text: str, values: list[str | None]) -> None:
    assert _values(text) == values


def test_without_a_date_yesterday_stays_open() -> None:
    assert _values("Le 5 mai 2020, le col a fermé. Hier, il a rouvert.", None) == ["2020-05-05", "XXXX-XX-XX"]


def test_without_a_date_the_weekday_finds_the_year_after_the_newest_named() -> None:
    assert _values("Depuis l'accord de 2019, rien. Mercredi 18 mars, le col a fermé.", None) == ["2019", "2020-03-18"]


def test_weekday_and_date_that_disagree_keep_the_date() -> None:
    assert _values("Le col a fermé lundi 14 avril 2021.") == ["2021-04-14"]


def test_distance_counts_from_the_last_mentioned_time() -> None:
    assert _values("Le 5 mai 2020, le col a fermé. Trois jours plus tard, il a rouvert.") == [
        "2020-05-05",
        "2020-05-08",
    ]


def test_event_dated_before_gives_bounds_to_what_follows() -> None:
    text = "Le 2 mars 2021, la digue s'est effondrée. Trois jours après l'effondrement, le maire a démissionné."
    time = times_of(text, None, "fr")[-1]
    assert (time.type, time.value, time.anchor) == ("DURATION", "P3D", "event")
    assert (time.earliest, time.latest) == ("2021-03-05", "2021-03-05")
    assert time.dates == "clause"


def test_what_occurred_after_an_event_dates_that_event() -> None:
    text = "Le 9 mars 2021, le maire a démissionné. La démission est intervenue quatre jours après que la digue a cédé."
    time = times_of(text, None, "fr")[-1]
    assert (time.earliest, time.latest) == ("2021-03-05", "2021-03-05")
    assert time.dates == "complement"


def test_unknown_event_gives_no_bounds() -> None:
    time = times_of("Deux semaines après la crue, le pont a rouvert.", THURSDAY, "fr")[0]
    assert (time.value, time.earliest, time.anchor) == ("P2W", None, "event")


def test_last_months_reach_back_from_the_report() -> None:
    time = times_of("Durant les huit derniers mois, rien n'a changé.", THURSDAY, "fr")[0]
    assert (time.value, time.earliest, time.latest) == ("P8M", "2020-08-15", "2021-04-15")


def test_modifier_narrows_bounds_and_not_the_value() -> None:
    time = times_of("Fin 2019, le col a fermé.", THURSDAY, "fr")[0]
    assert time.value == "2019"
    assert time.earliest is not None
    assert time.earliest > "2019-08"
    assert time.latest == "2019-12-31"


def test_history_tells_its_dates_by_its_own_years() -> None:
    text = (
        "In 1920 war came. On March 3, 1920 the fort fell. In May 1920 it was retaken. On June 7 it burned. "
        "In 1921 peace came. In August 1921 it was signed."
    )
    assert "1920-06-07" in _values(text, "2009-12-19", "en")


def test_residue_is_skipped() -> None:
    text = "Le col a fermé hier. Lire aussi : mardi noir"
    assert [t.text for t in times_of(text, THURSDAY, "fr", skip=((21, len(text)),))] == ["hier"]


def test_bad_date_of_the_report_counts_as_none() -> None:
    assert _values("Hier, il a neigé.", "n.d.") == ["XXXX-XX-XX"]


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("Le sommet se tiendra du 12 au 14 juin.", "2021-06-12", "2021-06-14"),
        ("La ville fut assiégée entre mars 2011 et mai 2012.", "2011-03-01", "2012-05-31"),
        ("La ville fut assiégée (2003-2011).", "2003-01-01", "2011-12-31"),
        ("La ville fut prise en 2003 et en 2011.", "2003-01-01", "2003-12-31"),
        ("On a voté les 5 et 6 mai.", "2021-05-05", "2021-05-05"),
    ],
)
def test_first_end_of_an_interval_reaches_to_the_second(text: str, earliest: str, latest: str) -> None:
    time = times_of(text, THURSDAY, "fr")[0]
    assert (time.earliest, time.latest) == (earliest, latest)


def test_second_end_of_an_interval_lies_after_the_first() -> None:
    assert _values("Le col est fermé de 22 heures à 5 heures.") == ["2021-04-15T22:00", "2021-04-16T05:00"]
    assert _values("Le col est ouvert du lundi au vendredi.") == ["2021-04-12", "2021-04-16"]


def test_a_year_named_in_the_sentence_holds_for_what_follows() -> None:
    assert _values("Le 13 mai 2002, à la veille du vote, puis le 25 juin, il a plu.")[-1] == "2002-06-25"
    assert _values("Deux crues en 1986 : en mars, puis en avril.") == ["1986", "1986-03", "1986-04"]
