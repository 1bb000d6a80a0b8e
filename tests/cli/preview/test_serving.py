import json
import os
import re
import shutil
import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from planpress.cli.preview import serving as preview
from planpress.cli.preview.preview_news import News
from planpress.cli.preview.preview_server import Preview, PreviewServer
from planpress.cli.preview.serving import PORTS, Rebuilder, fingerprint, listening, serve
from planpress.console import visible
from planpress.pages.editorial.editorial_page import RenderEditorial
from planpress.pages.frame.security import HEADERS
from planpress.settings import Settings
from planpress.site import build as site_build
from planpress.site import output
from planpress.site.build import First, Outcome
from planpress.site.lock import Waiting
from planpress.site.output import Written
from planpress.source.repository import row_lines
from tests.programs import missing
from tests.projects import PLAN, project, tree, write

SECONDS = 20.0
"""How long a slow machine may take for what takes a fraction of a second."""


@dataclass
class Running:
    """A preview that runs in a thread."""

    root: Path
    url: str
    said: list[str] = field(default_factory=list)

    def get(self, path: str, method: str = "GET") -> tuple[int, Message, str]:
        """Status, headers, body."""
        request = urllib.request.Request(self.url + path, method=method)
        try:
            with urllib.request.urlopen(request, timeout=SECONDS) as response:
                return response.status, response.headers, response.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.headers, error.read().decode()

    def state(self, seen: int | str = "") -> tuple[int, str]:
        """The version and the problems, once the version is another than the one seen."""
        answer = json.loads(self.get(f"__preview__/state?version={seen}")[2])
        return answer["version"], answer["text"]


