"""What plans ask of their offices' own sites: shown with what proves it, and in nobody's name but the publisher's."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from planpress.cli.commands import main
from planpress.problems.report import terminal
from planpress.site_checks import check_site
from tests.markup import every, links, one, page, text, texts
from tests.projects import MKDOCS, PLAN, project, tree
from tests.site.test_build import build

CLAUSES = """\
clauses:
  - of: m-1-1
    subject: 公開
    words: 推廣電子帳單。
    met: 本站
    date: 114-02-01
    evidence: [{page: search/help/}, {page: sample/114/plan.json}, {proof: search-help}, {page: "sample/114/#m-1-2"}]
  - of: m-1-2
    subject: 網站
    words: 到府服務
    met: 總公司
    date: 114-02-01
    evidence: [{url: "https://company.example/visits", seen: 114-01-31}]
    note: 全公司共用。
  - of: m-1-2
    subject: 網站
    words: 服務。
    evidence: [{proof: external-links}]
"""
OFFICE_SITE = MKDOCS.replace("extra:\n", "extra:\n  publisher: {kind: office, name: {zh-Hant: 示範處}}\n")
OFFICES_OWN = ("由本站辦理", "由總公司辦理", "未查明", "company.example", "全公司共用", "114年2月1日", "自我檢核")


def site(root: Path, files: dict[str, str | None]) -> dict[str, bytes]:
    outcome = build(project(root, {"offices/sample/114/clauses.yml": CLAUSES, **files}))
    assert outcome.built is not None, terminal(outcome.problems, "zh-Hant")
    wrong = [each for each in check_site(root / "site", "https://plans.example/sub/") if "/clauses/" in each.place.file]
    editorial = ("accessibility/", "privacy/", "about/", "about/#contact")
    assert [each for each in wrong if not each.values.get("address", "").endswith(editorial)] == []
    return tree(root / "site")


def test_an_office_shows_how_each_clause_is_met(tmp_path: Path) -> None:
    root = page(site(tmp_path, {"mkdocs.yml": OFFICE_SITE})["sample/114/clauses/index.html"].decode())
    assert text(one(root, "h1")) == "網站服務項目自我檢核表"
    web, openness = every(one(root, "main"), "section")
    assert texts(web, "li") == [
        "到府服務 出處具體作法 一2 辦理方式由總公司辦理 查核日期中華民國114年2月1日 "
        "證明https://company.example/visits（中華民國114年1月31日查閱） 備註全公司共用。",
        "服務。 出處具體作法 一2 辦理方式未查明 證明站外連結（尚無檢查結果）",
    ]
    assert [href for _, href in links(openness)] == [
        "../#m-1-1",
        "../../../search/help/",
        "../plan.json",
        "../../../quality/#proof-search-help",
        "../#m-1-2",
    ]
    assert "檢索說明（100%，每次產生網站時檢查）" in text(openness)


def test_a_transcription_shows_the_clause_and_its_own_proof_and_no_more(tmp_path: Path) -> None:
    files = site(tmp_path, {})
    for prefix in ("", "en/", "zh-hans/"):
        html = files[f"{prefix}sample/114/clauses/index.html"].decode()
        assert [word for word in OFFICES_OWN if word in html] == []
    root = page(files["sample/114/clauses/index.html"].decode())
    assert text(one(root, "h1")) == "網站條款"
    assert "約束的是該處自己的網站" in text(one(root, "main"))
    assert [len(every(each, "dd")) for each in every(one(root, "main"), "li") if each.get("id")] == [1, 1, 5]
    assert "尚無檢查結果" not in text(one(root, "main")), "what nobody checked proves nothing"


def test_every_way_leads_there(tmp_path: Path) -> None:
    files = site(tmp_path, {})
    for where, href in (
        ("sample/114", "clauses/"),
        ("quality", "../sample/114/clauses/"),
        ("sitemap", "../sample/114/clauses/"),
    ):
        assert href in [each for _, each in links(page(files[f"{where}/index.html"].decode()))], where


@pytest.mark.parametrize("evidence", ["nowhere/", "sample/114/#m-9-9", "sample/114/files/none.pdf", "SAMPLE/"])
def test_evidence_that_is_not_there_keeps_the_site_from_being_written(tmp_path: Path, evidence: str) -> None:
    clauses = CLAUSES.replace("page: search/help/", f'page: "{evidence}"')
    outcome = build(project(tmp_path, {"offices/sample/114/clauses.yml": clauses}))
    assert outcome.built is None and not (tmp_path / "site").exists()
    told = terminal(outcome.problems, "zh-Hant")
    assert ("E060" if evidence != "SAMPLE/" else "E058") in told
    assert "offices/sample/114/clauses.yml:7:" in told


UNPROVEN = CLAUSES.replace("{proof: search-help}", "{proof: external-links}")
SHORT = CLAUSES.replace("{proof: search-help}", "{proof: translation}")
WHY = "note: 年底前譯完。"


@pytest.mark.parametrize(
    ("clauses", "code"),
    [
        (UNPROVEN, "E066"),
        (UNPROVEN.replace("met: 本站", f"met: 部分\n    {WHY}"), "E066"),
        (SHORT, "E067"),
        (SHORT.replace("met: 本站", f"met: 本站\n    {WHY}"), "E067"),
        (SHORT.replace("met: 本站", f"met: 部分\n    {WHY}"), None),
    ],
)
def test_an_office_claims_no_more_than_its_checks_show(tmp_path: Path, clauses: str, code: str | None) -> None:
    root = project(tmp_path, {"offices/sample/114/clauses.yml": clauses, "mkdocs.yml": OFFICE_SITE})
    outcome = build(root)
    told = terminal(outcome.problems, "zh-Hant")
    assert (outcome.built is None) == (code is not None), told
    if code is not None:
        line = 8 if WHY in clauses else 7
        assert code in told and f"offices/sample/114/clauses.yml:{line}:" in told
    else:
        html = page((root / "site/sample/114/clauses/index.html").read_text("utf-8"))
        counted = {text(one(each, "dt")): text(one(each, "dd")) for each in every(every(html, "dl")[0], "div")}
        assert counted == {"由本站辦理一部分": "1條", "由總公司辦理": "1條", "未查明": "1條"}


OWN = """\
date: 114-02-01
items:
  - {{name: 基本資料, status: 已公開, page: {office}/}}
  - {{name: 預決算, status: {status}, page: {office}/, note: 年底前公開。}}
