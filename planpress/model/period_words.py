"""The words of a period in their normal form: one way to write what offices write in many.

１１４年６月３０日以前, 114/6/30前 and 民國一一四年六月三十日前 are all 114年6月30日前. It is for reading only: what is
published are the plan's own words.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from planpress.model.numerals import Numerals, value_of

_HAN: Final = "[〇零一二三四五六七八九十廿卅]"
_HAN_DIGITS: Final = "〇一二三四五六七八九"
_UNITS: Final = "(?:個月|[年月日號季次天]|週(?!日))"
_MORE: Final = rf"(?:[、,及和與至到~-]第?(?:{_HAN}|[0-9])+)*"
_IN_HAN: Final = re.compile(rf"{_HAN}+(?=次)|(?<!週){_HAN}+(?={_MORE}{_UNITS})|(?<=第){_HAN}+(?={_MORE}季)")
"""Numbers in Chinese; the 一 of 每週一 is a day."""

_STEPS: Final = tuple(
    (re.compile(pattern, re.ASCII), replacement)
    for pattern, replacement in (
        # Days
        (r"(?<!\d)(\d{2,4})([/.-])(\d{1,2})\2(\d{1,2})(?!\d)", r"\1年\3月\4日"),
        (r"(?<![\d/.])(\d{3,4})[/.](\d{1,2})(?![\d/.])", r"\1年\2月"),
        (r"(?<![\d/.])(\d{1,2})/(\d{1,2})(?![\d/.]|$)", r"\1月\2日"),  # 1/2 alone may be a half
        (r"(?<=[~至到-])(\d{1,2})/(\d{1,2})$", r"\1月\2日"),
        (r"(?<=\d)號|日+", "日"),
        (r"月份|月+", "月"),
        (r"(?<!\d)0+(?=\d)", ""),
        # Years and ends
        ("年度", "年"),
        (r"^[自從於]", ""),
        (r"^[本當今該]年(?=[\d第上下])", ""),
        (r"^[本當今該]年", "年"),
        ("以前|之前", "前"),
        ("(?:終了|結束)前", "底前"),
        ("年[末終]", "年底"),
        ("月末", "月底"),
        ("季末", "季底"),
        ("^每年底", "每年年底"),
        ("^各(?=[週月季年])", "每"),
        # Spans and lists
        (r"(?<=[\d年月日季起底一二三四五六])(?:[‐‑‒–—―−~∼〜-]|至|到|迄)+(?=[\d第年週一二三四五六日])", "-"),
        ("(?<!即日)起-", "-"),
        ("(?<=[年月日底])止", ""),
        (r"(?<=[\d年月日季底前])(?:以及|[,;及和與暨])(?=[\d第])", "、"),
        ("(?<=[一二三四五六日])(?:以及|[,;及和與暨])(?=[週一二三四五六日])", "、"),
    )
)


@lru_cache(maxsize=1000)  # a plan says the same few periods in all its rows
def normal_form(text: str) -> str:
    """The words of a period as the grammar reads them; full-width and half-width ones are the same.

    >>> normal_form("民國１１４年 05月～十月"), normal_form("114/6/30 以前")
    ('114年5月-10月', '114年6月30日前')
    """
    words = "".join(unicodedata.normalize("NFKC", text).split())
    words = re.sub(rf"(?:中華)?民國(?=\d|{_HAN})", "", words)
    words = re.sub("周(?![年邊])|星期|禮拜", "週", words).replace("週天", "週日").replace("兩", "二")
    words = _IN_HAN.sub(lambda match: _figures(match[0]), words)
    for pattern, replacement in _STEPS:
        words = pattern.sub(replacement, words)
    return words


def _figures(han: str) -> str:
    """一一四 and 十二 in figures; what is no number stays."""
    digits = han.replace("零", "〇")
    if re.fullmatch(f"[{_HAN_DIGITS}]{{2,}}", digits):
        return "".join(str(_HAN_DIGITS.index(digit)) for digit in digits)
    value = value_of(Numerals.HAN, digits) if "〇" not in digits else 0
    return str(value) if value else han