@pytest.fixture(autouse=True)
def in_june_2025(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1748736000")


@contextmanager
def running(
    root: Path, monkeypatch: pytest.MonkeyPatch, language: str = "zh-Hant", host: str = "127.0.0.1"
) -> Iterator[Running]:
    servers: list[PreviewServer] = []

    class Server(PreviewServer):
        def __init__(self, *arguments: object) -> None:
            super().__init__(*arguments)  # type: ignore[arg-type]
            servers.append(self)

        def serve_forever(self, poll_interval: float = 0.01) -> None:
            """So that it ends when it is told to, not half a second later."""
            super().serve_forever(poll_interval)

    monkeypatch.setattr(preview, "PreviewServer", Server)
    said: list[str] = []

    def load() -> Settings:
        return Settings.load(root, preview=True, site_dir=root / ".cache" / "preview-site")

    thread = threading.Thread(
        target=serve, args=(load, lambda *_: (), language, host, 0, None, said.append), daemon=True
    )
    thread.start()
    until(lambda: any("http://" in line for line in said))
    try:
        yield Running(root, re.findall(r"http://[^/]+/", "".join(said))[0], said)
    finally:
        servers[0].shutdown()
        thread.join(SECONDS)
        assert not thread.is_alive()


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """For tests that only look."""
    folder = tmp_path_factory.mktemp("shown")
    with pytest.MonkeyPatch.context() as monkeypatch, running(project(folder), monkeypatch) as it:
        yield it


@pytest.fixture
def edited(shown: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    """For tests that edit: a project of their own, with what the other has made already."""
    root = Path(shutil.copytree(shown.root, tmp_path / "edited"))
    with running(root, monkeypatch) as it:
        yield it


def until(holds: Callable[[], bool]) -> float:
    """Wait for something; say how many seconds it took."""
    started = time.monotonic()
    while not holds():
        assert time.monotonic() - started < SECONDS
        time.sleep(0.01)
    return time.monotonic() - started


def test_a_page_comes_with_the_headers_of_a_real_server_and_the_reload_script(shown: Running) -> None:
    status, headers, html = shown.get("sample/114/")
    assert status == 200
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert {name: headers.get(name) for name in HEADERS} == HEADERS
    assert headers["Cache-Control"] == "no-store"
    assert "推廣電子帳單" in html
    assert html.count('<script type="module" src="/__preview__/reload.js"></script></head>') == 1
    assert shown.url.startswith("http://127.0.0.1:")


def test_the_reload_script_is_sent_and_never_written(shown: Running) -> None:
    assert shown.get("__preview__/reload.js")[1]["Content-Type"].startswith("text/javascript")
    assert shown.get("__preview__/reload.css")[1]["Content-Type"].startswith("text/css")
    assert [path for path, data in tree(shown.root / ".cache" / "preview-site").items() if b"__preview__" in data] == []


def test_other_files_are_sent_as_they_are(shown: Running) -> None:
    status, headers, body = shown.get("sample/114/plan.json")
    assert (status, headers["Content-Type"]) == (200, "application/json")
    assert body.encode() == (shown.root / ".cache/preview-site/sample/114/plan.json").read_bytes()
    assert {name: headers.get(name) for name in HEADERS} == HEADERS
    html = shown.get("")[2]
    css = html.split('rel="stylesheet" href="')[1].split('"')[0]
    assert shown.get(css)[1]["Content-Type"].startswith("text/css")


def test_a_page_is_in_its_folder_and_leads_there(shown: Running) -> None:
    assert "推廣電子帳單" in shown.get("sample/114")[2]  # redirected to the address with a slash
    assert shown.get("sample/114/", "HEAD")[0] == 200
    assert shown.get("sample/114/", "HEAD")[2] == ""


@pytest.mark.parametrize("path", ["nowhere/", "sample/999/", "sample/114/nothing.json", "assets/", "../../mkdocs.yml"])
def test_an_address_without_a_page_gets_the_404_page(shown: Running, path: str) -> None:
    status, headers, html = shown.get(path)
    assert status == 404
    assert "找不到這一頁" in html
    assert "__preview__/reload.js" in html
    assert headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]


def test_an_edit_is_on_the_page_within_seconds(edited: Running) -> None:
    version, problems = edited.state()
    assert problems == ""
    write(edited.root, "offices/sample/114/plan.yml", PLAN.replace("推廣電子帳單", "推廣行動支付"))
    assert until(lambda: "推廣行動支付" in edited.get("sample/114/")[2]) < 5
    newer, problems = edited.state(version)
    assert (newer > version, problems) == (True, "")
    assert "推广行动支付" in edited.get("zh-hans/sample/114/")[2]


def test_an_edit_of_the_theme_is_seen_too(edited: Running) -> None:
    css = (edited.root / "theme/site/css/plan.css").read_text("utf-8")
    write(edited.root, "theme/site/css/plan.css", f"{css}\n.edited {{ top: 0; }}\n")

    def stylesheet() -> str:
        address = edited.get("")[2].split('rel="stylesheet" href="')[1].split('"')[0]
        return edited.get(address)[2]

    until(lambda: ".edited{top:0}" in stylesheet())


def test_an_edit_of_the_settings_is_seen_too(edited: Running) -> None:
    settings = (edited.root / "mkdocs.yml").read_text("utf-8")
    write(edited.root, "mkdocs.yml", settings.replace("示範網站", "另一個網站"))
    until(lambda: "另一個網站" in edited.get("")[2])


@pytest.mark.parametrize(
    ("settings", "words"),
    [("site_url: [", "mkdocs.yml:1:11  E357"), ("", "mkdocs.yml:1:1  E305"), (None, "mkdocs.yml  E404")],
)
def test_a_mistake_in_the_settings_is_shown_as_its_message_and_survived(
    edited: Running, settings: str | None, words: str
) -> None:
    right = (edited.root / "mkdocs.yml").read_text("utf-8")
    if settings is None:
        (edited.root / "mkdocs.yml").unlink()
    else:
        write(edited.root, "mkdocs.yml", settings)
    until(lambda: edited.state()[1].startswith(words))
    assert any(line.startswith(words) for line in edited.said)
    told = json.loads(edited.get("__preview__/state")[2])
    assert [each["editor"].rpartition("/")[2].split(":")[0] for each in told["problems"]][:1] == ["mkdocs.yml"]
    assert "推廣電子帳單" in edited.get("sample/114/")[2]
    write(edited.root, "mkdocs.yml", right)
    until(lambda: edited.state()[1] == "")


def test_a_file_that_cannot_be_written_is_said_as_it_is(edited: Running) -> None:
    site_dir = edited.root / ".cache" / "preview-site"
    until(lambda: edited.get("sample/114/")[0] == 200)
    (site_dir / "sample" / "115").write_text("a file where a folder is to be", "utf-8")
    write(edited.root, "offices/sample/115/plan.yml", PLAN.replace("114年度", "115年度"))
    until(lambda: edited.state()[1].startswith("site_dir 內的 sample/115 不是先前建置所寫"))


def test_a_save_that_keeps_size_and_time_is_seen_too(edited: Running) -> None:
    plan = edited.root / "offices/sample/114/plan.yml"
    status = plan.stat()
    plan.write_text(PLAN.replace("推廣電子帳單", "推廣行動支付"), "utf-8")
    os.utime(plan, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert (plan.stat().st_size, plan.stat().st_mtime_ns) == (status.st_size, status.st_mtime_ns)
    until(lambda: "推廣行動支付" in edited.get("sample/114/")[2])


def test_an_error_is_shown_and_the_old_page_stays_until_it_is_mended(edited: Running) -> None:
    write(edited.root, "offices/sample/114/plan.yml", PLAN.replace("業務組", "業物組").replace("推廣", "推動"))
    until(lambda: "offices/sample/114/plan.yml:8:14  E104  不認得的部門「業物組」" in edited.state()[1])
    assert any("E104" in line for line in edited.said)
    assert "推廣電子帳單" in edited.get("sample/114/")[2]
    write(edited.root, "offices/sample/114/plan.yml", PLAN.replace("推廣", "推動"))
    until(lambda: "推動電子帳單" in edited.get("sample/114/")[2])
    until(lambda: edited.state()[1] == "")


def test_warnings_are_shown_on_the_new_page(edited: Running) -> None:
    write(edited.root, "offices/sample/114/plan.yml", PLAN.replace("推廣", "推動").replace("h1: 一、", "h1: 二、"))
    until(lambda: "推動電子帳單" in edited.get("sample/114/")[2])
    until(lambda: "  W101  " in edited.state()[1])  # told once the page is written
    answer = json.loads(edited.get("__preview__/state?version=")[2])
    assert answer["built"] is True and "  E" not in answer["text"]
    [problem] = [each for each in answer["problems"] if each["code"] == "W101"]
    assert (problem["page"], problem["id"]) == ("sample/114/", "g-1")
    assert problem["editor"] == f"vscode://file/{str(edited.root.resolve()).lstrip('/')}/{problem['place']}"


def test_the_file_just_saved_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = PLAN.replace("業務組", "業物組")
    with running(project(tmp_path, {"offices/sample/113/plan.yml": wrong}), monkeypatch) as shown:
        for year in ("114", "115"):
            write(shown.root, f"offices/sample/{year}/plan.yml", wrong.replace("114年度", f"{year}年度"))
            until(lambda year=year: shown.state()[1].startswith(f"offices/sample/{year}/plan.yml:"))  # type: ignore[misc]


def test_a_broken_template_does_not_end_the_preview(edited: Running) -> None:
    whole = (edited.root / "theme/site/plan.html").read_text("utf-8")
    write(edited.root, "theme/site/plan.html", "{% if %}")
    until(lambda: "theme/site/plan.html:1:1  E455  範本有誤" in edited.state()[1])
    assert "推廣電子帳單" in edited.get("sample/114/")[2]
    write(edited.root, "theme/site/plan.html", whole)
    until(lambda: edited.state()[1] == "")


def test_drafts_are_shown_and_search_engines_are_kept_out(edited: Running) -> None:
    write(edited.root, "offices/sample/115/plan.yml", PLAN.replace("114年度", "115年度") + "status: draft\n")
    until(lambda: edited.get("sample/115/")[0] == 200)
    assert 'content="noindex"' in edited.get("sample/115/")[2]
    until(lambda: json.loads(edited.get("__preview__/state?version=")[2])["drafts"] != [])
    drafts = json.loads(edited.get("__preview__/state?version=")[2])["drafts"]
    assert drafts == [{"title": "示範處115年度服務計畫", "page": "sample/115/", "says": "草稿："}]


def test_the_preview_leaves_the_site_and_its_cache_alone(shown: Running) -> None:
    assert not (shown.root / "site").exists()
    assert not (shown.root / ".cache" / "site").exists()


def test_the_preview_speaks_english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"offices/sample/114/plan.yml": PLAN.replace("業務組", "業物組")}
    with running(project(tmp_path, files), monkeypatch, "en") as shown:
        assert shown.said[-1].startswith("Preview: http://127.0.0.1:")
        assert "unknown department" in shown.state()[1]
        assert shown.get("")[0] == 404  # there is no page yet, but a place for the news
        html = shown.get("")[2]
        assert "__preview__/reload.js" in html
        assert '<html lang="en">' in html and "<h1>There is no page to show yet</h1>" in html
        assert "unknown department" in html.split("<noscript>")[1]


def test_until_there_is_a_page_whatever_is_wrong_stands_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = PLAN.replace("114", "115").replace("業務組", "<b>組")
    with running(project(tmp_path, {"offices/sample/115/plan.yml": draft + "status: draft\n"}), monkeypatch) as shown:
        html = shown.get("sample/115/")[2]
        assert "還沒有可以預覽的網頁" in html and "不認得的部門「&lt;b&gt;組」" in html and "<b>組" not in html
        write(shown.root, "offices/sample/115/plan.yml", PLAN.replace("114", "115"))
        until(lambda: "推廣電子帳單" in shown.get("sample/115/")[2])


def test_what_stays_is_told_by_its_number_and_what_is_new_in_full(edited: Running) -> None:
    def problems() -> dict[str, bool]:
        answer = json.loads(edited.get("__preview__/state?version=")[2])
        return {each["code"]: each["isNew"] for each in answer["problems"]}

    def save(plan: str) -> None:
        edited.said.clear()
        write(edited.root, "offices/sample/114/plan.yml", plan)

    def is_updated() -> bool:
        return any("已更新" in line for line in edited.said)

    first = PLAN.replace("h1: 一、", "h1: 二、")
    save(first)
    until(is_updated)
    save("# moved\n" + first.replace("推廣電子帳單", "推廣紙本帳單"))
    until(is_updated)
    until(lambda: problems() == {"W101": False})
    assert edited.said[0] == "另有 1 個警告與上次相同，列在網頁上方。"
    save(first.replace("業務組", "業物組"))
    until(lambda: problems().get("E104") is True)
    save(first)
    until(is_updated)
    until(lambda: problems() == {"W101": False})  # the error hid it; it is no news


def test_a_port_that_is_taken_leads_to_the_next(tmp_path: Path) -> None:
    said: list[str] = []
    nothing = Preview(lambda: tmp_path, lambda _: News(0, built=True), "zh-Hant")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        server = listening("127.0.0.1", port, nothing, said.append)
        assert server is not None
        with server:
            assert server.server_port in range(port + 1, port + PORTS)
            assert said == [f"連接埠 {port} 已被使用，改用 {server.server_port}。"]


def test_ports_that_are_all_taken_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(preview, "PORTS", 1)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        root = project(tmp_path)
        assert not serve(
            lambda: Settings.load(root, preview=True), lambda *_: (), "zh-Hant", "127.0.0.1", port, None, said.append
        )
    assert said == [f"連接埠 {port} 起連續十個都已被使用，請以 --port 指定其他連接埠。"]


def test_the_page_of_the_plan_just_saved_is_there_before_the_rest(
    edited: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    rest = threading.Event()
    write_site = output.write_site

    def slowly(*arguments: Any, adding: bool = False, **more: Any) -> Written:
        if not adding:
            assert rest.wait(SECONDS)
        return write_site(*arguments, adding=adding, **more)

    version, _ = edited.state()
    monkeypatch.setattr(site_build, "write_site", slowly)
    write(edited.root, "offices/sample/114/plan.yml", PLAN.replace("推廣電子帳單", "推廣行動支付"))
    until(lambda: "推廣行動支付" in edited.get("sample/114/")[2])
    assert "推广行动支付" in edited.get("zh-hans/sample/114/")[2]
    assert "推廣行動支付" not in edited.get("sample/114/plan.json")[2]
    first = json.loads(edited.get(f"__preview__/state?version={version}")[2])
    assert (first["built"], first["only"]) == (True, ["sample/114/"])
    rest.set()
    last = json.loads(edited.get(f"__preview__/state?version={first['version']}")[2])
    assert (last["only"], last["fresh"]) == (None, ["sample/114/"])
    assert "推廣行動支付" in edited.get("sample/114/plan.json")[2]


def test_a_row_is_found_by_its_line(tmp_path: Path) -> None:
    lines = row_lines(project(tmp_path), "sample", 114)
    texts = PLAN.split("\n")
    assert [(texts[number - 1].strip()[:8], id_) for number, id_ in lines] == [
        ("- headin", "s-1"),
        ("- h1: 一、", "g-1"),
        ("- do: 1.", "m-1-1"),
        ("- do: 2.", "m-1-2"),
    ]


@pytest.mark.parametrize("host", ["203.0.113.1", "nowhere.invalid", "a..b", "x" * 70, "", "256.1.1.1", "\x1b[31m"])
def test_an_address_that_is_not_of_this_machine_is_said(tmp_path: Path, host: str) -> None:
    said: list[str] = []
    root = project(tmp_path)
    assert not serve(lambda: Settings.load(root, preview=True), lambda *_: (), "en", host, 0, None, said.append)
    [line] = said
    assert line.startswith(f"No preview at address {visible(host)}, port 0 (")
    assert "\x1b" not in line


def test_who_opens_the_preview_to_others_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with running(project(tmp_path / "all"), monkeypatch, "en", "0.0.0.0") as shown:
        warning, line = shown.said[-2:]
        assert warning == "Note: the preview is open at 0.0.0.0; whoever reaches this computer can read drafts."
        assert line.startswith("Preview: http://127.0.0.1:")
    with running(project(tmp_path / "own"), monkeypatch, "en", "localhost") as shown:
        assert not any(line.startswith("Note:") for line in shown.said)


@pytest.mark.slow
def test_an_address_may_be_one_of_ipv6(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        missing("IPv6", "switch it on")
    for number, host in enumerate(("::1", "[::1]", "::")):
        with running(project(tmp_path / str(number)), monkeypatch, host=host) as shown:
            assert shown.url.startswith("http://[::1]:")
            assert f'href="{shown.url}sample/114/"' in shown.get("sample/114/")[2]  # the canonical address
            assert any("草稿" in line for line in shown.said) == (host == "::")


def test_every_edit_changes_the_fingerprint(tmp_path: Path) -> None:
    settings = Settings.load(project(tmp_path))
    seen = [fingerprint(settings)]
    for path, content in (
        ("offices/sample/113/plan.yml", "a"),
        ("offices/sample/113/plan.yml", "ab"),
        ("content/en/about.md", "# Else"),
        ("theme/site/new.html", "x"),
        ("mkdocs.yml", "site_url: https://other.example/"),
    ):
        write(tmp_path, path, content)
        seen.append(fingerprint(settings))
    (tmp_path / "theme" / "site" / "new.html").unlink()
    seen.append(fingerprint(settings))
    for path in ("content/en/about.md", "mkdocs.yml"):
        before = (tmp_path / path).stat()
        write(tmp_path, path, (tmp_path / path).read_text("utf-8").upper())
        os.utime(tmp_path / path, ns=(before.st_atime_ns, before.st_mtime_ns))
        seen.append(fingerprint(settings))
    assert all(before != after for before, after in pairwise(seen))
    assert fingerprint(settings) == seen[-1]


def test_who_knows_the_version_waits_and_who_does_not_is_answered_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path)
    rebuilder = Rebuilder(lambda: Settings.load(root), lambda *_: Outcome((), None), "en", lambda _: None)
    monkeypatch.setattr(preview, "WAIT_SECONDS", 0.5)
    started = time.monotonic()
    assert rebuilder.wait("").version == 0
    assert time.monotonic() - started < 0.4
    assert rebuilder.wait("0").version == 0
    assert time.monotonic() - started >= 0.5
    rebuilder.rebuild()
    assert rebuilder.wait("0").version == 1


def test_an_edit_during_the_first_build_is_not_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project(tmp_path)
    build = site_build.build
    edits = [PLAN.replace("推廣電子帳單", "推廣行動支付")]

    def edited_meanwhile(
        settings: Settings,
        editorial: RenderEditorial,
        executor: Executor | None = None,
        *,
        waiting: Waiting,
        first: First | None,
    ) -> Outcome:
        outcome = build(settings, editorial, executor, waiting=waiting, first=first)
        if edits:
            write(root, "offices/sample/114/plan.yml", edits.pop())
        return outcome

    monkeypatch.setattr(preview, "build", edited_meanwhile)
    with running(root, monkeypatch) as shown:
        until(lambda: "推廣行動支付" in shown.get("sample/114/")[2])
