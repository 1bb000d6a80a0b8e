"""What our documents carry in their properties so that they come back as the plan that they were made of.

User-defined metadata of OpenDocument (meta:user-defined); LibreOffice keeps them, in a DOCX as custom properties.
"""

import json
from collections.abc import Sequence
from typing import Final

HEADING_COLUMNS: Final = "planpress.headings"
"""The names of the columns of headings, as a list in JSON."""
_MOST: Final = 6
_LONGEST: Final = 40


def listed(names: Sequence[str]) -> str:
    """Names as the value of a property.

    >>> listed(["面向", "執行策略"])
    '["面向", "執行策略"]'
    """
    return json.dumps(list(names), ensure_ascii=False)


def names_in(value: str) -> tuple[str, ...]:
    """Names out of the value of a property, which anybody may have written; nothing where it is anything else.

    >>> names_in('["面向", "執行策略"]'), names_in("[1]"), names_in("{")
    (('面向', '執行策略'), (), ())
    """
    try:
        found = json.loads(value[: _MOST * _LONGEST * 2])
    except (ValueError, RecursionError):
        return ()
    is_list = isinstance(found, list) and 0 < len(found) <= _MOST
    is_known = is_list and all(isinstance(each, str) and each.strip() and len(each) <= _LONGEST for each in found)
    return tuple(" ".join(each.split()) for each in found) if is_known else ()
