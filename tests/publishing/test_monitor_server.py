"""An evening's look at a real server: quiet for a week where all is well, and loud where it shows an older release."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest

from planpress.cli import monitor
from planpress.cli.commands import main
from planpress.publishing.monitor_log import read_log
from planpress.publishing.server_nginx import nginx_server
from planpress.publishing.server_site import ServedSite
from tests.projects import MKDOCS, write
from tests.publishing.projects import publishable
from tests.publishing.servers import free_port, running

EVENING = datetime(2025, 6, 1, 20, tzinfo=ZoneInfo("Asia/Taipei"))


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that servers may read."""
    with TemporaryDirectory(prefix="planpress-monitor-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.mark.slow
def test_a_week_on_nginx(place: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}/sub/"
    root = publishable(place / "project", (114,))
    write(root, "mkdocs.yml", MKDOCS.replace("https://plans.example/sub/", url))
    assert main(["publish", "web"], root) == 0
    plan = root / "offices/sample/114/plan.yml"
    plan.write_text(plan.read_text("utf-8").replace("推廣", "推動"), "utf-8")
    assert main(["publish", "web"], root) == 0
    capsys.readouterr()

    def look(days: int) -> int:
        monkeypatch.setattr(monitor, "now", lambda: EVENING + timedelta(days))
        return main(["monitor"], root)

    def served(folder: str) -> str:
        return nginx_server(ServedSite(url, str(place / "public" / folder), f"127.0.0.1:{port}", None), "")

    with running("nginx", place / "new", served("current"), port):
        codes = [look(days) for days in range(7)]
    told = capsys.readouterr()
    assert (codes, told.out, told.err) == ([0] * 7, "", "")
    with running("nginx", place / "old", served("releases/1/site"), port):
        assert look(7) == 1
    assert "E773  讀者看到的是第 1 版，最後發布的是第 2 版" in capsys.readouterr().err
    assert len(read_log(root / "monitor.jsonl").lines) == 8 * 4
