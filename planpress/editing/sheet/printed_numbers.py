"""Printed numbers, which have a column of their own in the sheet and stand before the text in the plan."""

import re

from planpress.editing.sheet.units import normal
from planpress.model.numbering import split_number


def with_number(number: str, text: str, before: str, is_text: bool = True) -> str | None:
    """The text of a row with its printed number.

    Args:
        number: the cell of the number.
        text: the cell of the text.
        before: what the row said in the plan; its number is kept as it is printed there, where a cell says the same.
        is_text: the program took the number for a text; else it has lost the dot or the parentheses.

    Returns:
        None where nobody knows how the number is printed.

    >>> with_number("(二)", "優化作業", ""), with_number("1", "到府服務", "1. 到府", False)
    ('(二) 優化作業', '1. 到府服務')
    """
    number = " ".join(normal(number).split())
    printed, rest = split_number(before)
    old = printed.printed if printed and rest else ""
    again = split_number(text)[0]
    is_same = bool(number and old) and (number == normal(old) or (not is_text and _figures(number) == _figures(old)))
    if is_same and normal(text) == normal(rest):
        return before
    if again and normal(again.printed) == number:  # it stands in both cells
        return text
    if is_same:
        return before[: len(before) - len(rest)] + text
    if not number:
        return before if normal(text) == normal(before) else text
    if not is_text or number.isdecimal():
        return None
    gap = before[len(old) : len(before) - len(rest)] if old else "" if _stands_alone(number) else " "
    return f"{number}{gap}{text}"


def numbered_as_before(text: str, before: str) -> str:
    """The text of a row of a sheet that has no column of numbers any more.

    Args:
        text: the cell of the text.
        before: what the row said in the plan; its number stays, unless somebody has put one before the text.

    >>> numbered_as_before("到府服務。", "2. 到府"), numbered_as_before("3. 到府服務。", "2. 到府")
    ('2. 到府服務。', '3. 到府服務。')
    """
    printed, rest = split_number(before)
    if printed is None or not rest or split_number(text)[0]:
        return text
    return before[: len(before) - len(rest)] + text


def _figures(number: str) -> str:
    return "".join(re.findall(r"\d+", number))


def _stands_alone(number: str) -> bool:
    """Whether a number has a full-width sign behind it, which needs no blank."""
    return number.endswith(("、", "）", "．", "：", "，"))
