"""PDF of a page, by WeasyPrint (extra `pdf`): no file and no address is fetched, whatever the page asks for."""

from typing import NoReturn

from weasyprint import HTML


def _refused(url: str, *_: object, **__: object) -> NoReturn:
    raise ValueError(f"a printout fetches nothing: {url[:80]}")


def pdf(html: str) -> bytes:
    """The PDF of an HTML text."""
    written = HTML(string=html, url_fetcher=_refused).write_pdf()
    assert isinstance(written, bytes)
    return written
