"""What the data sets of a site are called, and what is in them."""

from planpress.editions.edition import Edition
from planpress.model.dataset import DatasetKind


def dataset_name(edition: Edition, kind: DatasetKind) -> str:
    """Its name, by itself."""
    _ = edition.gettext
    return {
        DatasetKind.MEASURES: _("各機關服務計畫具體作法"),
        DatasetKind.RESULTS: _("各機關服務計畫執行成果"),
        DatasetKind.SURVEYS: _("各機關滿意度調查結果"),
        DatasetKind.DEADLINES: _("各機關服務計畫期限"),
    }[kind]


def dataset_text(edition: Edition, kind: DatasetKind) -> str:
    """What is in it, in a sentence."""
    _ = edition.gettext
    return {
        DatasetKind.MEASURES: _("本站收錄的各計畫，每列一項具體作法或其分項，附承辦部門、執行期間與固定網址。"),
        DatasetKind.RESULTS: _("機關公開的考核結果，每列一個項目，附辦理情形、數據與分數；各機關分數不宜互相比較。"),
        DatasetKind.SURVEYS: _("機關公開的滿意度調查，每列一個調查或題目，附方式、樣本與滿意百分比；未滿五人者不列。"),
        DatasetKind.DEADLINES: _("計畫寫明的填報、報送與登載期限，每列一項，附計畫原文。"),
    }[kind]
