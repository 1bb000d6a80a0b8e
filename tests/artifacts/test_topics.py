"""The pages and files of topics in a whole site."""

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from planpress.settings import Settings
from planpress.site.build import build
from tests.documents.reader import part, q
from tests.documents.test_validity import faults
from tests.markup import every, links, one, page, texts
from tests.overview.test_topics import TOPICS
from tests.projects import MKDOCS, OFFICE, PLAN, project, tree, write
from tests.source.content.test_services import SERVICES

FORMULA = PLAN.replace("1. 推廣電子帳單。", '"1. =HYPERLINK(1) 電子帳單。"').replace("示範處", "另一處")
FILES = {
    "content/topics.yml": TOPICS,
    "mkdocs.yml": MKDOCS.replace("documents: false", "documents: true"),
    "offices/sample/113/plan.yml": PLAN.replace("114年度", "113年度").replace("推廣電子帳單", "試辦電子帳單"),
    "offices/other/office.yml": OFFICE.replace("示範處", "另一處").replace("Sample", "Other"),
    "offices/other/113/plan.yml": FORMULA.replace("114年度", "113年度"),
}


def built(root: Path) -> Mapping[str, bytes]:
    outcome = build(Settings.load(root), lambda *_: ())
    assert outcome.built is not None, outcome.problems
    return tree(root / "site")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1748736000")
        return built(project(tmp_path_factory.mktemp("topics"), FILES))


def rows(content: bytes) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(content.decode("utf-8-sig")))]


def test_offices_stand_beside_one_another_with_their_newest_plans(site: Mapping[str, bytes]) -> None:
    root = page(site["topics/e-billing/index.html"].decode())
    assert texts(root, "h2")[1:3] == ["另一處113年度（2024） 1項", "示範處114年度（2025） 1項"]
    assert texts(root, "div", class_="text") == ["=HYPERLINK(1) 電子帳單。", "推廣電子帳單。"]
    older = page(site["topics/e-billing/113/index.html"].decode())
    assert texts(older, "div", class_="text") == ["=HYPERLINK(1) 電子帳單。", "試辦電子帳單。"]


def test_every_file_that_a_page_offers_is_there(site: Mapping[str, bytes]) -> None:
    for prefix in ("", "en/", "zh-hans/"):
        root = page(site[f"{prefix}topics/e-billing/index.html"].decode())
        offered = [href for _, href in links(one(root, "section", class_="topic-files"))]
        assert len(offered) == 4
        assert {href.partition("topics/")[2] or f"e-billing/{href}" for href in offered} <= {
            path.removeprefix("topics/") for path in site
        }


@pytest.mark.parametrize(("prefix", "tag"), [("", "zh-Hant"), ("en/", "en"), ("zh-hans/", "zh-Hans")])
def test_the_page_of_data_and_the_search_list_the_same_files(site: Mapping[str, bytes], prefix: str, tag: str) -> None:
    there = {path for path in site if path.startswith("topics/") and "/files/" in path}
    assert len(there) == 4
    data = page(site[f"{prefix}data/index.html"].decode())
    (section,) = (each for each in every(data, "section") if each.get("aria-labelledby") == "files_of_topics")
    assert {href.replace("../", "") for _, href in links(section)} == there
    (index,) = (path for path in site if path.startswith(f"search/{tag}-pages-"))
    (topic,) = (each for each in json.loads(site[index])["pages"] if each["path"] == "topics/e-billing/")
    assert topic["kinds"].count("f") == len(topic["sizes"]) == 4
    assert topic["anchors"].count("topics/e-billing/files/") >= 1


def test_the_csv_has_the_newest_measures_of_all_offices_and_no_formula(site: Mapping[str, bytes]) -> None:
    chinese = rows(site["topics/e-billing/files/e-billing-topic.zh-Hant.csv"])
    assert [(row["office"], row["roc_year"], row["text"], row["departments"]) for row in chinese] == [
        ("other", "113", "'=HYPERLINK(1) 電子帳單。", "業務組"),
        ("sample", "114", "推廣電子帳單。", "業務組"),
    ]
    english = rows(site["topics/e-billing/files/e-billing-topic.en.csv"])
    assert [(row["office_name"], row["departments"]) for row in english] == [
        ("Other Office", "Business Department"),
        ("Sample Office", "Business Department"),
    ]
    assert english[0]["url"] == "https://plans.example/sub/en/other/113/#m-1-1"


@pytest.mark.parametrize("tag", ["zh-Hant", "en"])
def test_the_sheet_is_valid_and_lists_each_department_once(site: Mapping[str, bytes], tag: str) -> None:
    content = site[f"topics/e-billing/files/e-billing-topic.{tag}.ods"]
    assert faults(content) == []
    sheets = [*part(content, "content.xml").iter(q("table:table"))]
    counts = [len([*sheet.iter(q("table:table-row"))]) for sheet in sheets]
    assert counts[0] == 3
    assert counts[2:] == ([2] if tag == "en" else [])


def test_only_services_that_somebody_has_seen_are_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1748736000")
    unseen = SERVICES.partition("\n")[2].replace("    seen: 114-11-25\n", "").replace("bills", "unseen")
    found = built(project(tmp_path, {"content/topics.yml": TOPICS, "content/services.yml": SERVICES + unseen}))
    assert b"https://service.example/bills" in found["topics/e-billing/index.html"]
    assert [path for path, content in found.items() if b"service.example/unseen" in content] == []


def test_where_no_documents_are_made_the_topic_has_no_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1748736000")
    found = built(project(tmp_path, {"content/topics.yml": TOPICS}))
    assert not [path for path in found if "/files/" in path]
    assert b"files_of_topics" not in found["data/index.html"]
    assert every(page(found["topics/e-billing/index.html"].decode()), "section", class_="topic-files") == []


def test_an_edit_makes_anew_what_shows_or_counts_its_measures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1748736000")
    paying = TOPICS.partition("\n")[2].replace("e-billing", "visits").replace("電子帳單", "到府")
    files = {**FILES, "mkdocs.yml": MKDOCS, "content/topics.yml": TOPICS + paying}
    root = project(tmp_path, files)
    before = built(root)

    def changed(text: str) -> set[str]:
        nonlocal before
        write(root, "offices/sample/114/plan.yml", text)
        after = built(root)
        different = {path for path in after if before.get(path) != after[path] and path.startswith("topics/")}
        before = after
        return different

    bills, visits = "topics/e-billing", "topics/visits"
    reworded = PLAN.replace("推廣電子帳單", "推行電子帳單")
    assert changed(reworded) == {f"{bills}/index.html", f"{bills}/114/index.html"}
    assert changed(f"{reworded}      - do: 3. 其他。\n        who: 業務組\n") == set()
    assert changed(f"{reworded}      - do: 3. 到府。\n        who: 業務組\n") == {
        "topics/index.html", f"{visits}/index.html", f"{visits}/114/index.html",
    }  # fmt: skip
