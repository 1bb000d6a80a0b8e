from pathlib import Path

import pytest
import vobject

from planpress.cli.commands import main
from tests.artifacts.test_calendar import SECRET, WITH_DEADLINES
from tests.projects import PLAN, project, write

JUNE = "1748736000"  # 2025-06-01


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", JUNE)
    return project(tmp_path / "project", {"offices/sample/114/plan.yml": WITH_DEADLINES})


def test_what_falls_due_is_told_by_day_with_what_is_internal(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["due"], root) == 0
    assert capsys.readouterr().out == (
        "114-06-01 起 60 天內到期的事項：\n"
        "\n"
        "114-06-05（4 天後）\n"
        "  示範處：應報送秘密單位\n"
        f"    內部期限，依據：{SECRET}\n"
        "\n"
        "114-06-30（29 天後）\n"
        "  示範處：上半年結束，整理上半年考核結果\n"
        "\n"
        "114-07-08（37 天後）\n"
        "  示範處：應填報業務處（上半年）\n"
        "    考核結果應分別於114年7月8日及115年1月6日前填報業務處\n"
        "\n"
        "今年的計畫沒有寫日期的事項：\n"
        "  示範處：應登載於本處網頁（上半年），計畫未定日期\n"
    )


def test_what_an_assessment_said_of_a_measure_stands_beside_it_with_its_day(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assessment = """
        kind: 自行考核
        half: 1
        cut_off: 114-06-30
        visibility: public
        rows: [{of: m-1-2, status: 完成}]
    """
    write(root, "offices/sample/114/assessments/1.yml", assessment)
    assert main(["due", "--days", "200"], root) == 0
    said = capsys.readouterr().out
    assert "    114年度（2025）上半年自行考核（截至中華民國114年6月30日）：完成\n" in said


def test_it_looks_as_far_as_it_is_told_in_either_language(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["due", "--days", "3", "--office", "sample"], root) == 0
    assert capsys.readouterr().out.startswith("114-06-01 起 3 天內沒有到期的事項。\n")
    assert main(["due", "--days", "400", "--lang", "en"], root) == 0
    said = capsys.readouterr().out
    assert "2025-10-01 (in 122 days)\n  Sample Office: 到府服務。 (2025-10-01 to 2025-10-31)\n" in said
    assert "2025-12-31 (in 213 days)\n  Sample Office: the plan's last year ends" in said


def test_the_internal_calendar_has_everything_and_is_kept_off_the_site(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "internal.ics"
    assert main(["due", "--ics", str(file)], root) == 0
    content = file.read_bytes()
    events = vobject.readOne(content.decode()).vevent_list
    assert [event.uid.value.split("@")[0].removeprefix("sample-114-") for event in events] == [
        "undated-114",
        "m-1-2-202505",
        "reported-700bc975",
        "half-1-ends-2025",
        "filed-ab96ef74-half-1",
        "m-1-2-202510",
        "ends",
    ]
    assert "請勿公開" in capsys.readouterr().out
    assert main(["due", "--ics", str(file)], root) == 0
    assert file.read_bytes() == content
    for place in ("site/a.ics", "content/static/a.ics"):
        assert main(["due", "--ics", str(root / place)], root) == 2
        assert not (root / place).exists()
    assert main(["due", "--ics", str(tmp_path / "a.txt")], root) == 2


def test_the_exit_code_tells_of_errors_and_wrong_use(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["due", "--office", "nobody"], root) == 2
    assert "沒有機關「nobody」" in capsys.readouterr().err
    broken = root / "offices/sample/115/plan.yml"
    broken.parent.mkdir()
    broken.write_text(PLAN.replace("114年度", "115年度").replace("who: 業務組", "who: 業務祖"), "utf-8")
    assert main(["due"], root) == 1
    captured = capsys.readouterr()
    assert "E104" in captured.err
    assert "114-07-08" in captured.out  # what can be read is told
