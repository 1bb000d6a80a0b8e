"""The command ``monitor`` against a real server of this machine: quiet when well, told when not, and kept."""

import csv
import io
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest

from planpress.cli import monitor
from planpress.cli.commands import main
from tests.projects import MKDOCS, project
from tests.publishing.projects import publishable
from tests.publishing.servers import free_port

NOW = datetime(2025, 6, 1, 20, 0, 3, tzinfo=ZoneInfo("Asia/Taipei"))


@pytest.fixture(autouse=True)
def evening(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(monitor, "now", lambda: NOW)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def kept(root: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (root / "monitor.jsonl").read_text("utf-8").splitlines()]


def test_a_page_that_somebody_changed_on_the_server_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = publishable(tmp_path / "project", (114,))
    assert main(["publish", "web"], root) == 0
    capsys.readouterr()
    page = tmp_path / "public/current/index.html"
    with serving(tmp_path / "public/current") as url:
        main(["monitor", url], root)
        assert "E772" not in capsys.readouterr().err
        page.unlink()
        page.write_text("<h1>Hacked</h1>", "utf-8")
        assert main(["monitor", url, "--verbose", "--lang", "en"], root) == 1
    captured = capsys.readouterr()
    assert f"{url}  E772  the content is not what was published (addresses: 1)" in captured.err
    assert "release: " in captured.out
    lines = kept(root)
    assert {each["at"] for each in lines} == {"2025-06-01T20:00:03+08:00"}
    assert [each["check"] for each in lines] == ["home", "files", "release", "server"] * 2
    assert [each["code"] for each in lines[5]["faults"]] == ["E772"]  # type: ignore[attr-defined]


def test_a_server_that_is_not_there_is_told_and_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path / "project")
    assert main(["monitor", f"http://127.0.0.1:{free_port()}/"], root) == 1
    captured = capsys.readouterr()
    assert "E790" in captured.err and captured.out == ""
    assert [(each["check"], len(each["faults"])) for each in kept(root)] == [("home", 1)]  # type: ignore[arg-type]


def test_what_is_wrong_is_told_also_where_it_cannot_be_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path / "project")
    url = f"http://127.0.0.1:{free_port()}/"
    assert main(["monitor", url, "--log", str(tmp_path / "none/monitor.jsonl")], root) == 2
    told = capsys.readouterr().err
    assert "E790" in told and "monitor.jsonl" in told


def test_a_target_that_cannot_be_read_keeps_nothing_else_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = publishable(tmp_path / "project", (114,))
    (tmp_path / "public").mkdir()
    (tmp_path / "public/stranger").touch()
    assert main(["monitor", f"http://127.0.0.1:{free_port()}/"], root) == 1
    told = capsys.readouterr().err
    assert "E483" in told and "E790" in told


def test_what_people_saw_is_kept_by_unit_and_a_month_shows_both(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path / "project")
    assert main(["monitor", "--unit", "業務組"], root) == 0
    assert main(["monitor", "--unit", "電務組", "--fault", "首頁打不開", "--at", "114-05-31 20:05"], root) == 0
    assert "已記錄：114-05-31 20:05 電務組，首頁打不開" in capsys.readouterr().out
    assert main(["monitor", "--month", "114-05", "--output", str(tmp_path)], root) == 0
    assert "31 天，程式檢測 0 天，人工檢測 1 天，未檢測 30 天" in capsys.readouterr().out
    rows = list(csv.DictReader(io.StringIO((tmp_path / "monitor-114-05.csv").read_text("utf-8-sig"))))
    assert (rows[30]["units"], rows[30]["person_result"], rows[30]["machine_result"]) == ("電務組", "異常", "未檢測")
    content = ZipFile(tmp_path / "monitor-114-05.ods").read("content.xml").decode()
    assert "電務組" in content and "人工檢測結果" in content
    assert main(["monitor", "--month", "114-06", "--output", str(tmp_path), "--lang", "en"], root) == 0
    assert "People: result" in ZipFile(tmp_path / "monitor-114-06.ods").read("content.xml").decode()


def test_the_unit_that_keeps_the_site_may_look(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    publisher = "extra:\n  publisher: {kind: office, name: {zh-Hant: 示範處}, unit: {zh-Hant: 資訊組}}\n"
    root = project(tmp_path / "project", {"mkdocs.yml": MKDOCS.replace("extra:\n", publisher)})
    assert main(["monitor", "--unit", "資訊組"], root) == 0
    assert main(["monitor", "--unit", "資訊室"], root) == 2
    assert "：資訊組、業務組、電務組。" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--unit", "王小明"], "請寫單位，不寫姓名"),
        (["--unit", "業務組", "--month", "114-05"], "各自使用"),
        (["--fault", "x"], "須配合 --unit"),
        (["--output", "."], "須配合 --month"),
        (["--month", "2025-05"], "--month 應寫成"),
        (["--month", "114-05-01"], "--month 應寫成"),
        (["--unit", "業務組", "--at", "114-02-30 20:00"], "--at 應寫成"),
        (["--unit", "業務組", "--at", "114-06-02 20:00"], "不可晚於現在"),
        (["plans.example"], "不是網址"),
    ],
)
def test_wrong_use_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], expected: str) -> None:
    root = project(tmp_path / "project")
    assert main(["monitor", *words], root) == 2
    assert expected in capsys.readouterr().err
    assert not (root / "monitor.jsonl").exists()


def test_a_remark_names_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path / "project")
    assert main(["monitor", "--unit", "業務組", "--fault", "由王小明股長通報"], root) == 1
    assert "--fault:1:1  E014" in capsys.readouterr().err
    assert main(["monitor", "--unit", "業務組", "--remark", "已通知A123456789"], root) == 1
    assert "--remark:1:1  E50" in capsys.readouterr().err
    assert not (root / "monitor.jsonl").exists()
