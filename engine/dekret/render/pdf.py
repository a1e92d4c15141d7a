"""PDF of a page, by WeasyPrint (extra `pdf`): no file and no address is fetched, whatever the page asks for."""

from weasyprint import HTML
from weasyprint.urls import URLFetcher

NOTHING = URLFetcher(allowed_protocols=(), allow_redirects=False)
"""Fetches nothing; what a page asks for is left out."""


def pdf(html: str) -> bytes:
    """The PDF of an HTML text."""
    written = HTML(string=html, url_fetcher=NOTHING).write_pdf()
    assert isinstance(written, bytes)
    return written
