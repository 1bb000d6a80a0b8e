"""The index as the search page reads it."""

from collections.abc import Mapping
from typing import Any


def texts_of(content: Mapping[str, Any]) -> list[str]:
    """The texts of a file of the index, as the search page reads them."""
    texts: list[str] = []
    before = b""
    for shared, rest in zip(content["shared"], content["rest"], strict=True):
        before = before[: 2 * shared] + rest.encode("utf-16-le")
        texts.append(before.decode("utf-16-le"))
    return texts
