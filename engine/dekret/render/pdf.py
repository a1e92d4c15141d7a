"""PDF of a page, by WeasyPrint (extra `pdf`): no file and no address is fetched, whatever the page asks for."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcher


def fetching_nothing() -> "URLFetcher":
    """Fetches nothing; what a page asks for is left out."""
    from weasyprint.urls import URLFetcher  # noqa: PLC0415 - an extra, and heavy

    return URLFetcher(allowed_protocols=(), allow_redirects=False)


def pdf(html: str) -> bytes:
    """The PDF of an HTML text. Raises `ImportError` without the extra, `OSError` where Pango is not there."""
    from weasyprint import HTML  # noqa: PLC0415 - as above

    written = HTML(string=html, url_fetcher=fetching_nothing()).write_pdf()
    assert isinstance(written, bytes)
    return written
