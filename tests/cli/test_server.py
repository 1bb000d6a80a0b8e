from pathlib import Path

import pytest

from planpress.cli.commands import main
from tests.projects import MKDOCS, PLAN, project, write
from tests.publishing.servers import free_port


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["nginx"], ('location ^~ "/sub/" {', "server_name plans.example;", "listen 80;", "沒有指定憑證")),
        (["nginx", "--part"], ('location ^~ "/sub/" {', "include")),
        (["nginx", "--folder", "/srv/plans/current"], ('alias "/srv/plans/current/";',)),
        (["apache", "--listen", "127.0.0.1:8080"], ("<VirtualHost 127.0.0.1:8080>", 'Alias "/sub/"')),
        (["apache", "--lang", "en", "--certificate", "/c.pem", "--key", "/k.pem"], ("SSLEngine on", "a2enmod ssl")),
        (["iis"], ('path="/sub/404.html"', "appcmd set config")),
    ],
)
def test_a_whole_configuration_is_printed(
    root: Path, capsys: pytest.CaptureFixture[str], words: list[str], expected: tuple[str, ...]
) -> None:
    assert main(["server", *words], root) == 0
    said = capsys.readouterr().out
    assert [each for each in expected if each not in said] == []


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("nginx", 'error_page 410 "/sub/en/sample/114/index.html";'),
        ("apache", 'RedirectMatch 410 "^/sub/en/sample/114/'),
        ("iis", "410 en/sample/114/"),
    ],
)
def test_a_plan_that_was_withdrawn_is_gone_in_every_language(
    root: Path, capsys: pytest.CaptureFixture[str], kind: str, expected: str
) -> None:
    assert main(["server", kind], root) == 0
    assert "sample/114" not in capsys.readouterr().out
    write(root, "offices/sample/114/plan.yml", f"{PLAN}withdrawn: {{date: 114-02-01, reason: 業務移撥。}}\n")
    assert main(["server", kind], root) == 0
    said = capsys.readouterr().out
    assert expected in said
    assert "zh-hans/sample/114/" in said
    assert expected.replace("114/", "").rstrip('"') in said, "the office had no other plan"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["lighttpd"], ""),
        (["nginx", "--listen", "80;"], "--listen 應為連接埠"),
        (["nginx", "--certificate", "/c.pem"], "須一起指定"),
        (["nginx", "--folder", '/srv/"; evil'], "不能照寫"),
        (["nginx", "--folder", "/srv/$host"], "不能照寫"),
        (["apache", "--certificate", "/c\n.pem", "--key", "/k.pem"], "不能照寫"),
        (["iis", "--listen", "80"], "不用 --listen"),
    ],
)
def test_what_cannot_be_written_is_refused(
    root: Path, capsys: pytest.CaptureFixture[str], words: list[str], expected: str
) -> None:
    assert main(["server", *words], root) == 2
    captured = capsys.readouterr()
    assert expected in captured.err and captured.out == ""


@pytest.mark.parametrize(
    ("url", "words", "expected"),
    [
        ("https://plans.example/a$b/", [], "不能照寫的字元"),
        ("http://plans.example/", ["--certificate", "/c.pem", "--key", "/k.pem"], "不是 https"),
    ],
)
def test_an_address_that_cannot_be_written_is_refused(
    root: Path, capsys: pytest.CaptureFixture[str], url: str, words: list[str], expected: str
) -> None:
    write(root, "mkdocs.yml", MKDOCS.replace("https://plans.example/sub/", url))
    assert main(["server", "nginx", *words], root) == 2
    assert expected in capsys.readouterr().err


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://plans.example:8443/sub/", "listen 8443;"),
        ("https://plans.example/%E8%A8%88%E7%95%AB/", 'location ^~ "/計畫/"'),
    ],
)
def test_the_address_may_have_a_port_or_chinese(
    root: Path, capsys: pytest.CaptureFixture[str], url: str, expected: str
) -> None:
    write(root, "mkdocs.yml", MKDOCS.replace("https://plans.example/sub/", url))
    assert main(["server", "nginx"], root) == 0
    assert expected in capsys.readouterr().out


def test_a_server_that_is_not_there_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = f"http://127.0.0.1:{free_port()}/"
    assert main(["probe", url, "--lang", "en"], root) == 1
    captured = capsys.readouterr()
    assert captured.out == f"{url}: 1 error, 0 warnings (requests: 1)\n"
    assert f"{url}  E790  the server cannot be reached (Connection refused)" in captured.err


@pytest.mark.parametrize("url", ["plans.example", "file:///etc/passwd", "https://a b/", "https://me:pw@plans.example/"])
def test_what_is_no_address_is_refused(root: Path, capsys: pytest.CaptureFixture[str], url: str) -> None:
    assert main(["probe", url], root) == 2
    assert "不是網址" in capsys.readouterr().err


def test_the_server_of_some_offices_knows_nothing_of_others(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("office.yml", "114/plan.yml"):
        write(root, f"offices/other/{name}", (root / "offices/sample" / name).read_text("utf-8"))
    moved = "  - {{from: {}, to: {}, date: 114-07-01, reason: 改名。}}\n".format
    write(root, "content/redirects.yml", f"redirects:\n{moved('first', 'sample')}{moved('second', 'other')}")
    assert main(["server", "nginx"], root) == 0
    assert "/sub/other/" in capsys.readouterr().out
    write(root, "mkdocs.yml", MKDOCS.replace("extra:\n", "extra:\n  offices: [sample]\n"))
    assert main(["server", "nginx"], root) == 0
    said = capsys.readouterr().out
    assert "/sub/sample/" in said and "other" not in said and "second" not in said
