"""What topics.yml says, and the classes of 政府分類檢索 in an office.yml: E9xx and W9xx."""

from typing import Final

from planpress.problems.catalogue.entry import Context, Example, ProblemCode, Wording

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
    "E902": ProblemCode(
        Wording(
            "服務分類沒有「{code}」這一類",
            "請用下列代碼，或其下的細類：{known}",
            "服務分類共 18 個大類，代碼第一碼為 1 至 9 或 A 至 I；代碼寫入網頁的詮釋資料，供各機關共通的分類檢索使用。",
        ),
        Wording(
            "there is no class “{code}” of services (服務分類)",
            "Write one of these, or a class below one: {known}",
            "服務分類 has 18 outermost classes, whose codes start with 1 to 9 or A to I; the pages' metadata carry the "
            "code for the search by class that all of government shares.",
        ),
        Example(
            Context.OFFICE,
            "classification:\n  services:\n    - code: J00",
            "classification:\n  services:\n    - code: I00",
        ),
    ),
    "E903": ProblemCode(
        Wording(
            "分類代碼「{code}」重複列出",
            "刪去重複的一筆。",
            "每個代碼在一種分類裡只列一次，網頁的詮釋資料也只寫一次。",
        ),
        Wording(
            "the class “{code}” is listed twice",
            "Take one of them out.",
            "A scheme lists each class once, and so do the pages' metadata.",
        ),
        Example(
            Context.OFFICE,
            'classification:\n  themes:\n    - code: "100"\n    - code: "100"',
            'classification:\n  themes:\n    - code: "100"\n    - code: "110"',
        ),
    ),
    "E904": ProblemCode(
        Wording(
            "服務分類「{code}」的名稱是「{name}」",
            "改為此名稱，或刪去 name。",
            "服務分類的 18 個大類名稱固定，各機關共用；名稱不同，多半是代碼寫錯。",
        ),
        Wording(
            "the class “{code}” of services is called “{name}”",
            "Write this name, or leave name out.",
            "The 18 outermost classes have fixed names that all of government shares; with another name the code is "
            "usually wrong.",
        ),
        Example(
            Context.OFFICE,
            "classification:\n  services:\n    - code: H00\n      name: 公共資訊",
            "classification:\n  services:\n    - code: I00\n      name: 公共資訊",
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
