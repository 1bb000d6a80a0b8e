"""The words that are keys in a file, by its shape, and what editors write instead of them."""

import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, get_args, get_origin

from pydantic import BaseModel, RootModel
from pydantic.fields import FieldInfo

from planpress.source.values.finding import Steps

Shape = type[BaseModel]

_CHINESE: Final = {
    "title": ("計畫名稱", "計畫標題", "標題", "名稱"),
    "adopted": ("訂定日期", "日期"),
    "approved": ("核定日期",),
    "status": ("狀態",),
    "publish_on": ("公開日期", "公開日", "上架日期", "上線日期"),
    "withdrawn": ("撤下", "下架", "停止公開"),
    "reason": ("理由", "原因"),
    "until": ("迄年", "至年度"),
    "approvals": ("核定紀錄", "核定情形"),
    "revision": ("修正",),
    "supplements": ("補充規定", "另行補充規定"),
    "corrections": ("勘誤", "更正"),
    "at": ("位置", "哪一列"),
    "wrong": ("誤", "錯誤", "原文字"),
    "right": ("正", "正確", "更正為"),
    "deadlines": ("填報期限", "報送期限", "期限表"),
    "day": ("期限日", "應報日期"),
    "half": ("半年", "上下半年"),
    "done": ("登載日", "填報日", "報送日", "完成日"),
    "cut_off": ("截止日", "資料截止日"),
    "words": ("原文", "引文"),
    "kind": ("種類",),
    "letter": ("文號",),
    "note": ("註", "附註", "註解"),
    "file": ("檔案", "檔名"),
    "formerly": ("原名", "舊名"),
    "from": ("起年", "自年度"),
    "columns": ("欄位", "欄名"),
    "shortcuts": ("捷徑",),
    "transcription_notes": ("轉錄說明",),
    "sections": ("章", "各章", "章節"),
    "heading": ("標題", "章名"),
    "text": ("內文", "條文", "文字", "段落"),
    "rows": ("列", "各列", "表格"),
    "h1": ("標題",),
    "say": ("引言", "前言", "說明"),
    "do": ("作法", "做法", "具體作法", "措施", "辦理事項"),
    "item": ("細項", "項目"),
    "head": ("表頭", "欄名"),
    "body": ("表身",),
    "alt": ("替代文字",),
    "caption": ("圖說",),
    "more": ("其他欄位",),
    "who": ("部門", "承辦部門", "單位", "承辦單位", "主辦", "主辦單位", "負責單位", "權責單位"),
    "when": ("期間", "執行期間", "辦理期間", "時間", "期程", "執行期程", "辦理時間"),
    "unsure": ("存疑", "待確認"),
    "target": ("目標", "目標值"),
    "source": ("來源", "出處"),
    "groups": ("標題欄",),
    "measure": ("作法", "具體作法"),
    "table": ("附表",),
    "figure": ("數值", "目標值", "附圖", "圖片"),
    "unit": ("單位",),
    "by": ("期限",),
    "name": ("名稱", "機關名稱", "部門名稱"),
    "en": ("英文", "英文名稱"),
    "organisation": ("所屬公司", "所屬機關", "公司"),
    "departments": ("部門", "各部門", "單位"),
    "contact": ("聯絡", "聯絡方式"),
    "telephone": ("電話",),
    "address": ("地址",),
    "hotline": ("客服專線",),
    "email": ("電子郵件", "電郵"),
    "website": ("網站", "網址"),
    "hours": ("服務時間", "營業時間", "上班時間"),
    "noted": ("查閱日", "查核日"),
    "unverified": ("未查證",),
}
"""What a key is called in the plans and in the documentation."""


@dataclass(frozen=True, slots=True)
class Below:
    """What stands below a key.

    Attributes:
        shape: of the mapping or of the entries of the list; None where these are texts.
        is_list: it is a list.
    """

    shape: Shape | None
    is_list: bool


@cache
def fields_of(shape: Shape) -> Mapping[str, FieldInfo]:
    """The fields of a mapping by their keys; ``from`` is a word of the language that the shapes are written in."""
    return {field.alias or name: field for name, field in shape.model_fields.items()}


@cache
def keys_of(shape: Shape) -> Mapping[str, Below | None]:
    """The keys of a mapping, with what stands below each; None where that is a text."""
    if issubclass(shape, RootModel):
        return {}
    found: dict[str, Below | None] = {}
    for name, field in fields_of(shape).items():
        model = next(models_of(field.annotation), None)
        is_list = get_origin(field.annotation) is tuple
        found[name] = Below(model, is_list) if is_list or (model and not issubclass(model, RootModel)) else None
    return found


@cache
def all_keys(shape: Shape) -> frozenset[str]:
    """Every word that is a key anywhere in a file."""
    below = {model for field in shape.model_fields.values() for model in models_of(field.annotation)}
    return frozenset(keys_of(shape)).union(*map(all_keys, below))


def models_of(annotation: Any) -> Iterator[Shape]:
    """The shapes that an annotation names: of ``tuple[Row, ...]`` it is ``Row``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from models_of(argument)


def annotation_at(shape: Shape, path: Steps) -> Any:
    """What the value at a path of a document should be; None where nobody knows."""
    *above, name = [step for step in path if isinstance(step, str)]
    for key in above:
        model = None if key not in keys_of(shape) else next(models_of(fields_of(shape)[key].annotation), None)
        if model is None:
            return None
        shape = model
    return fields_of(shape)[name].annotation if name in keys_of(shape) else None


def meant_key(word: str, allowed: Collection[str]) -> str | None:
    """The key that a word in Chinese, in full-width or in capital letters stands for, of those that may stand there.

    >>> meant_key("ｄｏ", ["do", "who"]), meant_key("部門", ["do", "who"]), meant_key("說明書", ["say"])
    ('do', 'who', None)
    """
    folded = unicodedata.normalize("NFKC", word).casefold().replace(" ", "")
    if folded in allowed:
        return folded
    return next((key for key, words in _CHINESE.items() if key in allowed and folded in words), None)
