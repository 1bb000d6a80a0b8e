"""What ``build.py translate`` says, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class TranslateTexts:
    """Every sentence of the command; the braces name what is filled in."""

    incomplete: str
    united: str
    updated: str
    unchanged: str
    counts: str
    columns: tuple[str, str, str, str, str, str, str]
    all_plans: str
    nothing_missing: str
    no_neighbours: str
    terms: str


TRANSLATE_TEXTS: Final[Mapping[str, TranslateTexts]] = MappingProxyType(
    {
        "zh-Hant": TranslateTexts(
            incomplete="有檔案無法讀取，未更動任何譯文。請執行 build.py check，改正錯誤後再試。",
            united="{file}：兩邊的譯文已合在一起；同一句譯法不同的標記為 fuzzy，另一邊的寫在註解，請選定。",
            updated="{file}：已更新；{counts}",
            unchanged="{file}：沒有變動；{counts}",
            counts="共 {texts} 句，過期 {stale} 句，未譯 {missing} 句；不再使用而保留 {obsolete} 句。",
            columns=("計畫與成果", "語言", "已譯", "過期", "未譯", "待譯字數", "完成"),
            all_plans="合計",
            nothing_missing="{language}：沒有未譯的句子。",
            no_neighbours="（沒有相近的譯句）",
            terms="用語",
        ),
        "en": TranslateTexts(
            incomplete="Some files cannot be read, so nothing was touched. Mend what build.py check finds first.",
            united=(
                "{file}: the translations of both sides are together; a text that they translate otherwise is fuzzy, "
                "with the other translation in a comment. Choose one."
            ),
            updated="{file}: updated; {counts}",
            unchanged="{file}: unchanged; {counts}",
            counts="{texts:text|texts}, {stale} stale, {missing} missing; {obsolete} kept that no plan says any more.",
            columns=("Plan or results", "Language", "Translated", "Stale", "Missing", "Characters left", "Done"),
            all_plans="All",
            nothing_missing="{language}: nothing is missing.",
            no_neighbours="(nothing alike is translated)",
            terms="Terms",
        ),
    }
)
