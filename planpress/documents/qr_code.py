"""QR codes, for what leads from paper to a page."""

import io
from functools import lru_cache
from typing import Final

_MASK: Final = 2
"""Any of the eight may be read; comparing them all would take four times as long, for every page of a plan."""


@lru_cache(maxsize=2_000)  # a plan's page and its sheet have the same
def qr_code(address: str) -> str:
    """QR code of an address, as SVG without a size of its own."""
    import segno  # with half of what Python knows of the web: only where a page is made

    buffer = io.BytesIO()
    segno.make(address, error="m", micro=False, mask=_MASK).save(
        buffer, kind="svg", border=2, xmldecl=False, svgclass=None, lineclass=None, omitsize=True, nl=False
    )
    return buffer.getvalue().decode()
