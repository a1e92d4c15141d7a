"""PDF of a page, by WeasyPrint (extra `pdf`): no file and no address is fetched, whatever the page asks for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcher


def fetching_nothing() -> "URLFetcher":
    """Fetches nothing; what a page asks for is left out."""
    from weasyprint.urls import URLFetcher  # noqa: PLC0415 - an extra, and heavy

    return URLFetcher(allowed_protocols=(), allow_redirects=False)


def pdf(texts: Sequence[str]) -> bytes:
    """The PDF of HTML texts, one behind the other: each begins a page, and counts its pages by itself.

    Raises `ImportError` without the extra, `OSError` where Pango is not there.
    """
    from weasyprint import HTML  # noqa: PLC0415 - as above

    documents = [HTML(string=text, url_fetcher=fetching_nothing()).render() for text in texts]
    written = documents[0].copy([page for document in documents for page in document.pages]).write_pdf()
    assert isinstance(written, bytes)
    return written
