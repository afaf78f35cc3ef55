"""HTML pages: main text, title, outlet, and the date with what it rests on."""

import pytest

from recoupe.errors import UnreadableInput
from recoupe.ingest.pages import is_page, read_page

JSON_LD = (
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-05-04T10:00:00+02:00"}</script>'
)
META = '<meta property="article:published_time" content="2021-05-04T10:00:00+02:00"/>'
PAGE = """<!DOCTYPE html><html lang="fr"><head><title>Le pont rouvert | Le Littoral</title>
<meta property="og:site_name" content="Le Littoral"/><meta property="og:title" content="Le pont rouvert"/>{date}</head>
<body><nav><a href="/">Accueil</a> <a href="/monde">Monde</a></nav><article><h1>Le pont rouvert</h1>
<p>Le pont de Nartéa a été rouvert mardi à la circulation, après deux semaines de combats entre les milices.</p>
<p>Le gouverneur a promis de protéger les convois. «&nbsp;Nous tiendrons&nbsp;», a-t-il dit devant les chauffeurs.</p>
</article><footer>Tous droits réservés</footer></body></html>"""


def test_a_page_gives_its_main_text_without_its_frame():
    report = read_page(PAGE.format(date=JSON_LD), name="p.html")
    assert report.text.startswith("Le pont de Nartéa a été rouvert")
    assert "Accueil" not in report.text
    assert (report.title, report.outlet, report.lang) == ("Le pont rouvert", "Le Littoral", "fr")


@pytest.mark.parametrize(
    ("date", "name", "published", "evidence"),
    [
        (JSON_LD, "p.html", "2021-05-04", "json-ld"),
        (META, "p.html", "2021-05-04", "meta"),
        ("", "2021-05-06-p.html", "2021-05-06", "file name"),
        ("", "p.html", None, None),
    ],
)
def test_the_date_says_what_it_rests_on(date, name, published, evidence):
    report = read_page(PAGE.format(date=date), name=name)
    assert (report.published, report.published_evidence) == (published, evidence)


def test_a_page_without_a_text_is_said():
    with pytest.raises(UnreadableInput, match="a page with a main text"):
        read_page("<html><body><script>1</script></body></html>", name="p.html")


@pytest.mark.parametrize(
    "start", ["<!doctype html>", "<HTML lang=fr>", "<?xml version='1.0'?>\n<html>", "<!-- a --><html>"]
)
def test_a_page_is_known_by_how_it_begins(start):
    assert is_page(start)


def test_a_text_that_speaks_of_pages_is_none():
    assert not is_page("Le mot <html> est une balise.")
