"""Names of persons, as far as the words beside them tell: 承辦人：王小明, 王小明主任."""

import re
from collections.abc import Iterator
from typing import Final

_SURNAMES: Final = (
    "歐陽|司馬|諸葛|上官|張簡|范姜|"
    "[陳林黃張李王吳劉蔡楊許鄭謝郭洪曾邱廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾游彭詹胡施沈余盧梁趙顏柯翁魏孫戴范方宋鄧杜傅侯曹"
    "薛丁卓馬董唐藍蔣石古紀姚連馮歐程湯田康姜白汪鄒尤巫鐘黎涂龔嚴韓袁阮童陸金錢夏柳溫]"
)
"""Frequent family names in Taiwan; rare ones are not looked for, since most are words as well."""

_ROLES: Final = (
    "考核人員|考核委員|考核人|評核人員|評核人|評審委員|評審|填報人|填表人|承辦人員|承辦人|聯絡人|受訪者|受訪人|"
    "受測人員|受測人|接聽者|測試人員|測試人|訪員|當事人|陳情人|姓名"
)
_TITLES: Final = (
    "先生|女士|小姐|處長|副處長|經理|副理|主任|課長|股長|組長|科長|所長|班長|領班|專員|技術員|工程師|管理師|同仁|委員"
)
_PLACES: Final = frozenset(
    {
        "金門",
        "高雄",
        "馬祖",
        "連江",
        "林口",
        "林內",
        "林邊",
        "林園",
        "蘇澳",
        "潮州",
        "施政",
        "高級",
        "方案",
        "連絡",
        "何處",
    }
)
"""Places and words that begin like a name: 金門所長 is the head of an office."""
_ADDRESSED: Final = "先生|女士|小姐"
_GIVEN: Final = "[一-鿿]{1,2}"

_AFTER_ROLE: Final = re.compile(rf"(?:{_ROLES})\s*[：:]\s*(?P<name>(?:{_SURNAMES}){_GIVEN})(?=$|[\s，,、；;。.（(])")
_BEFORE_TITLE: Final = re.compile(rf"(?:^|[\s，,、；;。：:由（(])(?P<name>(?:{_SURNAMES}){_GIVEN})(?:{_TITLES})")
_WITH_ADDRESS: Final = re.compile(rf"(?P<name>(?:{_SURNAMES})(?:{_GIVEN})?)(?:{_ADDRESSED})")
_ALONE: Final = re.compile(rf"(?:{_SURNAMES}){_GIVEN}(?:{_TITLES})?|(?:{_SURNAMES})(?:{_TITLES})")
_UNIT: Final = re.compile("[處課組科室局所部會署院館站段隊團廳府系庫場廠]$|中心$|公司$|單位$|機關$|小組$")


def named_persons(text: str) -> Iterator[tuple[int, int]]:
    """Where the words beside it make a name of some characters.

    >>> text = "承辦人：王小明，由李大華主任覆核；營業處處長、金門所長、高雄處長會議；已轉陳小姐"
    >>> [text[slice(*span)] for span in named_persons(text)]
    ['王小明', '李大華', '陳']
    """
    found: list[tuple[int, int]] = []
    for pattern in (_AFTER_ROLE, _BEFORE_TITLE, _WITH_ADDRESS):
        for match in pattern.finditer(text):
            start, end = match.span("name")
            is_new = all(end <= other_start or other_end <= start for other_start, other_end in found)
            if is_new and match["name"] not in _PLACES and not _UNIT.search(match["name"]):
                found.append((start, end))
    yield from sorted(found)


def is_person(text: str) -> bool:
    """Whether what should be a unit is a person instead.

    >>> [is_person(text) for text in ("王小明", "陳主任", "李大華課長", "業務組", "金門所", "林務處")]
    [True, True, True, False, False, False]
    """
    plain = "".join(text.split())
    return plain[:2] not in _PLACES and _ALONE.fullmatch(plain) is not None and _UNIT.search(plain) is None