"""
BY_OFFICE = """\
clauses:
  - of: m-1-1
    subject: 公開
    words: 推廣電子帳單。
    met: 本站
    date: 114-02-01
    evidence: [{proof: disclosure}]
"""


@pytest.mark.parametrize(("own", "others"), [("已公開", "未公開"), ("未公開", "已公開")])
def test_what_an_office_discloses_is_its_own(tmp_path: Path, own: str, others: str) -> None:
    settings = MKDOCS.replace("extra:\n", "extra:\n  publisher: {kind: company, name: {zh-Hant: 示範公司}}\n")
    root = project(
        tmp_path,
        {
            "mkdocs.yml": settings,
            "offices/sister/office.yml": "name: 姊妹處\norganisation: sample\ndepartments: [{name: 業務組}, {name: 電務組}]\n",
            "offices/sister/114/plan.yml": PLAN,
            "offices/sample/114/clauses.yml": BY_OFFICE,
            "offices/sample/disclosure.yml": OWN.format(office="sample", status=own),
            "offices/sister/disclosure.yml": OWN.format(office="sister", status=others),
        },
    )
    outcome = build(root)
    told = terminal(outcome.problems, "zh-Hant")
    assert (outcome.built is not None) == (own == "已公開"), told
    if outcome.built is None:
        assert "只有1／2" in told
        return
    html = page((root / "site/sample/114/clauses/index.html").read_text("utf-8"))
    assert "主動公開資訊（100%，" in text(html)
    assert "../../disclosure/" in [href for _, href in links(one(html, "main"))]
    quality = page((root / "site/quality/index.html").read_text("utf-8"))
    assert "項目數：75%（3／4）" in text(quality)


LATER = {
    "offices/sample/114/clauses.yml": CLAUSES.replace("date: 114-02-01", "date: 219-02-01", 1),
    "offices/sample/disclosure.yml": """\
date: 114-02-01
items:
  - {name: 法令, status: 總公司, url: "https://company.example/laws", seen: 219-01-31}
""",
}


@pytest.mark.parametrize(("file", "line"), [("114/clauses.yml", 6), ("disclosure.yml", 3)])
def test_nobody_has_looked_on_a_day_to_come(
    tmp_path: Path, file: str, line: int, capsys: pytest.CaptureFixture[str]
) -> None:
    name = f"offices/sample/{file}"
    root = project(tmp_path, {name: LATER[name], "mkdocs.yml": OFFICE_SITE})
    outcome = build(root)
    assert outcome.built is None
    assert [(each.code, each.place.file, each.place.line) for each in outcome.problems if each.code == "E069"] == [
        ("E069", name, line)
    ]
    assert main(["check"], root) == 1
    assert f"{name}:{line}:" in capsys.readouterr().err


def test_what_is_only_transcribed_claims_nothing_and_needs_no_proof(tmp_path: Path) -> None:
    outcome = build(project(tmp_path, {"offices/sample/114/clauses.yml": UNPROVEN}))
    assert outcome.built is not None, terminal(outcome.problems, "zh-Hant")


@pytest.mark.parametrize("is_office", [True, False])
def test_the_sheet_says_the_same(tmp_path: Path, is_office: bool) -> None:
    settings = (OFFICE_SITE if is_office else MKDOCS).replace("documents: false", "documents: true")
    files = site(tmp_path, {"mkdocs.yml": settings})
    with zipfile.ZipFile(BytesIO(files["sample/114/files/sample-114-clauses.zh-Hant.ods"])) as archive:
        content = archive.read("content.xml").decode()
    assert "推廣電子帳單。" in content and "https://plans.example/sub/sample/114/#m-1-1" in content
    assert [word for word in OFFICES_OWN[:5] if (word in content) != is_office] == []
    html = files["zh-hans/sample/114/clauses/index.html"].decode()
    assert 'href="../../../../sample/114/files/sample-114-clauses.zh-Hant.ods"' in html
