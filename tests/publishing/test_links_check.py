"""Links to elsewhere: asked politely, told honestly, kept so that only days change; and never into inner networks."""

import json
import socket
import threading
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.cli.commands import main
from planpress.model.checked_link import CheckedLink, CheckedLinks, LinkPlace, LinkState
from planpress.publishing import links_check, politeness
from planpress.publishing.fetching import Answer, Fetch, UnansweredError
from planpress.publishing.link_asking import ask, ask_all
from planpress.publishing.links_check import accepting, as_json
from planpress.publishing.politeness import Polite, is_public
from planpress.settings import Settings
from planpress.site_checks.elsewhere import Elsewhere
from planpress.site_checks.page import parse_page
from planpress.source.content.links import check_links_file, link_file_problems, read_checked_links
from planpress.source.shapes.link_shapes import LinksFile
from tests.projects import write
from tests.publishing.projects import publishable

TODAY = date(2025, 6, 1)
PLACES = (LinkPlace(language="zh-Hant", page="about/", text="示範", pages=1),)


class Clock:
    """Seconds that pass only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def polite(fetch: Fetch, robots: str | Answer | UnansweredError = "") -> tuple[Polite, list[tuple[float, str]]]:
    """A polite way to ask, and when it asked for what."""
    clock, asked = Clock(), list[tuple[float, str]]()

    def text(method: str, address: str, headers: Mapping[str, str]) -> Answer:
        asked.append((clock.now, address))
        if isinstance(robots, UnansweredError):
            raise robots
        return robots if isinstance(robots, Answer) else Answer(200, (), robots.encode())

    def page(method: str, address: str, headers: Mapping[str, str]) -> Answer:
        asked.append((clock.now, address))
        assert headers["User-Agent"] == "planpress-links (+https://plans.example/)"
        return fetch(method, address, headers)

    return Polite(page, text, "planpress-links (+https://plans.example/)", clock, clock.sleep), asked


def answering(*statuses: int, **headers: str) -> Fetch:
    """One status after another; the last goes on."""
    left = list(statuses)

    def fetch(method: str, address: str, given: Mapping[str, str]) -> Answer:
        return Answer(left.pop(0) if left[1:] else left[0], tuple(headers.items()))

    return fetch


def test_a_host_is_asked_one_question_at_a_time_with_a_pause_and_its_rules_once() -> None:
    fetch, asked = polite(answering(200))
    for path in ("a", "b"):
        fetch("HEAD", f"https://one.example/{path}", {})
    fetch("HEAD", "https://two.example/", {})
    assert asked == [
        (0.0, "https://one.example/robots.txt"),
        (1.0, "https://one.example/a"),
        (2.0, "https://one.example/b"),
        (2.0, "https://two.example/robots.txt"),
        (3.0, "https://two.example/"),
    ]


@pytest.mark.parametrize(
    ("robots", "path", "expected"),
    [
        ("User-agent: *\nDisallow: /private/", "private/a", "W747"),
        ("User-agent: *\nDisallow: /private/", "public", None),
        ("User-agent: planpress-links\nDisallow: /", "a", "W747"),
        ("\x00\xff nonsense", "a", None),
        (Answer(404, ()), "a", None),
        (Answer(403, ()), "a", None),
        (Answer(503, ()), "a", "W747"),
        (Answer(302, (("Location", "https://one.example/robots.txt"),)), "a", None),
        (UnansweredError("E790", reason="refused"), "a", "E790"),
        (UnansweredError("E745", ip="10.0.0.1"), "a", "E745"),
    ],
)
def test_robots_are_obeyed(robots: str | Answer | UnansweredError, path: str, expected: str | None) -> None:
    fetch, _ = polite(answering(200), robots)
    try:
        fetch("HEAD", f"https://one.example/{path}", {})
        found = None
    except UnansweredError as error:
        found = error.code
    assert found == expected


def test_a_pause_that_a_host_wants_is_given_within_reason() -> None:
    fetch, asked = polite(answering(200), "User-agent: *\nCrawl-delay: 4")
    fetch("HEAD", "https://one.example/a", {})
    fetch("HEAD", "https://one.example/b", {})
    assert [when for when, _ in asked] == [0.0, 4.0, 8.0]
    fetch, asked = polite(answering(200), "User-agent: *\nCrawl-delay: 86400")
    fetch("HEAD", "https://one.example/a", {})
    assert asked[-1][0] == politeness.LONGEST_PAUSE


@pytest.mark.parametrize(
    ("statuses", "state", "status"),
    [
        ((200,), LinkState.SOUND, 200),
        ((405, 200), LinkState.SOUND, 200),
        ((404, 200), LinkState.SOUND, 200),
        ((404,), LinkState.BROKEN, 404),
        ((410,), LinkState.BROKEN, 410),
        ((403,), LinkState.REFUSED, 403),
        ((429,), LinkState.REFUSED, 429),
        ((500,), LinkState.BROKEN, 500),
        ((503, 503, 200), LinkState.SOUND, 200),
        ((304,), LinkState.REFUSED, 304),
        ((999,), LinkState.BROKEN, 999),
    ],
)
def test_what_a_status_means(statuses: tuple[int, ...], state: LinkState, status: int) -> None:
    found = ask(answering(*statuses), "https://one.example/a")
    assert (found.state, found.status) == (state, status)


@pytest.mark.parametrize(("status", "state"), [(301, LinkState.MOVED), (302, LinkState.SOUND)])
def test_where_redirects_lead_is_said(status: int, state: LinkState) -> None:
    found = ask(answering(status, 200, Location="/b"), "https://one.example/a")
    assert (found.state, found.leads_to) == (state, "https://one.example/b")


def nobody(code: str, **values: str) -> Fetch:
    def fetch(method: str, address: str, headers: Mapping[str, str]) -> Answer:
        raise UnansweredError(code, **values)

    return fetch


def test_what_gives_no_answer_says_why() -> None:
    found = ask(nobody("E790", reason="refused"), "https://one.example/a")
    assert (found.state, found.reason, found.details) == (LinkState.BROKEN, "E790", {"reason": "refused"})
    assert ask(nobody("W747"), "https://one.example/a").state is LinkState.UNASKED
    assert ask(nobody("E745", ip="::1"), "https://one.example/a").state is LinkState.UNASKED


def test_what_was_sound_today_is_not_asked_again() -> None:
    def link(name: str, state: LinkState, day: date) -> CheckedLink:
        return CheckedLink(address=f"https://{name}.example/", state=state, checked=day)

    known = [
        link("today", LinkState.SOUND, TODAY),
        link("yesterday", LinkState.SOUND, date(2025, 5, 31)),
        link("broken", LinkState.BROKEN, TODAY),
    ]
    asked: list[str] = []

    def fetch(method: str, address: str, headers: Mapping[str, str]) -> Answer:
        asked.append(address)
        return Answer(200, ())

    places = {each.address: PLACES for each in known}
    found = {each.address: each for each in ask_all(fetch, places, known, TODAY)}
    assert sorted(asked) == ["https://broken.example/", "https://yesterday.example/"]
    assert all((each.state, each.checked, each.places) == (LinkState.SOUND, TODAY, PLACES) for each in found.values())


def test_what_nobody_asked_has_no_day() -> None:
    (found,) = ask_all(nobody("W747"), {"https://one.example/": PLACES}, [], TODAY)
    assert (found.state, found.checked) == (LinkState.UNASKED, None)


def test_a_person_may_find_sound_what_no_program_can_tell() -> None:
    entry = {"address": "https://one.example/", "why": "回覆403", "unit": "資訊組", "seen": "114-05-30"}
    told = LinksFile.model_validate({"accepted": [entry]})
    link = CheckedLink(address="https://one.example/", state=LinkState.REFUSED, status=403, checked=TODAY)
    found = accepting(link, told)
    assert (found.state, found.why, found.checked) == (
        LinkState.ACCEPTED,
        "回覆403（資訊組，114-05-30）",
        date(2025, 5, 30),
    )
    sound = link.model_copy(update={"state": LinkState.SOUND})
    assert accepting(sound, told) == sound


@given(st.ip_addresses())
def test_no_address_of_an_inner_network_is_public(ip: object) -> None:
    inner = ("10.", "127.", "192.168.", "169.254.", "0.", "fe80:", "fc", "fd")
    assert not (is_public(str(ip)) and str(ip).startswith(inner))


@pytest.mark.parametrize(
    "ip",
    [
        *("172.16.0.1", "100.64.0.1", "224.0.0.1", "255.255.255.255", "::", "::1", "::ffff:10.0.0.1"),
        *("64:ff9b::a00:1", "2002:a00:1::", "fe80::1%eth0", "ff02::1"),
    ],
)
def test_other_ways_to_write_what_is_not_public(ip: str) -> None:
    assert not is_public(ip)


def test_where_links_stand_is_said_once_a_language() -> None:
    pages = [
        parse_page(
            path,
            f'<html lang="{tag}"><a href="https://one.example/#x">{text} </a><a href="https://one.example/">再</a>'
            '<a href="../a/">ours</a><a href="https://plans.example/sub/">ours</a><a href="mailto:a@b.example">m</a>'
            '<a href="https://[">?</a><a href="https://plans.example/other/">not ours</a></html>',
        )
        for path, tag, text in (
            ("a/index.html", "zh-Hant", "一"),
            ("b/index.html", "zh-Hant", "二"),
            ("en/a/index.html", "en", "one"),
            ("quality/links/index.html", "zh-Hant", "list"),
        )
    ]
    elsewhere = Elsewhere("https://plans.example/sub/")
    for each in pages:
        elsewhere.add(each)
    found = elsewhere.places
    assert list(found) == ["https://one.example/", "https://plans.example/other/"]
    assert [(each.language, each.page, each.text, each.pages) for each in found["https://one.example/"]] == [
        ("en", "en/a/", "one", 1),
        ("zh-Hant", "a/", "一", 2),
    ]


def test_a_file_that_somebody_edited_is_told(tmp_path: Path) -> None:
    checked = CheckedLinks(links=(CheckedLink(address="https://one.example/", state=LinkState.SOUND),))
    (tmp_path / "links.json").write_bytes(as_json(checked))
    assert read_checked_links(tmp_path) == (checked, [])
    for wrong in (b"{", b"[]", as_json(checked).replace(b"https://one", b"javascript:one")):
        (tmp_path / "links.json").write_bytes(wrong)
        assert [each.code for each in read_checked_links(tmp_path)[1]] == ["E746"]


def test_nobody_has_asked_on_a_day_to_come(tmp_path: Path) -> None:
    link = CheckedLink(address="https://one.example/", state=LinkState.SOUND, checked=date(2026, 1, 2))
    (tmp_path / "links.json").write_bytes(as_json(CheckedLinks(links=(link,))))
    assert [each.code for each in link_file_problems(tmp_path, date(2026, 1, 2))] == []
    assert [each.code for each in link_file_problems(tmp_path, date(2026, 1, 1))] == ["E746"]


class _Elsewhere(BaseHTTPRequestHandler):
    """Another site: /sound, /moved, and nothing else; it does not like HEAD."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        status = {"/sound": 200, "/moved": 301, "/robots.txt": 200}.get(self.path, 404)
        body = b"User-agent: *\nDisallow: /secret\n" if self.path == "/robots.txt" else b""
        self.send_response(status)
        self.send_header("Location", "/sound")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Its address. Nobody else is asked, and nobody waits."""
    resolve = socket.getaddrinfo

    def resolve_here(host: str, *others: object, **named: object) -> object:
        if host != "127.0.0.1":
            raise socket.gaierror(-2, "Name or service not known")
        return resolve(host, *others, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", resolve_here)
    monkeypatch.setattr(links_check, "Polite", partial(Polite, pause=0.0))
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Elsewhere)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


INTERNAL = """\
internal:
  - {host: 127.0.0.1, why: 測試}
