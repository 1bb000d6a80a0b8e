"""Reviews from the command line to the page: by unit, with the next one due, and only in the office's own name."""

from pathlib import Path

import pytest
import vobject

from planpress.cli import reviewed
from planpress.cli.commands import main
from tests.markup import page, text
from tests.projects import MKDOCS, OFFICE, project, write

JUNE = "1748736000"  # 2025-06-01
OF_OFFICE = "  publisher:\n    kind: office\n    name: {zh-Hant: 示範處, en: Sample Office}\n"
RULE = """\
review: 每月
update_rule: {name: 示範處對外網頁資料定期更新要點, number: 示字第1140000001號, date: 114-03-01}
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", JUNE)
    own = {"mkdocs.yml": MKDOCS.replace("  documents: false\n", f"  documents: false\n{OF_OFFICE}")}
    return project(tmp_path / "project", {**own, "offices/sample/office.yml": OFFICE + RULE})


def test_a_review_is_recorded_due_again_and_shown(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["due"], root) == 0
    assert "  114-06-01（今天） 示範處：檢視網站內容（build.py reviewed）（還沒有紀錄）" in capsys.readouterr().out
    words = ["reviewed", "sample", "--unit", "業務組", "--on", "114-04-20", "--remark", "改正2處連結"]
    assert main(words, root) == 0
    assert capsys.readouterr().out == "offices/sample/reviews.yml：114-04-20 業務組\n"
    assert main(["due", "--ics", str(root / "a.ics")], root) == 0
    assert (
        "114-05-20（已逾 12 天） 示範處：檢視網站內容（build.py reviewed）（上次 114-04-20）" in capsys.readouterr().out
    )
    events = vobject.readOne((root / "a.ics").read_text("utf-8")).vevent_list
    assert "示範處：檢視網站內容（build.py reviewed）" in [each.summary.value for each in events]
    assert main(["--jobs", "1"], root) == 0
    shown = text(page((root / "site/sample/reviews/index.html").read_text("utf-8")))
    for said in ("每月", "示範處對外網頁資料定期更新要點", "示字第1140000001號", "中華民國114年3月1日", "改正2處連結"):
        assert said in shown
    english = (root / "site/en/sample/reviews/index.html").read_text("utf-8")
    assert "Business Department" in english and "20 April 2025" in english
    assert "reviews/" in (root / "site/sample/index.html").read_text("utf-8")
    quality = (root / "site/quality/quality.json").read_text("utf-8")
    assert '"key": "reviews"' in quality


def test_a_transcription_tells_of_no_review(root: Path) -> None:
    write(root, "mkdocs.yml", MKDOCS)
    write(root, "offices/sample/reviews.yml", "reviews:\n  - {date: 114-04-20, unit: 業務組}\n")
    assert main(["--jobs", "1"], root) == 0
    assert not (root / "site/sample/reviews").exists()
    texts = [path.read_text("utf-8") for path in (root / "site").rglob("*.html")]
    assert not [text for text in texts if "114年4月20日" in text or "定期更新要點" in text]


def test_the_site_may_have_a_rhythm_for_all(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(root, "offices/sample/office.yml", OFFICE)
    text = (root / "mkdocs.yml").read_text("utf-8")
    write(root, "mkdocs.yml", text.replace("  documents: false\n", "  documents: false\n  review: 每季\n"))
    assert main(["reviewed", "sample", "--unit", "電務組", "--on", "114-05-01"], root) == 0
    assert main(["due", "--days", "70", "--lang", "en"], root) == 0
    said = capsys.readouterr().out
    assert "  2025-08-01 (in 61 days) Sample Office: look through the contents" in said
    assert "  2025-06-01 (today) ask for links to other sites (build.py check --external) (never yet)" in said
    write(root, "mkdocs.yml", text.replace("  documents: false\n", "  documents: false\n  review: 常常\n"))
    assert main(["check"], root) == 2
    assert "E171" in capsys.readouterr().err


def test_what_ends_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = '{"at":"2025-05-30T20:00:03+08:00","by":"machine","check":"certificate","url":"https://plans.example/","of":1,"figure":20}'
    write(root, "monitor.jsonl", f"{line}\n")
    write(
        root, "content/static/.well-known/security.txt", "Contact: mailto:a@b.example\nExpires: 2025-06-30T00:00:00Z\n"
    )
    settings = (root / "mkdocs.yml").read_text("utf-8")
    url = "https://accessibility.moda.gov.tw/Applications/Detail?category=20220701"
    badge = f'  badge: {{number: A1, level: AA, date: 111-07-01, url: "{url}", image: badge.png}}\n'
    office = "  publisher: {kind: office, name: {zh-Hant: 示範處}}\n"
    has_publisher = "publisher:" in settings
    write(root, "mkdocs.yml", settings.replace("extra:\n", f"extra:\n{badge}{'' if has_publisher else office}"))
    main(["due"], root)
    said = capsys.readouterr().out
    assert "114-06-30（29 天後） 無障礙標章到期，重新申請檢測（上次 111-07-01）" in said
    assert "114-06-19（18 天後） 伺服器憑證到期（上次 114-05-30）" in said
    assert "114-06-30（29 天後） security.txt 到期，改寫 Expires\n" in said


@pytest.mark.parametrize(
    ("words", "code", "expected"),
    [
        (["sample", "--unit", "王小明"], 1, "E174"),
        (["sample", "--unit", "業務組", "--on", "114-04"], 2, "--on 應寫成"),
        (["sample", "--unit", "業務組", "--on", "2025-04-01"], 2, "--on 應寫成"),
        (["sample", "--unit", "業務組", "--on", "914-04-01"], 1, "E175"),
        (["nobody", "--unit", "業務組"], 2, "沒有機關"),
        (["sample"], 2, "--unit"),
    ],
)
def test_what_cannot_be_recorded_is_told(
    root: Path, capsys: pytest.CaptureFixture[str], words: list[str], code: int, expected: str
) -> None:
    assert main(["reviewed", *words], root) == code
    assert expected in capsys.readouterr().err
    assert not (root / "offices/sample/reviews.yml").exists()
    assert reviewed.REVIEWED_TEXTS.keys() == {"zh-Hant", "en"}
