"""``publish``, ``rollback`` and ``releases``, over a project that is built."""

import re
import shutil
from pathlib import Path

import pytest

from planpress.cli.commands import main
from tests.projects import tree
from tests.publishing.projects import TARGETS, publishable


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return publishable(tmp_path / "project")


def said(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    output = capsys.readouterr()
    return output.out, output.err


def page(root: Path, path: str = "sample/114/index.html") -> str:
    return (root.parent / "public/current" / path).read_text("utf-8")


def edit(root: Path, old: str, new: str) -> None:
    file = root / "offices/sample/114/plan.yml"
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


@pytest.mark.slow
def test_a_site_is_published_corrected_and_brought_back(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["publish", "web", "--dry-run"], root) == 0
    assert not (root.parent / "public").exists()
    assert "以上是版次 1 會有的不同；沒有發布。" in said(capsys)[0]

    assert main(["publish", "web"], root) == 0
    assert "推廣電子帳單" in page(root)
    assert re.search("已發布版次 1：複製 [0-9]+ 個檔案，沿用 0 個。", said(capsys)[0])
    assert main(["publish", "web"], root) == 0
    assert "內容與目前的版次 1 相同，不必發布；" in said(capsys)[0]

    edit(root, "推廣電子帳單", "推廣電子張單")
    assert main(["publish", "web"], root) == 0
    assert "推廣電子張單" in page(root)
    told = said(capsys)[0]
    assert "示範處 114 年度：更新網頁" in told and "已發布版次 2：" in told

    assert main(["rollback", "web"], root) == 0
    assert "推廣電子帳單" in page(root)
    assert "已把版次 1 的內容重新上線，成為版次 3。" in said(capsys)[0]

    assert main(["releases", "web"], root) == 0
    lines = said(capsys)[0].splitlines()
    assert [line.partition("：")[0] for line in lines] == ["版次 3", "版次 2", "版次 1"]
    assert lines[0].endswith("（同版次 1） ← 目前") and "計畫 2 份" in lines[0]
    assert main(["releases", "web", "--diff", "1", "3", "--lang", "en"], root) == 0
    assert said(capsys)[0] == "From release 1 to release 3:\nThe two releases hold the same.\n"
    assert main(["releases", "web", "--diff", "1", "2", "--lang", "en"], root) == 0
    assert "Sample Office, 114: changed pages: 9" in said(capsys)[0]

    assert main(["rollback", "web", "9"], root) == 2
    assert "E489" in said(capsys)[1]


@pytest.mark.slow
def test_what_somebody_changed_on_the_server_is_published_anew(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["publish", "web"], root) == 0
    edit(root, "推廣電子帳單", "推廣電子張單")
    assert main(["publish", "web"], root) == 0
    current = root.parent / "public/current"
    before = tree(current)
    pages = [current / "index.html", *current.glob("assets/*-*.css"), current / "sample/114/index.html"]
    for each in pages:
        each.write_text("hacked", "utf-8")
    carried = before.keys() - tree(root / "site").keys()
    assert carried, "what only open pages of the release before ask for"
    for path in carried:
        (current / path).write_text("hacked", "utf-8")
    (current / "shell.php").write_text("<?php", "utf-8")
    assert main(["publish", "web"], root) == 0
    assert "請加上 --again" in said(capsys)[0] and page(root, "index.html") == "hacked"
    assert main(["publish", "web", "--again", "--dry-run"], root) == 0
    assert page(root, "index.html") == "hacked"
    assert main(["publish", "web", "--again"], root) == 0
    assert "已發布版次 3" in said(capsys)[0]
    assert tree(current) == {path: content for path, content in before.items() if path not in carried}


@pytest.mark.slow
def test_a_release_that_lacks_a_plan_is_not_shown_until_it_is_accepted(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["publish", "web"], root) == 0
    shutil.rmtree(root / "offices/sample/113")
    assert main(["publish", "web", "--lang", "en"], root) == 1
    told = said(capsys)[1]
    assert "E485" in told and "sample/113" in told and "--accept plans=1" in told
    assert page(root, "sample/113/index.html")
    assert main(["publish", "web", "--accept", "plans=2"], root) == 1
    assert main(["publish", "web", "--accept", "plans=1"], root) == 0
    assert not (root.parent / "public/current/sample/113").exists()


@pytest.mark.parametrize("accepted", ["everything", "plan=1", "plans=some", "site=2"])
def test_what_nothing_can_accept_is_told_before_anything_is_built(
    root: Path, accepted: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["publish", "web", "--accept", accepted], root) == 2
    assert "--accept 須照訊息所示填寫" in said(capsys)[1]
    assert not (root / "site").exists()


@pytest.mark.slow
def test_an_address_that_was_published_is_not_lost_without_a_word(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["publish", "web"], root) == 0
    (root / "offices/sample").rename(root / "offices/other")
    assert main(["publish", "web", "--lang", "en"], root) == 1
    told = said(capsys)[1]
    assert "E465  the address /sample/ was published" in told and "/sample/114/" not in told, "E485 has told of plans"
    assert "E485" in told
    assert page(root)

    redirects = "redirects:\n  - {from: sample, to: other, date: 114-07-01, reason: 改名。}\n"
    (root / "content/redirects.yml").write_text(redirects, "utf-8")
    assert main(["publish", "web"], root) == 0
    assert 'url=../../other/114/"' in page(root)
    assert "改名。" in page(root, "sample/114/bulletin/index.html")

    (root / "content/redirects.yml").unlink()
    assert main(["publish", "web", "--lang", "en"], root) == 1, "what led on is still owed to readers"
    lost = re.findall("--accept ([a-z]+=[0-9]+)", said(capsys)[1])
    assert [each.partition("=")[0] for each in lost] == ["addresses", "pages"], "no plan is gone with pages that led on"
    assert main(["publish", "web", *(word for each in lost for word in ("--accept", each))], root) == 0
    edit_ = root / "offices/other/114/plan.yml"
    edit_.write_text(edit_.read_text("utf-8").replace("電子帳單", "電子單據"), "utf-8")
    assert main(["publish", "web"], root) == 0, "what was given up is not asked for again"


@pytest.mark.slow
def test_the_address_of_a_row_is_not_lost_without_a_word(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["publish", "web"], root) == 0
    edit(root, "      - do: 2. 到府服務。\n        who: 電務組\n        when: 持續辦理\n", "")
    assert main(["publish", "web", "--lang", "en"], root) == 1, "no addresses.txt remembers the row"
    told = said(capsys)[1]
    assert "offices/sample/114/addresses.txt  E466" in told and "m-1-2" in told and "--accept anchors=1" in told
    assert main(["publish", "web", "--accept", "anchors=1"], root) == 0


@pytest.mark.slow
def test_broken_data_are_not_published(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["publish", "web"], root) == 0
    edit(root, "業務組", "業物組")
    assert main(["publish", "web"], root) == 1
    assert "業務組" in page(root)
    assert not (root.parent / "public/releases/2").exists()


@pytest.mark.parametrize(
    ("targets", "name", "code"),
    [
        (TARGETS, "wbe", "E482"),
        (None, "web", "E482"),
        (TARGETS.replace("../public", "public"), "web", "E484"),
        (TARGETS.replace("../public", ".."), "web", "E484"),
        (TARGETS.replace("../public", "../theirs"), "web", "E483"),
        ("targets: [{id: web}]", "web", "E480"),
        ("targets: []", "web", "E215"),
        (TARGETS.replace("3", "1"), "web", "E221"),
        (TARGETS.replace("3", "many"), "web", "E221"),
        ("targets: [{id: web, host: -oProxyCommand=x}]", "web", "E212"),
        ("targets: [{id: web, host: https://www.plans.example/}]", "web", "E212"),
        ("targets: [{id: web, repository: ../pages.git, branch: gh/pages}]", "web", "E212"),
        ("targets: [{id: web, repository: ../pages.git}]", "web", "E480"),
    ],
)
def test_what_is_wrong_with_a_target_is_told_before_anything_is_built(
    root: Path, targets: str | None, name: str, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "publish.yml").write_text(targets or "", "utf-8")
    if targets is None:
        (root / "publish.yml").unlink()
    (root.parent / "theirs").mkdir()
    (root.parent / "theirs/index.php").write_text("theirs")
    for language in ("zh-Hant", "en"):
        assert main(["publish", name, "--lang", language], root) == 2
        assert code in said(capsys)[1]
    assert not (root / "site").exists()
    assert (root.parent / "theirs/index.php").exists()


@pytest.mark.slow
def test_the_site_of_all_never_comes_to_the_target_of_one_office_by_a_slip(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = (root / "mkdocs.yml").read_text("utf-8").replace("https://plans.example/", "https://sample.example/")
    own = own.replace("extra:\n", "site_dir: site-own\nextra:\n  offices: [sample]\n")
    (root / "mkdocs.own.yml").write_text(own, "utf-8")
    config = ["--config", str(root / "mkdocs.own.yml")]
    assert main(["publish", "web", *config], root) == 0
    assert "https://sample.example/" in page(root)
    for words in ([], ["--dry-run"]):
        assert main(["publish", "web", "--lang", "en", *words], root) == 1
    assert not (root / "site").exists(), "it is told before anybody waits for a build"
    told = said(capsys)[1]
    assert "E494" in told and "https://sample.example/" in told and "--accept site=1" in told
    assert "https://sample.example/" in page(root)
    assert main(["publish", "web", "--accept", "site=1"], root) == 0


@pytest.mark.slow
def test_a_plan_is_withdrawn_without_being_asked_again_and_is_there_again_afterwards(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["publish", "web"], root) == 0
    file = root / "offices/sample/113/plan.yml"
    before = file.read_text("utf-8")
    file.write_text(f"{before}withdrawn: {{date: 113-06-30, reason: 業務移撥。}}\n", "utf-8")
    assert main(["publish", "web"], root) == 0, said(capsys)[1]
    assert "業務移撥。" in page(root, "sample/113/index.html")
    current = root.parent / "public/current"
    assert [path.name for path in (current / "sample/113").iterdir()] == ["index.html"]
    assert main(["rollback", "web"], root) == 2
    assert "E496" in said(capsys)[1], "going back must not publish it again"
    assert not (current / "sample/113/plan.json").exists()
    file.write_text(before, "utf-8")
    assert main(["publish", "web"], root) == 0, said(capsys)[1]
    assert (current / "sample/113/plan.json").exists()


@pytest.mark.slow
def test_an_office_may_withdraw_its_only_plan(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["publish", "web"], root) == 0
    for file in (root / "offices/sample").glob("*/plan.yml"):
        file.write_text(f"{file.read_text('utf-8')}withdrawn: {{date: 113-06-30, reason: 業務移撥。}}\n", "utf-8")
    assert main(["publish", "web"], root) == 0, said(capsys)[1]
    assert "業務移撥。" in page(root, "sample/index.html")


def test_before_there_are_two_releases_nothing_can_be_brought_back(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (["rollback", "web"], ["rollback", "web", "1"]):
        assert main([*words, "--lang", "en"], root) == 2
        told = said(capsys)[1]
        assert "E495" in told and "—" not in told
