"""Links in texts: only what opens a page, a letter or a call."""

import re
from collections.abc import Iterator
from typing import Final

from planpress.source.values.finding import Finding, Steps

_ALLOWED: Final = frozenset({"http", "https", "mailto", "tel"})
# `data:` and the like need no `//`; other words before a colon are words (Meta data：維持通過比率).
_COLON: Final = re.compile(":[!-~]")
_LINK: Final = re.compile(
    r"(?<![A-Za-z0-9+.-])(?:(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://"
    r"|(?P<bare>javascript|vbscript|data|blob|file|about|view-source):(?=[!-~]))",
    re.IGNORECASE | re.ASCII,
)
_WEBSITE: Final = re.compile(r"https?://[A-Za-z0-9][A-Za-z0-9.-]*\.[A-Za-z]{2,}(?::\d+)?(?:[/?#]\S*)?", re.ASCII)


def check_links(path: Steps, text: str) -> Iterator[Finding]:
    """The links of one text."""
    if _COLON.search(text) is None:
        return
    for match in _LINK.finditer(text):
        scheme = (match["scheme"] or match["bare"]).lower()
        if scheme not in _ALLOWED:
            yield Finding("E506", path, {"scheme": scheme}, span=match.span())


_MAILBOX: Final = re.compile(r"[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}", re.ASCII)
"""What every mail program takes. What may follow in a mailto link (``?bcc=``) would write letters to others."""


def is_mailbox(text: str) -> bool:
    """Whether a text is one address of e-mail and nothing else."""
    return len(text) <= 254 and _MAILBOX.fullmatch(text) is not None


_TELEPHONE: Final = re.compile(r"[+(（]?\d[\d\s()（）－-]*(?:\s*(?:轉|分機|#)\s*\d{1,6})?", re.ASCII)
"""One number as people write it, perhaps with an extension."""


def is_telephone(text: str) -> bool:
    """Whether a text has as many digits as a number that can be dialled, the extension included."""
    return 3 <= sum(character in "0123456789" for character in text) <= 20


def is_one_telephone(text: str) -> bool:
    """Whether a text is one number that can be dialled, and nothing else: the digits of two would dial a third.

    >>> [is_one_telephone(text) for text in ("(082)325-151轉12", "1911", "1911、1910", "1911（免付費）")]
    [True, True, False, False]
    """
    return is_telephone(text) and _TELEPHONE.fullmatch(text) is not None


def is_website(text: str) -> bool:
    """Whether a text is the address of a site."""
    return _WEBSITE.fullmatch(text) is not None
