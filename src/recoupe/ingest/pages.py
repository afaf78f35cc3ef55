"""HTML pages: main text, title, outlet and date; the only module that knows trafilatura."""

import re

from trafilatura import bare_extraction
from trafilatura.settings import Document

from recoupe.errors import UnreadableInput
from recoupe.ingest.dates import date_in_name
from recoupe.ingest.jsonl import content_id
from recoupe.model import Report

__all__ = ["is_page", "read_page"]

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_LANG = re.compile(r"<html[^>]*\blang\s*=\s*[\"']?([a-z]{2})\b", re.IGNORECASE)
_EVIDENCE = (
    ("json-ld", re.compile(r"\"datePublished\"\s*:\s*\"([^\"]+)\"")),
    ("meta", re.compile(r"<meta[^>]+(?:published_time|datePublished|DC\.date|pubdate)[^>]*>", re.IGNORECASE)),
    ("html", re.compile(r"<time\b[^>]*>", re.IGNORECASE)),
)


def is_page(content: str) -> bool:
    """Tell whether the text is an HTML page, whatever its file is called."""
    return bool(_PAGE.match(content[:4096]))


def read_page(content: str, *, name: str) -> Report:
    """Return the report of a page; raises UnreadableInput where no main text is found."""
    # extensive_search guesses from any number in the page; a bound keeps today's date out of the result.
    dates = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
    page = bare_extraction(
        content,
        favor_precision=True,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params=dates,
    )
    text = page.text if isinstance(page, Document) else None
    if not isinstance(page, Document) or not text or not text.strip():
        raise UnreadableInput(name, "a page with a main text", "none")
    title, published, outlet, url = page.title, page.date, page.sitename, page.url
    text = _without_title(text, title)
    evidence = _evidence(content, published)
    if not published:
        published = date_in_name(name)
        evidence = "file name" if published else None
    lang = _LANG.search(content[:4096])
    return Report(
        id=content_id(text=text, title=title, published=published, outlet=outlet, url=url),
        text=text,
        title=title,
        lang=lang[1].lower() if lang else None,
        published=published,
        published_evidence=evidence,
        outlet=outlet,
        url=url,
    )


def _without_title(text: str, title: str | None) -> str:
    first, _, rest = text.partition("\n")
    return rest if title and rest.strip() and first.strip() == title.strip() else text


def _evidence(content: str, published: str | None) -> str | None:
    """Return where the page shows the date, the strongest place first."""
    if not published:
        return None
    found = (basis for basis, form in _EVIDENCE if any(published in hit.group() for hit in form.finditer(content)))
    return next(found, "html")
