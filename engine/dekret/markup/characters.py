"""Which characters XML can hold."""

import re

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def fit_for_xml(text: str) -> str:
    r"""A text with a mark in the place of characters that XML, and so a sheet, cannot hold.

    >>> fit_for_xml("a\x00b") == "a\ufffdb"
    True
    """
    return _UNFIT.sub("\ufffd", text)