accepted:
  - {address: "https://gone.example/", why: 已經沒有網頁連到, unit: 業務組, seen: 114-05-30}
"""


def linking(root: Path, elsewhere: str) -> Path:
    links = "".join(f"- [示範{name}]({elsewhere}/{name})\n" for name in ("sound", "moved", "gone", "secret"))
    publishable(root, (114,))
    write(root, "content/zh-Hant/about.md", f"# 關於\n\n{links}")
    write(root, "content/links.yml", INTERNAL)
    return root


@pytest.mark.slow
def test_every_link_is_asked_kept_told_and_shown(
    tmp_path: Path, elsewhere: str, capsys: pytest.CaptureFixture[str]
) -> None:
    root = linking(tmp_path / "project", elsewhere)
    assert main(["--jobs", "1"], root) == 0
    page = root / "site/quality/links/index.html"
    assert "尚未檢查" in page.read_text("utf-8")
    main(["check", "--site"], root)
    assert "W746" in capsys.readouterr().err
    assert main(["check", "--external"], root) == 1
    told = capsys.readouterr().err
    assert f"site/about/index.html  E744  連到其他網站的連結失效：{elsewhere}/gone（404；共 2 頁）" in told
    assert f"W744  連結的頁面已永久遷移：{elsewhere}/moved → {elsewhere}/sound（共 2 頁）" in told
    assert f"W745  程式無法判斷這個連結：{elsewhere}/secret（對方的 robots.txt 不許程式查詢；共 2 頁）" in told
    assert "content/links.yml  W748" in told and "https://gone.example/" in told
    assert "/secret" not in _Elsewhere.asked
    kept = json.loads((root / "links.json").read_text("utf-8"))
    states = {each["address"].removeprefix(elsewhere): each["state"] for each in kept["links"]}
    assert {"/sound": "sound", "/moved": "moved", "/gone": "broken", "/secret": "unasked"}.items() <= states.items()
    assert main(["--jobs", "1"], root) == 0
    shown = page.read_text("utf-8")
    assert "失效" in shown and f"{elsewhere}/gone" in shown and "示範gone" in shown
    english = (root / "site/en/quality/links/index.html").read_text("utf-8")
    assert "Broken" in english
    assert main(["check", "--site"], root) == 0
    assert "W746" not in capsys.readouterr().err
    before = (root / "links.json").read_bytes()
    asked = len(_Elsewhere.asked)
    main(["check", "--external"], root)
    assert (root / "links.json").read_bytes() == before
    assert f"{elsewhere}/sound".removeprefix(elsewhere) not in _Elsewhere.asked[asked:]


def test_a_network_that_is_not_public_is_never_asked(
    tmp_path: Path, elsewhere: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _Elsewhere.asked.clear()
    root = linking(tmp_path / "project", elsewhere)
    (root / "content/links.yml").unlink()
    assert main(["--jobs", "1"], root) == 0
    assert main(["check", "--external"], root) == 1
    assert "E745  網址在內部網路（127.0.0.1），沒有查詢" in capsys.readouterr().err
    assert _Elsewhere.asked == []


def test_a_machine_that_reaches_nobody_says_nothing_of_others(
    tmp_path: Path, elsewhere: str, capsys: pytest.CaptureFixture[str]
) -> None:
    root = publishable(tmp_path / "project", (114,))
    write(root, "content/zh-Hant/about.md", "# 關於\n\n[示範](https://nobody.example/)\n")
    assert main(["--jobs", "1"], root) == 0
    assert main(["check", "--external"], root) == 2
    assert "E749" in capsys.readouterr().err
    assert not (root / "links.json").exists()


def test_what_was_done_before_somebody_stops_it_is_kept(tmp_path: Path, elsewhere: str) -> None:
    root = linking(tmp_path / "project", elsewhere)
    assert main(["--jobs", "1"], root) == 0

    def stop(done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    told = LinksFile.model_validate({"internal": [{"host": "127.0.0.1", "why": "測試"}]})
    with pytest.raises(KeyboardInterrupt):
        links_check.check_links(Settings.load(root), told, TODAY, stop)
    checked, problems = read_checked_links(root)
    assert checked is not None and problems == []
    assert len(checked.links) == 2


def test_who_opened_a_link_is_a_unit() -> None:
    entry = {"address": "https://one.example/", "why": "由王小明股長開啟", "unit": "王小明", "seen": "114-05-30"}
    found = check_links_file(LinksFile.model_validate({"accepted": [entry]}))
    assert [each.code for each in found] == ["E016", "E014"]
