"""Characters that nobody sees and nobody typed: they come along when words are copied from Word or from a page."""

import re
from typing import Final

_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)


def without_invisible(text: str) -> str:
    """A text without them; tabs and ends of lines are seen, and stay.

    >>> without_invisible("到府\u200b服務\ufeff。")
    '到府服務。'
    """
    return _INVISIBLE.sub("", text)
