"""Characters that have two Simplified forms and that OpenCC's ``tw2s`` takes for the wrong one: 帳, 著, 乾.

Each rule looks at what stands around the character, for the words that it may be in are too many to list.
"""

from typing import Final

_TENTS: Final = r"(?<![蚊紗氈幔帷羅軍]帳)(?<!(?<![經民公國合運])營帳)(?![篷幕幔棚])"
"""A 帳 outside of 帳篷, 蚊帳 and the like is an account, also behind another word: 經營帳目."""

_BOOKS: Final = "名原土卓顯專編論巨鉅拙遺譯撰昭彰合新所自"
"""What a 著 follows that means to write, or to be known: 原著, 卓著, 顯著."""
_NO_BOOKS: Final = "[命聞]名|還原|[突凸彰]顯|[討談議辯爭評]論|翻譯|[配符組聯結融迎綜混吻]合|[更創革]新"
"""Where what stands before it is the end of a verb: 配合著, 討論著."""
_GRASPED: Final = "重手眼力想陸落裝火急涼色墨實床地"
"""What follows a 著 that means to touch or to put on: 著重, 著手, 著陸."""
_GOING_ON: Final = "看跟隨沿等想帶拿朝向靠順伴為憑照依"
"""Verbs that go on (隨著, 依著), whatever follows: 看著有人."""

_DRIED: Final = "烘曬晾風吹擦餅肉豆萄弄陰炒"
_DRY: Final = "淨燥旱杯枯脆貨糧洗濕涸電式材料粉季溝坑溪"

RULES: Final = (
    ("account", f"帳{_TENTS}", "账"),
    (
        "written",
        f"著(?:(?<=[{_BOOKS}]著)(?<!(?:{_NO_BOOKS})著)(?<![合新所自]著(?=[{_GRASPED}]))"
        f"|(?=名(?![單冊額義字次])|作(?!業)|述|稱|錄|《|〈)|(?<![{_GOING_ON}]著)(?=[者書有成文論]))",
        "著",
    ),
    ("going_on", rf"著(?:(?<=[\u3400-\u9fff]著)|(?=[{_GRASPED}]))", "着"),
    (
        "names",
        f"乾(?=華|[興祐佑寧化和統泰亨道安](?:[元一二三四五六七八九十0-9]+年|年間|年號|初年|末年))"
        rf"|乾(?<![{_DRIED}]乾)(?=(?![{_DRY}])[\u3400-\u9fff]{{1,2}}[里村路街巷鄉鎮縣])",
        "乾",
    ),
)
"""Name, pattern of the one character in its place, and what it becomes; the first that fits holds."""

PATTERN: Final = "|".join(f"(?P<{name}>{pattern})" for name, pattern, _ in RULES)
BECOMES: Final = {name: simplified for name, _, simplified in RULES}
FORMS: Final = tuple((pattern[0], simplified) for _, pattern, simplified in RULES)
"""Characters, and a form that each may have in the Simplified edition."""
