"""Files of PDF in tests."""

import os
import re
import zlib

import pytest


def weasyprint_or_skip():
    """WeasyPrint; the test is skipped where it, or Pango, is not there, unless DEKRET_NEEDS_PDF says it has to be."""
    try:
        import weasyprint
    except (ImportError, OSError) as error:
        if os.environ.get("DEKRET_NEEDS_PDF"):
            raise
        pytest.skip(f"PDF needs WeasyPrint and Pango: {error}")
    return weasyprint


def page_count(data):
    """How many pages a PDF has, whose objects may be packed."""
    packed = re.findall(rb"/Type ?/ObjStm\b.*?stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
    objects = b"".join([data, *map(zlib.decompress, packed)])
    return len(re.findall(rb"/Type ?/Page\b", objects))
