"""What topics.yml says: E901 and W901."""

from typing import Final

from planpress.problem_codes.entry import Context, Example, ProblemCode, Wording

_TOPIC: Final = """topics:
  - id: e-billing
    name: 電子帳單
    en: Electronic bills
    text: 以電子帳單取代紙本帳單。
    text_en: Electronic bills instead of paper ones.
    words: [電子帳單]
"""
_OTHER: Final = """  - id: {id}
    name: 停電
    en: Power cuts
    text: 停電的通知與查詢。
    text_en: Notices of power cuts.
    words: [停電]
"""

TOPICS: Final = {
    "E901": ProblemCode(
        Wording(
            "主題識別碼「{id}」重複",
            "換一個尚未使用的識別碼。",
            "識別碼是主題網頁的網址（/topics/e-billing/），不得重複。",
        ),
        Wording(
            "the id “{id}” is given to two topics",
            "Choose another one.",
            "The id is the address of the topic's page (/topics/e-billing/).",
        ),
        Example(
            Context.TOPICS,
            _TOPIC + _OTHER.replace("{id}", "e-billing"),
            _TOPIC + _OTHER.replace("{id}", "power-cuts"),
        ),
    ),
    "W901": ProblemCode(
        Wording(
            "沒有作法屬於主題「{id}」",
            "更正或增列 words，或刪去這個主題；沒有作法的主題不會產生網頁。",
            "主題用來列出各計畫的作法；一項也沒有時，多半是字詞寫錯，或與計畫用語不同。",
        ),
        Wording(
            "no measure belongs to the topic “{id}”",
            "Correct its words, add others, or delete it; a topic without measures has no page.",
            "A topic lists measures; one that has none is usually misspelt, or does not use the words of the plans.",
        ),
        Example(Context.BYTES, "words: [電子帳旦]", "words: [電子帳單]"),
    ),
}
