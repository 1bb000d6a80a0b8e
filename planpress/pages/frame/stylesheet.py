"""The one stylesheet: the theme's own, a file a component, and each organisation's accent colour from the data."""

import re
from collections.abc import Mapping
from typing import Final

from planpress.model import Organisation

FIRST: Final = "base"
"""The component that all others build on."""
LAST: Final = "print"
"""The component that has the last word."""


def stylesheet(components: Mapping[str, str], organisations: Mapping[str, Organisation]) -> str:
    """The theme's CSS without comments and blanks, followed by the accents.

    Args:
        components: CSS by the name of what it dresses: ``base``, ``plan``; joined in the order of their names.
        organisations: whose accents follow.

    The policy of the site forbids inline styles, so a page names its organisation and the stylesheet knows the colour.
    """
    light = "".join(
        f'[data-organisation="{name}"]{{--accent:{organisation.accent}}}'
        for name, organisation in sorted(organisations.items())
    )
    dark = "".join(
        f'[data-organisation="{name}"]{{--accent:{organisation.accent_dark}}}'
        for name, organisation in sorted(organisations.items())
    )
    accents = f"@media screen{{{light}}}@media screen and (prefers-color-scheme:dark){{{dark}}}"
    order = sorted(components, key=lambda name: (name == LAST, name != FIRST, name))
    theme = "".join(minified(components[name]) for name in order)
    return f"{theme}{accents if organisations else ''}\n"


def minified(css: str) -> str:
    """CSS without comments, and with one blank where there were many. Strings keep their own blanks.

    >>> minified("a { color : red; } /* why */")
    'a{color : red}'
    """
    parts = _STRING.split(_STRING_OR_COMMENT.sub(lambda match: match[1] or "", css))
    for position in range(0, len(parts), 2):
        text = re.sub(r"\s+", " ", parts[position])
        text = re.sub(r" ?([{};,>]) ?", r"\1", text)
        parts[position] = re.sub(r"(?<=[\w-]): ", ":", text).replace(";}", "}")
    return "".join(parts).strip()


_STRING: Final = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""", re.DOTALL)
_STRING_OR_COMMENT: Final = re.compile(rf"{_STRING.pattern}|/\*.*?\*/", re.DOTALL)
