"""What a site proves of itself, in words: each figure with its denominator, its day and its proof."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from planpress import addresses
from planpress.model.dates import RocDate
from planpress.model.proof import Proof, ProofKey
from planpress.pages.frame.maker import PageMaker
from planpress.pages.frame.menu import message

MOST_PLACES: Final = 20
"""How many pages that fall short are listed; ``quality.json`` has all."""


@dataclass(frozen=True, slots=True)
class ProofText:
    """What is said of a proof, in Chinese: messages of the interface.

    Attributes:
        name: what is proven.
        counted: what the figure counts.
        method: what was looked at and how, so that others can do it too.
    """

    name: str
    counted: str
    method: str


PROOF_TEXTS: Final[Mapping[ProofKey, ProofText]] = {
    ProofKey.METADATA: ProofText(
        message("詮釋資料（15欄位）"),
        message("頁數"),
        message(
            "每頁應有都柏林核心集的15個欄位，都有內容，日期寫法正確，語言與網頁相同；轉到新網址的頁、修正前的舊文與找不到網頁時的頁面不計。"
            "檢視任一頁的原始碼，即可核對以 DC. 開頭的欄位。"
        ),
    ),
    ProofKey.LINKS: ProofText(
        message("站內連結"),
        message("連結數"),
        message("站內連結的每個網址、錨點與檔案，均應可以開啟。"),
    ),
    ProofKey.EXTERNAL_LINKS: ProofText(
        message("站外連結"),
        message("網址數"),
        message("本站連到其他網站的每個網址，於所列日期逐一連線。"),
    ),
    ProofKey.ACCESSIBILITY: ProofText(
        message("無障礙機器檢測"),
        message("頁數"),
        message("以程式檢查網頁的無障礙規則；程式查不出的，須由人工檢測。"),
    ),
    ProofKey.TRANSLATION: ProofText(
        message("計畫翻譯"),
        message("文字段數"),
        message("計畫的標題、段落、具體作法與說明，相同的文字只算一段；過期與未譯者不計，網頁顯示中文。"),
    ),
    ProofKey.FORMATS: ProofText(
        message("文件格式"),
        message("計畫份數"),
        message("每份計畫應有不可編輯的 PDF 與可編輯的 ODF（ODT）。"),
    ),
    ProofKey.SEARCH_HELP: ProofText(
        message("檢索說明"),
        message("頁數"),
        message("每種語言的檢索說明應有說明、使用範例，以及找不到資訊時的建議。"),
    ),
    ProofKey.DISCLOSURE: ProofText(
        message("主動公開資訊"),
        message("項目數"),
        message("已主動公開資訊項目數除以應主動公開資訊項目總數；不適用者不計入分母，另列理由。"),
    ),
    ProofKey.REVIEWS: ProofText(
        message("定期檢視"),
        message("檢視次數"),
        message("網站內容應定期檢視；到期而有檢視紀錄者計入。"),
    ),
}
"""Every proof that a site may have."""


def proof_anchor(key: ProofKey) -> str:
    """What a proof is found by on the page of all proofs."""
    return f"proof-{key}"


def proof_figure(maker: PageMaker, proof: Proof) -> str:
    """「頁數：98%（803／812）」."""
    _ = maker.edition.gettext
    return _("%(counted)s：%(percent)s%%（%(passed)s／%(total)s）") % {
        "counted": _(PROOF_TEXTS[proof.key].counted),
        "percent": proof.percent,
        "passed": f"{proof.passed:,}",
        "total": f"{proof.total:,}",
    }


def rate_text(maker: PageMaker, percent: int, date: RocDate | None) -> str:
    """「100%，中華民國115年11月26日檢查」, where only the share is wanted."""
    _ = maker.edition.gettext
    when = _("%(date)s檢查") % {"date": maker.edition.date(date)} if date else _("每次產生網站時檢查")
    return _("%(percent)s%%，%(when)s") % {"percent": percent, "when": when}


def proof_day(maker: PageMaker, proof: Proof) -> str:
    """When it was looked at."""
    _ = maker.edition.gettext
    if proof.date is None:
        return _("每次產生網站時檢查")
    return _("%(date)s檢查") % {"date": maker.edition.date(proof.date)}


def proof_views(maker: PageMaker, path: str, proofs: Sequence[Proof]) -> list[dict[str, object]]:
    """What the page of all proofs says of each, in the order of :class:`ProofKey`.

    Args:
        maker: of this language.
        path: of the page, without language.
        proofs: what is proven.
    """
    _ = maker.edition.gettext
    here = addresses.localised(maker.edition.language, path)
    order = list(ProofKey)
    return [
        {
            "id": proof_anchor(proof.key),
            "name": _(PROOF_TEXTS[proof.key].name),
            "figure": proof_figure(maker, proof),
            "day": proof_day(maker, proof),
            "method": _(PROOF_TEXTS[proof.key].method),
            "href": addresses.relative(here, addresses.in_language(maker.edition.language, proof.path)),
            "short": len(proof.places),
            "places": [
                {"href": addresses.relative(here, place), "name": f"/{place}"} for place in proof.places[:MOST_PLACES]
            ],
        }
        for proof in sorted(proofs, key=lambda each: order.index(each.key))
    ]
