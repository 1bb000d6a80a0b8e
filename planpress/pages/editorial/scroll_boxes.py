"""Tables that may be wider than the window: each scrolls in a box of its own, which the keyboard reaches too."""

import re
from typing import Final

from markupsafe import Markup

_TABLE: Final = re.compile(r"(<table\b[^>]*>)(\s*<caption\b[^>]*>(.*?)</caption>)?|</table>", re.DOTALL)


def with_scroll_boxes(html: str, name: str) -> str:
    """Put every table of a page into a box that scrolls.

    Args:
        html: in which elements are closed.
        name: of a box whose table has no caption.
    """

    def boxed(match: re.Match[str]) -> str:
        if not match[1]:
            return "</table></div>"
        label = Markup(match[3] or "").striptags() or name
        return Markup('<div class="scroll" role="group" aria-label="%s" tabindex="0">') % label + Markup(match[0])

    return _TABLE.sub(boxed, html)
