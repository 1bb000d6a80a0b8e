"""The golden site: a plainly fictional project that uses every feature, and what becomes of it.

The project is ``tests/fixtures/offices`` with the few files below; the expected site lies in ``tests/golden/site``. No
clock and no git have a part in it. ``python -m tests.golden`` writes the expected site anew; read its diff before you
commit it.
"""

import shutil
from datetime import date
from difflib import unified_diff
from itertools import islice
from pathlib import Path
from unittest.mock import patch

from planpress.engine import editorial
from planpress.settings import Settings
from planpress.site.build import build
from tests.projects import ROOT, project, tree

EXPECTED = Path(__file__).parent / "site"
TODAY = "1748736000"
"""1 June 2025, as SOURCE_DATE_EPOCH: the plan of 114 is current, that of 113 is over."""
CHANGES = {
    "offices/sample/114/plan.yml": date(2025, 2, 3),
    "offices/sample/113/plan.yml": date(2024, 1, 31),
    "content/zh-Hant/about.md": date(2025, 3, 4),
}
DIFF_LINES = 40

FILES = {
    "mkdocs.yml": """\
site_name: 示範服務計畫
site_url: https://plans.example/sample/
docs_dir: content
extra:
  site_name: {en: Sample Service Plans}
  documents: false
  description: {zh-Hant: 純屬虛構的示範網站。, en: A sample site; everything in it is fictional.}
theme: {name: material, custom_dir: theme/site, font: false}
plugins: [planpress]
exclude_docs: locales/
markdown_extensions: [attr_list]
""",
    "offices/organisations.yml": None,
    "offices/sample/office.yml": None,
    "offices/sample/114/plan.yml": None,
    "offices/sample/113/plan.yml": """\
title: 示範區營業處113年度提升服務效能執行計畫
adopted: 113-01-10
columns: {groups: [面向], measure: 具體作法, who: 主辦部門, when: 執行期間}
sections:
  - heading: 壹、執行策略及具體作法
    rows:
      - h1: 一、基礎服務
      - do: 1. 設置意見箱。
        who: 業務組
        when: 隨時辦理
""",
    "offices/sample/115/plan.yml": """\
title: 示範區營業處115年度提升服務效能執行計畫
status: draft
columns: {groups: [面向], measure: 具體作法, who: 主辦部門, when: 執行期間}
sections:
  - heading: 壹、尚未公開
    text: 草案不得公開。
""",
    "content/topics.yml": """\
topics:
  - id: paying
    name: 繳費
    en: Paying bills
    text: 各種繳費方式。
    text_en: Ways to pay.
    words: [行動支付]
""",
    "content/zh-Hant/about.md": """\
---
title: 關於本站
description: 這是純屬虛構的示範網站。
---

# 關於本站

這是純屬虛構的示範網站，見[無障礙聲明](accessibility.md)。

## 聯絡我們 {#contact}

請洽<span lang="en">Sample Company</span>。
""",
    "content/zh-Hant/accessibility.md": "---\ndescription: 示範。\n---\n\n# 無障礙聲明\n\n本站純屬虛構。\n",
    "content/zh-Hant/privacy.md": "---\ndescription: 示範。\n---\n\n# 隱私權及安全政策\n\n本站不蒐集任何資料。\n",
    "content/en/about.md": """\
---
title: About this site
description: This sample site is fictional.
---

# About this site

This sample site is fictional; the <span lang="zh-Hant">繁體中文</span> is authoritative.

## Contact us {#contact}

Nobody is here.
""",
    "content/en/accessibility.md": "---\ndescription: A sample.\n---\n\n# Accessibility statement\n\nFictional.\n",
    "content/en/privacy.md": "---\ndescription: A sample.\n---\n\n# Privacy and security\n\nNothing is collected.\n",
    "content/locales/en/LC_MESSAGES/plans.po": """\
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "示範區營業處114年度提升服務效能執行計畫"
msgstr "Plan of the Sample District Office to Improve Services in 2025 (ROC year 114)"

msgid "計畫依據"
msgstr "Basis of the plan"

msgid "面向"
msgstr "Area"

msgid "具體作法"
msgstr "Measures"

msgid "基礎服務"
msgstr "Basic services"

msgid "推廣行動支付。"
msgstr "Promote mobile payment."

msgctxt "sample"
msgid "設置無障礙設施。"
msgstr "Provide step-free access."
""",
}


def make(folder: Path) -> dict[str, bytes]:
    """Build the golden site in a folder without git; SOURCE_DATE_EPOCH must be :data:`TODAY`.

    Returns:
        What is compared: pages and data whole; of anything else (assets, whose names hold a digest, and documents)
        that it is there.
    """
    shutil.copytree(ROOT / "tests" / "fixtures" / "offices", folder / "offices")
    settings = Settings.load(project(folder, FILES))
    with (
        patch("planpress.site.assembling.last_changes", return_value=CHANGES),
        patch("planpress.site.assembling.revision", return_value=""),
    ):
        outcome = build(settings, editorial)
    assert outcome.built is not None, outcome.problems
    return {
        path: content if path.endswith((".html", ".json", ".xml", ".txt")) else f"{path}\n".encode()
        for path, content in tree(folder / "site").items()
    }


def differences(expected: dict[str, bytes], found: dict[str, bytes]) -> str:
    """What differs, for a reader; empty when nothing does."""
    parts = [f"missing: {path}\n" for path in sorted(expected.keys() - found.keys())]
    parts += [f"not expected: {path}\n" for path in sorted(found.keys() - expected.keys())]
    for path in sorted(expected.keys() & found.keys()):
        if expected[path] != found[path]:
            before, after = (each[path].decode().splitlines(keepends=True) for each in (expected, found))
            lines = list(islice(unified_diff(before, after, f"expected/{path}", f"found/{path}", n=1), DIFF_LINES + 1))
            parts += [*lines[:DIFF_LINES], "… more of this file differs\n" if len(lines) > DIFF_LINES else ""]
    return "".join(parts)
